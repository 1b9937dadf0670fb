"""Filters with counts."""

from __future__ import annotations

from urllib.parse import parse_qs

from comparer.comparisons.presenting.bar import make_bar
from comparer.comparisons.presenting.choice import SHOWS, Choice
from comparer.comparisons.presenting.shown import Item, choose


def chosen_by(href: str) -> Choice:
    return Choice.from_query(parse_qs(href.removeprefix("?")))


def test_each_segment_and_chip_counts_what_its_link_shows(items: tuple[Item, ...]) -> None:
    for show in SHOWS:
        bar = make_bar(items, Choice(show=show))
        assert len(bar.segments) == 7
        counts = [(one.href, one.count) for one in bar.segments] + [(one.href, one.count) for one in bar.chips]
        for href, count in counts:
            assert count == len(choose(items, chosen_by(href))), href


def test_bar_says_what_is_chosen(items: tuple[Item, ...]) -> None:
    bar = make_bar(items, Choice(show="only_left", kinds=("omission",)))
    assert [one.label for one in bar.segments if one.chosen] == ["Told by one"]
    assert [one.kind for one in bar.chips if one.chosen] == ["omission"]
    assert chosen_by(bar.all_kinds or "").kinds == ()


def test_a_chosen_chip_takes_itself_back(items: tuple[Item, ...]) -> None:
    bar = make_bar(items, Choice(kinds=("number", "date")))
    number = next(chip for chip in bar.chips if chip.kind == "number")
    assert chosen_by(number.href).kinds == ("date",)


def test_links_keep_view_and_side_and_leave_the_card(items: tuple[Item, ...]) -> None:
    bar = make_bar(items, Choice(view="rows", side="right", card="d1"))
    for href in [one.href for one in bar.segments] + [one.href for one in bar.chips]:
        choice = chosen_by(href)
        assert (choice.view, choice.side, choice.card) == ("rows", "right", None)


def test_a_chip_has_the_style_of_the_marks_it_shows(items: tuple[Item, ...]) -> None:
    in_conflicts = {chip.kind: chip.style for chip in make_bar(items, Choice(show="conflict")).chips}
    in_minor = {chip.kind: chip.style for chip in make_bar(items, Choice(show="minor")).chips}
    assert in_conflicts["number"] == "conflict"
    assert in_minor["number"] == "minor"
