"""The choice and its address."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.comparisons.presenting.choice import SHOWS, VIEWS, Choice
from comparer.comparisons.presenting.glossary import KINDS

choices = st.builds(
    Choice,
    show=st.sampled_from(SHOWS),
    kinds=st.sets(st.sampled_from(list(KINDS))).map(lambda chosen: tuple(kind for kind in KINDS if kind in chosen)),
    view=st.sampled_from(VIEWS),
    side=st.sampled_from(["left", "right"]),
    card=st.sampled_from([None, "d1", "p20", "left-c3", "right-c99"]),
    mark=st.sampled_from([None, "5be1c0d2f4"]),
    version=st.sampled_from([None, "0.2.0", "test/1"]),
)


@given(choices)
def test_choice_is_read_back_from_its_address(choice: Choice) -> None:
    assert Choice.from_query(parse_qs(choice.address().removeprefix("?"))) == choice


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"show": ["everything"], "kind": ["<script>"], "view": [""], "side": ["both"], "card": ["d0"]},
        {"show": [], "card": ["d1\n"]},
        {"card": ["x7"]},
        {"card": ["left-d7"]},
        {"card": ["d12345678"]},
        {"card": ["d１"]},
        {"mark": ["5BE1C0D2F4"]},
        {"mark": ["5be1c0d2f4a"]},
        {"version": ["<b>"]},
        {"version": ["1" * 41]},
    ],
)
def test_choice_leaves_out_what_it_does_not_understand(query: dict[str, list[str]]) -> None:
    assert Choice.from_query(query) == Choice()


def test_choice_takes_the_last_of_two_values() -> None:
    assert Choice.from_query({"show": ["conflict", "all"]}).show == "all"


def test_toggled_adds_a_kind_in_its_place_and_takes_it_out_again() -> None:
    choice = Choice(kinds=("place",))
    assert choice.toggled("number") == ("number", "place")
    assert choice.toggled("place") == ()


@given(choices)
def test_card_prefix_and_an_id_are_the_address_of_that_card(choice: Choice) -> None:
    choice_with_card = Choice.from_query(parse_qs((choice.card_prefix + "d7").removeprefix("?")))
    assert choice_with_card.card == "d7"
    assert choice_with_card.address(card=choice.card) == choice.address(mark=None, version=None)
