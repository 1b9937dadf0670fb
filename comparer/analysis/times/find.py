"""Expressions of time in a text: collected, chosen where they overlap, joined where they belong together."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from comparer.analysis.times.clock import find_clock
from comparer.analysis.times.dates import find_dates
from comparer.analysis.times.phrases import Phrase, join, narrow, settle
from comparer.analysis.times.relative import find_relative
from comparer.analysis.times.windows import windows

_SAME_LENGTH = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‘": "'", "–": "-", "‑": "-", "\n": "\n"}
)
_GLUE = re.compile(r",? (?:on |at |in |of |the |during |in the |on the |(?:on )?the night of |of the )?|, ?|\s")
_SPAN_GLUE = re.compile(r" ?- ?| (?:to|through|until|till) (?:at )?| and ")
_OPENS_SPAN = re.compile(r"\b(?:from|between)\s$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:moved|postponed|rescheduled|delayed|shifted|pushed|changed|brought|put)\b[^.,;]* from $", re.IGNORECASE
)
_LEADING = 12


def find_phrases(text: str) -> list[Phrase]:
    """Return the expressions of time in `text` in order, none overlapping."""
    plain = text.translate(_SAME_LENGTH)
    stretches = windows(plain)
    chosen = _choose(chain(*(find(plain, stretches) for find in (find_dates, find_relative, find_clock))), len(plain))
    return [phrase for phrase in _join_spans(_join_beside(chosen, plain), plain) if _stands_alone(phrase, plain)]


def _choose(phrases: chain[Phrase], length: int) -> list[Phrase]:
    """The longest first, none overlapping one already chosen."""
    taken = bytearray(length)
    chosen: list[Phrase] = []
    for phrase in sorted(phrases, key=lambda phrase: (phrase.start - phrase.end, phrase.start)):
        if not any(taken[phrase.start : phrase.end]):
            taken[phrase.start : phrase.end] = b"\1" * (phrase.end - phrase.start)
            chosen.append(phrase)
    return sorted(chosen, key=lambda phrase: phrase.start)


def _join_beside(phrases: list[Phrase], text: str) -> list[Phrase]:
    """Weekday with date, day with hour: "Tuesday, 8 April, at 3 p.m." is one time."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        both = _joined(before, phrase, text) if before is not None else None
        if both is not None:
            joined[-1] = both
            continue
        joined.append(phrase)
    return joined


def _joined(first: Phrase, second: Phrase, text: str) -> Phrase | None:
    if not _GLUE.fullmatch(text, first.end, second.start):
        return None
    if second.start == first.end + 1 and not second.named_day and (narrowed := narrow(first, second)) is not None:
        return narrowed
    return settle(first, second) or (join(first, second) if _belong(first, second, text) else None)


def _belong(first: Phrase, second: Phrase, text: str) -> bool:
    if first.until or second.until:
        return False
    if first.hours is None and second.hours is None:
        return _same_day(first, second)
    if first.named_day and second.named_day:
        return False
    gap = text[first.end : second.start]
    return not (first.named_day and "of" in gap) and (first.named_day or second.named_day or gap == " ")


def _same_day(first: Phrase, second: Phrase) -> bool:
    """A weekday beside a date, a month or season or weekday beside "last year" or "last week"."""
    for one, other in ((first, second), (second, first)):
        if one.weekday is not None and other.weekday is None and (other.day is not None or other.unit == "week"):
            return True
        if (
            (one.month is not None or one.season or one.quarter)
            and one.year is None
            and other.unit == "year"
            and other.whole
        ):
            return True
    return False


def _join_spans(phrases: list[Phrase], text: str) -> list[Phrase]:
    """Spans: "From Monday to Friday", "between 2014 and 2016", "Monday through Friday"."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if before is not None and _spans(before, phrase, text):
            inner = replace(before, year=before.year or (phrase.year if before.month else None))
            joined[-1] = replace(inner, end=phrase.end, until=phrase)
        else:
            joined.append(phrase)
    return joined


def _spans(first: Phrase, second: Phrase, text: str) -> bool:
    gap = text[first.end : second.start]
    if first.until or second.until or len(gap) > _LEADING or not _SPAN_GLUE.fullmatch(gap):
        return False
    if first.named_day != second.named_day:
        return False
    if _MOVED.search(text, max(0, first.start - 2 * _LEADING), first.start):
        return False
    opened = _OPENS_SPAN.search(text, max(0, first.start - _LEADING), first.start) is not None
    return opened if gap in {" and ", " to "} else True


def _stands_alone(phrase: Phrase, text: str) -> bool:
    """A bare part of the day ("night", "late") is a time only beside a day or after "in the"."""
    if not phrase.part or phrase.named_day:
        return True
    words = text[phrase.start : phrase.end].lower()
    if words in {"early", "late"}:
        return False
    return words == "overnight" or (
        bool(
            re.search(r"\b(?:in|during|before|at|by) (?:the )?$", text[max(0, phrase.start - _LEADING) : phrase.start])
        )
        and words != "night"
    )
