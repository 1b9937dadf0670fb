"""The formats in which a comparison leaves the site, with what each is good for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import slugify

from comparer.comparisons.exporting.annotations import write_annotations
from comparer.comparisons.exporting.citation import cite_as_bibtex, cite_as_csl, cite_in_words
from comparer.comparisons.exporting.document import write_document
from comparer.comparisons.exporting.export import Export
from comparer.comparisons.exporting.page import write_page
from comparer.comparisons.exporting.report import write_report
from comparer.comparisons.presenting.sides import Names

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Format:
    label: str
    good_for: str
    content_type: str
    ending: str
    write: Callable[[Export], str | bytes]


FORMATS: dict[str, Format] = {
    "page": Format(
        "Page", "one HTML file, opens anywhere, also offline", "text/html; charset=utf-8", ".html", write_page
    ),
    "document": Format(
        "Document",
        "DOCX, tables to print and to edit",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
        write_document,
    ),
    "report": Format("Report", "JSON, everything that was found", "application/json", ".json", write_report),
    "annotations": Format(
        "Annotations",
        "JSON-LD, W3C Web Annotations with quotations and positions",
        "application/ld+json",
        "-annotations.jsonld",
        write_annotations,
    ),
    "citation": Format("Citation", "plain text", "text/plain; charset=utf-8", "-citation.txt", cite_in_words),
    "bibtex": Format("Citation", "BibTeX", "application/x-bibtex; charset=utf-8", ".bib", cite_as_bibtex),
    "csl": Format(
        "Citation",
        "CSL-JSON, for reference managers",
        "application/vnd.citationstyles.csl+json",
        "-csl.json",
        cite_as_csl,
    ),
}


def name_file(export: Export, form: str) -> str:
    """Return a file name of letters, digits and hyphens: "comparison-harbour-post-and-chronicle.json"."""
    return name_parts(export.names) + FORMATS[form].ending


def name_parts(names: Names) -> str:
    """Return how the names of all files of a comparison begin: "comparison-harbour-post-and-chronicle"."""
    sides = "-and-".join(filter(None, (slugify(names.left), slugify(names.right))))
    return "-".join(filter(None, ("comparison", sides[:LONGEST_NAME].strip("-"))))
