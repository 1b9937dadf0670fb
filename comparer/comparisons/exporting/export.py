"""What every format is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comparer.analysis.report import Reading, Report
from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.deeds import say_deed
from comparer.comparisons.presenting.panes import read_date
from comparer.comparisons.presenting.shown import Item, collect
from comparer.comparisons.presenting.sides import Names, Side, name_sides


@dataclass(frozen=True, slots=True)
class Export:
    report: Report
    names: Names
    items: tuple[Item, ...]
    made: datetime
    """When the two pieces were compared."""
    address: str = ""
    """Where others can read the comparison; "" where nobody can."""
    sources: tuple[str, str] = ("", "")
    """The web addresses of the two pieces, where they are known."""
    limit: int = 0
    """So many characters around each mark are given of the texts; 0 for the whole texts."""
    corrected: Corrected | None = None
    """What people corrected and noted. Who it was does not leave the site."""

    @property
    def is_limited(self) -> bool:
        return self.limit > 0

    def said(self, mark: str) -> tuple[str, ...]:
        """Return what people did to a mark, in words: ("Marked right", "Note: Ask the ministry.")."""
        changes = self.corrected.said.get(mark, ()) if self.corrected else ()
        return tuple(say_deed(change.action, change.value, self.names) for change in changes)

    def reading(self, side: Side) -> Reading:
        return self.report.left if side == "left" else self.report.right

    def source(self, side: Side) -> str:
        return self.sources[0] if side == "left" else self.sources[1]

    def title(self, side: Side) -> str:
        """Return the headline on one line, else what the piece is called on the page."""
        return " ".join((self.reading(side).title or "").split()) or self.names.of(side)

    def origin(self, side: Side) -> str:
        """Return outlet and day as far as they are known: "The Harbour Post, 7 May 2031"."""
        reading = self.reading(side)
        return ", ".join(filter(None, (" ".join((reading.outlet or "").split()), say_day(reading.published))))


def make_export(
    report: Report,
    *,
    made: datetime,
    address: str = "",
    sources: tuple[str, str] = ("", ""),
    outlets: tuple[str, str] = ("", ""),
    limit: int = 0,
    corrected: Corrected | None = None,
) -> Export:
    """Return what the formats need of a report, which is that of `corrected` with the quotations that `limit` allows.

    `outlets` are the names that people gave the pieces, "" where they gave none.
    """
    names = name_sides(report.left, report.right, left_name=outlets[0] or None, right_name=outlets[1] or None)
    return Export(report, names, collect(report), made, address, sources, limit, corrected)


def say_date(moment: datetime) -> str:
    """Return the day of a moment as people write it: "7 May 2031"."""
    return f"{moment.day} {moment:%B %Y}"


def say_day(written: str | None) -> str:
    """Return an ISO date as people write it: "7 May 2031"; "" for none, or for what is no date."""
    day = read_date(written)
    return f"{day.day} {day:%B %Y}" if day else ""
