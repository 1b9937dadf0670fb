"""The steps from raw text to a clean article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from comparer.analysis.report import Paragraph, Removed, Repair
from comparer.analysis.text.edits import Draft
from comparer.analysis.text.head import (
    Headline,
    find_headline,
    find_outlet,
    find_published,
    put_title_first,
    set_aside_labels,
)
from comparer.analysis.text.inline import cut_inline
from comparer.analysis.text.language import guess_language
from comparer.analysis.text.lines import Line, join_wrapped, split_lines
from comparer.analysis.text.markdown import take_off_markdown
from comparer.analysis.text.mend import mend
from comparer.analysis.text.roles import find_roles
from comparer.analysis.text.setaside import set_aside, set_aside_under_title
from comparer.analysis.text.tail import set_aside_tail
from comparer.analysis.text.torn import join_torn_numbers


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
    # line breaks may part the two signs of a stressed word
    draft, removed = cut_inline(take_off_markdown(join_wrapped(take_off_markdown(join_torn_numbers(mend(raw))))))
    lines, headline = split_lines(draft.text), Headline()
    if known_title := " ".join(mend(title or "").text.split()):
        lines, headline = put_title_first(lines, known_title)
    whys = set_aside(lines, title_at=headline.at)
    headline = headline if known_title else find_headline(lines, whys)
    whys = set_aside_labels(lines, whys, headline, outlet=outlet)
    if headline.at is not None:
        whys = set_aside_under_title(lines, whys, headline.at)
    outlet = outlet or find_outlet(lines, set_aside_tail(lines, whys))
    whys = set_aside_tail(lines, set_aside_labels(lines, whys, headline, outlet=outlet))
    kept = [line for line, why in zip(lines, whys, strict=True) if why is None]
    text, repairs = _assemble(kept, draft)
    removed += [(line.start, Removed(line.text, why)) for line, why in zip(lines, whys, strict=True) if why is not None]
    return CleanArticle(
        text=text,
        title=headline.text,
        outlet=outlet,
        published=published or find_published(lines, whys),
        language=guess_language(text),
        repairs=repairs,
        removed=tuple(item for _, item in sorted(removed, key=lambda found: found[0])),
        paragraphs=_paragraphs([line.text for line in kept], has_title=headline.text is not None),
    )


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
