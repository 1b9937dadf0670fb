"""Reading aligned questions and answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.evaluation.qa_align import read_qa_align
from comparer.evaluation.tasks import BadDataError
from tests.evaluation.qa_align import ROW, asked, write_rows


def test_read_qa_align_gives_tokens_propositions_and_alignments(tmp_path: Path) -> None:
    (pair,) = read_qa_align(write_rows(tmp_path, ROW))
    assert (pair.topic, pair.tokens[1][4]) == ("boats", "sank")
    assert [(one.verb, sorted(one.answer)) for one in pair.propositions[0]] == [(2, [0, 1]), (9, [7, 8]), (2, [3, 4])]
    assert [sorted(alignment.pairs) for alignment in pair.alignments] == [[(0, 0)], [(2, 1)]]


@pytest.mark.parametrize(
    "damage",
    [
        {"qas_1": "no list"},
        {"qas_1": "[1]"},
        {"qas_1": repr([asked("z", 99, "0:2")])},
        {"qas_2": repr([asked("a", 1, "0-2")])},
        {"qas_2": "[{}]"},
        {"alignments": repr([{"sent1": []}])},
        {"alignments": "(" * 5000},
    ],
    ids=range(7),
)
def test_read_qa_align_names_the_damaged_row(tmp_path: Path, damage: dict[str, str]) -> None:
    with pytest.raises(BadDataError, match=r"^Row 2 of .*qa\.csv is not as it should be"):
        read_qa_align(write_rows(tmp_path, ROW, ROW | damage))
