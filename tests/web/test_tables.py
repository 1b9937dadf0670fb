"""Tables as CSV: what a spreadsheet would run is made harmless."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.web.tables import BOM, DANGEROUS, make_harmless, write_lines


@pytest.mark.parametrize(
    ("cell", "harmless"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-5", "'-5"),
        ("@name", "'@name"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("a=1", "a=1"),
        ("", ""),
        ("null\x00byte", "nullbyte"),
    ],
)
def test_cells_are_made_harmless(cell: str, harmless: str) -> None:
    assert make_harmless(cell) == harmless


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_no_cell_can_be_taken_for_a_formula(cells: list[str]) -> None:
    written = "".join(write_lines([["a"] * len(cells), cells]))
    assert written.startswith(BOM)
    (_, row) = csv.reader(io.StringIO(written.removeprefix(BOM), newline=""))
    assert len(row) == len(cells)
    assert not any(cell.startswith(DANGEROUS) for cell in row)
