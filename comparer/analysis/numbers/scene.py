"""The words around a number, as the questions about its role see them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from comparer.analysis.numbers.counted import Counted
from comparer.analysis.numbers.words import NumberWords

STEPS = 6
"""How far up the tree from the number."""
REACH_BEHIND = 6
"""Tokens."""
BEFORE_LEVELS = frozenset(
    ("about", "around", "nearly", "almost", "over", "than", "more", "least", "just", "some", "$", "£", "€", "less", "under")
)  # fmt: skip
"""What stands between "to" and its number."""


@dataclass(frozen=True)
class Scene:
    """Tokens [first, last) of the number, the noun it counts, and the end of the sentence.

    `people`: whether it counts people, None where no noun says so; `dimension`: the kind of its unit.
    """

    doc: Doc
    counted: Counted
    first: int
    last: int
    end: int
    people: bool | None
    words: NumberWords
    dimension: str = ""

    @property
    def anchor(self) -> Token:
        return self.counted.head if self.counted.head is not None else self.doc[self.last - 1]


def is_whole(token: Token) -> bool:
    """True for the "of" of "31 of the 212 passengers were hurt": the verb speaks of the 31."""
    return token.lower_ == "of" and (token.head.pos_ in ("NUM", "VERB") or token.head.like_num)
