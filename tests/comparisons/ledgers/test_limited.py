"""Ledgers where only quotations may be read: no passage gives more, and every count stays that of the whole texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest

from comparer.analysis.report import Report
from comparer.comparisons.ledgers.book import Book, make_book
from comparer.comparisons.sharing.quoting import limit_quotations, shorten_sides
from comparer.comparisons.sharing.shortening import GAP
from tests.comparisons.ledgers.conftest import NAMES

LIMITS = [1, 20, 60, 100_000]
QUOTED = {"passage", "nearest"}


def limited(report: Report, limit: int) -> Book:
    return make_book(report, NAMES, shorten_sides(report, limit))


def quotations(rows: Any) -> Iterator[str]:
    """Return every passage anywhere in the rows."""
    if isinstance(rows, dict):
        for name, value in rows.items():
            yield from [value] if name in QUOTED and isinstance(value, str) else quotations(value)
    elif isinstance(rows, list | tuple):
        for one in rows:
            yield from quotations(one)


def one_line(text: str) -> str:
    return " ".join(text.split())


def pieces(passage: str) -> list[str]:
    return [piece for piece in (one.strip() for one in re.split(re.escape(GAP) + "|…", passage)) if piece]


@pytest.mark.parametrize("limit", LIMITS)
def test_no_passage_gives_more_than_the_texts_cut_down(limit: int, full: Report) -> None:
    book = limited(full, limit)
    cut = limit_quotations(full, limit)
    readable = one_line(cut.left.text), one_line(cut.right.text)
    passages = [*quotations(asdict(book)), *(words for row in book.flat for words in (row.left, row.right))]
    passages += [row.words for row in book.told]
    assert passages
    for passage in passages:
        assert all(any(piece in text for text in readable) for piece in pieces(passage)), passage


def test_what_no_mark_is_near_is_gone(full: Report) -> None:
    assert "Fog had cut visibility" in str(asdict(make_book(full, NAMES)))
    assert "Fog had cut visibility" not in str(asdict(limited(full, 20)))


@pytest.mark.parametrize("limit", LIMITS)
def test_counts_shares_and_places_are_those_of_the_whole_texts(limit: int, full: Report) -> None:
    whole, cut = make_book(full, NAMES), limited(full, limit)
    assert cut.names == whole.names
    assert [(row.speaker, row.left and row.left.percent) for row in cut.voices] == [
        (row.speaker, row.left and row.left.percent) for row in whole.voices
    ]
    assert [(row.left.depth, row.right.depth) for row in cut.prominence] == [
        (row.left.depth, row.right.depth) for row in whole.prominence
    ]
    assert [(row.left and row.left.words, row.outcome) for row in cut.numbers] == [
        (row.left and row.left.words, row.outcome) for row in whole.numbers
    ]
