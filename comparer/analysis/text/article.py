"""The steps from raw text to a clean article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from comparer.analysis.report import Paragraph, Removed, Repair
from comparer.analysis.text.edits import Draft
from comparer.analysis.text.head import Head, read_head
from comparer.analysis.text.inline import cut_inline
from comparer.analysis.text.language import guess_language
from comparer.analysis.text.lines import Line, join_wrapped, split_lines
from comparer.analysis.text.mend import mend
from comparer.analysis.text.roles import find_roles
from comparer.analysis.text.setaside import LABEL_ABOVE_WHY, REPEATED_TITLE_WHY, same_words, set_aside


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
    """Return the article in `raw`. What the caller knows (title, outlet, ISO date) wins over what the text shows.

    A title that the text does not begin with is put before it. Every word of
    `raw` is in the text, in `removed`, or in the `before` of a repair.
    """
    known_title = " ".join(mend(title).text.split()) if title else None
    draft, removed = cut_inline(join_wrapped(mend(raw)))
    lines = split_lines(draft.text)
    whys = set_aside(lines, outlet=outlet)
    head = read_head(lines, whys, title=known_title)
    _set_aside_around_title(lines, whys, head)
    kept = _in_order(lines, whys, head)
    text, repairs = _assemble(kept, draft)
    removed += [(line.start, Removed(line.text, why)) for line, why in zip(lines, whys, strict=True) if why is not None]
    return CleanArticle(
        text=text,
        title=head.title,
        outlet=outlet or head.outlet,
        published=published or head.published,
        language=guess_language(text),
        repairs=repairs,
        removed=tuple(item for _, item in sorted(removed, key=lambda found: found[0])),
        paragraphs=_paragraphs([line.text for line in kept], has_title=head.title is not None),
    )


def _set_aside_around_title(lines: Sequence[Line], whys: list[str | None], head: Head) -> None:
    for i in head.above:
        whys[i] = LABEL_ABOVE_WHY
    words = same_words(head.title or "")
    for i, line in enumerate(lines):
        if words and i != head.title_at and same_words(line.text) == words:
            whys[i] = REPEATED_TITLE_WHY


def _in_order(lines: Sequence[Line], whys: Sequence[str | None], head: Head) -> list[Line]:
    """The lines that stay, the title first."""
    rest = [line for i, line in enumerate(lines) if whys[i] is None and i != head.title_at]
    if head.title_at is not None:
        return [lines[head.title_at], *rest]
    return [Line(-1, head.title), *rest] if head.title else rest


def _assemble(kept: Sequence[Line], draft: Draft) -> tuple[str, tuple[Repair, ...]]:
    """Join the lines; each repair moves with its line, and goes where its line goes."""
    repairs: list[Repair] = []
    start = 0
    for line in kept:
        shift = start - line.start
        inside = [] if line.start < 0 else _within(draft.repairs, line)
        repairs += [replace(repair, start=repair.start + shift, end=repair.end + shift) for repair in inside]
        start += len(line.text) + 1
    return "\n".join(line.text for line in kept), tuple(sorted(repairs, key=lambda repair: (repair.start, repair.end)))


def _within(repairs: Sequence[Repair], line: Line) -> list[Repair]:
    """The repairs that touch the line, cut to it."""
    first = bisect_left(repairs, line.start, key=lambda repair: repair.start)
    last = bisect_right(repairs, line.end, key=lambda repair: repair.start)
    return [replace(repair, end=min(repair.end, line.end)) for repair in repairs[first:last]]


def _paragraphs(texts: Sequence[str], *, has_title: bool) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    start = 0
    for text, role in zip(texts, find_roles(texts, has_title=has_title), strict=True):
        paragraphs.append(Paragraph(start, start + len(text), role))
        start += len(text) + 1
    return tuple(paragraphs)
