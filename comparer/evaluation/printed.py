"""A table in plain text, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comparer.evaluation.tasks import Figure, Table


def printed(task: str, table: Table) -> str:
    """Return counts, definition, a line for each figure, floor, agreement, and what went wrong."""
    counts = ", ".join(f"{count:,} {name}" for name, count in table.counts.items())
    names = [*(figure.name for figure in table.figures), *table.floor, *table.agreement]
    width = max(18, *(len(name) + 1 for name in names))
    head = f"{table.measure:>{width + 6}}  {'95% interval':<14}{'precision':>10}{'recall':>8}"
    lines = [f"{task}: {counts}", table.definition, "", head, *(_line(figure, width) for figure in table.figures)]
    lines += _block("floor", table.floor, width)
    lines += _block("agreement of annotators", table.agreement, width)
    return "\n".join([*lines, *(("", *table.notes) if table.notes else ())])


def _block(title: str, values: Mapping[str, float], width: int) -> Iterator[str]:
    if values:
        yield f"{title}:"
        yield from (f"{name:<{width}}{value:>6.3f}" for name, value in values.items())


def _line(figure: Figure, width: int) -> str:
    spread = f"{figure.low:.3f} - {figure.high:.3f}" if figure.low is not None and figure.high is not None else ""
    rates = "".join(
        f"{rate:>{room}.3f}" if rate is not None else "" for rate, room in ((figure.precision, 10), (figure.recall, 8))
    )
    return f"{figure.name:<{width}}{figure.value:>6.3f}  {spread:<14}{rates}"
