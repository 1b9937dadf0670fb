"""Word differences inside an aligned pair."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.wording import MOST_WORDS, WORD, Piece, diff_words, share_of_words


def joined(pieces: tuple[Piece, ...], side: str) -> str:
    return "".join(piece.text for piece in pieces if piece.side in ("both", side))


def own(pieces: tuple[Piece, ...], side: str) -> list[str]:
    return [piece.text.strip() for piece in pieces if piece.side == side]


@pytest.mark.parametrize(
    ("left", "right", "left_words", "right_words"),
    [
        ("The ferry sank on Tuesday.", "The ferry sank on Monday.", ["Tuesday"], ["Monday"]),
        ("Four crew were hurt.", "Four of the crew were hurt.", [], ["of the"]),
        ("The unrest spread.", "The rested spread.", ["unrest"], ["rested"]),
        ("a mother-in-law's tale", "a mother's tale", ["mother-in-law's"], ["mother's"]),
        ("Same words.", "Same words.", [], []),
    ],
)
def test_diff_words_names_each_sides_own_words(
    left: str, right: str, left_words: list[str], right_words: list[str]
) -> None:
    pieces = diff_words(left, right)
    assert own(pieces, "left") == left_words
    assert own(pieces, "right") == right_words


def test_diff_words_of_nothing_is_nothing() -> None:
    assert diff_words("", "") == ()


def test_diff_words_keeps_small_islands_out() -> None:
    """Two passages that share only small words read as two passages, not as confetti."""
    pieces = diff_words("He was in the port at dawn.", "Rescue boats left a jetty in heavy seas.")
    assert len(pieces) <= 5


words = st.lists(st.sampled_from(["unrest", "rest", "rested", "the", "’", "é", " ", "  ", "\U0001f6a2", "don’t", "12"]))
texts = st.one_of(st.text(max_size=60), words.map(" ".join), words.map("".join))


@given(texts, texts)
def test_diff_words_gives_back_both_texts_cut_between_words(left: str, right: str) -> None:
    pieces = diff_words(left, right)
    assert joined(pieces, "left") == left
    assert joined(pieces, "right") == right
    for side, text in (("left", left), ("right", right)):
        edges = {0} | {match.end() for match in WORD.finditer(text)}
        place = 0
        for piece in pieces:
            if piece.side in ("both", side):
                place += len(piece.text)
                assert place in edges


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("x" * 130_000, "y" * 130_000),
        ("a b " * 30_000, "b a " * 30_000),
        (
            " ".join(f"l{number}" for number in range(MOST_WORDS // 2)),
            " ".join(f"r{n}" for n in range(MOST_WORDS // 2)),
        ),
        ("a b a c " * (MOST_WORDS // 8), "c a b b " * (MOST_WORDS // 8)),
        ("'" * 130_000, "’" * 130_000),
    ],
    ids=["no spaces", "very long", "nothing shared", "much alike", "only signs"],
)
def test_diff_words_is_quick_on_odd_input(left: str, right: str) -> None:
    start = time.process_time()
    pieces = diff_words(left, right)
    assert time.process_time() - start < 1.5
    assert joined(pieces, "left") == left


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [("", "", 1.0), ("same words", "same words", 1.0), ("abcd", "efgh", 0.0), ("abcd efgh", "abcd ijkl", 0.5)],
)
def test_share_of_words_is_part_of_the_longer_passage(left: str, right: str, share: float) -> None:
    assert share_of_words(diff_words(left, right)) == pytest.approx(share)
