"""Ranks of linked sentences."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from comparer.evaluation.ranking import Topics, evaluate_ranking, ranks, topics_of
from comparer.evaluation.tasks import BadDataError, Progress
from tests.evaluation.news_ecb import write_news


def test_ranks_count_from_the_highest_score_and_keep_order_where_equal() -> None:
    scores = np.array([[0.1, 0.9, 0.5], [0.5, 0.5, 0.5]], dtype=np.float32)
    assert ranks(scores, [0, 1], [frozenset({0, 2}), frozenset({1})]) == [2, 2]
    assert ranks(scores, [], []) == []


def test_evaluate_ranking_puts_the_same_report_first(tmp_path: Path, silent: Progress) -> None:
    table = evaluate_ranking(write_news(tmp_path), "all", silent)
    assert table.counts == {"topics": 2, "article pairs": 2, "linked sentences": 2}
    assert [(figure.name, figure.value) for figure in table.figures] == [("hit@1", 1.0), ("MRR", 1.0)]
    assert table.floor == {"hit@1": 1.0, "MRR": 1.0}


def test_evaluate_ranking_takes_the_topics_asked_for(tmp_path: Path, silent: Progress) -> None:
    folder = write_news(tmp_path)
    assert evaluate_ranking(folder, "all", silent, topics=Topics(2, 2)).counts["article pairs"] == 1
    with pytest.raises(BadDataError, match="topics 7 to 9"):
        evaluate_ranking(folder, "all", silent, topics=topics_of("7-9"))


@pytest.mark.parametrize("given", ["", "7", "a-b", "1-2-3"])
def test_topics_are_two_numbers(given: str) -> None:
    with pytest.raises(ValueError, match=r"unpack|invalid literal"):
        topics_of(given)
    assert str(topics_of("3-12")) == "3-12"
