"""A relation between source, cue and content, in token positions, while it is being worked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from comparer.analysis.report import Range

_EDGE = frozenset(",;:.—–-\"“”'‘’()[]… ") | {"...", "--"}
_OPENING = frozenset("\"“‘('[")
_NONE: frozenset[str] = frozenset()
_LONGEST = 250
"""Tokens; keeps hostile text quick, and no sentence of news is longer."""
_RELATIVES = frozenset({"which", "who", "whose", "whom", "where", "when"})
_CLOSING = frozenset('"”’)]!?…') | {"'"}


@dataclass(frozen=True, slots=True)
class Relation:
    """All ranges count tokens, end exclusive. `head` is the cue's main word."""

    head: int
    lemma: str
    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    quoted: bool = False
    embedding: bool = True
    """Whether its content swallows other cues: a reporting verb's does, an adverb's does not."""

    def with_content(self, content: Iterable[Range]) -> Relation:
        return replace(self, content=merged(content))


def subtree(token: Token) -> Range:
    """Return the stretch from the first to the last token under `token`, at most `_LONGEST` to either side."""
    return max(token.left_edge.i, token.i - _LONGEST), min(token.right_edge.i, token.i + _LONGEST) + 1


def sentence_of(token: Token) -> Range:
    """Return the tokens of the sentence around `token`, at most `_LONGEST` to either side."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > max(0, token.i - _LONGEST) and not doc[start].is_sent_start:
        start -= 1
    while end < min(len(doc), token.i + _LONGEST) and not doc[end].is_sent_start:
        end += 1
    return start, end


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Return `ranges` in order, with those that touch or overlap joined, and empty ones dropped."""
    joined: list[Range] = []
    for start, end in sorted(r for r in ranges if r[0] < r[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def without(ranges: Iterable[Range], hole: Range) -> tuple[Range, ...]:
    """Return `ranges` with the tokens of `hole` taken out."""
    kept: list[Range] = []
    for start, end in ranges:
        kept.append((start, min(end, hole[0])))
        kept.append((max(start, hole[1]), end))
    return merged(kept)


def trimmed(doc: Doc, span: Range, *, quotes: bool = False) -> Range:
    """Return `span` without white space and loose punctuation at its ends; `quotes` keeps quotation marks."""
    start, end = span
    while start < end and _loose(doc[start], _OPENING if quotes else _NONE):
        start += 1
    while start < end and _loose(doc[end - 1], _CLOSING if quotes else _NONE):
        end -= 1
    return start, end


def without_asides(doc: Doc, span: Range, core: int) -> Range:
    """Cut what the writer adds behind a comma: ", which ...", ", who ...", ", speaking ...". `core` is never cut."""
    start, end = span
    for i in range(core + 1, end - 1):
        if doc[i].text == "," and (_opens_aside(doc[i + 1]) or _participle(doc[i + 1])):
            return start, i
    return start, end


def _participle(token: Token) -> bool:
    return token.tag_ == "VBG" and token.dep_ in {"acl", "advcl"} and token.head.pos_ in {"NOUN", "PROPN", "PRON"}


def _opens_aside(token: Token) -> bool:
    if token.lower_ not in _RELATIVES and (token.pos_ != "ADP" or token.nbor().lower_ not in _RELATIVES):
        return False
    clause = token
    for _ in range(4):
        if clause.dep_ in {"relcl", "advcl"}:
            return True
        clause = clause.head
    return False


def holds(ranges: Iterable[Range], position: int) -> bool:
    """Whether a token position lies inside one of `ranges`."""
    return any(start <= position < end for start, end in ranges)


def size(ranges: Iterable[Range]) -> int:
    """Number of tokens."""
    return sum(end - start for start, end in ranges)


def _loose(token: Token, kept: frozenset[str]) -> bool:
    return token.text not in kept and (token.is_space or token.text in _EDGE)
