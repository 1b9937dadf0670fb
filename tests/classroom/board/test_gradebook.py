"""The gradebook as figures."""

from __future__ import annotations

import pytest

from comparer.classroom.board.gradebook import Graded, make_gradebook, make_sheet, write_points
from tests.classroom.making import CONTENT

STUDENTS = [(1, "Otter", None), (2, "Vole", None)]
GRADED = {(1, "t1"): Graded(11, 2.5), (2, "t1"): Graded(21, 4), (1, "t3"): Graded(13, None)}
BOOK = make_gradebook(CONTENT.tasks, STUDENTS, GRADED)


def test_rows_add_up() -> None:
    assert [(row.nickname, row.total_words, row.unmarked) for row in BOOK.rows] == [
        ("Otter", "2.5", 1),
        ("Vole", "4", 0),
    ]
    assert (BOOK.most, BOOK.unmarked) == (6, 1)


def test_means_leave_out_what_is_not_marked() -> None:
    assert BOOK.means == ("3.25", "", "")


def test_sheet_tells_what_waits_from_what_is_missing() -> None:
    assert [row[1:4] for row in make_sheet(BOOK).rows] == [("2.5", "", "not marked yet"), ("4", "", "")]


def test_names_of_a_class_list_come_first() -> None:
    assert make_sheet(BOOK).headings[0] == "Student"
    named = make_sheet(make_gradebook(CONTENT.tasks, [(1, "Otter", "Ada B."), (2, "Vole", None)], GRADED))
    assert named.headings[:2] == ("Name", "Student")
    assert [row[:2] for row in named.rows] == [("Ada B.", "Otter"), ("", "Vole")]


@pytest.mark.parametrize(("points", "words"), [(0, "0"), (3, "3"), (2.5, "2.5"), (2 / 3, "0.67"), (10, "10")])
def test_points_are_written_short(points: float, words: str) -> None:
    assert write_points(points) == words
