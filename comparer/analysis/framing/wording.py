"""Loaded words on one side where the other tells the same in plain ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.events.words import Actors
from comparer.analysis.framing.tints import Tints, tinted
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Excerpt, Loaded, Slot, Verdict

_CARRYING = frozenset({"NOUN", "PROPN", "ADJ"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset({"ADJ", "NOUN"})
_ENOUGH = 2


def compare_wording(
    left: Passage,
    right: Passage,
    matches: Iterable[MatchedEvents],
    *,
    actors: Actors,
    tints: Tints,
    named: Iterable[Finding] = (),
) -> Iterator[Finding]:
    """Yield the loaded words of either passage that the other does without.

    `matches` are the events that both tell: a loaded verb is shown beside the
    verb of the other side. What `named` tells under naming is not told again.
    """
    named, matches = list(named), [match for match in matches if match.relation != "opposite"]
    related = {match.left.claim for match in matches}, {match.right.claim for match in matches}
    if _share_words(left, right, actors):
        related = {*left.ids}, {*right.ids}
    ours = _unshared(left, right, related[0], tints, [mark for finding in named for mark in finding.left])
    theirs = _unshared(right, left, related[1], tints, [mark for finding in named for mark in finding.right])
    for match in matches:
        yield from _verbs(match, left, right, ours, theirs)
    if ours and theirs:
        yield _both(left, right, ours, theirs)
    elif ours and (plain := _plain_nouns(left, right, ours)):
        yield _beside(_marks(left, ours), plain, ours, "Left", "right")
    elif theirs and (plain := _plain_nouns(right, left, theirs)):
        yield _beside(plain, _marks(right, theirs), theirs, "Right", "left")
    elif ours:
        yield _one_sided(left, ours, "only_left")
    elif theirs:
        yield _one_sided(right, theirs, "only_right")


def _plain_nouns(here: Passage, there: Passage, loaded: Iterable[Loaded]) -> tuple[Excerpt, ...]:
    """The nouns of `there` that stand plain where `here` has the loaded words before them; empty if one has none."""
    found: list[Excerpt] = []
    for word in loaded:
        at = next((place for place, token in enumerate(here.tokens) if token.start == word.start), None)
        two = here.tokens[at : at + 2] if at is not None else ()
        noun = two[1] if len(two) > 1 and two[0].pos in _MODIFIERS and two[1].pos in _NOUNS else None
        plain = next(
            (token for token in there.tokens if noun and token.lemma == noun.lemma and token.pos in _NOUNS), None
        )
        if plain is None:
            return ()
        found.append(excerpt(there.reading, plain))
    return tuple(found)


def _beside(
    left: tuple[Excerpt, ...], right: tuple[Excerpt, ...], loaded: Iterable[Loaded], first: str, second: str
) -> Finding:
    words = " and ".join(f"“{one.term}” ({one.why})" for one in loaded)
    plain = " and ".join(f"“{mark.text}”" for mark in (right if first == "Left" else left))
    ours, theirs = (" and ".join(mark.text for mark in side) for side in (left, right))
    return Finding(
        "wording",
        "differs",
        left,
        right,
        f"{first} writes {words}; {second} tells of {plain} without.",
        slot=Slot("choice of words", ours, theirs, "differs"),
    )


def _share_words(left: Passage, right: Passage, actors: Actors) -> bool:
    """True for passages with enough names and nouns in common that the rest is how they put it."""
    ours, theirs = (
        {actors.canonical(token.lemma) for token in side.tokens if token.pos in _CARRYING} for side in (left, right)
    )
    return len(ours & theirs) >= _ENOUGH


def _unshared(
    here: Passage, there: Passage, claims: Collection[str], tints: Tints, named: Iterable[Excerpt]
) -> list[Loaded]:
    """Those in a claim whose event both tell, and which the other does not use in any form: first letters tell."""
    words = there.text.lower()
    # "claimed" over a statement is told under attribution.
    cues = [told.cue for told in here.attributions if told.cue]
    shared = [claim for claim in here.claims if claim.id in claims]
    return [
        loaded
        for loaded in _colored(here, there, tints)
        if any(claim.start <= loaded.start < claim.end for claim in shared)
        and loaded.term.lower()[: max(4, len(loaded.term) - 3)] not in words
        and not any(mark.start <= loaded.start < mark.end for mark in named)
        and not ("saying" in loaded.why and any(start <= loaded.start < end for start, end in cues))
    ]


def _colored(here: Passage, there: Passage, tints: Tints) -> list[Loaded]:
    """The loaded words, and those that are so beside the plainer ones of the other side."""
    starts = {loaded.start for loaded in here.loaded}
    beside = [loaded for loaded in tinted(here, there, tints) if loaded.start not in starts]
    return sorted([*here.loaded, *beside], key=lambda loaded: loaded.start)


def _verbs(
    match: MatchedEvents, left: Passage, right: Passage, ours: list[Loaded], theirs: list[Loaded]
) -> Iterator[Finding]:
    """Set a loaded verb against the verb for the same event, and take it off its list."""
    for mine, event in ((ours, match.left), (theirs, match.right)):
        for loaded in list(mine):
            if event.start <= loaded.start and loaded.end <= event.end:
                mine.remove(loaded)
                marks = (excerpt(left.reading, match.left),), (excerpt(right.reading, match.right),)
                yield _finding("differs", *marks, f"“{loaded.term}” is {loaded.why}.")


def _both(left: Passage, right: Passage, ours: list[Loaded], theirs: list[Loaded]) -> Finding:
    reasons = "; ".join(f"“{loaded.term}” is {loaded.why}" for loaded in (*ours, *theirs))
    return _finding("differs", _marks(left, ours), _marks(right, theirs), f"{reasons}.")


def _marks(passage: Passage, loaded: Iterable[Loaded]) -> tuple[Excerpt, ...]:
    return tuple(excerpt(passage.reading, span) for span in loaded)


def _finding(verdict: Verdict, left: tuple[Excerpt, ...], right: tuple[Excerpt, ...], reason: str) -> Finding:
    ours, theirs = (" and ".join(f"“{mark.text}”" for mark in side) for side in (left, right))
    return Finding(
        "wording",
        verdict,
        left,
        right,
        f"Left says {ours}; right says {theirs}. {reason}",
        slot=Slot("choice of words", ours, theirs, "differs"),
    )


def _one_sided(here: Passage, loaded: list[Loaded], verdict: Verdict) -> Finding:
    first, second = ("Left", "right") if verdict == "only_left" else ("Right", "left")
    marks = _marks(here, loaded)
    words = " and ".join(f"“{one.term}” ({one.why})" for one in loaded)
    slot_words = ", ".join(mark.text for mark in marks)
    here_is_left = verdict == "only_left"
    return Finding(
        "wording",
        verdict,
        marks if here_is_left else (),
        () if here_is_left else marks,
        f"{first} writes {words}; {second} tells it without.",
        slot=Slot(
            "choice of words", slot_words if here_is_left else None, None if here_is_left else slot_words, verdict
        ),
    )
