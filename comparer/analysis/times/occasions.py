"""Which point of a happening a time names: its beginning, its end, or one of several occasions."""

from __future__ import annotations

import re
from dataclasses import replace

from comparer.analysis.happenings import Phase, happenings
from comparer.analysis.report import Time

_AGAIN = re.compile(
    r"\b(?:again|once more|another (?!\d)|(?:a|for the|his|her|its|their) (?:second|third|fourth|further|fresh) )"
    r"|\btoo(?=[,.;]|$)",
    re.IGNORECASE,
)
_REACH = 150


def phase_of(time: Time) -> Phase | None:
    """Return whether `time` tells when something began ("since May", "began in May") or when it ends."""
    words = happenings()
    phases = words.phases(time.events)
    if time.bound == "since" and phases != {"end"}:
        return "start"
    if time.bound == "until" and not time.as_of and phases != {"start"}:
        return "end"
    if len(phases) == 1:
        return next(iter(phases))
    return "start" if not words.states.isdisjoint(time.events) else None


def same_bounds(one: Time, other: Time) -> tuple[Time, Time]:
    """Return both times, as bare days where both tell of the beginning, or both of the end: "since Friday", "began on Friday"."""
    phase = phase_of(one)
    if {one.bound, other.bound} not in ({"at", "since"}, {"at", "until"}) or phase is None or phase_of(other) != phase:
        return one, other
    return replace(one, bound="at"), replace(other, bound="at")


def is_repeated(text: str, time: Time) -> bool:
    """True where the sentence around `time` tells of one more occasion: "struck again in June", but not "open again"."""
    if any(event.startswith("re") or event in {"open", "meet"} for event in time.events):
        return False
    before = re.split(r"[.!?\n]", text[max(0, time.start - _REACH) : time.start])[-1]
    after = re.split(r"[.!?\n](?:\s|$)", text[time.end : time.end + _REACH])[0]
    return _AGAIN.search(f"{before} {after}") is not None
