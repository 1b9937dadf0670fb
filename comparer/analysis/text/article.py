"""The steps from raw text to a clean article."""

from __future__ import annotations

from dataclasses import dataclass

from comparer.analysis.report import Paragraph, Removed, Repair


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """Paragraphs joined by exactly one newline; none is empty, none has spaces at its ends.

    The title, where there is one, is the first paragraph. `published` is an ISO
    date, `language` an ISO 639 code or "und".
    """

    text: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str
    repairs: tuple[Repair, ...]
    removed: tuple[Removed, ...]
    paragraphs: tuple[Paragraph, ...]


def clean_article(
    raw: str, *, title: str | None = None, outlet: str | None = None, published: str | None = None
) -> CleanArticle:
    """Return the article in `raw`. What the caller knows (title, outlet, ISO date) wins over what the text shows."""
    lines = [line for line in (" ".join(line.split()) for line in raw.splitlines()) if line]
    if title and (not lines or lines[0] != title):
        lines.insert(0, title)
    paragraphs: list[Paragraph] = []
    start = 0
    for line in lines:
        paragraphs.append(Paragraph(start, start + len(line), "body" if paragraphs else "title"))
        start += len(line) + 1
    first = lines[0] if lines else None
    return CleanArticle("\n".join(lines), title or first, outlet, published, "en", (), (), tuple(paragraphs))
