from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.report import Report
from comparer.comparisons.exporting.document import fit, write_document
from tests.comparisons.exporting.making import HOSTILE, make_test_export, with_hostile_words
from tests.comparisons.reports import ENGINE, make_report


def read(report: Report | None = None, outlets: tuple[str, str] = ("The Harbour Post", "")) -> WordDocument:
    return Document(BytesIO(write_document(make_test_export(report, outlets=outlets))))


def words_of(document: WordDocument) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_document_opens_with_titles_summary_and_what_one_side_tells() -> None:
    document = read()
    words = words_of(document)
    assert document.paragraphs[0].text == "The Harbour Post and Northern Chronicle"
    for part in (
        "Ferry runs aground off Karsund with 212 on board",
        "19 hurt as ageing Karsund ferry hits reef",
        "The Harbour Post, 7 May 2031",
        "They disagree on 3 numbers",
        "Only in The Harbour Post",
        "The captain was asleep in his cabin.",
        f"version {ENGINE}",
    ):
        assert part in words


def test_each_difference_is_a_row_with_both_passages() -> None:
    document = read()
    headings = [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert headings[:2] == ["They disagree", "Told differently"]
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["No.", "The Harbour Post", "Northern Chronicle", "What differs"]
    salvage = next(row for row in rows if "6 million crowns" in row[2])
    assert salvage[1] == "Salvage will cost about 4 million crowns, Transport Minister Ilse Brandt said on Wednesday."
    assert salvage[3].startswith("Numbers. The Harbour Post says that the salvage costs about 4 million crowns")
    numbers = [row.cells[0].text for table in document.tables for row in table.rows[1:]]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_the_words_that_differ_are_bold() -> None:
    rows = read().tables[0].rows[1:]
    row = next(row for row in rows if "6 million crowns" in row.cells[2].text)
    bold = [[run.text for run in cell.paragraphs[0].runs if run.bold] for cell in row.cells[1:3]]
    assert bold == [["about 4 million crowns"], ["6 million crowns"]]


def test_document_carries_no_name_but_the_program() -> None:
    about = read().core_properties
    assert (about.author, about.last_modified_by) == ("Comparer", "Comparer")
    assert about.title == "The Harbour Post and Northern Chronicle"


def test_markup_and_odd_characters_stay_text() -> None:
    document = read(with_hostile_words(), outlets=("", ""))
    assert " ".join(HOSTILE.split()) in words_of(document)


@pytest.mark.parametrize("title", ["\x00\x01\x1f", "\ud800", "\ufffe", "", None, "x" * 5000])
def test_what_no_xml_holds_breaks_no_document(title: str | None) -> None:
    report = make_report()
    read(replace(report, left=replace(report.left, title=title, outlet=title)), outlets=("", ""))


@given(st.text())
def test_fit_leaves_only_what_xml_holds(words: str) -> None:
    fitted = fit(words)
    ET.fromstring(f"<a>{escape(fitted)}</a>")  # noqa: S314 -- made here
    assert len(fitted) == len(words)


def test_every_part_of_the_file_is_whole_xml() -> None:
    file = ZipFile(BytesIO(write_document(make_test_export(with_hostile_words()))))
    assert file.testzip() is None
    for name in file.namelist():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(file.read(name))  # noqa: S314 -- made here


def test_a_report_without_differences_is_a_document_too() -> None:
    document = read(replace(make_report(), differences=(), pairs=(), only_left=(), only_right=()))
    assert document.tables == []
