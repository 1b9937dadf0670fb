"""A Word document for an editor's desk: both titles, the summary, tables of differences, what only one side tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from comparer.comparisons.exporting.export import Export, say_date
from comparer.comparisons.exporting.passages import Words
from comparer.comparisons.exporting.people import Section
from comparer.comparisons.exporting.sheet import Line, Piece, Sheet, Table, lay_out

# What XML cannot hold: control characters and halves of a surrogate pair.
UNFIT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ONLY_QUOTATIONS = "Only quotations around the marks are given; “[…]” stands for what is left out."
PEOPLE_TOO = "What stands after “By a person” was corrected or written by people; all else was found by the program."
WIDTHS: tuple[Length, ...] = (Mm(12), Mm(88), Mm(88), Mm(69))
INK, QUIET = RGBColor(0x1D, 0x1C, 0x1A), RGBColor(0x5B, 0x57, 0x4E)


def write_document(export: Export) -> bytes:
    """Return the comparison as a .docx file."""
    sheet = lay_out(export)
    document = Document()
    _set_page(document)
    _describe(document, export)
    _write_head(document, sheet)
    for table in sheet.tables:
        _write_table(document, table, sheet)
    for piece in sheet.pieces:
        _write_told(document, piece)
    for section in sheet.by_people:
        _write_by_people(document, section)
    _write_foot(document, sheet)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(18)
    document.styles["Normal"].font.size = Pt(10)
    for name, size in (("Title", 20), ("Heading 1", 13), ("Heading 2", 11)):
        style = document.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), INK


def _describe(document: WordDocument, export: Export) -> None:
    about = document.core_properties
    about.title = fit(f"{export.names.left} and {export.names.right}")[:255]
    about.author = about.last_modified_by = "Comparer"
    about.comments = f"Made by Comparer, version {export.report.engine}"
    about.language = "en"
    about.created = about.modified = export.made.astimezone(UTC).replace(tzinfo=None)


def _write_head(document: WordDocument, sheet: Sheet) -> None:
    left, right = sheet.pieces
    document.add_heading(fit(f"{left.name} and {right.name}"), level=0)
    for piece in sheet.pieces:
        line = document.add_paragraph()
        line.add_run(fit(piece.title)).bold = True
        for detail in filter(None, (piece.origin, piece.address)):
            _add_quiet(line, f"  {detail}")
    document.add_paragraph(fit(sheet.summary))
    if sheet.is_limited:
        _add_quiet(document.add_paragraph(), ONLY_QUOTATIONS)


def _write_table(document: WordDocument, table: Table, sheet: Sheet) -> None:
    document.add_heading(table.heading, level=1)
    _add_quiet(document.add_paragraph(), table.meaning)
    drawn = document.add_table(rows=1 + len(table.lines), cols=len(WIDTHS), style="Table Grid")
    drawn.autofit = False
    heads = ("No.", sheet.pieces[0].name, sheet.pieces[1].name, "What differs")
    head, *rows = drawn.rows
    for cell, words in zip(head.cells, heads, strict=True):
        cell.paragraphs[0].add_run(fit(words)).bold = True
    _mark_row(head, "w:tblHeader")
    for row, line in zip(rows, table.lines, strict=True):
        _write_line(row, line)
    for column, width in zip(drawn.columns, WIDTHS, strict=True):
        column.width = width
    document.add_paragraph()


def _write_line(row: _Row, line: Line) -> None:
    _mark_row(row, "w:cantSplit")
    number, left, right, reason = row.cells
    for cell, width in zip((number, left, right, reason), WIDTHS, strict=True):
        cell.width = width
    number.paragraphs[0].add_run(str(line.number))
    _write_passage(left, line.left)
    _write_passage(right, line.right)
    said = reason.paragraphs[0]
    said.add_run(f"{line.label}. ").bold = True
    said.add_run(fit(line.reason))
    _add_quiet(said, f" ({line.sure})")
    for deed in line.said:
        reason.add_paragraph().add_run(fit(f"By a person: {deed}")).italic = True


def _write_passage(cell: _Cell, words: Sequence[Words]) -> None:
    paragraph = cell.paragraphs[0]
    for one in words or (Words("—", hit=False),):
        paragraph.add_run(fit(one.text)).bold = one.hit or None


def _write_told(document: WordDocument, piece: Piece) -> None:
    if not piece.told:
        return
    document.add_heading(fit(f"Only in {piece.name}"), level=1)
    _add_quiet(document.add_paragraph(), "Nothing like it was found in the other piece.")
    _add_items(document, piece.told)


def _add_items(document: WordDocument, sentences: Iterable[str]) -> None:
    bullet = document.styles["List Bullet"].style_id
    for sentence in sentences:
        _add_item(document, bullet).add_run(fit(sentence))


def _add_item(document: WordDocument, style_id: str) -> Paragraph:
    """Add a line of a list. To look its style up by name, as python-docx does, takes a millisecond each time."""
    line = document.add_paragraph()
    line._p.style = style_id  # noqa: SLF001 -- python-docx has no public way that is quick
    return line


def _write_by_people(document: WordDocument, section: Section) -> None:
    document.add_heading(section.heading, level=1)
    _add_quiet(document.add_paragraph(), section.meaning)
    bullet = document.styles["List Bullet"].style_id
    for remark in section.remarks:
        line = _add_item(document, bullet)
        line.add_run(fit(f"By a person, {say_date(remark.made)}: {remark.words}")).italic = True
        _add_quiet(line, f" on {remark.about}")


def _write_foot(document: WordDocument, sheet: Sheet) -> None:
    document.add_heading("About this comparison", level=1)
    document.add_paragraph(
        f"Compared on {sheet.made} with version {sheet.engine} of the analysis. It makes mistakes: the passages decide. "
        "It doesn’t judge who is right. Words in bold are those that the difference is about."
    )
    if sheet.has_people:
        document.add_paragraph(PEOPLE_TOO)
    _add_quiet(document.add_paragraph(), f"To cite: {sheet.citation}")


def _add_quiet(paragraph: Paragraph, words: str) -> None:
    paragraph.add_run(fit(words)).font.color.rgb = QUIET


def _mark_row(row: _Row, what: str) -> None:
    """Say of a row that it is repeated on each page (w:tblHeader), or never broken by one (w:cantSplit)."""
    row._tr.get_or_add_trPr().append(OxmlElement(what))  # noqa: SLF001 -- python-docx has no public way


def fit(words: str) -> str:
    """Return words as XML can hold them; what it cannot hold becomes a replacement character."""
    return UNFIT.sub("\ufffd", words)
