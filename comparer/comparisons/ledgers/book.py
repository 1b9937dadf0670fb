"""All ledgers of one comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from comparer.analysis.report import Report
from comparer.comparisons.ledgers.folding import Folded, fold
from comparer.comparisons.ledgers.lookup import look_up
from comparer.comparisons.ledgers.names import NameRow, make_names
from comparer.comparisons.ledgers.numbers import NumberRow, make_numbers
from comparer.comparisons.ledgers.places import PlaceRow, make_places
from comparer.comparisons.ledgers.prominence import ProminenceRow, make_prominence
from comparer.comparisons.ledgers.slopes import Line, draw_slopes
from comparer.comparisons.ledgers.times import TimeRow, make_times
from comparer.comparisons.ledgers.titles import LEDGERS, LedgerName
from comparer.comparisons.ledgers.told import ToldRow, make_all_told
from comparer.comparisons.ledgers.voices import FlatRow, VoiceRow, make_flat, make_voices
from comparer.comparisons.presenting.sides import Names
from comparer.comparisons.sharing.shortening import Shortened


@dataclass(frozen=True, slots=True)
class Book:
    """The rows of every ledger, and what the sides are called."""

    names_of_sides: Names
    numbers: tuple[NumberRow, ...]
    names: tuple[NameRow, ...]
    voices: tuple[VoiceRow, ...]
    """The first row is the pieces themselves."""
    flat: tuple[FlatRow, ...]
    times: tuple[TimeRow, ...]
    places: tuple[PlaceRow, ...]
    prominence: tuple[ProminenceRow, ...]
    told: tuple[ToldRow, ...]
    said: Mapping[str, str] = field(default_factory=dict)
    """What people did to the marks, by their ids."""

    @property
    def slopes(self) -> tuple[Line, ...]:
        return draw_slopes(self.prominence)

    @property
    def folds(self) -> dict[LedgerName, Folded]:
        """Return the rows of each ledger, with those apart on which both agree."""
        return {name: fold(name, self.rows(name)) for name in LEDGERS}

    def rows(self, ledger: LedgerName) -> Sequence[object]:
        """Return the rows by which a ledger is counted; voices without the pieces themselves."""
        rows: dict[LedgerName, Sequence[object]] = {
            "numbers": self.numbers,
            "names": self.names,
            "voices": self.voices[1:],
            "times": self.times,
            "places": self.places,
            "prominence": self.prominence,
            "told": self.told,
        }
        return rows[ledger]


def make_book(
    report: Report,
    names: Names,
    shortened: tuple[Shortened, Shortened] | None = None,
    said: Mapping[str, str] | None = None,
) -> Book:
    """Return all ledgers of a report; `names` are what its pieces are called, `said` what people did to its marks.

    With `shortened`, both texts as far as they may be read, the rows quote no more than that; their own words
    (a figure, a day, a name) and their counts are of the whole texts.
    """
    lookup = look_up(report, names, shortened)
    return Book(
        names_of_sides=names,
        numbers=make_numbers(lookup),
        names=make_names(lookup),
        voices=make_voices(lookup),
        flat=make_flat(lookup),
        times=make_times(lookup),
        places=make_places(lookup),
        prominence=make_prominence(lookup),
        told=make_all_told(lookup),
        said=said or {},
    )
