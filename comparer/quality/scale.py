"""A figure drawn on a line from 0 to 100: a dot, its interval, the simple method's mark below, the annotators' above."""

from __future__ import annotations

from dataclasses import dataclass

from comparer.quality.measured import Figure

EDGE = 6.0
WIDTH = 200.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Places from the left edge of a drawing 212 wide; None where there is nothing to draw."""

    dot: float
    low: float | None = None
    high: float | None = None
    floor: float | None = None
    agreement: float | None = None


def make_scale(
    figure: Figure, *, ranged: bool = True, floor: float | None = None, agreement: float | None = None
) -> Scale:
    """Return where to draw what; rates from 0 to 1 in. `ranged` says whether the interval is drawn."""
    low, high = (figure.low, figure.high) if ranged else (None, None)
    return Scale(_place(figure.value), _maybe(low), _maybe(high), _maybe(floor), _maybe(agreement))


def _maybe(rate: float | None) -> float | None:
    return None if rate is None else _place(rate)


def _place(rate: float) -> float:
    return round(EDGE + rate * WIDTH, 1)
