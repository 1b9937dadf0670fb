"""What becomes of one mark after all that people said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast, get_args

from comparer.analysis.report import Difference, Kind, Verdict
from comparer.comparisons.corrections.changes import Change


@dataclass(frozen=True, slots=True)
class Fate:
    """Where a mark stands. `verdict` and `kind` are those a person gave it."""

    out: bool = False
    confirmed: bool = False
    verdict: Verdict | None = None
    kind: Kind | None = None

    def on(self, difference: Difference) -> Difference:
        """Return the difference as people left it; what they confirmed is sure."""
        return replace(
            difference,
            verdict=self.verdict or difference.verdict,
            kind=self.kind or difference.kind,
            sureness="sure" if self.confirmed or self.verdict or self.kind else difference.sureness,
        )


def fate_of(said: Iterable[Change]) -> Fate:
    """Return what holds after these changes, the earlier first. Who changes or confirms a mark wants it to stand."""
    fate = Fate()
    for change in said:
        match change.action:
            case "reject" | "unpair":
                fate = replace(fate, out=True, confirmed=False)
            case "confirm":
                fate = replace(fate, out=False, confirmed=True)
            case "verdict" if change.value in get_args(Verdict):
                fate = replace(fate, out=False, verdict=cast(Verdict, change.value))
            case "kind" if change.value in get_args(Kind):
                fate = replace(fate, out=False, kind=cast(Kind, change.value))
            case _:
                pass
    return fate
