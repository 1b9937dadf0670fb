"""The marks as W3C Web Annotations: one AnnotationCollection with its page inside, as JSON-LD.

Each mark is an annotation with the reason as its comment and kind, verdict and
sureness as its tags; what a person corrected is a body of that person, and what
people did and wrote beside the marks is an annotation of theirs. The targets are
the passages on both sides, each found by quotation (exact, prefix, suffix) and by
position; positions count code points of the cleaned text, which the source's id
names by its checksum.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from typing import Any

from comparer.analysis.report import Span
from comparer.comparisons.corrections.anchors import find
from comparer.comparisons.corrections.changes import Target
from comparer.comparisons.exporting.export import Export
from comparer.comparisons.exporting.people import list_remarks
from comparer.comparisons.presenting.glossary import SURENESS
from comparer.comparisons.presenting.headings import make_heading
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import SIDES, Side

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PERSON = {"type": "Person", "name": "a person"}
MOTIVATIONS = {"note": "commenting", "pair": "linking"}
AROUND = 32
"""So many characters before and after a quotation tell it from its likes."""


def write_annotations(export: Export) -> str:
    """Return all marks of the report as one JSON-LD document."""
    name = _name_of_report(export)
    made = (_annotation(export, item, name) for item in export.items)
    items = [one for one in (*made, *_by_people(export, name)) if one["target"]]
    page = {"id": f"{name}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": f"{export.names.left} and {export.names.right}",
        "generator": _software(export),
        "total": len(items),
        "first": page,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _annotation(export: Export, item: Item, name: str) -> dict[str, Any]:
    return {
        "id": f"{name}#{item.id}",
        "type": "Annotation",
        "motivation": "linking" if item.pair and not item.difference else "classifying",
        "creator": _software(export),
        "created": export.made.isoformat(timespec="seconds"),
        "body": list(_bodies(export, item)),
        "target": [
            {"type": "SpecificResource", "source": _source(export, side), "selector": _selectors(export, side, span)}
            for side in SIDES
            for span in item.spans(side)
            if span.start < span.end
        ],
    }


def _bodies(export: Export, item: Item) -> Iterator[dict[str, Any]]:
    heading = make_heading(item, export.names)
    comment: dict[str, Any] = {"type": "TextualBody", "format": "text/plain", "language": "en", "purpose": "commenting"}
    yield comment | {"value": heading.headline}
    for tag in (heading.label, export.names.fill(heading.verdict), SURENESS[heading.sureness][0]):
        yield {"type": "TextualBody", "purpose": "tagging", "value": tag}
    for deed in export.said(item.id):
        yield comment | {"purpose": "assessing", "value": deed, "creator": PERSON}


def _by_people(export: Export, name: str) -> Iterator[dict[str, Any]]:
    """Return what people did and wrote on passages, on one piece or on the whole, where its words can be found."""
    for remark in list_remarks(export):
        if not remark.mark and remark.sort != "orphaned":
            yield {
                "id": f"{name}#by-person-{remark.change.number}",
                "type": "Annotation",
                "motivation": MOTIVATIONS.get(remark.change.action, "editing"),
                "creator": PERSON,
                "created": remark.made.isoformat(timespec="seconds"),
                "body": [{"type": "TextualBody", "format": "text/plain", "value": remark.words}],
                "target": list(_targets(export, remark.change.target)),
            }


def _targets(export: Export, target: Target) -> Iterator[dict[str, Any]]:
    """Return whole texts, or passages; those that the quotations do not hold are left out."""
    for side in SIDES:
        selectors = target.left if side == "left" else target.right
        if target.what in (side, "comparison"):
            yield {"type": "SpecificResource", "source": _source(export, side)}
        for span in filter(None, (find(export.reading(side).text, one) for one in selectors)):
            yield {
                "type": "SpecificResource",
                "source": _source(export, side),
                "selector": _selectors(export, side, span),
            }


def _selectors(export: Export, side: Side, span: Span) -> list[dict[str, Any]]:
    text = export.reading(side).text
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _source(export: Export, side: Side) -> dict[str, str]:
    source = {"id": _name_of_text(export, side), "type": "Text", "format": "text/plain", "language": "en"}
    address = {"via": export.source(side)} if export.source(side) else {}
    return source | {"label": export.title(side)} | address


def _name_of_text(export: Export, side: Side) -> str:
    return _name_by_sum(export.reading(side).text)


def _name_of_report(export: Export) -> str:
    both = "\n".join((export.report.engine, _name_of_text(export, "left"), _name_of_text(export, "right")))
    return _name_by_sum(both)


def _name_by_sum(words: str) -> str:
    """Return a name that follows from the words themselves (RFC 6920), so that equal texts have equal names."""
    digest = hashlib.sha256(words.encode(errors="replace")).digest()
    return f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def _software(export: Export) -> dict[str, str]:
    return {"type": "Software", "name": f"Comparer, version {export.report.engine}"}
