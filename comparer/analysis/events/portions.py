"""How many of them, without a number: all, nearly all, most, half, few, none. "All gun sales" are not "nearly all"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.told_words import (
    OWNING,
    are_alike,
    are_short_enough,
    both_tell_more,
    have_much_in_common,
    is_open,
    shared_words,
    sides_of,
)
from comparer.analysis.events.words import Actors, american
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Slot, Span, Token

_ALL, _NEARLY_ALL, _MOST, _HALF, _FEW, _NONE = range(6)
_PORTIONS = {
    "all": _ALL, "both": _ALL, "every": _ALL, "each": _ALL, "whole": _ALL, "entire": _ALL, "most": _MOST, "majority": _MOST, "half": _HALF,
    "few": _FEW, "none": _NONE,
}  # fmt: skip
_NEARLY = frozenset({"nearly", "almost", "virtually", "practically"})
# "A few", "at most", "the few": something else is said.
_OTHERWISE = frozenset(
    {"a", "at", "not", "n't", "above", "after", "in", "first", "second", "last", "and", "every", "very"}
)
_BETWEEN = frozenset({"of", "the", "its", "their", "his", "her", "those", "these", "them"})
# Where only one side has such a word, it may tell what has become of the rest since.
_SINCE = frozenset({"now", "since", "later", "already", "meanwhile", "finally", "eventually", "first", "initially"})
_ONLY = frozenset({"only", "just"})
_NEAR = 8
_COMPATIBLE = frozenset({frozenset((_NEARLY_ALL, _MOST))})


@dataclass(frozen=True, slots=True)
class _Portion:
    share: int
    span: Span
    noun: str


def compare_portions(left: Passage, right: Passage, predicates: Predicates, actors: Actors) -> Finding | None:
    """Return the conflict of two sentences in much the same words that tell it of different shares of the same."""
    if not are_short_enough(left, right) or is_open(left) != is_open(right):
        return None
    if _tells_the_later(left) != _tells_the_later(right):
        return None
    said, told = list(_portions(left.tokens)), list(_portions(right.tokens))
    if len(said) != 1 or len(told) != 1 or not _exclude(said[0], told[0], predicates):
        return None
    ours, theirs = sides_of(left, right, predicates)
    shared = set(shared_words(ours, theirs, predicates, actors))
    others = both_tell_more(ours.own(shared), theirs.own(shared))
    if bool(ours.negations) != bool(theirs.negations) or others or not have_much_in_common(ours, theirs, shared):
        return None
    first, second = excerpt(left.reading, said[0].span), excerpt(right.reading, told[0].span)
    words = f"Left says “{first.text}”; right says “{second.text}”: both cannot be true."
    slot = Slot("how many of them", first.text, second.text, "conflict")
    return Finding("number", "conflict", (first,), (second,), words, slot=slot, confirmed=True)


def _tells_the_later(passage: Passage) -> bool:
    return any(token.lemma.lower() in _SINCE for token in passage.tokens)


def _exclude(one: _Portion, other: _Portion, predicates: Predicates) -> bool:
    shares = frozenset((one.share, other.share))
    alike = one.noun == other.noun or are_alike(one.noun, other.noun, predicates)
    return len(shares) == 2 and shares not in _COMPATIBLE and alike


def _portions(tokens: Sequence[Token]) -> Iterator[_Portion]:
    for at, token in enumerate(tokens):
        share = _FEW if _is_only_one(tokens, at) else _PORTIONS.get(token.lemma.lower())
        first = _before(tokens, at)
        before = tokens[first].lemma.lower() if first is not None else ""
        noun = _noun_behind(tokens, at + 1)
        if share is None or noun is None or before in _OTHERWISE:
            continue
        nearly = share == _ALL and before in _NEARLY
        start = tokens[first].start if nearly and first is not None else token.start
        yield _Portion(_NEARLY_ALL if nearly else share, Span(start, tokens[noun].end), american(tokens[noun].lemma))


def _is_only_one(tokens: Sequence[Token], at: int) -> bool:
    """True for the one of "only one of the towers" and "one of his two sons"."""
    words = [token.lemma.lower() for token in tokens[max(at - 1, 0) : at + _NEAR]]
    here = min(at, 1)
    if words[here : here + 2] != ["one", "of"]:
        return False
    return "two" in words[here:] or (here == 1 and words[0] in _ONLY)


def _before(tokens: Sequence[Token], at: int) -> int | None:
    """The place of the word before, articles left out: the "almost" of "almost the entire stock"."""
    places = (place for place in range(at - 1, -1, -1) if tokens[place].lemma.lower() not in _BETWEEN)
    return next(places, None)


def _noun_behind(tokens: Sequence[Token], at: int) -> int | None:
    owner = next((place for place in range(at, min(at + _NEAR, len(tokens))) if tokens[place].lemma in OWNING), None)
    at = at if owner is None or any(token.pos == "VERB" for token in tokens[at:owner]) else owner + 1
    while at < len(tokens) and (tokens[at].lemma.lower() in _BETWEEN or tokens[at].pos in {"ADJ", "NUM"}):
        at += 1
    while at + 1 < len(tokens) and tokens[at].pos == "NOUN" and tokens[at + 1].pos == "NOUN":
        at += 1
    return at if at < len(tokens) and tokens[at].pos == "NOUN" else None
