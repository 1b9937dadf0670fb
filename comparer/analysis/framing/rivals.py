"""Rival names for one thing in paired passages: "levy" and "tax", "reform" and "cuts", "fence" and "wall"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.framing.voices import Voices
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Range, Slot, Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_EMPTY = frozenset({"be", "have", "do", "say", "tell", "make", "take", "go", "get", "new", "other", "year", "people"})
_AMERICAN = {"centre": "center", "defence": "defense", "programme": "program", "labour": "labor", "offence": "offense"}
_LABELS = frozenset({"NOUN", "PROPN", "ADJ"})
_NEAR = 3
"""Content words to either side by which two labels are known to stand in the same place."""
_ENOUGH = 2
_MOST_WORDS = 400
"""A longer passage is no sentence any more; keeps hostile text quick."""


@dataclass(frozen=True)
class Rivals:
    """What data/rivals.toml holds: for each label, in lemmas, the groups and camps that it belongs to."""

    camps: Mapping[tuple[str, ...], frozenset[tuple[int, int]]]

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """How many words the longest label has, by the first word: most words of a text start none."""
        found: dict[str, int] = {}
        for label in self.camps:
            found[label[0]] = max(len(label), found.get(label[0], 0))
        return found

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Rivals:
        """KeyError where the table is not made like data/rivals.toml."""
        found: dict[tuple[str, ...], set[tuple[int, int]]] = {}
        for group, rival in enumerate(table["rival"]):
            for camp, labels in enumerate(rival["camps"]):
                for label in labels:
                    found.setdefault(tuple(label.replace("-", " - ").split()), set()).add((group, camp))
        return cls({label: frozenset(places) for label, places in found.items()})

    def interchangeable(self, one: str, other: str) -> bool:
        """True for two words of one camp that are nowhere rivals: "policeman" and "officer"."""
        ours, theirs = dict(self.camps.get((one,), ())), dict(self.camps.get((other,), ()))
        shared = ours.keys() & theirs.keys()
        return one != other and bool(shared) and all(ours[group] == theirs[group] for group in shared)


@dataclass(frozen=True, slots=True)
class _Label:
    span: Range
    words: tuple[str, ...]
    camps: Mapping[int, int]
    """Camp by group."""


def compare_rivals(
    left: Passage, right: Passage, matches: Sequence[MatchedEvents], *, rivals: Rivals, named: Iterable[Finding] = ()
) -> Iterator[Finding]:
    """Yield the rival names that two matched passages give to one thing.

    Two rivals name one thing where they stand in the same role of the same
    event or beside the same words, and neither side uses the other's name too.
    """
    marked = {mark.start for finding in named for mark in (*finding.left, *finding.right)}
    if len(_content(left) & _content(right)) < _ENOUGH:
        return
    ours = _labels(left, rivals)
    theirs = _labels(right, rivals) if ours else []
    taken: set[Range] = set()
    for one in ours:
        for other in theirs:
            free = not {one.span[0], other.span[0]} & marked and other.span not in taken
            if free and _rival(one, other, ours, theirs) and _same_place(left, right, one, other, matches):
                taken.add(other.span)
                yield _finding(left, right, one, other)
                break


def _labels(passage: Passage, rivals: Rivals) -> list[_Label]:
    """Each label where it stands first."""
    tokens = passage.tokens if len(passage.tokens) <= _MOST_WORDS else ()
    found: dict[tuple[str, ...], _Label] = {}
    position = 0
    while position < len(tokens):
        longest = _longest(passage, tokens[position], rivals)
        if not longest:
            position += 1
            continue
        lengths = range(longest, 0, -1)
        words = next((some for length in lengths if (some := _listed(passage, position, length, rivals))), ())
        if words:
            found.setdefault(words, _label(tokens, position, words, rivals))
        position += max(len(words), 1)
    return list(found.values())


def _longest(passage: Passage, token: Token, rivals: Rivals) -> int:
    """How many words a label that starts with `token` can have; 0 where none does."""
    form = passage.reading.text[token.start : token.end].lower()
    firsts = _AMERICAN.get(token.lemma, token.lemma), form, form.removesuffix("s")
    return max(rivals.longest.get(first, 0) for first in firsts)


def _listed(passage: Passage, start: int, length: int, rivals: Rivals) -> tuple[str, ...]:
    """The label of so many words that starts here; empty if there is none."""
    some = passage.tokens[start : start + length]
    if len(some) < length or not _LABELS & {token.pos for token in some[-1:] + some[:1]}:
        return ()
    lemmas = tuple(_AMERICAN.get(token.lemma, token.lemma) for token in some)
    # The tagger takes "whistleblower" for a form of a verb.
    forms = tuple(passage.reading.text[token.start : token.end].lower() for token in some)
    spelled = (lemmas, (*forms[:-1], lemmas[-1]), (*lemmas[:-1], forms[-1].removesuffix("s")))
    return next((words for words in spelled if words in rivals.camps), ())


def _label(tokens: Sequence[Token], start: int, words: tuple[str, ...], rivals: Rivals) -> _Label:
    span = tokens[start].start, tokens[start + len(words) - 1].end
    # A "congestion charge" is a charge, too.
    camps = dict(rivals.camps.get(words[-1:], ())) | dict(rivals.camps[words])
    return _Label(span, words, camps)


def _near(passage: Passage, label: _Label) -> set[str]:
    """Content words beside the label."""
    start, end = label.span
    before = islice((token.lemma for token in reversed(passage.tokens) if token.start < start and _tells(token)), _NEAR)
    behind = islice((token.lemma for token in passage.tokens if token.start >= end and _tells(token)), _NEAR)
    return {*before, *behind}


def _tells(token: Token) -> bool:
    return token.pos in _CONTENT and token.lemma not in _EMPTY


def _content(passage: Passage) -> set[str]:
    return {token.lemma for token in passage.tokens if _tells(token)}


def _rival(one: _Label, other: _Label, ours: Iterable[_Label], theirs: Iterable[_Label]) -> bool:
    groups = [group for group, camp in one.camps.items() if other.camps.get(group, camp) != camp]
    if (
        set(one.words) & set(other.words)
        and one.words[-1] == other.words[-1]
        and min(len(one.words), len(other.words)) == 1
    ):
        return False
    mine = {label.camps.get(group) for label in ours for group in groups}
    yours = {label.camps.get(group) for label in theirs for group in groups}
    # Who uses both names does not choose between them.
    return any(one.camps[group] not in yours and other.camps[group] not in mine for group in groups)


def _same_place(left: Passage, right: Passage, one: _Label, other: _Label, matches: Iterable[MatchedEvents]) -> bool:
    if _near(left, one) & _near(right, other):
        return True
    return any(
        _inside(one.span, role) and _inside(other.span, counterpart)
        for match in matches
        if match.relation != "opposite"
        for role, counterpart in ((match.left.agent, match.right.agent), (match.left.patient, match.right.patient))
    )


def _inside(span: Range, role: Range | None) -> bool:
    return role is not None and role[0] <= span[0] and span[1] <= role[1]


def _finding(left: Passage, right: Passage, ours: _Label, theirs: _Label) -> Finding:
    marks = (excerpt(left.reading, ours.span),), (excerpt(right.reading, theirs.span),)
    here, there = marks[0][0].text, marks[1][0].text
    return Finding(
        "naming",
        "differs",
        *marks,
        f"Left says “{here}”{_owner(left, ours)}; right says “{there}”{_owner(right, theirs)}: two names that frame it differently.",
        slot=Slot("what it is called", here, there, "differs"),
    )


def _owner(passage: Passage, label: _Label) -> str:
    """Say whose words they are, "(quoting Lin)"; nothing where they are the outlet's own."""
    reading = passage.reading
    owner = Voices(reading.text, reading.attributions, reading.quotes).owner(label.span)
    if owner.whose == "own":
        return ""
    speaker = owner.speaker or "somebody"
    return f" (quoting {speaker})" if owner.whose == "quoted" else f" (as {speaker} has it)"
