"""What the words sure, likely and possible have meant so far: how often what was called so was right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from comparer.analysis.report import Sureness
from comparer.quality.measured import Figure, Measured
from comparer.quality.wording import FEWEST, in_hundred

Called = Literal["pairs", "conflicts"]


@dataclass(frozen=True, slots=True)
class Track:
    """How often pairs and conflicts were right, by the word they were given; an empty one knows nothing."""

    figures: Mapping[tuple[Called, Sureness], Figure] = field(default_factory=dict)
    seen: bool = True
    """Whether the analysis was developed on the articles of the measurement."""

    def short(self, called: Called | None, word: Sureness) -> str:
        """Return "96 in 100 right"; "" where it is not known."""
        figure = self.figures.get((called, word)) if called else None
        return f"{in_hundred(figure.value)} in 100 right" if figure else ""

    def sentence(self, called: Called | None, word: Sureness) -> str:
        """Return the same as a sentence; "" where it is not known."""
        short = self.short(called, word)
        articles = "the articles it was developed on" if self.seen else "articles it was not developed on"
        return f"Of {called} called {word}, {short.replace(' right', ' were right')} on {articles}." if short else ""


def read_track(measured: Mapping[str, Measured]) -> Track:
    """Return what was measured of the words of sureness, on articles never seen before where that was done."""
    unseen = measured.get("confidence_unseen")
    source = unseen or measured.get("confidence")
    if source is None:
        return Track()
    kept = {
        (called, word): figure
        for called in get_args(Called)
        for word in get_args(Sureness)
        if (figure := source.figure(f"{called}, {word}")) and (figure.cases or 0) >= FEWEST
    }
    return Track(kept, seen=unseen is None)
