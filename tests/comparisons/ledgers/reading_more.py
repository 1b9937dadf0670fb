"""The invented pair of tests/comparisons/reports.py with numbers, days, places and names read in it."""

from __future__ import annotations

from dataclasses import replace

from comparer.analysis.report import Name, Place, Quantity, Reading, Report, Slot, Time, Whose
from tests.comparisons.reports import make_report, span


def make_full_report() -> Report:
    report = make_report()
    left = replace(report.left, quantities=_left_numbers(report.left), times=_left_times(report.left))
    left = replace(left, places=_left_places(left), names=_left_names(left))
    right = replace(report.right, quantities=_right_numbers(report.right), times=_right_times(report.right))
    right = replace(right, places=_right_places(right), names=_right_names(right))
    since = (
        Slot("since when it runs", "1998", "1998", "same"),
        Slot("number of people a year", "more than 150,000 people", "over 150,000 passengers", "compatible"),
    )
    pairs = tuple(replace(pair, slots=(*pair.slots, *since)) if pair.id == "p17" else pair for pair in report.pairs)
    return replace(report, left=left, right=right, pairs=pairs)


def number(
    reading: Reading, words: str, low: float | None, high: float | None, *, unit: str, measures: str, role: str = ""
) -> Quantity:
    return Quantity(*span(reading, words), low, high, True, True, unit, measures, role or None, None, head=measures)


def _left_numbers(left: Reading) -> tuple[Quantity, ...]:
    return (
        number(left, "at least 14", 14, None, unit="person", measures="people", role="injured"),
        number(left, "about 4 million crowns", 3.6e6, 4.4e6, unit="SEK", measures="salvage", role="cost"),
        number(left, "less than 200 metres", 0, 200, unit="metre", measures="visibility"),
        number(left, "more than 150,000 people", 150_000, None, unit="person", measures="people", role="carry"),
    )


def _right_numbers(right: Reading) -> tuple[Quantity, ...]:
    return (
        number(right, "6 million crowns", 6e6, 6e6, unit="SEK", measures="bill"),
        number(right, "eleven faults", 11, 11, unit="count", measures="faults", role="listed"),
        number(right, "over 150,000 passengers", 150_000, None, unit="person", measures="passengers", role="carry"),
    )


def _left_times(left: Reading) -> tuple[Time, ...]:
    return (
        Time(*span(left, "early on Tuesday"), "2031-05-06", "2031-05-06", "part of day", clock="04:00-08:00"),
        Time(*span(left, "in March"), "2031-03-01", "2031-03-31", "month"),
        Time(*span(left, "since 1998"), "1998-01-01", "1998-12-31", "year", bound="since"),
        Time(*span(left, "a small amount of fuel on Wednesday"), None, None, "day", relative="-1 day"),
    )


def _right_times(right: Reading) -> tuple[Time, ...]:
    return (
        Time(*span(right, "on 6 May"), "2031-05-06", "2031-05-06", "day"),
        Time(*span(right, "in April"), "2031-04-01", "2031-04-30", "month"),
        Time(*span(right, "on Wednesday evening"), "2031-05-07", "2031-05-07", "part of day", of_saying=True),
        Time(*span(right, "in 2027"), "2027-01-01", "2027-12-31", "year"),
    )


def place(reading: Reading, words: str, name: str, *within: str, metonym: bool = False) -> Place:
    return Place(*span(reading, words), name, within, metonym=metonym)


def _left_places(left: Reading) -> tuple[Place, ...]:
    return (
        place(left, "Grey Teeth reef", "Grey Teeth reef", "Karsund"),
        place(left, "the island of Karsund", "Karsund"),
        place(left, "harbour rules", "harbour"),
        place(left, "The ministry", "Lindhavn", metonym=True),
    )


def _right_places(right: Reading) -> tuple[Place, ...]:
    return (
        place(right, "Widow’s Rock reef", "Widow’s Rock reef", "Karsund"),
        place(right, "a reef near Karsund", "Karsund"),
        place(right, "Norra", "Norra"),
    )


def name(
    reading: Reading, words: str, referent: str, head: str, *, whose: Whose = "own", speaker: str | None = None
) -> Name:
    start, end = span(reading, words)
    return Name(start, end, referent, words, whose, distanced=words.startswith("so-called"), head=head, speaker=speaker)


def _left_names(left: Reading) -> tuple[Name, ...]:
    return (
        name(left, "A passenger ferry", "r1", "ferry"),
        name(left, "The vessel", "r1", "vessel", whose="quoted", speaker="Mara Ostrel"),
        name(left, "Mara Ostrel, a spokeswoman", "r2", "Mara Ostrel"),
        name(left, "Velmar Lines did not", "r3", "Velmar Lines"),
        name(left, "The captain", "r4", "captain"),
    )


def _right_names(right: Reading) -> tuple[Name, ...]:
    return (
        name(right, "Mara Ostrel", "r1", "Mara Ostrel"),
        name(right, "Velmar Lines, the", "r2", "Velmar Lines"),
        name(right, "so-called fog rule", "r3", "rule"),
        name(right, "The first mate", "r4", "mate"),
    )
