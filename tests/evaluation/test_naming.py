"""Mentions of the same one in two articles."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from comparer.analysis.tools import load_tools
from comparer.evaluation.called import Known
from comparer.evaluation.naming import Two, evaluate_naming, two_by_two
from comparer.evaluation.newswcl import read_newswcl
from comparer.evaluation.tasks import Progress
from tests.evaluation.newswcl import LEFT, RIGHT, document, write_conll


def known(folder: Path) -> list[Known]:
    path = write_conll(folder, document("L", LEFT), document("R", RIGHT))
    return [Known(article, load_tools()) for article in read_newswcl(path)]


def test_two_by_two_finds_the_same_name_and_keeps_others_apart(tmp_path: Path) -> None:
    left, right = known(tmp_path)
    twos = Counter(two_by_two(left, right, set()))
    assert sum(twos.values()) == 4 * 4
    assert twos[Two(same=True, found=True, same_word=True, who=True)] == 2
    # "shut it" and "shut down": one chain, no name
    assert twos[Two(same=True, found=False, same_word=False, who=False)] == 1
    assert not any(two.found and not two.same for two in twos)


def test_two_by_two_takes_what_the_report_sets_against_each_other(tmp_path: Path) -> None:
    left, right = known(tmp_path)
    lee = next(one for one in left.called if one)
    roe = next(one for one in reversed(right.called) if one)
    coupled = {(lee.referent, roe.referent)}
    assert any(two.found and not two.same for two in two_by_two(left, right, coupled))


def test_evaluate_naming_counts_twos_by_event(tmp_path: Path, silent: Progress) -> None:
    other = [document(name, text, event="1") for name, text in (("L", LEFT), ("R", RIGHT))]
    path = write_conll(tmp_path, document("L", LEFT), document("R", RIGHT), *other)
    table = evaluate_naming(path, "all", silent)
    assert table.counts == {"events": 2, "articles": 4, "mentions": 16, "twos of one chain": 6}
    assert [(figure.name, figure.precision) for figure in table.figures] == [
        ("all", 1.0),
        ("people, groups and countries", 1.0),
    ]
    assert table.figures[0].recall == 2 / 3
    assert set(table.floor) == {"all", "people, groups and countries"}
