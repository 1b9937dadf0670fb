"""An article as lexemes and as spaCy's tokens, and the way from one to the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from comparer.analysis.numbers.lexing import Lexeme, lex
from comparer.analysis.numbers.words import NumberWords

_SHARE_OF_CAPITALS = 0.7
_LONGEST_TITLE = 40


@dataclass(frozen=True)
class Page:
    doc: Doc
    lexemes: Sequence[Lexeme]
    starts: Sequence[int]
    words: NumberWords
    sentence_starts: Sequence[int]
    """Positions of the first tokens of the sentences; only 0 where the article was not split."""

    def token_at(self, offset: int) -> int:
        """Return the position of the token that holds the character at `offset`."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def token_from(self, offset: int) -> int:
        """Return the position of the first token that starts at or behind `offset`."""
        return bisect_left(self.starts, offset)

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the tokens [first, end) of the sentence around `token`; the whole article where it was not split."""
        place = bisect_right(self.sentence_starts, token)
        following = self.sentence_starts[place] if place < len(self.sentence_starts) else len(self.doc)
        return self.sentence_starts[place - 1], following

    def is_title_case(self, offset: int) -> bool:
        """True where most words around are capitalised, as in an English headline."""
        start, end = self.sentence(self.token_at(offset))
        start = max(start, self.token_at(offset) - _LONGEST_TITLE)
        words = [
            token
            for token in self.doc[start : min(end, start + 2 * _LONGEST_TITLE)]
            if token.is_alpha and len(token) > 3
        ]
        return len(words) > 4 and sum(token.text[0].isupper() for token in words) >= _SHARE_OF_CAPITALS * len(words)


def open_page(doc: Doc, words: NumberWords) -> Page:
    """Return `doc` prepared for reading its numbers."""
    split = doc.has_annotation("SENT_START")
    starts = [sentence.start for sentence in doc.sents] if split else [0]
    return Page(doc, lex(_with_breaks(doc, starts)), [token.idx for token in doc], words, starts)


def _with_breaks(doc: Doc, starts: Sequence[int]) -> str:
    """The text with a line break behind sentences without a full stop: headings, which the doc joins by spaces."""
    text = list(doc.text)
    for start in starts:
        if start and not doc[start - 1].is_punct and doc[start - 1].whitespace_ == " ":
            text[doc[start].idx - 1] = "\n"
    return "".join(text)
