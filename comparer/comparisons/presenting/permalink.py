"""Links to a card that last: by what it says, not by its number, which another run of the analysis gives anew."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b

from comparer.analysis.report import Reading, Report, Span
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.shown import Item


def link_to(report: Report, item: Item) -> str:
    """Return the query string that leads to this item's card for good, with the version that it was seen with."""
    return Choice(mark=name_item(report, item), version=report.engine).address()


def find_named(report: Report, items: Iterable[Item], mark: str) -> str | None:
    """Return the id of the first item of that name; None where the report has none any more."""
    return next((item.id for item in items if name_item(report, item) == mark), None)


def name_item(report: Report, item: Item) -> str:
    """Return ten hexadecimal digits of the kind, the words and the sentences of an item."""
    said = [item.kind or item.group, *(_words(report.left, item.left)), "|", *(_words(report.right, item.right))]
    return blake2b(json.dumps(said).encode(), digest_size=5).hexdigest()


def _words(reading: Reading, spans: tuple[Span, ...]) -> list[str]:
    if not spans:
        return []
    start = spans[0].start
    around = next((one for one in reading.sentences if one.start <= start < one.end), spans[0])
    return [reading.text[around.start : around.end], *(reading.text[one.start : one.end] for one in spans)]
