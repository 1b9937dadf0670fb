"""A report cut down to quotations: of both texts only the marked words stay, with some characters around them.

For sites that may quote, but not hand on whole articles. The result is a report
like any other, with all offsets moved, so that no page or file has to know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from comparer.analysis.report import Attribution, Claim, Difference, Excerpt, Range, Reading, Report, Sentence, Span
from comparer.comparisons.sharing.shortening import Shortened, Wanted, shorten_text

Part = TypeVar("Part", bound=Span)


def limit_quotations(report: Report, limit: int) -> Report:
    """Return the report with both texts cut down to their titles and marks, each with `limit` characters around it.

    Of what one side tells alone, which may be whole sentences, the first `limit`
    characters stay; the nearest passages of the other side go. 0 means no limit: the report as it is.
    """
    if limit <= 0:
        return report
    left, right = shorten_sides(report, limit)
    return replace(
        report,
        left=_limit_reading(report.left, left),
        right=_limit_reading(report.right, right),
        nearest_left=(),
        nearest_right=(),
        differences=tuple(_limit_difference(one, left, right) for one in report.differences),
    )


def shorten_sides(report: Report, limit: int) -> tuple[Shortened, Shortened]:
    """Return both texts cut down as `limit_quotations` says; the limit is more than 0."""
    left = shorten_text(report.left, _wanted(report.left, report.only_left, _spans(report, "left"), limit))
    right = shorten_text(report.right, _wanted(report.right, report.only_right, _spans(report, "right"), limit))
    return left, right


def _spans(report: Report, side: str) -> Iterator[tuple[Span, bool]]:
    """Return every marked stretch, and whether it is a claim left out by the other side."""
    for one in report.differences:
        for span in one.left if side == "left" else one.right:
            yield span, one.kind == "omission" and one.pair is None


def _wanted(reading: Reading, told: Iterable[str], marked: Iterable[tuple[Span, bool]], limit: int) -> Iterator[Wanted]:
    """Return what to keep; it may overlap."""
    for paragraph in reading.paragraphs:
        if paragraph.role == "title":
            yield Wanted(paragraph.start, paragraph.end)
    for span, is_left_out in marked:
        if is_left_out:
            yield Wanted(span.start, span.start, after=limit)
        elif span.start < span.end:
            yield Wanted(span.start, span.end, before=limit, after=limit)
    for claim in told:
        start = reading.claim(claim).start
        yield Wanted(start, start, after=limit)


def _limit_reading(reading: Reading, short: Shortened) -> Reading:
    return replace(
        reading,
        text=short.text,
        paragraphs=short.paragraphs,
        sentences=tuple(_limit_sentence(one, short) for one in reading.sentences),
        claims=tuple(_limit_claim(one, short) for one in reading.claims),
        attributions=tuple(_limit_attribution(one, short) for one in reading.attributions),
        quantities=_kept(reading.quantities, short),
        times=_kept(reading.times, short),
        places=_kept(reading.places, short),
        names=_kept(reading.names, short),
        loaded=_kept(reading.loaded, short),
        hedges=_kept(reading.hedges, short),
        quotes=_kept(reading.quotes, short),
        repairs=_kept(reading.repairs, short),
        removed=(),
        predications=(),
        events=(),
        identities=(),
        index=None,
    )


def _limit_claim(claim: Claim, short: Shortened) -> Claim:
    start, end = short.move(claim.start, claim.end)
    return replace(claim, start=start, end=end, paragraph=short.number(claim.paragraph))


def _limit_sentence(sentence: Sentence, short: Shortened) -> Sentence:
    start, end = short.move(sentence.start, sentence.end)
    return replace(sentence, start=start, end=end, paragraph=short.number(sentence.paragraph))


def _kept(parts: Iterable[Part], short: Shortened) -> tuple[Part, ...]:
    """Return those parts whose words stay whole."""
    whole = ((one, *short.move(one.start, one.end)) for one in parts if short.holds(one.start, one.end))
    return tuple(replace(one, start=start, end=end) for one, start, end in whole)


def _limit_attribution(said: Attribution, short: Shortened) -> Attribution:
    return replace(
        said,
        source=_range(said.source, short),
        cue=_range(said.cue, short),
        content=tuple(short.move(*one) for one in said.content),
    )


def _range(one: Range | None, short: Shortened) -> Range | None:
    return short.move(*one) if one and short.holds(*one) else None


def _limit_difference(one: Difference, left: Shortened, right: Shortened) -> Difference:
    return replace(one, left=_excerpts(one.left, left), right=_excerpts(one.right, right))


def _excerpts(excerpts: Iterable[Excerpt], short: Shortened) -> tuple[Excerpt, ...]:
    moved = (short.move(one.start, one.end) for one in excerpts)
    return tuple(Excerpt(start, end, short.text[start:end]) for start, end in moved)
