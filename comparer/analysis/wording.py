"""Which words two aligned passages share, and which are each side's own.

Method: diff-match-patch over whole words. Each word, space and sign becomes one
character, those strings are compared, and the result is turned back into text
before `diff_cleanupSemantic` (on encoded text that step merges everything). The
clean-up works on characters and may cut words apart, so its edges are moved to
the nearest ends of words after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from diff_match_patch import diff_match_patch  # type: ignore[import-untyped]

WORD = re.compile(r"\w+(?:['’\-]\w+)*|\s+|[^\w\s]")
# Beyond this a passage is no sentence any more, and the worst case would take seconds.
# It also keeps the signs that stand for words far below the surrogates, which the differ cannot take.
MOST_WORDS = 600
# A net under MOST_WORDS, never reached in practice: the same input must give the same output.
MOST_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that both passages have, or that only one has."""

    side: Literal["both", "left", "right"]
    text: str


def diff_words(left: str, right: str) -> tuple[Piece, ...]:
    """Return the two passages as pieces, in order; whole words only.

    The pieces that are not "right" join to `left`, those that are not "left" to
    `right`. Passages of more than 600 words and signs are not compared: they
    come back as one piece each. Meant for the two sides of an aligned pair.
    """
    left_words, right_words = WORD.findall(left), WORD.findall(right)
    if left == right or max(len(left_words), len(right_words)) > MOST_WORDS:
        return _pieces(left, right, [(0, 0, len(left))] if left == right else [])
    shared = _shared_stretches(left_words, right_words)
    return _pieces(left, right, _whole_words(shared, left_words, right_words))


def share_of_words(pieces: Iterable[Piece]) -> float:
    """Return how much of the longer passage both have: 0.0 (nothing) to 1.0, counted in letters and digits."""
    letters = {"both": 0, "left": 0, "right": 0}
    for piece in pieces:
        letters[piece.side] += sum(character.isalnum() for character in piece.text)
    longer = letters["both"] + max(letters["left"], letters["right"])
    return letters["both"] / longer if longer else 1.0


def _shared_stretches(left: list[str], right: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield (start in left, start in right, length) of what both have, in characters."""
    differ = diff_match_patch()
    differ.Diff_Timeout = MOST_SECONDS
    signs: dict[str, str] = {}
    for word in left + right:
        signs.setdefault(word, chr(1 + len(signs)))
    words = {sign: word for word, sign in signs.items()}
    encoded = ("".join(signs[word] for word in side) for side in (left, right))
    diffs = [(what, "".join(words[sign] for sign in part)) for what, part in differ.diff_main(*encoded, False)]
    differ.diff_cleanupSemantic(diffs)
    in_left = in_right = 0
    for what, part in diffs:
        if what == differ.DIFF_EQUAL:
            yield in_left, in_right, len(part)
        in_left += len(part) if what != differ.DIFF_INSERT else 0
        in_right += len(part) if what != differ.DIFF_DELETE else 0


def _whole_words(
    shared: Iterable[tuple[int, int, int]], left: list[str], right: list[str]
) -> Iterator[tuple[int, int, int]]:
    """Shorten each stretch until it starts and ends between words on both sides."""
    left_edges = {0, *accumulate(map(len, left))}
    right_edges = {0, *accumulate(map(len, right))}
    for in_left, in_right, length in shared:
        edges = [step for step in range(length + 1) if in_left + step in left_edges and in_right + step in right_edges]
        if len(edges) > 1:
            yield in_left + edges[0], in_right + edges[0], edges[-1] - edges[0]


def _pieces(left: str, right: str, shared: Iterable[tuple[int, int, int]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    in_left = in_right = 0
    for left_start, right_start, length in [*shared, (len(left), len(right), 0)]:
        pieces.append(Piece("left", left[in_left:left_start]))
        pieces.append(Piece("right", right[in_right:right_start]))
        pieces.append(Piece("both", left[left_start : left_start + length]))
        in_left, in_right = left_start + length, right_start + length
    return tuple(piece for piece in pieces if piece.text)
