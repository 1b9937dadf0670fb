"""What an expression of time says, before anybody asks which days it means."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

from comparer.analysis.times.days import Edge, Season, Unit

Anchor = Literal["published", "text", "event"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = "|".join(name.capitalize() for name in WEEKDAYS)
_MONTHS = "|".join(name.capitalize() for name in MONTHS)
WEEKDAY = f"(?:{_WEEKDAYS}|{_WEEKDAYS.upper()})"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
MONTH = rf"(?:{_MONTHS}|{_MONTHS.upper()}|(?:{'|'.join(_SHORT_MONTHS)}|{'|'.join(_SHORT_MONTHS).upper()})\b\.?)"
"""With a capital or all in capitals: "may" and "march" are other words."""
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d\d|20\d\d|2100)"
EDGE = r"(?:early|mid|late|the (?:start|beginning|end) of|end of)"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of text and the calendar fields that it names; `until` closes a span ("from Monday to Friday").

    `nth` is which weekday of the month, -1 for the last; `feast` the first and last day counted from Easter.
    `shift` counts units from the anchor, (least, most); `whole` tells "last week" from "a week ago",
    `century` is 15 for the 15th. `rolling` marks "the past week". `pick` is -1, 0 or 1 for last, this and next. `hours` are minutes of the day;
    `twelve` is true of those that may be of either half of it ("half past one").
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    feast: tuple[int, int] | None = None
    pick: int | None = None
    edge: Edge | None = None
    season: Season | None = None
    decade: int | None = None
    century: int | None = None
    quarter: int | None = None
    half: int | None = None
    shift: tuple[int, int] | None = None
    unit: Unit | None = None
    anchor: Anchor | None = None
    whole: bool = False
    rolling: bool = False
    hours: tuple[int, int] | None = None
    part: bool = False
    twelve: bool = False
    zone: str | None = None
    about: bool = False
    until: Phrase | None = None

    @property
    def named_day(self) -> bool:
        """True where the phrase says which day (or week, or year), not only which hour."""
        return any(
            field is not None
            for field in (
                self.year,
                self.month,
                self.weekday,
                self.feast,
                self.season,
                self.decade,
                self.century,
                self.quarter,
                self.half,
                self.shift,
            )
        )


_JOINED = tuple(field.name for field in fields(Phrase) if field.name not in {"start", "end"})
_FLAGS = frozenset({"whole", "rolling", "part", "twelve", "about"})
_HALF_DAY = 720


def join(first: Phrase, second: Phrase) -> Phrase | None:
    """Return one phrase with the fields of both, or None where both name the same field."""
    merged: dict[str, object] = {}
    for name in _JOINED:
        ours, theirs = getattr(first, name), getattr(second, name)
        if name in _FLAGS:
            merged[name] = ours or theirs
        elif ours is not None and theirs is not None:
            return None
        else:
            merged[name] = theirs if ours is None else ours
    return replace(first, start=min(first.start, second.start), end=max(first.end, second.end), **merged)  # type: ignore[arg-type]


def narrow(first: Phrase, second: Phrase) -> Phrase | None:
    """Return "early Friday morning" for "early Friday" and "morning": the hours that both allow."""
    if first.hours is None or second.hours is None or not (first.part and second.part):
        return None
    hours = max(first.hours[0], second.hours[0]), min(first.hours[1], second.hours[1])
    return replace(first, end=second.end, hours=hours) if hours[0] < hours[1] else None


def settle(first: Phrase, second: Phrase) -> Phrase | None:
    """Return "5.20 yesterday morning" for "5.20" and "yesterday morning", in either order: the hour of that half of the day."""
    for hour, part in ((first, second), (second, first)):
        if hour.twelve and hour.hours and part.part and part.hours:
            low, high = hour.hours
            ways = [(low + shift, high + shift) for shift in (0, _HALF_DAY)]
            fitting = [way for way in ways if part.hours[0] <= sum(way) / 2 < part.hours[1]]
            told = replace(hour, hours=fitting[0], twelve=False) if fitting else None
            return None if told is None else join(told, replace(part, hours=None, part=False))
    return None


def weekday_number(word: str) -> int:
    """Return 0 for "Monday" or "Mon." up to 6."""
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(word.lower().rstrip(".")))


def month_number(word: str) -> int:
    """Return 1 for "January" or "Jan." up to 12."""
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def day_number(word: str) -> int:
    """Return 9 for "9", "09" and "9th"."""
    return int(word.rstrip("stndrh"))


def edge_of(words: str | None) -> Edge | None:
    """Return the part of a period that words like "early" or "the end of" name."""
    if not words:
        return None
    words = words.lower()
    if words in {"earlier", "later"}:
        return words  # type: ignore[return-value]
    if "start" in words or "beginning" in words:
        return "start"
    if "end" in words:
        return "end"
    return "early" if "early" in words else "mid" if "mid" in words else "late"
