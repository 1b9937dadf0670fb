"""Two strengths of one earthquake, in whatever sentences they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comparer.analysis.differences.finding import Finding
from comparer.analysis.passages import excerpt
from comparer.analysis.report import Quantity, Reading, Slot

_FIGURE = re.compile(r"\d+(?:\.\d+)?")


def compare_magnitudes(left: Reading, right: Reading) -> Iterator[Finding]:
    """Yield a conflict where the first magnitude of each article is another one.

    An article tells first of the quake that it is about, later of aftershocks and of earlier quakes. Neither article
    may give the magnitude of the other anywhere.
    """
    ours, theirs = _first_magnitude(left), _first_magnitude(right)
    if ours is None or theirs is None or _gives(left, theirs) or _gives(right, ours):
        return
    first, second = excerpt(left, ours), excerpt(right, theirs)
    slot = Slot("magnitude", first.text, second.text, "conflict")
    words = f"Left gives the earthquake as {first.text}; right as {second.text}."
    yield Finding("number", "conflict", (first,), (second,), words, "likely", slot)


def _first_magnitude(reading: Reading) -> Quantity | None:
    """None where it is a bound: "at least 5.9" leaves room."""
    first = next((each for each in reading.quantities if each.unit == "magnitude"), None)
    return first if first is not None and first.form == "exact" else None


def _gives(reading: Reading, magnitude: Quantity) -> bool:
    """True where the article has the figure too, be it without the word: "the survey said it was 6.1"."""
    return f"{magnitude.low:g}" in _FIGURE.findall(reading.text)
