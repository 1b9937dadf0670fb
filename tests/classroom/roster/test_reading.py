"""A class list as teachers paste it, or bring it as a file."""

from __future__ import annotations

import pytest

from comparer.classroom.lesson.troubles import LessonError
from comparer.classroom.roster.reading import MOST_LINES, read_file, read_names


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("Ada\nBen\n", ["Ada", "Ben"]),
        ("  Ada   B. \r\n\r\n\tBen\u00a0C.\n", ["Ada B.", "Ben C."]),
        ("Ada\nBen\nAda", ["Ada", "Ben"]),
        ("12\n13", ["12", "13"]),
        ("Brown, Ada\nZoë Ł.", ["Brown, Ada", "Zoë Ł."]),
        ("A\u0007da", ["Ada"]),
    ],
)
def test_each_line_is_a_name_once(pasted: str, names: list[str]) -> None:
    assert read_names(pasted) == names


@pytest.mark.parametrize(
    ("pasted", "says"),
    [
        ("", "one a line"),
        (" \n\t\n", "one a line"),
        ("x" * 81, "longer than 80"),
        ("\n".join(map(str, range(MOST_LINES + 1))), "501 lines"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(pasted: str, says: str) -> None:
    with pytest.raises(LessonError, match=says):
        read_names(pasted)


@pytest.mark.parametrize(
    ("sent", "lines"),
    [
        (b"Ada\nBen\n", ["Ada", "Ben"]),
        (b"\xef\xbb\xbfName\r\nAda\r\nBen\r\n", ["Ada", "Ben"]),
        (b"Ada;Brown\nBen;Cole\n", ["Ada Brown", "Ben Cole"]),
        (b"First name,Last name\nAda,Brown\n", ["Ada Brown"]),
        (b"Ada\tBrown\nBen\tCole", ["Ada Brown", "Ben Cole"]),
        (b"Brown, Ada\nCole", ["Brown, Ada", "Cole"]),
        ("Zoë\nŁucja".encode(), ["Zoë", "Łucja"]),
        ("Zoë".encode("cp1252"), ["Zoë"]),
        (b"", []),
    ],
)
def test_files_are_lines_or_tables(sent: bytes, lines: list[str]) -> None:
    assert read_file(sent).splitlines() == lines


@pytest.mark.parametrize("sent", [b"PK\x03\x04\0\0", b"x" * 150_000])
def test_a_file_that_is_no_list_is_refused(sent: bytes) -> None:
    with pytest.raises(LessonError, match="no list"):
        read_file(sent)
