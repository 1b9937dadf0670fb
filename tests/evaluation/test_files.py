"""Files as they are given: content, or one plain sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from comparer.evaluation.files import items_of, json_of, rows_of, text_of
from comparer.evaluation.tasks import BadDataError

LATIN = "Caf\u00e9, sold".encode("latin-1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "given"


def test_text_of_drops_a_byte_order_mark(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbfa")
    assert text_of(path, "a list") == "a"


def test_text_of_refuses_what_is_no_text(path: Path) -> None:
    with pytest.raises(BadDataError, match=r"^There is no file .*given; a list is needed\.$"):
        text_of(path, "a list")
    path.write_bytes(LATIN)
    with pytest.raises(BadDataError, match=r"^.*given is not text in UTF-8; a list is needed\.$"):
        text_of(path, "a list")
    with pytest.raises(BadDataError, match=r"is a folder; a list is needed\.$"):
        text_of(path.parent, "a list")


@pytest.mark.parametrize("content", ["", "{", "[1,]", "NaN x", "[" * 100_000], ids=range(5))
def test_json_of_refuses_broken_json(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadDataError, match=r"^.*given is not JSON; a list is needed\.$"):
        json_of(path, "a list")


def test_items_of_skips_blank_lines_and_names_the_bad_one(path: Path) -> None:
    path.write_text('"a\u2028b"\n\n"c"\r\nthree\n', encoding="utf-8")
    items = items_of(path, TypeAdapter(str), "a list")
    assert [next(items), next(items)] == ["a\u2028b", "c"]
    with pytest.raises(BadDataError, match=r"^Line 4 of .*given is not as it should be"):
        next(items)


def test_rows_of_reads_a_table_with_quoted_line_ends(path: Path) -> None:
    path.write_text('a,b\n1,"two\nlines"\n', encoding="utf-8")
    assert rows_of(path, {"a", "b"}, "a table") == [{"a": "1", "b": "two\nlines"}]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "holds no rows"),
        ("a,b\n", "holds no rows"),
        ("a,c\n1,2\n", "no column “b”"),
        ("a,b\n1\n", "ends too early"),
        ('a,b\n1,"2\n', "not a comma-separated table"),
        ("a,b\n" + "x" * 200_000 + ",1\n", "not a comma-separated table"),
    ],
    ids=range(6),
)
def test_rows_of_refuses_other_tables(path: Path, content: str, words: str) -> None:
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadDataError, match=words):
        rows_of(path, {"a", "b"}, "a table")
