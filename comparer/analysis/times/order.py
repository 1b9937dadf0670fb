"""When something happened as counted from an event: "hours before the report", "on the eve of the vote", "on its last day"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from comparer.analysis.kinship import shares_stem
from comparer.analysis.report import Token
from comparer.analysis.times.distance import distance

Side = Literal["before", "during", "after"]

_SIDES: dict[str, Side] = {
    "before": "before", "ahead": "before", "after": "after", "since": "after", "during": "during", "amid": "during",
}  # fmt: skip
_ANY_SIDE: frozenset[Side] = frozenset({"before", "during", "after"})
_EVER, _THAT_DAY, _THAT_NIGHT, _ON_THE_EVE = (-inf, inf), (0, 0), (0, 1), (-3, -1)
_PARTS_OF_DAY = frozenset({"day", "morning", "afternoon", "evening", "night"})
_YEARLY = frozenset({"anniversary", "birthday", "jubilee"})
_WHICH_DAY = {
    "first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": inf, "final": inf, "closing": inf,
}  # fmt: skip
_CLAUSE_OPENS = frozenset({"DET", "PRON", "PROPN"})
_OF_NAME = frozenset({"DET", "PRON", "ADJ", "NUM", "NOUN", "PROPN", "PART"})
_LONGEST_NAME = 5
_REACH, _FEWEST, _ENOUGH = 9, 2, 0.5
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
_ENDS = frozenset({",", ";", ".", ":", "—", "–"})
_EMPTY = frozenset(
    {"be", "have", "do", "make", "take", "come", "go", "get", "become", "say", "tell", "day", "hour", "time"}
)
_NO = frozenset({"not", "n't", "n’t", "never", "no"})


@dataclass(frozen=True, slots=True)
class Link:
    """What ties something to an event: tokens `first` to `last` (exclusive), and what they say of its time.

    `days` are the fewest and most calendar days from the event, negative before it; `number` is that of
    its day ("the third day"), infinite for the last.
    """

    first: int
    last: int
    sides: frozenset[Side]
    days: tuple[float, float] = _EVER
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where something stands in time: the first token that says so, how, and the content words of the event."""

    token: Token
    link: Link
    event: tuple[Token, ...]


def placed_apart(left: Sequence[Token], right: Sequence[Token]) -> tuple[Placed, Placed] | None:
    """Return where each passage places what it tells, if they count from one event and both cannot be; else None.

    Each passage must count from one event only, and must not deny anything:
    "not before", "did not leave until after" say the opposite of their words.
    """
    ours, theirs = _placed(left), _placed(right)
    if ours is None or theirs is None or not _apart(ours.link, theirs.link):
        return None
    return (ours, theirs) if _one_event(ours.event, theirs.event) else None


def _apart(one: Link, other: Link) -> bool:
    if one.number is not None and other.number is not None:
        return one.number != other.number and min(one.number, other.number) in {1, *_known(one, other)}
    beyond = one.days[1] < other.days[0] or other.days[1] < one.days[0]
    return beyond or one.sides.isdisjoint(other.sides)


def _known(one: Link, other: Link) -> set[float]:
    """The numbers of both days where neither is the last, which may be any but the first."""
    numbers = {number for number in (one.number, other.number) if number is not None}
    return set() if inf in numbers else numbers


def _placed(tokens: Sequence[Token]) -> Placed | None:
    found = [link for position in range(len(tokens)) if (link := _link(tokens, position)) is not None]
    if len(found) != 1 or any(token.lemma.lower() in _NO for token in tokens):
        return None
    event: list[Token] = []
    for word in tokens[found[0].last : found[0].last + _REACH]:
        if word.lemma in _ENDS:
            break
        if word.pos in _CONTENT and word.lemma.lower() not in _EMPTY:
            event.append(word)
    return Placed(tokens[found[0].first], found[0], tuple(event)) if event else None


def _link(tokens: Sequence[Token], position: int) -> Link | None:
    """The link that the word at `position` makes, if any."""
    lemma = _lemma(tokens, position)
    if lemma in _SIDES:
        return _beside(tokens, position)
    if lemma == "eve" and _lemma(tokens, position + 1) == "of":
        return Link(position, position + 2, frozenset({"before"}), _ON_THE_EVE)
    if lemma in _PARTS_OF_DAY:
        return _on_day(tokens, position)
    return _on_yearly(tokens, position) if lemma == "on" else None


def _beside(tokens: Sequence[Token], position: int) -> Link | None:
    """Read "hours before", "two days after", "during", "ahead of"."""
    lemma = _lemma(tokens, position)
    if tokens[position].pos not in {"ADP", "SCONJ", "ADV"} or (
        lemma == "ahead" and _lemma(tokens, position + 1) != "of"
    ):
        return None
    side = _SIDES[lemma]
    if side == "during":
        return Link(position, position + 1, frozenset({side}))
    first, (low, high) = distance(tokens, position)
    return Link(first, position + 1, frozenset({side}), (low, high) if side == "after" else (-high, -low))


def _on_day(tokens: Sequence[Token], position: int) -> Link | None:
    """Read "on the day of", "the day the rebels came", "on the wedding day", "on the last day of"."""
    before, after = _lemma(tokens, position - 1), _lemma(tokens, position + 1)
    days = _THAT_NIGHT if _lemma(tokens, position) == "night" else _THAT_DAY
    clause = position + 1 < len(tokens) and (tokens[position + 1].pos in _CLAUSE_OPENS or after in {"when", "that"})
    if before == "the" and _lemma(tokens, position - 2) in {"on", ","} and (after == "of" or clause):
        return Link(position - 1, position + 1, _ANY_SIDE, days)
    if before == "the" and clause and tokens[position - 2].pos != "ADP":
        return Link(position - 1, position + 1, _ANY_SIDE, days)
    if before in _WHICH_DAY and after == "of" and _lemma(tokens, position - 3) == "on":
        return Link(position - 2, position + 1, frozenset({"during"}), number=_WHICH_DAY[before])
    return None


def _on_yearly(tokens: Sequence[Token], position: int) -> Link | None:
    """Read "on the tenth anniversary of", "on her birthday", "on election day": days that are events themselves."""
    for end in range(position + 1, min(len(tokens), position + 1 + _LONGEST_NAME)):
        if tokens[end].pos not in _OF_NAME:
            return None
        named_day = tokens[end].lemma.lower() == "day" and tokens[end - 1].pos in {"NOUN", "PROPN"}
        if tokens[end].lemma.lower() in _YEARLY or named_day:
            return Link(position, position + 1, _ANY_SIDE, _THAT_DAY)
    return None


def _lemma(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].lemma.lower() if 0 <= position < len(tokens) else ""


def _one_event(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    shared = [one for one in ours if any(_alike(one, other) for other in theirs)]
    fewer = min(len(ours), len(theirs))
    nouns = [token for token in shared if token.pos in {"NOUN", "PROPN"}]
    if _years_of(ours) != _years_of(theirs):
        return False  # the anniversary of the vote is not the vote
    return bool(nouns) and len(shared) >= min(_FEWEST, fewer) and len(shared) >= _ENOUGH * fewer


def _years_of(event: Sequence[Token]) -> frozenset[str]:
    return _YEARLY & {token.lemma.lower() for token in event}


def _alike(one: Token, other: Token) -> bool:
    return one.lemma.lower() == other.lemma.lower() or shares_stem(one.lemma.lower(), other.lemma.lower())
