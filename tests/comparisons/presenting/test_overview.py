"""The dot plot of pairs."""

from __future__ import annotations

import pytest

from comparer.analysis.report import Report
from comparer.comparisons.presenting.choice import Choice, Show
from comparer.comparisons.presenting.overview import EDGE, MEANINGS, SHAPES, SIZE, Overview, draw_overview
from comparer.comparisons.presenting.runs import RANK
from comparer.comparisons.presenting.shown import Item, choose
from comparer.comparisons.presenting.sides import Names


def draw(report: Report, items: tuple[Item, ...], names: Names, show: Show) -> Overview:
    choice = Choice(show=show, view="map")
    return draw_overview(report, items, choose(items, choice), names, choice)


@pytest.mark.parametrize("show", ["main", "match", "all"])
def test_every_pair_has_one_dot_where_its_passages_stand(
    report: Report, items: tuple[Item, ...], names: Names, show: Show
) -> None:
    dots = draw(report, items, names, show).dots
    of_pair = {item.id: item.pair.id for item in items if item.pair}
    drawn = [of_pair[dot.id] for dot in dots if dot.id in of_pair]
    assert sorted(drawn) == sorted(pair.id for pair in report.pairs)
    first = next(dot for dot in dots if of_pair.get(dot.id) == report.pairs[0].id)
    depth = report.left.claim(report.pairs[0].left[0]).start / len(report.left.text)
    assert first.x == pytest.approx(EDGE / 2 + depth * (SIZE - 2 * EDGE), abs=0.1)


def test_a_dot_looks_as_the_weightiest_difference_that_shows(
    report: Report, items: tuple[Item, ...], names: Names
) -> None:
    shown = choose(items, Choice(show="all"))
    for dot in draw(report, items, names, "all").dots:
        item = next(one for one in items if one.id == dot.id)
        rivals = [one for one in shown if item.pair and one.difference and one.pair == item.pair]
        assert RANK[dot.style] == min((RANK[one.style] for one in rivals), default=RANK[item.style])


def test_without_a_difference_that_shows_a_pair_is_a_plain_match(
    report: Report, items: tuple[Item, ...], names: Names
) -> None:
    assert {dot.style for dot in draw(report, items, names, "match").dots} == {"match"}


def test_plain_matches_lie_below_what_differs(report: Report, items: tuple[Item, ...], names: Names) -> None:
    is_match = [dot.style == "match" for dot in draw(report, items, names, "main").dots]
    assert is_match == sorted(is_match, reverse=True)
    assert len(set(is_match)) == 2


def test_what_one_piece_has_alone_stands_on_its_own_edge(report: Report, items: tuple[Item, ...], names: Names) -> None:
    dots = {dot.id: dot for dot in draw(report, items, names, "only").dots}
    edge = SIZE - EDGE / 2
    for item in items:
        if item.group in ("only_left", "only_right") and not item.pair:
            dot = dots[item.id]
            assert (dot.y == edge, dot.x == edge) == (item.group == "only_left", item.group == "only_right")
            assert dot.turned == (item.group == "only_right")


def test_styles_differ_in_shape_and_all_are_explained() -> None:
    assert len(set(SHAPES.values())) == len(SHAPES)
    assert set(SHAPES) == set(MEANINGS) == set(RANK)


def test_the_legend_counts_all_dots(report: Report, items: tuple[Item, ...], names: Names) -> None:
    drawn = draw(report, items, names, "all")
    assert sum(key.count for key in drawn.legend) == len(drawn.dots)
    assert all(key.count for key in drawn.legend)


def test_dots_say_in_words_what_they_are(report: Report, items: tuple[Item, ...], names: Names) -> None:
    says = {dot.id: dot.says for dot in draw(report, items, names, "main").dots}
    assert says["d7"].startswith("Dates and times, they disagree: “in March” against “in April”.")
    assert says["d7"].endswith("And 1 more in the same passages.")


def test_a_report_of_nothing_is_drawn_too(report: Report, names: Names) -> None:
    drawn = draw_overview(Report("test", report.left, report.right), (), (), names, Choice(view="map"))
    assert drawn.dots == ()
    assert drawn.said.startswith("Nothing was paired")
