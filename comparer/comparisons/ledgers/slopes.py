"""The slope chart of prominence: a line for each claim from its place here to its place there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comparer.comparisons.ledgers.prominence import ProminenceRow
from comparer.comparisons.presenting.sides import Names

WIDTH, HEIGHT = 480.0, 340.0
LEFT, RIGHT = 56.0, 424.0
TOP, BOTTOM = 24.0, 324.0
LABEL = 13.0
"""Room that the number at the end of a line needs."""
MOST_NUMBERED = 12


@dataclass(frozen=True, slots=True)
class Line:
    """Drawn from (LEFT, left) to (RIGHT, right). Numbered lines bear `number` at the heights of their labels."""

    number: int
    left: float
    right: float
    far: bool
    falls: bool
    """Told earlier on the left: the line goes down."""
    left_label: float | None = None
    right_label: float | None = None


def draw_slopes(rows: Sequence[ProminenceRow]) -> tuple[Line, ...]:
    """Return the lines, far ones last so that they lie on top; the farthest of them are numbered."""
    numbered = [row for row in rows if row.is_far][:MOST_NUMBERED]
    left = _spread({row.number: _height(row.left.depth) for row in numbered})
    right = _spread({row.number: _height(row.right.depth) for row in numbered})
    lines = [
        Line(
            row.number,
            _height(row.left.depth),
            _height(row.right.depth),
            row.is_far,
            row.left.depth < row.right.depth,
            left.get(row.number),
            right.get(row.number),
        )
        for row in rows
    ]
    return tuple(sorted(lines, key=lambda line: line.far))


def say_slopes(rows: Sequence[ProminenceRow], names: Names) -> str:
    """Say in sentences what the chart shows; the table below it says the rest."""
    if not rows:
        return ""
    far = [row for row in rows if row.is_far]
    falling = sum(row.left.depth < row.right.depth for row in far)
    count = f"{len(rows)} claims, each a line" if len(rows) > 1 else "One claim, a line"
    said = f"{count} from its place in {names.said_left} (left) to its place in {names.said_right} (right)."
    if not far:
        return f"{said} All stand about as early here as there."
    parts = [
        f"{_count(number)} clearly earlier in {name} (thick, {drawn})"
        for number, name, drawn in (
            (falling, names.said_left, "unbroken"),
            (len(far) - falling, names.said_right, "dashed"),
        )
        if number
    ]
    return f"{said} {_begin(' and '.join(parts))}. The numbers are those of the table."


def _count(number: int) -> str:
    return "one stands" if number == 1 else f"{number} stand"


def _begin(words: str) -> str:
    return words[:1].upper() + words[1:]


def _height(depth: float) -> float:
    return round(TOP + depth * (BOTTOM - TOP), 1)


def _spread(heights: dict[int, float]) -> dict[int, float]:
    """Move labels apart so that none covers another; all stay on the drawing."""
    placed: dict[int, float] = {}
    floor = TOP
    for number, height in sorted(heights.items(), key=lambda one: one[1]):
        placed[number] = max(height, floor)
        floor = placed[number] + LABEL
    ceiling = BOTTOM + LABEL / 2
    for number in sorted(placed, key=placed.__getitem__, reverse=True):
        placed[number] = round(min(placed[number], ceiling), 1)
        ceiling = placed[number] - LABEL
    return placed
