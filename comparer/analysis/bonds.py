"""How surely two times, or two places, belong to one event: by what they are attached to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from comparer.analysis.attachment import GENERIC_VERBS
from comparer.analysis.happenings import Happenings, happenings
from comparer.analysis.kinship import shares_stem

Alike = Callable[[str, str], bool]
SURE, LIKELY, POSSIBLE = 2, 1, 0
_STATIONS = frozenset({"birth", "upbringing", "living", "study", "work", "marriage", "burial", "seat"})
"""Families of what a life is told by: where somebody was born, or sits, says nothing about where something else happened."""
_OF_BURYING = frozenset({"avalanche", "killing"})
"""The other families of "bury"."""
_ANYTHING = frozenset({"happen", "occur", "see"})


class Attached(Protocol):
    """A time or a place with what happens then or there, from the governing word outwards, and who takes part."""

    @property
    def events(self) -> tuple[str, ...]: ...
    @property
    def about(self) -> tuple[str, ...]: ...


def event_bond(one: Attached, other: Attached, alike: Alike) -> int | None:
    """Return SURE for one event, LIKELY for events that share a part or are told by words of one family, POSSIBLE where others take part; None for no bond.

    "This happened in Orsa" is LIKELY of any event. The beginning of a thing is not its end.
    """
    words = happenings()
    if not one.events or not other.events or _of_two_events(one, other, words):
        return None
    ours, theirs = one.events, other.events
    if alike(ours[0], theirs[0]):
        return _of_namesakes(one, other, alike, words)
    if _share(ours, theirs, alike):
        return None if _parted(ours, theirs, alike, words) else _of_sharers(one, other)
    if _lends(one, other, alike, words) or _lends(other, one, alike, words):
        return LIKELY
    if _akin(ours, theirs, words):
        return POSSIBLE if _strangers(_others(one), _others(other)) else LIKELY
    return LIKELY if ours[0] in _ANYTHING or theirs[0] in _ANYTHING else None


def loose_bond(one: Attached, other: Attached) -> int | None:
    """Return the bond of the only time, or place, of a passage with that of its counterpart, whatever the words.

    None where they are known to tell of different happenings, or of nobody in common.
    """
    words = happenings()
    if _of_two_events(one, other, words) or _strangers(_others(one), _others(other)):
        return None
    if _spoken_of(one, words) != _spoken_of(other, words):
        return None
    ours, theirs = ([word for word in side.events if word in words.families] for side in (one, other))
    if ours and theirs and all(words.apart(first, second) for first in ours for second in theirs):
        return None
    return POSSIBLE


def sole_bond(one: Attached, other: Attached) -> int | None:
    """Return LIKELY for the only times, or places, of two passages that are known to tell of one event.

    None where each side names somebody else, one the beginning and the other the end, another station of a life, or
    where what is decided, asked for or talked about on one side happens on the other.
    """
    words = happenings()
    spoken = _spoken_of(one, words) != _spoken_of(other, words) and _known(one, words) and _known(other, words)
    return None if spoken or _of_two_events(one, other, words) else LIKELY


def _of_two_events(one: Attached, other: Attached, words: Happenings) -> bool:
    """True where each side names somebody else, one the beginning and the other the end, another station of a life or step of one thing."""
    return (
        _in_turn(one.events[:2], other.events[:2], words)
        or _other_phase(one, other, words)
        or rivals(one.about, other.about)
        or _of_whole_and_part(one, other)
        or _other_station(one, other, words)
    )


def _in_turn(ours: Sequence[str], theirs: Sequence[str], words: Happenings) -> bool:
    """True for "debated the budget" beside "approved the budget"."""
    shared = not set(ours).isdisjoint(theirs)
    return not shared and any(words.in_turn(first, second) for first in ours for second in theirs)


def _other_station(one: Attached, other: Attached, words: Happenings) -> bool:
    """True for "was born in Orsa" beside "lived in Merrow" and beside "died in Merrow"."""
    ours, theirs = _stations(one, words), _stations(other, words)
    return bool(ours | theirs) and ours.isdisjoint(theirs)


def _stations(one: Attached, words: Happenings) -> frozenset[str]:
    """Families of what happens; none where the word has other meanings too: "raised in Orsa", "raised the alarm"."""
    families = next((found for event in one.events if (found := words.families.get(event))), None) or frozenset[str]()
    return families & _STATIONS if families <= _STATIONS | _OF_BURYING else frozenset()


def _known(one: Attached, words: Happenings) -> bool:
    return any(event in words.families or event in words.words for event in one.events)


def _spoken_of(one: Attached, words: Happenings) -> bool:
    return not words.words.isdisjoint(one.events)


def rivals(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Each side names somebody whom the other does not: "Orsa beat Merrow", "Orsa beat Halvik"."""
    first, second = _names(ours), _names(theirs)
    return bool(_unshared(first, theirs)) and bool(_unshared(second, ours))


def _names(words: Collection[str]) -> list[str]:
    return [word for word in words if word[:1].isupper()]


def _unshared(names: Collection[str], others: Collection[str]) -> list[str]:
    return [name for name in names if not any(_same_word(name, other) for other in others)]


def _same_word(one: str, other: str) -> bool:
    first, second = one.lower(), other.lower()
    words = happenings()
    akin = first in words.families and words.akin(first, second)
    return akin or shares_stem(first, second) or words.same_thing(first, second)


def _other_phase(one: Attached, other: Attached, words: Happenings) -> bool:
    ours, theirs = words.phases(one.events), words.phases(other.events)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _of_namesakes(one: Attached, other: Attached, alike: Alike, words: Happenings) -> int | None:
    """Two prisons may be two: a shared word is one event if no one else takes part and it is told in one way."""
    if _parted(one.events, other.events, alike, words):
        return None
    if _strangers(_others(one), _others(other)):
        return POSSIBLE
    ours, theirs = one.events[1:], other.events[1:]
    return LIKELY if ours and theirs and not _share(ours, theirs, alike) else SURE


def _parted(ours: Sequence[str], theirs: Sequence[str], alike: Alike, words: Happenings) -> bool:
    """The same thing, and what is done with it differs: "the start of the strike", "called off the strike"."""
    rest = [word for word in _telling(ours, words) if not any(alike(word, other) for other in theirs)]
    others = [word for word in _telling(theirs, words) if not any(alike(word, other) for other in ours)]
    if any(word in words.words for word in (*rest, *others)):
        return True
    return bool(rest) and bool(others) and all(words.apart(one, other) for one in rest for other in others)


def _of_sharers(one: Attached, other: Attached) -> int:
    return POSSIBLE if _of_two_things(one, other) else LIKELY


def _of_two_things(one: Attached, other: Attached) -> bool:
    """True for "the bus lane opened" beside "the path opened": what lends the verb its meaning goes by other names."""
    ours, theirs = one.events[0], other.events[0]
    lent = ours in one.about and theirs in other.about
    return lent and not happenings().same_thing(ours, theirs)


def _of_whole_and_part(one: Attached, other: Attached) -> bool:
    """True for "the hospital opened" beside "the hospital's new wing opened"."""
    if not one.events or not other.events or one.events[1:2] != other.events[1:2]:
        return False
    part = one.events[0] in other.about or other.events[0] in one.about
    return part and _of_two_things(one, other)


def _lends(one: Attached, other: Attached, alike: Alike, words: Happenings) -> bool:
    """What happens on one side is what the other side's hollow verb is said of: "talks are planned", "they will start"."""
    hollow = other.events[0] in (words.lending | words.arranging) - words.words
    return hollow and any(alike(one.events[0], noun) for noun in other.about if noun.islower())


def _akin(ours: Sequence[str], theirs: Sequence[str], words: Happenings) -> bool:
    return any(words.akin(one, other) for one in _telling(ours, words)[:3] for other in _telling(theirs, words)[:3])


def _share(ours: Sequence[str], theirs: Sequence[str], alike: Alike) -> bool:
    kept = [event for event in theirs if event not in GENERIC_VERBS]
    return any(alike(one, other) for one in ours if one not in GENERIC_VERBS for other in kept)


def _telling(events: Sequence[str], words: Happenings) -> list[str]:
    """The events that tell what happens: not "be", "take (place)", nor "hold" where a noun says what is held."""
    telling = [event for event in events if event not in GENERIC_VERBS]
    hollow = words.light | words.arranging
    return [event for event in telling if event not in hollow] or telling


def _strangers(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Both sides name who and what takes part, and nobody, or no thing, is named by both: "signed the order", "signed a bill"."""
    first, second = ([word for word in side if word.islower()] for side in (ours, theirs))
    return _unlike(ours, theirs) or _unlike(first, second)


def _others(one: Attached) -> list[str]:
    """Who and what takes part, without what happens: not the shelling in "the shelling began"."""
    return [word for word in one.about if word not in one.events or word not in happenings().families]


def _unlike(ours: Collection[str], theirs: Collection[str]) -> bool:
    return bool(ours) and bool(theirs) and not any(_same_word(one, other) for one in ours for other in theirs)
