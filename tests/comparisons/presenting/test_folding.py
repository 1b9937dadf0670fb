"""What is folded away, and how much of it there is."""

from __future__ import annotations

import pytest

from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.folding import count_folded, part_folded
from comparer.comparisons.presenting.shown import Item, choose


def test_what_shows_and_what_is_folded_are_all_differences(items: tuple[Item, ...]) -> None:
    folded = count_folded(items, Choice())
    counts = [int(one.words.split()[0]) for one in folded]
    assert len(choose(items, Choice())) + sum(counts) == len(choose(items, Choice(show="all")))
    assert ["same after all" in one.words for one in folded] == [True, *[False] * (len(folded) - 1)]


def test_each_count_leads_to_what_it_counts(items: tuple[Item, ...]) -> None:
    for one in count_folded(items, Choice(view="map")):
        assert one.href.startswith("?show=")
        assert one.href.endswith("view=map")


@pytest.mark.parametrize("choice", [Choice(show="all"), Choice(show="conflict"), Choice(kinds=("number",))])
def test_where_the_reader_chose_nothing_is_counted_as_folded(items: tuple[Item, ...], choice: Choice) -> None:
    assert count_folded(items, choice) == ()


def test_among_all_differences_the_lines_of_form_only_are_folded(items: tuple[Item, ...]) -> None:
    shown = choose(items, Choice(show="all"))
    openly, folded = part_folded(shown, Choice(show="all"))
    assert {item.group for item in folded} == {"minor"}
    assert sorted(item.id for item in (*openly, *folded)) == sorted(item.id for item in shown)
    assert "minor" not in {item.group for item in openly}


def test_who_asks_for_them_gets_them_openly(items: tuple[Item, ...]) -> None:
    shown = choose(items, Choice(show="minor"))
    assert part_folded(shown, Choice(show="minor")) == (shown, ())
