"""Tokens joined as people write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.evaluation.untokenised import join_tokens

PLAIN = [
    ("The ship 's crew did n't come , he said .", "The ship's crew didn't come, he said."),
    ('He said : " No , " and left .', 'He said: "No," and left.'),
    ("`` Yes '' , she said", '"Yes", she said'),
    ("It cost $ 250,000 ( half of it )", "It cost $250,000 (half of it)"),
    ("the crew - who slept - woke", "the crew - who slept - woke"),
    ("12 % of all , 3 .", "12% of all, 3."),
    ("", ""),
]
PARTED = [
    ("a 90 - day court - ordered stay", "a 90-day court-ordered stay"),
    ("$ 250, 000 at 12: 41 PM", "$250,000 at 12:41 PM"),
    ("a 6. 1 quake", "a 6.1 quake"),
    ("in 2007, 300 people", "in 2007, 300 people"),
    ("No - .", "No -."),
    ("- he", "- he"),
]


@pytest.mark.parametrize(("tokens", "text"), PLAIN)
def test_join_tokens_writes_as_people_write(tokens: str, text: str) -> None:
    assert join_tokens(tokens.split())[0] == text


@pytest.mark.parametrize(("tokens", "text"), PARTED)
def test_join_tokens_mends_words_parted_at_hyphens_where_told(tokens: str, text: str) -> None:
    assert join_tokens(tokens.split(), hyphens=True)[0] == text


@given(tokens=st.lists(st.text(alphabet="ab1.,-\"'$(): ", min_size=1, max_size=4)), hyphens=st.booleans())
def test_join_tokens_keeps_the_place_of_every_token(*, tokens: list[str], hyphens: bool) -> None:
    text, spans = join_tokens(tokens, hyphens=hyphens)
    assert len(spans) == len(tokens)
    for token, (start, end) in zip(tokens, spans, strict=True):
        assert text[start:end] == ('"' if token in ("''", "``") else token)
