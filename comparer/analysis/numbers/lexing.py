"""Text to lexemes: figures, words and signs with their offsets, in one pass.

spaCy's tokens cut figures in ways that news does not ("3%-5" is one token,
"GBP3bn" a name), so numbers are read from these lexemes and only their place
in the sentence from spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

HYPHENS = {"-", "‐", "‑", "–", "—", "−"}

LexemeKind = Literal["figure", "word", "sign", "break", "skip"]

_PATTERN = re.compile(
    r"""
    (?P<skip>
        (?:https?://|www\.|pic\.twitter\.com/)\S+      # addresses
      | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}
      | [@\#]\w+                                       # handles and tags
      | \d{4}-\d{2}-\d{2}(?!\d)                        # dates in figures
      | \d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?![\d.])
      | \d{1,2}:\d{2}(?::\d{2})?(?!\d)                 # clock times
      | \(\d{3,4}\)\s?\d{3}[-\s]?\d{3,4}(?!\d)         # telephone numbers
      | \+\d{1,3}(?:[-\s.]\d{2,5}){2,4}(?!\d)
      | (?<!\d)\d{3}-(?:\d{3}-\d{4}|0\d{3})(?!\d)
      | (?<!\d)0\d{2,4}(?:[\s-]\d{3,4}){2}(?!\d)
      | \b(?:24/7|9/11|7/7)\b
    )
  | (?P<figure>
        \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)
      | \d{1,3}(?:,\ 000)+(?!\d)                        # 170, 000 as some archives have it
      | \d{1,2}(?:,\d{2})+,\d{3}(?!\d)                 # 1,50,000 as in India
      | \d{1,3}(?:[\u00a0\u2009\u202f'’]\d{3})+(?!\d)
      | \d{1,3}(?:[ ]\d{3}){2,}(?!\d)
      | \d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)
      | \d+\.\d+
      | (?<![\w.])\.\d{1,6}(?!\d)                      # .82
      | \d+,\d{1,2}(?![\d,])
      | \d+
      | [½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]
    )
  | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
  | (?P<break>\n)
  | (?P<sign>[^\s])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """`text[start:end]`; `glued` is true where no space stands before it."""

    start: int
    end: int
    text: str
    lower: str
    kind: LexemeKind
    glued: bool


def lex(text: str) -> list[Lexeme]:
    """Return the lexemes of `text` in order. Time is linear in its length."""
    found: list[Lexeme] = []
    last_end = -1
    for match in _PATTERN.finditer(text):
        start, end = match.span()
        piece = match.group()
        kind: LexemeKind = match.lastgroup  # type: ignore[assignment]
        found.append(Lexeme(start, end, piece, piece.lower().replace("’", "'"), kind, start == last_end))
        last_end = end
    return found


def word_at(lexemes: Sequence[Lexeme], at: int) -> str:
    """Return the lower-cased lexeme at `at`, "" outside the sequence."""
    return lexemes[at].lower if 0 <= at < len(lexemes) else ""
