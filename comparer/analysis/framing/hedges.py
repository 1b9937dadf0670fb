"""Mark hedges, which take certainty away, and boosters, which press it, where they stand in that sense."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from comparer.analysis.framing.words import Direction, HedgeWords
from comparer.analysis.report import Hedge

_CLAUSES = frozenset({"ccomp", "xcomp", "acl", "csubj", "oprd"})
_HEDGEABLE = frozenset({"ADJ", "ADV", "NOUN", "VERB", "AUX"})
_LONGEST_PHRASE = 5


def read_hedges(doc: Doc, *, words: HedgeWords) -> tuple[Hedge, ...]:
    """Return hedges and boosters in the order of the text.

    What makes a number vague ("about 40") is none: that belongs to the number.
    """
    return tuple(_find(doc, words))


def _find(doc: Doc, words: HedgeWords) -> Iterator[Hedge]:
    first_words = {phrase[0] for phrase in words.phrases}
    text = doc.text
    position = 0
    while position < len(doc):
        token = doc[position]
        length, direction = _phrase(doc, position, words) if token.lower_ in first_words else (0, None)
        if direction is None and token.pos_ in _HEDGEABLE:
            length, direction = 1, _word(token, words)
        if direction is not None:
            last = doc[position + length - 1]
            end = last.idx + len(last)
            yield Hedge(token.idx, end, text[token.idx : end], direction)
        position += max(length, 1)


def _phrase(doc: Doc, start: int, words: HedgeWords) -> tuple[int, Direction | None]:
    """Return how many tokens a listed phrase takes here, and its direction."""
    window = tuple(token.lower_ for token in doc[start : start + _LONGEST_PHRASE])
    for length in range(len(window), 1, -1):
        direction = words.phrases.get(window[:length])
        if direction is not None:
            return length, direction
    return 0, None


def _word(token: Token, words: HedgeWords) -> Direction | None:
    key = token.pos_, token.lower_ if token.pos_ in {"ADV", "AUX"} else token.lemma_.lower()
    direction = words.direction.get(key)
    if direction is None or (key in words.with_clause and not _has_clause(token)):
        return None
    if token.pos_ == "AUX":
        return None if _did_not(token) else direction
    return None if _set_phrase(token) else direction


def _has_clause(token: Token) -> bool:
    """True for "seems to", "it is possible that", "believed to": for an adjective the clause may hang on its verb."""
    if any(child.dep_ in _CLAUSES for child in token.children):
        return True
    copular = token.dep_ in {"acomp", "attr", "oprd"} and token.head.i != token.i
    return copular and any(child.dep_ in {"ccomp", "csubj"} and child.i > token.i for child in token.head.children)


def _did_not(modal: Token) -> bool:
    """True for "could not be reached", which is a fact."""
    return modal.lower_ == "could" and any(child.dep_ == "neg" for child in modal.head.children)


def _set_phrase(token: Token) -> bool:
    """True for "as soon as possible" and "if possible"."""
    return token.lower_ == "possible" and token.i > 0 and token.nbor(-1).lower_ in {"as", "if", "where", "when"}
