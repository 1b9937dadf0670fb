"""Times of an article, resolved against its day of publication, with their precision and what they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Span

from comparer.analysis.attachment import Attachment, attachment
from comparer.analysis.report import TWELVE_HOURS, Bound, Time
from comparer.analysis.times.anchors import FoundTime, anchor_in, count_from_event
from comparer.analysis.times.find import find_phrases
from comparer.analysis.times.moves import moved
from comparer.analysis.times.phrases import Phrase
from comparer.analysis.times.resolve import Resolved, resolve, widened
from comparer.analysis.times.tense import Tense, tense_of
from comparer.analysis.times.trust import is_time

_BOUNDS: dict[str, Bound] = {
    "since": "since", "until": "until", "till": "until", "by": "by", "through": "until", "before": "before",
    "ahead of": "before", "prior to": "before", "no later than": "by", "not later than": "by", "no earlier than": "after", "after": "after", "following": "after", "from": "since",
}  # fmt: skip
_BOUND = re.compile(rf"\b({'|'.join(_BOUNDS)})\s+(?:on\s+|the\s+)?$", re.IGNORECASE)
_LIMIT_BEHIND = re.compile(r" at (?:the very |the )?(earliest|latest)\b")
_NOT_BEFORE = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bno(?! one)|\bunlikely)\b(?! later)[^.,;:!?\n]{0,50}\b(?:before|until|till|than) (?:the )?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:around|about|circa|approximately|roughly)\s+(?:the\s+)?$", re.IGNORECASE)
_DATES_FROM = re.compile(r"\b(?:date|dates|dated|dating)(?: back)? (?:from|to) (?:the )?$", re.IGNORECASE)
_AS_OF = re.compile(r"\b(?:as of|as at|as on|so far|to date)\s+(?:the )?$", re.IGNORECASE)
_COMPARED = re.compile(
    r"\bthan (?:in|on|at|during|for) (?:the )?$|\bcompar(?:ed|ison) (?:with|to) (?:the )?$", re.IGNORECASE
)
_PAGE_LINE = re.compile(
    r"(?:first |last |originally )?(?:published|updated|posted|modified|printed)\b[^.]{0,25}$", re.IGNORECASE
)
_PAGE_LINE_ON = re.compile(r",?\s*(?:last |first )?(?:published|updated|modified)\b", re.IGNORECASE)
"""At the start of a line: the day of the page, not of an event."""
_LEADING = 20
_LINE = 60


def read_times(doc: Doc, *, published: str | None = None) -> tuple[Time, ...]:
    """Return the times that `doc` (English) names, in order; durations and ages are none.

    `published` is an ISO date; without it relative words stay unresolved and keep weekday, month and day.
    Offsets are into the text of the Doc.
    """
    base = publication_day(published)
    text = doc.text
    starts = [token.idx for token in doc]
    sentences = [sentence.start_char for sentence in doc.sents] if len(doc) else []
    found: list[FoundTime] = []
    for phrase in find_phrases(text):
        span = _tokens(doc, starts, phrase)
        if is_time(phrase, span):
            sentence = bisect_right(sentences, phrase.start) - 1
            found.append(_resolved(phrase, span, text, sentence, base=base, found=found))
    return tuple(_time(count_from_event(one, found, position)) for position, one in enumerate(found))


def publication_day(published: str | None) -> date | None:
    """Return the date that an ISO string begins with; None where it holds none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _tokens(doc: Doc, starts: Sequence[int], phrase: Phrase) -> Span:
    first = bisect_right(starts, phrase.start) - 1
    last = bisect_left(starts, phrase.end)
    return doc[max(0, first) : max(first + 1, last)]


def _resolved(
    phrase: Phrase, span: Span, text: str, sentence: int, *, base: date | None, found: Sequence[FoundTime]
) -> FoundTime:
    before = text[max(0, phrase.start - _LEADING) : phrase.start]
    bound = "at" if phrase.until or _DATES_FROM.search(before) else _bound(before, span)
    if bound == "at" and (limit := _LIMIT_BEHIND.match(text, phrase.end)):
        bound = "after" if limit[1] == "earliest" else "by"
    if bound != "since" and _NOT_BEFORE.search(text, max(0, phrase.start - _LINE), phrase.start):
        bound = "after"
    tense = _tense(span, bound)
    anchor = anchor_in(found, sentence, phrase.unit or "day")
    resolved = resolve(phrase, base=base, anchor=anchor, tense=tense)
    if phrase.hours and not phrase.named_day:
        resolved = _day_of_hour(resolved, anchor)
    if _ABOUT.search(before):
        resolved = widened(resolved)
    of_nothing = _is_of_page(text, phrase) or _COMPARED.search(before) is not None
    attached = Attachment((), of_saying=False) if of_nothing else attachment(span)
    change = moved(text, phrase.start, phrase.end)
    as_of = _AS_OF.search(before) is not None or (before.lower().endswith("by ") and tense == "past")
    return FoundTime(phrase, span, sentence, resolved, attached, "at" if change else bound, tense or "", change, as_of)


def _is_of_page(text: str, phrase: Phrase) -> bool:
    """True for the day in "Last updated: 3 May" and "3 May, last updated at noon" at the start of a line."""
    begin = max(0, phrase.start - _LINE)
    opening = text.rfind("\n", begin, phrase.start)
    if begin and opening < 0:
        return False
    line = text[opening + 1 : phrase.start] if opening >= 0 else text[: phrase.start]
    return bool(_PAGE_LINE.match(line) or (not line.strip() and _PAGE_LINE_ON.match(text, phrase.end)))


def _day_of_hour(resolved: Resolved, anchor: Resolved | None) -> Resolved:
    """An hour alone ("at 3 p.m.") is an hour of the day spoken of."""
    if anchor is None or anchor.days is None or anchor.days.first != anchor.days.last:
        return resolved
    return replace(resolved, days=anchor.days)


def _bound(before: str, span: Span) -> Bound:
    match = _BOUND.search(before)
    names_event = span.root.dep_ in {"poss", "compound", "nummod", "amod", "nmod"} and span.root.head.i >= span.end
    return "at" if match is None or names_event else _BOUNDS[match[1].lower()]


def _tense(span: Span, bound: Bound) -> Tense | None:
    tense = tense_of(span)
    return "future" if tense is None and bound in {"until", "by", "before"} else tense


def _time(one: FoundTime) -> Time:
    days = one.resolved.days
    return Time(
        one.phrase.start,
        one.phrase.end,
        days.first.isoformat() if days else None,
        days.last.isoformat() if days else None,
        one.resolved.precision,
        weekday=one.resolved.weekday,
        month_day=one.resolved.month_day,
        bound=one.bound,
        clock=_clock(one.phrase),
        relative=one.resolved.relative,
        events=one.attached.events,
        of_saying=one.attached.of_saying,
        about=one.attached.about,
        tense=one.tense,
        moved=one.moved,
        as_of=one.as_of,
    )


def _clock(phrase: Phrase) -> str | None:
    if phrase.hours is None:
        return None
    low, high = phrase.hours
    hours = f"{low // 60:02}:{low % 60:02}-{high // 60:02}:{high % 60:02}"
    zone = TWELVE_HOURS if phrase.twelve else phrase.zone
    return f"{hours} {zone}" if zone else hours
