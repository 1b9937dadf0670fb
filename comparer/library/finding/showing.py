"""Where a piece holds the words looked for: a stretch of its text with them marked, as plain parts for the template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comparer.library.finding.folding import fold
from comparer.library.finding.search import Term

_ENDS_HERE = r"(?![^_\W])"
AROUND = 90
"""Characters shown before and after the first word found."""


@dataclass(frozen=True, slots=True)
class Part:
    text: str
    is_hit: bool = False


def mark(text: str, terms: Sequence[Term]) -> list[Part]:
    """Return the whole of `text` in parts, the words looked for apart."""
    parts, reached = [], 0
    for start, end in _hits(text, terms):
        parts += [Part(text[reached:start]), Part(text[start:end], is_hit=True)]
        reached = end
    return [part for part in [*parts, Part(text[reached:])] if part.text]


def excerpt(text: str, terms: Sequence[Term]) -> list[Part]:
    """Return the stretch of `text` around the first word found, else its beginning, in parts."""
    first = next(_hits(text, terms), (0, 0))
    start = _word_start(text, max(0, first[0] - AROUND))
    end = _word_end(text, first[1] + AROUND * (1 if start else 2))
    shown = " ".join(text[start:end].split())
    return mark(f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}", terms)


def _hits(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    if not terms:
        return
    forms = "|".join(re.escape(term.word) + ("" if term.is_beginning else _ENDS_HERE) for term in terms)
    for hit in re.finditer(rf"(?<![^_\W])(?:{forms})[^_\W]*", fold(text)):
        yield hit.start(), hit.end()


def _word_start(text: str, at: int) -> int:
    return at if at == 0 else text.find(" ", at) + 1


def _word_end(text: str, at: int) -> int:
    end = text.find(" ", at)
    return len(text) if end == -1 or at >= len(text) else end
