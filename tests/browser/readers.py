"""Every file that leaves the site, opened as a program of its kind would: each raises where it cannot be read."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from lxml import html  # type: ignore[import-untyped]

SAFE_CELL = re.compile(r"[^=+\-@]|$")


def read_page(file: Path) -> str:
    """An HTML file on its own: nothing is fetched from elsewhere, every link inside leads somewhere."""
    page = html.fromstring(file.read_text(encoding="utf-8"))
    outside = page.xpath("//script/@src | //link[not(starts-with(@href, 'data:'))]/@href | //img/@src")
    assert not [one for one in outside if not one.startswith("data:")]
    ids = set(page.xpath("//@id"))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= ids
    return str(page.text_content())


def read_document(file: Path) -> str:
    document = Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert cells
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def read_report(file: Path) -> str:
    report = json.loads(file.read_text(encoding="utf-8"))
    for side in ("left", "right"):
        text = report[side]["text"]
        for difference in report["differences"]:
            assert all(text[one["start"] : one["end"]] == one["text"] for one in difference[side])
    return file.read_text(encoding="utf-8")


def read_annotations(file: Path) -> str:
    """Web Annotations as JSON-LD: each has a body and targets that quote."""
    read = json.loads(file.read_text(encoding="utf-8"))
    assert "http://www.w3.org/ns/anno.jsonld" in json.dumps(read["@context"])
    found = _all_of_type(read, "Annotation")
    assert found
    quotes = [one for annotation in found for one in _all_of_type(annotation, "TextQuoteSelector")]
    assert all(one["exact"] for one in quotes)
    assert len(quotes) >= len(found)
    return file.read_text(encoding="utf-8")


def _all_of_type(read: Any, wanted: str) -> list[Any]:
    if isinstance(read, list):
        return [found for one in read for found in _all_of_type(one, wanted)]
    if not isinstance(read, dict):
        return []
    if wanted in (read.get("type"), *(read["type"] if isinstance(read.get("type"), list) else ())):
        return [read]
    return [found for one in read.values() for found in _all_of_type(one, wanted)]


def read_bibtex(file: Path) -> str:
    """One entry: a type, a key, and fields in balanced braces."""
    entry = re.fullmatch(r"@(\w+)\{([\w-]+),\n(.*)\}\s*", file.read_text(encoding="utf-8"), re.DOTALL)
    assert entry
    fields = dict(re.findall(r"^  (\w+) = \{(.*)\},$", entry[3], re.MULTILINE))
    assert len(fields) == len(entry[3].strip().splitlines())
    assert all(value.count("{") == value.count("}") for value in fields.values())
    assert {"title", "year", "version"} <= set(fields)
    return str(fields["title"])


def read_csl(file: Path) -> str:
    (item,) = json.loads(file.read_text(encoding="utf-8"))
    assert {"id", "type", "title", "issued"} <= set(item)
    return str(item["title"])


def read_words(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def read_ledger(file: Path) -> str:
    """A CSV file: every line as long as its headings, no cell that a spreadsheet would run."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        headings, *rows = csv.reader(lines)
    assert all(len(row) == len(headings) for row in rows)
    assert all(SAFE_CELL.match(cell) for row in (headings, *rows) for cell in row)
    return "\n".join(" ".join(row) for row in (headings, *rows))


READERS: dict[str, Callable[[Path], str]] = {
    "page": read_page,
    "document": read_document,
    "report": read_report,
    "annotations": read_annotations,
    "citation": read_words,
    "bibtex": read_bibtex,
    "csl": read_csl,
}
