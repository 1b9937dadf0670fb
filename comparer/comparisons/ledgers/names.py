"""The ledger of names: what people and things are called on each side, how often, and in whose words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from comparer.analysis.framing.voices import Owner, Voices
from comparer.analysis.report import Name, Predication, Span, Whose
from comparer.comparisons.ledgers.lookup import Lookup, Page
from comparer.comparisons.ledgers.outcome import GROUPS, Outcome, alone, outcome_of
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import SIDES, Side

Key = tuple[Side, str]
"""A referent of one side: the readings number their own."""
OFTEN = 2
"""What one side alone names is listed from so many different names or, for proper names, mentions on."""


@dataclass(frozen=True, slots=True)
class Use:
    """In whose words a name stands there, and how often; `speaker` is "" where the text names none."""

    whose: Whose
    speaker: str
    times: int


@dataclass(frozen=True, slots=True)
class Called:
    """One word for the referent on one side, and all its uses."""

    words: str
    times: int
    uses: tuple[Use, ...]
    distanced: bool
    """Held at arm's length at least once."""


@dataclass(frozen=True, slots=True)
class NameRow:
    referent: str
    left: tuple[Called, ...]
    right: tuple[Called, ...]
    outcome: Outcome


class Referents:
    """Referents of both sides, joined where they are the same one."""

    def __init__(self, lookup: Lookup) -> None:
        self.mentions: dict[Key, list[Name]] = defaultdict(list)
        self._joined: dict[Key, Key] = {}
        for side in SIDES:
            for one in lookup.page(side).reading.names:
                self.mentions[side, one.referent].append(one)
        self._key_of = {
            (side, one.start): (side, one.referent) for (side, _), held in self.mentions.items() for one in held
        }
        self._join_by_name()
        self._join_by_two_names()

    def root(self, key: Key) -> Key:
        while key in self._joined:
            key = self._joined[key]
        return key

    def join(self, keys: Iterable[Key]) -> None:
        """Take all of these for one."""
        roots = sorted({self.root(key) for key in keys})
        for other in roots[1:]:
            self._joined[other] = roots[0]

    def at(self, side: Side, span: Span) -> Key | None:
        return self._key_of.get((side, span.start))

    def groups(self) -> dict[Key, list[Key]]:
        """Return all referents under the one that stands for them."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for key in self.mentions:
            found[self.root(key)].append(key)
        return found

    def _join_by_name(self) -> None:
        """Join across the sides what has the same proper name, or is called the same in two words or more."""
        by_name: dict[str, list[Key]] = defaultdict(list)
        for key, held in self.mentions.items():
            for label in {label for one in held if (label := _label(one))}:
                by_name[label].append(key)
        for keys in by_name.values():
            for left, right in _across(keys):
                self.join((left, right))

    def _join_by_two_names(self) -> None:
        """Join across the sides what shares two names: both call the council a gang."""
        heads = {key: frozenset(one.head for one in held) for key, held in self.mentions.items()}
        by_two: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for key, held in heads.items():
            for two in combinations(sorted(held), 2):
                by_two[two].append(key)
        for keys in by_two.values():
            for left, right in _across(keys):
                self.join((left, right))


def _across(keys: list[Key]) -> Iterator[tuple[Key, Key]]:
    """A label that is shared by several referents of one side says nothing."""
    left, right = ([key for key in keys if key[0] == side] for side in SIDES)
    if len(left) == len(right) == 1:
        yield left[0], right[0]


def _label(name: Name) -> str:
    if name.head[:1].isupper():
        return name.head.lower()
    return name.text.lower() if len(name.text.split()) > 1 else ""


def make_names(lookup: Lookup) -> tuple[NameRow, ...]:
    """Return a row for each person or thing that both name, or that one names in a way worth telling."""
    referents = Referents(lookup)
    marked: dict[Key, Item] = {}
    rows: list[NameRow] = []
    for item in lookup.of_kind("naming"):
        keys = [key for side in SIDES for one in item.spans(side) if (key := referents.at(side, one))]
        referents.join(keys)
        if keys:
            marked.setdefault(keys[0], item)
        else:
            rows.append(_row_of_marks(lookup, item))
    roots = {referents.root(key): item for key, item in reversed(marked.items())}
    for root, keys in referents.groups().items():
        held = {side: [one for key in keys if key[0] == side for one in referents.mentions[key]] for side in SIDES}
        if _is_told(held, marked=root in roots):
            rows.append(_row(lookup, held, roots.get(root)))
    order = list(GROUPS)
    return tuple(sorted(rows, key=lambda row: (order.index(row.outcome.group), -_mentions(row))))


def _is_told(held: dict[Side, list[Name]], *, marked: bool) -> bool:
    both = [*held["left"], *held["right"]]
    if marked or any(one.distanced for one in both):
        return True
    proper = any(one.head[:1].isupper() for one in both)
    if held["left"] and held["right"]:
        return True
    return len({one.text.lower() for one in both}) >= OFTEN or (proper and len(both) >= OFTEN)


def _row(lookup: Lookup, held: dict[Side, list[Name]], item: Item | None) -> NameRow:
    both = [*held["left"], *held["right"]]
    best = _best_name(both)
    proper = best if any(one.head[:1].isupper() for one in both) else ""
    left, right = (_called(held[side]) or _in_text(lookup.page(side), proper) for side in SIDES)
    outcome = _of_mark(item, lookup) if item else _outcome(lookup, held, left, right)
    return NameRow(best, left, right, outcome)


def _in_text(page: Page, name: str) -> tuple[Called, ...]:
    """A proper name that the reading does not list may stand in the text all the same."""
    times = page.times_said(name)
    return (Called(name, times, (), distanced=False),) if times else ()


def _of_mark(item: Item, lookup: Lookup) -> Outcome:
    """A label that one piece alone uses is another way of telling, and no mere gap."""
    outcome = outcome_of(item, lookup)
    return replace(outcome, group="differs") if outcome.group == "alone" else outcome


def _outcome(
    lookup: Lookup, held: dict[Side, list[Name]], left: tuple[Called, ...], right: tuple[Called, ...]
) -> Outcome:
    side: Side = "left" if held["left"] else "right"
    href = lookup.page(side).href(held[side][0])
    if not (left and right):
        other = lookup.page("right" if side == "left" else "left")
        said_there = any(other.times_said(one.words) for one in (*left, *right))
        return alone(href) if said_there else alone(href, f"only in {lookup.said(side)}")
    words = [{one.words.lower() for one in called} for called in (left, right)]
    if words[0] & words[1]:
        return Outcome("alike", "the same words" if words[0] == words[1] else "a word in common", "match", href)
    return Outcome("alike", "other words for the same", "minor", href)


def _row_of_marks(lookup: Lookup, item: Item) -> NameRow:
    """A naming difference whose words the readings do not list as names: "robbery", as the hauliers call the toll."""
    left, right = (tuple(_marked_words(lookup.page(side), item.spans(side))) for side in SIDES)
    said = [one.of for side in SIDES for span in item.spans(side) if (one := _predication(lookup.page(side), span))]
    referent = said[0] if said else (left or right)[0].words if left or right else ""
    return NameRow(referent, left, right, _of_mark(item, lookup))


def _marked_words(page: Page, spans: Iterable[Span]) -> Iterator[Called]:
    """Each of the words once, with in whose words it stands there."""
    voices = Voices(page.reading.text, page.reading.attributions, page.reading.quotes)
    by_word: dict[str, list[Owner]] = defaultdict(list)
    for span in spans:
        by_word[page.words(span)].append(voices.owner((span.start, span.end)))
    for words, owners in by_word.items():
        uses = Counter((owner.whose, owner.speaker or "") for owner in owners)
        told = tuple(Use(whose, speaker, times) for (whose, speaker), times in uses.most_common())
        yield Called(words, len(owners), told, distanced=False)


def _predication(page: Page, span: Span) -> Predication | None:
    return next((one for one in page.reading.predications if one.start == span.start), None)


def _called(held: list[Name]) -> tuple[Called, ...]:
    """Each word once, the most frequent first."""
    by_word: dict[str, list[Name]] = defaultdict(list)
    for one in held:
        by_word[one.text.lower()].append(one)
    return tuple(sorted(map(_one_word, by_word.values()), key=lambda one: -one.times))


def _one_word(held: list[Name]) -> Called:
    uses = Counter((one.whose, one.speaker or "") for one in held)
    return Called(
        " ".join(held[0].text.split()),
        len(held),
        tuple(Use(whose, speaker, times) for (whose, speaker), times in uses.most_common()),
        any(one.distanced for one in held),
    )


def _best_name(held: list[Name]) -> str:
    """The proper name if there is one, else the most frequent words."""
    proper = [one for one in held if one.head[:1].isupper()]
    return Counter(" ".join((one.head if proper else one.text).split()) for one in proper or held).most_common(1)[0][0]


def _mentions(row: NameRow) -> int:
    return sum(one.times for one in (*row.left, *row.right))
