"""What people did and wrote, in every format that holds it."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from comparer.comparisons.corrections.apply import Corrected, apply
from comparer.comparisons.corrections.changes import Change, Target
from comparer.comparisons.exporting.annotations import write_annotations
from comparer.comparisons.exporting.document import write_document
from comparer.comparisons.exporting.export import Export
from comparer.comparisons.exporting.page import write_page
from comparer.comparisons.exporting.people import SECTIONS, list_remarks, make_sections
from comparer.comparisons.exporting.report import write_report
from comparer.comparisons.exporting.sheet import lay_out
from comparer.comparisons.sharing.quoting import limit_quotations
from tests.comparisons.corrections.changing import change, on_mark, passages
from tests.comparisons.exporting.making import make_test_export
from tests.comparisons.reports import make_report

REPORT = make_report()
GONE = "The harbour bell rang twice."


def orphan() -> Target:
    known = passages(REPORT, left="Salvage will cost about 4 million crowns")
    return replace(known, left=tuple(replace(one, exact=GONE, prefix="", suffix="") for one in known.left))


CHANGES: dict[str, Change] = {
    "told": on_mark(REPORT, "d1", "note", "Ask the ministry", number=1),
    "taken_out": on_mark(REPORT, "d2", "reject", number=2),
    "whole": change(Target("comparison"), "note", "All of this is from one agency", number=3),
    "piece": change(Target("left"), "note", "An early edition", number=4),
    "title": change(Target("right"), "title", "A better title", number=5),
    "passage": change(passages(REPORT, left="Salvage will cost about 4 million crowns"), "note", "Who pays?", number=6),
    "orphaned": change(orphan(), "note", "On a sentence that is gone", number=7),
    "pair": on_mark(REPORT, "p1", "confirm", number=8),
}


def corrected() -> Corrected:
    return apply(REPORT, CHANGES.values())


def export(limit: int = 0) -> Export:
    done = corrected()
    return make_test_export(limit_quotations(done.report, limit), corrected=done, limit=limit)


def sections(of: Export) -> dict[str, list[str]]:
    return {one.sort: [remark.words for remark in one.remarks] for one in lay_out(of).by_people}


def words_of(document: bytes) -> str:
    read = Document(BytesIO(document))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(line.text for line in read.paragraphs)])


def test_each_remark_stands_in_its_section() -> None:
    assert sections(export()) == {
        "note": ["Note: All of this is from one agency", "Note: An early edition", "Note: Who pays?"],
        "correction": ["Title set to “A better title”", "Marked right"],
        "taken_out": ["Marked wrong"],
        "orphaned": ["Note: On a sentence that is gone"],
    }


def test_what_stands_at_its_difference_is_not_told_twice() -> None:
    (line,) = (line for table in lay_out(export()).tables for line in table.lines if line.said)
    assert (line.id, line.said) == ("d1", ("Note: Ask the ministry",))
    assert len(list_remarks(export())) == len(CHANGES)


def test_without_corrections_nothing_is_said_of_people() -> None:
    plain = make_test_export()
    assert lay_out(plain).by_people == ()
    for document in (unescape(write_page(plain)), words_of(write_document(plain)), write_report(plain)):
        assert "By a person" not in document
        assert "orphaned" not in document
    assert make_sections(plain, told=()) == ()


@pytest.mark.parametrize("write", [write_page, write_document])
def test_page_and_document_hold_every_remark_and_say_whose_it_is(write: Any) -> None:
    document = write(export())
    words = words_of(document) if isinstance(document, bytes) else " ".join(unescape(document).split())
    for heading, meaning in SECTIONS.values():
        assert heading in words
        assert meaning in words
    for said in (
        "Ask the ministry",
        "All of this is from one agency",
        "An early edition",
        "Who pays?",
        GONE,
        "9 May 2031",
    ):
        assert said in words
    assert "all else was found by the program" in words
    assert "ana" not in words.split()


def test_report_holds_every_remark_by_where_it_stands() -> None:
    report = json.loads(write_report(export()))
    assert {mark: [one["action"] for one in some] for mark, some in report["corrections"].items()} == {
        "d1": ["note"],
        "d2": ["reject"],
        "p1": ["confirm"],
    }
    beyond = [(one["what"], one["action"], one["value"]) for one in report["beyond_marks"]]
    assert beyond == [
        ("comparison", "note", "All of this is from one agency"),
        ("left", "note", "An early edition"),
        ("right", "title", "A better title"),
        ("passages", "note", "Who pays?"),
    ]
    (orphaned,) = report["orphaned"]
    assert orphaned["left"][0][0] == {"type": "TextQuoteSelector", "exact": GONE, "prefix": "", "suffix": ""}
    assert "ana" not in json.dumps({name: report[name] for name in ("corrections", "beyond_marks", "orphaned")})


def test_annotations_hold_notes_on_wholes_and_on_passages() -> None:
    items = json.loads(write_annotations(export()))["first"]["items"]
    by_people = {
        one["body"][0]["value"]: one for one in items if one["creator"] == {"type": "Person", "name": "a person"}
    }
    assert set(by_people) == {
        "Note: All of this is from one agency",
        "Note: An early edition",
        "Note: Who pays?",
        "Title set to “A better title”",
    }
    whole = by_people["Note: All of this is from one agency"]
    assert whole["motivation"] == "commenting"
    assert [sorted(one) for one in whole["target"]] == [["source", "type"]] * 2
    (passage,) = by_people["Note: Who pays?"]["target"]
    quote, position = passage["selector"]
    assert quote["exact"] == "Salvage will cost about 4 million crowns"
    assert REPORT.left.text[position["start"] : position["end"]] == quote["exact"]
    assert by_people["Title set to “A better title”"]["motivation"] == "editing"


LONG = "Velmar Lines has run the route since 1998 and carries more than 150,000 people a year."


@pytest.mark.parametrize("write", [write_page, write_document, write_report, write_annotations])
def test_a_limit_cuts_the_words_that_remarks_quote(write: Any) -> None:
    said = [change(passages(REPORT, left=LONG), "set_aside", number=1), change(orphan(), "note", "Gone", number=2)]
    done = apply(REPORT, said)
    whole = make_test_export(done.report, corrected=done)
    cut = make_test_export(limit_quotations(done.report, 20), corrected=done, limit=20)
    assert [one.about for one in list_remarks(cut)] == ["“Velmar Lines has…”", "“The harbour bell…”"]
    texts = []
    for one in (whole, cut):
        document = write(one)
        texts.append(words_of(document) if isinstance(document, bytes) else unescape(document))
    assert "Velmar Lines has run the route" in texts[0]
    assert "since 1998 and carries more than 150,000 people a" not in texts[1]
    assert GONE not in texts[1]
