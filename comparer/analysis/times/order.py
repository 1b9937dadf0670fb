"""Before or after one and the same event: "hours before the report came out", "the day after the report was published"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.kinship import shares_stem
from comparer.analysis.report import Token

_ORDER = {"before": "before", "ahead": "before", "after": "after", "since": "after"}
_REACH, _FEWEST, _ENOUGH = 9, 2, 0.5
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
_ENDS = frozenset({",", ";", ".", ":", "—", "–"})
_EMPTY = frozenset(
    {"be", "have", "do", "make", "take", "come", "go", "get", "become", "say", "tell", "day", "hour", "time"}
)
_NO = frozenset({"not", "n't", "n’t", "never", "no"})


@dataclass(frozen=True, slots=True)
class Placed:
    """Where something stands in time: the word for it, and the content words of the event it leans on."""

    token: Token
    order: str
    event: tuple[Token, ...]


def opposite_order(left: Sequence[Token], right: Sequence[Token]) -> tuple[Placed, Placed] | None:
    """Return what one passage puts before and the other after the same event; None where nothing is.

    Each passage must order things by one word only, and must not deny anything:
    "not before", "did not leave until after" say the opposite of their words.
    """
    ours, theirs = _placed(left), _placed(right)
    if ours is None or theirs is None or ours.order == theirs.order:
        return None
    return (ours, theirs) if _one_event(ours.event, theirs.event) else None


def _placed(tokens: Sequence[Token]) -> Placed | None:
    found = [(number, token) for number, token in enumerate(tokens) if _orders(tokens, number)]
    if len(found) != 1 or any(token.lemma.lower() in _NO for token in tokens):
        return None
    number, token = found[0]
    event: list[Token] = []
    for word in tokens[number + 1 : number + 1 + _REACH]:
        if word.lemma in _ENDS:
            break
        if word.pos in _CONTENT and word.lemma.lower() not in _EMPTY:
            event.append(word)
    return Placed(token, _ORDER[token.lemma.lower()], tuple(event)) if event else None


def _orders(tokens: Sequence[Token], number: int) -> bool:
    lemma = tokens[number].lemma.lower()
    if lemma == "ahead":
        return number + 1 < len(tokens) and tokens[number + 1].lemma == "of"
    return lemma in _ORDER and tokens[number].pos in {"ADP", "SCONJ", "ADV"}


def _one_event(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    shared = [one for one in ours if any(_alike(one, other) for other in theirs)]
    fewer = min(len(ours), len(theirs))
    nouns = [token for token in shared if token.pos in {"NOUN", "PROPN"}]
    return bool(nouns) and len(shared) >= min(_FEWEST, fewer) and len(shared) >= _ENOUGH * fewer


def _alike(one: Token, other: Token) -> bool:
    return one.lemma.lower() == other.lemma.lower() or shares_stem(one.lemma.lower(), other.lemma.lower())
