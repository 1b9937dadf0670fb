"""The analysis on the project's own test set: no figure may fall below its floor.

The floors lie well below what was measured when they were set, so that a change that breaks something shows
and one that moves a figure a little does not. Raise them as the figures rise; the command that prints the
figures is in tests/gold/README.md.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from comparer.evaluation.articles import evaluate_articles
from comparer.evaluation.minimal import evaluate_minimal
from comparer.evaluation.tasks import Half, Progress, Table

GOLD = Path(__file__).parent.parent / "gold"
# Measured .768, .880 and .641.
MINIMAL = {"all pairs": 0.68, "negatives": 0.80, "positives": 0.54}
# Measured .737, .756, .640, .655, .979, .262 and .744.
ARTICLES = {
    "decisions, matches": 0.66,
    "decisions, both tiers": 0.68,
    "links, matches": 0.54,
    "links, both tiers": 0.56,
    "compatible, spared": 0.92,
    "conflicts": 0.15,
    "boilerplate": 0.62,
}


@pytest.mark.parametrize(
    ("evaluate", "data", "floors"),
    [(evaluate_minimal, "pairs.jsonl", MINIMAL), (evaluate_articles, "articles", ARTICLES)],
    ids=["minimal", "articles"],
)
def test_figures_hold_their_floors(
    evaluate: Callable[[Path, Half, Progress], Table], data: str, floors: dict[str, float]
) -> None:
    table = evaluate(GOLD / data, "all", lambda _done, _total: None)
    figures = {figure.name.partition(" (")[0]: figure.value for figure in table.figures}
    assert {name: figures[name] for name, floor in floors.items() if figures[name] < floor} == {}
