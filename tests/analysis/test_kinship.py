"""Verb and noun of one stem are one word; words that begin alike are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.kinship import shares_stem


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("resign", "resign", True),
        ("resign", "resignation", True),
        ("explode", "explosion", True),
        ("arrest", "arrest", True),
        ("vote", "voting", False),
        ("die", "death", True),
        ("sell", "sale", True),
        ("sign", "say", False),
        ("burn", "bury", False),
        ("be", "begin", False),
    ],
)
def test_shares_stem(one: str, other: str, *, expected: bool) -> None:
    assert shares_stem(one, other) == shares_stem(other, one) == expected


@given(one=st.text(max_size=10), other=st.text(max_size=10))
def test_shares_stem_is_symmetric(one: str, other: str) -> None:
    assert shares_stem(one, other) == shares_stem(other, one)
