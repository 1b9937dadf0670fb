"""Which point of a happening a time names: its beginning, its end, or one of several occasions."""

from __future__ import annotations

import re
from dataclasses import replace

from comparer.analysis.happenings import Phase, happenings
from comparer.analysis.report import Bound, Time

_AGAIN = re.compile(
    r"\b(?:again|once more|another (?!\d)|(?:a|for the|his|her|its|their) (?:second|third|fourth|further|fresh) )"
    r"|(?<!\bat )\b(?:the|their|his|her|its) latest\b|\b(?:the|a) (?:second|third|fourth|fifth) time\b|\byet another\b"
    r"|\btoo(?=[,.;]|$)|\bre-[a-z]",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:the|its|their|his|her) (?:next|coming|upcoming|new)\b", re.IGNORECASE)
"""The next exchange is a second exchange."""
_FIRST = re.compile(
    r"(?:\b(?:the|its|their|his|her)|['’]s) (?:first|opening|initial)\b(?! (?:set|planned|time))", re.IGNORECASE
)
_LAST = re.compile(r"(?:\b(?:the|its|their|his|her)|['’]s) (?:last|final|closing|second|third)\b", re.IGNORECASE)
_DONE = r"(?:\w+ed|won|met|held|took|beat|saw|seen|spoke|flew|sank|rose|fell|hit|broke|went|came)"
_LATEST = re.compile(rf"\blast (?:been )?{_DONE}\b", re.IGNORECASE)
_EARLIEST = re.compile(rf"\bfirst (?:been )?{_DONE}\b", re.IGNORECASE)
"""The last time and the first: there may have been others before, or later."""
_REACH = 150
_LASTING = frozenset({"be", "stay", "remain"})
_THROUGH = re.compile(r"\b(?:to|until|till|through)\b|\d ?[-–] ?\d")
_END_OF: dict[Bound, int] = {"since": 0, "until": -1}


def phases_of(time: Time) -> frozenset[Phase]:
    """Return whether `time` may tell when something began ("since May", "began in May") or when it ends."""
    words = happenings()
    phases = words.phases(time.events)
    if time.bound == "since" and phases != {"end"}:
        return frozenset({"start"})
    lasting = phases != {"start"} or not _LASTING.isdisjoint(time.events)  # "stays open until"
    if time.bound == "until" and not time.as_of and lasting:
        return frozenset({"end"})
    either: frozenset[Phase] = frozenset({"start", "end"})
    return phases or (frozenset() if words.states.isdisjoint(time.events) else either)


def same_phase(one: Time, other: Time) -> bool:
    """True where both can tell when it began, or both when it ends."""
    return not phases_of(one).isdisjoint(phases_of(other))


def ends_state(one: Time, other: Time) -> bool:
    """True where the one tells until when something stays as it is, and the other when that ends: "closed until Friday", "reopens"."""
    return any(
        state.bound == "until" and end.bound in {"at", "after"} and _ends(state, end)
        for state, end in ((one, other), (other, one))
    )


def undoes(one: Time, other: Time) -> bool:
    """True for "has been closed since Friday" beside "reopens on Monday": what was done on one side is undone on the other."""
    return (_ends(one, other) or _ends(other, one)) and not ends_state(one, other)


def _ends(state: Time, end: Time) -> bool:
    words = [word for lasting in state.events for word in happenings().ended.get(lasting, ())]
    return not set(words).isdisjoint(end.events)


def _opens_state(one: Time, other: Time) -> bool:
    """True for "closed on Monday" beside "was closed until Friday"."""
    bounds = {one.bound, other.bound} == {"at", "until"}
    return bounds and one.events[:1] == other.events[:1] and not happenings().states.isdisjoint(one.events)


def same_bounds(one: Time, other: Time) -> tuple[Time, Time]:
    """Return both times, as bare days where both tell of the beginning, or both of the end: "since Friday", "began on Friday".

    So do two limits: "by Friday" and "until Monday".
    """
    deadline = any(time.bound == "at" and "deadline" in time.events for time in (one, other))
    if {one.bound, other.bound} == {"by", "until"} or (deadline and "by" in {one.bound, other.bound}):
        return replace(one, bound="at"), replace(other, bound="at")
    of_one_point = {one.bound, other.bound} in ({"at", "since"}, {"at", "until"}) and same_phase(one, other)
    if ends_state(one, other) or (of_one_point and not _opens_state(one, other)):
        return replace(one, bound="at"), replace(other, bound="at")
    return one, other


def same_ends(one: Time, other: Time, one_text: str, other_text: str) -> tuple[Time, Time]:
    """Return both times, a span as its first or last day where the other side tells only that: "from 2003 to 2011", "until 2014"."""
    if one.bound == "at" and other.bound in _END_OF and _THROUGH.search(one_text, one.start, one.end):
        return _end_and_day(one, other)
    if other.bound == "at" and one.bound in _END_OF and _THROUGH.search(other_text, other.start, other.end):
        end, day = _end_and_day(other, one)
        return day, end
    return one, other


def _end_and_day(span: Time, other: Time) -> tuple[Time, Time]:
    """The end of `span` that `other` may tell; days of the year where `other` names no year."""
    end = _END_OF[other.bound]
    day = (span.earliest, span.latest)[end]
    named = day[5:] if day else (span.month_day or "").split("/")[end] or None
    if other.month_day:
        return replace(span, earliest=None, latest=None, month_day=named), replace(
            other, earliest=None, latest=None, bound="at"
        )
    return replace(span, earliest=day, latest=day, month_day=None if day else named), replace(other, bound="at")


def other_occasion(one: Time, one_text: str, other: Time, other_text: str) -> bool:
    """True where the words tell of two occasions: "struck again in June", "the first shots" and "the last"."""
    ours, theirs = _around(one_text, one), _around(other_text, other)
    if any(event.startswith("re") for event in (*one.events, *other.events)):
        return False
    repeated = [_AGAIN.search(words) is not None for words in (ours, theirs)]
    following = any(_NEXT.search(words) for words in (ours, theirs))
    again = repeated[0] != repeated[1] and not following
    first, last = (_FIRST.search(ours), _LAST.search(ours)), (_FIRST.search(theirs), _LAST.search(theirs))
    turned = (first[0] and last[1] and not first[1]) or (first[1] and last[0] and not first[0])
    return again or bool(turned) or _among_others(one, ours, other, theirs) or _among_others(other, theirs, one, ours)


def _among_others(early: Time, its_words: str, late: Time, other_words: str) -> bool:
    """True for "was first elected in 2004" beside "was elected in 2008", and "won in 1998" beside "last won in 2003"."""
    if early.events[:1] != late.events[:1] or not _comes_before(early, late):
        return False
    first, last = (
        [pattern.search(words) is not None for words in (its_words, other_words)] for pattern in (_EARLIEST, _LATEST)
    )
    return first == [True, False] or last == [False, True]


def _comes_before(one: Time, other: Time) -> bool:
    return bool(one.latest and other.earliest) and (one.latest or "") < (other.earliest or "")


def _around(text: str, time: Time) -> str:
    """The sentence around a time, without the time."""
    before = re.split(r"[.!?\n]", text[max(0, time.start - _REACH) : time.start])[-1]
    after = re.split(r"[.!?\n](?:\s|$)", text[time.end : time.end + _REACH])[0]
    return f"{before} {after}"
