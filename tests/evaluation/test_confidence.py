"""How often the words of sureness are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.analysis.tools import load_tools
from comparer.evaluation.annotations import read_annotations
from comparer.evaluation.confidence import WORDS, evaluate_confidence, outcome_of
from comparer.evaluation.tasks import BadDataError, Progress
from tests.evaluation.annotations import X, write_pair
from tests.evaluation.test_gold import write as write_gold

NOTHING: dict[str, list[object]] = {"matches": []}


@pytest.mark.parametrize(("marks", "right"), [(X, True), (NOTHING, False)])
def test_outcome_calls_a_pair_right_if_people_link_it(tmp_path: Path, *, marks: object, right: bool) -> None:
    (pair,) = read_annotations(write_pair(tmp_path, x=marks, y=NOTHING))
    outcome = outcome_of(pair, load_tools())
    assert set(outcome.pairs) == set(outcome.conflicts) == set(WORDS)
    for found in (outcome.pairs, outcome.conflicts):
        assert sum(share.of for share in found.values()) >= 1
        assert any(share.right for share in found.values()) == right


def test_evaluate_confidence_takes_both_forms_of_article_pairs(tmp_path: Path, silent: Progress) -> None:
    table = evaluate_confidence(write_pair(tmp_path), "all", silent)
    sure = next(figure for figure in table.figures if figure.name.startswith("pairs, sure"))
    assert sure.value == 1
    # No figure of a word that nothing has.
    assert all(not figure.name.endswith("(0)") for figure in table.figures)
    assert set(table.floor) == {figure.name.partition(" (")[0] for figure in table.figures}
    own = tmp_path / "own"
    own.mkdir()
    assert evaluate_confidence(write_gold(own).parent, "all", silent).counts["article pairs"] == 1


def test_evaluate_confidence_refuses_other_folders(tmp_path: Path, silent: Progress) -> None:
    with pytest.raises(BadDataError, match="holds no article pairs"):
        evaluate_confidence(tmp_path, "all", silent)
