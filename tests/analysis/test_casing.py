"""A headline in title case must keep its names and lose its style."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.casing import is_title_case, read_as_sentence

BODY = (
    "The mayor of Port Merrow claimed on Monday that the ferry had been overloaded. Officials in Port Merrow denied it. "
    "Families of the missing, led by Ana Reyes, want an inquiry into the overloaded ferries."
)

CASES = [
    ("Port Merrow Mayor Claims Ferry Was Overloaded", "Port Merrow mayor claims ferry was overloaded"),
    ("Families Want Inquiry, Says Ana Reyes", "Families want inquiry, says Ana Reyes"),
    ("Families of the missing want an inquiry", "Families of the missing want an inquiry"),
    ("NATO Denied The Inquiry", "NATO denied the inquiry"),
]


@pytest.mark.parametrize(("headline", "expected"), CASES)
def test_headline_reads_as_sentence(headline: str, expected: str) -> None:
    assert read_as_sentence(headline, BODY) == expected


def test_sentence_case_is_no_title_case() -> None:
    assert not is_title_case("Families of the missing want an inquiry in Port Merrow")


@given(st.text(max_size=80), st.text(max_size=200))
def test_headline_keeps_its_length(headline: str, body: str) -> None:
    assert len(read_as_sentence(headline, body)) == len(headline)
