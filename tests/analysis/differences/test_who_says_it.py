"""Sources and the outlet's own voice in whole comparisons: told of one statement, not of two that touch."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_articles
from comparer.analysis.tools import Tools

DIFFERING = [
    ("voice", "The dredger leaks oil, the anglers' club says.", "The dredger leaks oil."),
    (
        "voice",
        "The choir spent the grant on wine, its treasurer told the inquiry.",
        "The choir spent the grant on wine.",
    ),
    ("attribution", "The baker said that the flour was stale.", "The baker admitted that the flour was stale."),
    ("attribution", "The sexton said that the bell had cracked.", "A tourist said that the bell had cracked."),
    (
        "attribution",
        "The ski club said it had checked the ropes in March.",
        "The ski club claims that in March it checked the ropes.",
    ),
]
ALIKE = [
    ("voice", "The warden voiced concern about the old dam above Tolm.", "The old dam above Tolm is of earth."),
    ("voice", "Man charged with setting fire to the mill in Tolm", "The mill in Tolm was set on fire on Sunday."),
    (
        "voice",
        "Ida Brun, who leads the choir, said that the hall in Tolm had flooded twice.",
        "“The hall in Tolm has flooded twice,” Brun said.",
    ),
    (
        "voice",
        "The villa by the lake, where the forger allegedly hid, was sold to a dentist in May.",
        "The villa by the lake, where the forger hid, was sold to a dentist in May.",
    ),
    (
        "attribution",
        "The baker said that the flour was stale.",
        "The baker admitted that he had never paid his apprentice for the night shifts.",
    ),
    (
        "attribution",
        "“The bell has cracked,” the statement read.",
        "“The bell has cracked,” the sexton said.",
    ),
    (
        "attribution",
        "The advert says that the balm heals burns.",
        "The advertisement says that the balm heals burns.",
    ),
]


def kinds(left: str, right: str, tools: Tools) -> set[str]:
    return {one.kind for one in compare_articles(left, right, tools=tools).differences if one.verdict == "differs"}


@pytest.mark.parametrize(("kind", "left", "right"), DIFFERING)
def test_who_says_it_differs_over_one_statement(kind: str, left: str, right: str, tools: Tools) -> None:
    assert kind in kinds(left, right, tools)
    assert kind in kinds(right, left, tools)


@pytest.mark.parametrize(("kind", "left", "right"), ALIKE)
def test_who_says_it_is_not_compared_over_two(kind: str, left: str, right: str, tools: Tools) -> None:
    assert kind not in kinds(left, right, tools)
    assert kind not in kinds(right, left, tools)
