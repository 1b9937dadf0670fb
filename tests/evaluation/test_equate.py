"""Reading pairs of premise and hypothesis."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.evaluation.equate import read_equate
from comparer.evaluation.tasks import BadDataError
from tests.evaluation.equate import ROWS, write_inferences


def test_read_equate_takes_a_file_or_the_folder_with_both(tmp_path: Path) -> None:
    path = write_inferences(tmp_path, *ROWS)
    assert {name: len(items) for name, items in read_equate(path).items()} == {"NewsNLI": 3}
    (tmp_path / "RTE_Quant.csv").write_bytes(path.read_bytes())
    assert [item.entailed for item in read_equate(tmp_path)["RTE_Quant"]] == [True, False, True]


def test_read_equate_refuses_other_files(tmp_path: Path) -> None:
    with pytest.raises(BadDataError, match=r"label “maybe”; NewsNLI\.csv or RTE_Quant\.csv"):
        read_equate(write_inferences(tmp_path, ("a", "b", "maybe")))
    with pytest.raises(BadDataError, match=r"There is no file .*RTE_Quant\.csv"):
        read_equate(write_inferences(tmp_path, *ROWS).parent)
