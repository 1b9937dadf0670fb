"""What changed from one version of a piece to another: paragraph by paragraph, word by word. Pure: two texts in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from comparer.analysis.wording import Piece, diff_words


@dataclass(frozen=True, slots=True)
class Same:
    """Paragraphs that both versions have."""

    paragraphs: tuple[str, ...]

    is_change = False


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph that changed, came or went: pieces of "both", "left" (earlier) and "right" (later)."""

    pieces: tuple[Piece, ...]

    is_change = True


def compare_versions(earlier: str, later: str) -> list[Same | Change]:
    """Return both texts as one, in order."""
    left, right = earlier.splitlines(), later.splitlines()
    parts: list[Same | Change] = []
    for what, i, i_end, j, j_end in SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes():
        if what == "equal":
            parts.append(Same(tuple(line for line in left[i:i_end] if line.strip())))
        else:
            parts += _changes(left[i:i_end], right[j:j_end])
    return [part for part in parts if not isinstance(part, Same) or part.paragraphs]


def _changes(left: Sequence[str], right: Sequence[str]) -> Iterator[Change]:
    for before, after in zip_longest(left, right, fillvalue=""):
        if pieces := tuple(piece for piece in diff_words(before, after) if piece.text):
            yield Change(pieces)
