"""Measure the analysis: `python -m comparer.evaluation TASK DATA`.

DATA is a path: to public data, which is no part of the project, or to the project's
own test set in tests/gold. The table goes to standard output, progress to standard
error; exit status 0, or 2 for bad input.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from comparer.analysis.models import ModelMissingError
from comparer.evaluation.articles import evaluate_articles
from comparer.evaluation.attribution import evaluate_attribution
from comparer.evaluation.loaded import evaluate_loaded
from comparer.evaluation.minimal import evaluate_minimal
from comparer.evaluation.tasks import BadDataError, Figure, Table, Task

BAD_INPUT = 2
TASKS = (
    Task("attribution", "PolNeAR, a part such as data/dev: who is said to say what", evaluate_attribution),
    Task("loaded", "BABE, its file data/final_labels_SG1.csv: which words are loaded", evaluate_loaded),
    Task("minimal", "minimal pairs, such as tests/gold/pairs.jsonl: what differs in two sentences", evaluate_minimal),
    Task("articles", "article pairs, such as tests/gold/articles: counterparts and conflicts", evaluate_articles),
)


def main(arguments: list[str] | None = None) -> int:
    """Run one task; return the exit status."""
    options = _parser().parse_args(arguments)
    task = next(task for task in TASKS if task.name == options.task)
    try:
        table = task.run(_existing(options.data), options.half, _progress)
    except (BadDataError, ModelMissingError) as problem:
        print(problem, file=sys.stderr)
        return BAD_INPUT
    print(_written(task, table))
    return 0


def _existing(path: Path) -> Path:
    if not path.exists():
        raise BadDataError(f"There is nothing at {path}.")
    return path


def _parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {task.name:<14}{task.data}" for task in TASKS)
    parser = argparse.ArgumentParser(
        prog="python -m comparer.evaluation",
        description=f"{__doc__}\ntasks:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("task", choices=[task.name for task in TASKS])
    parser.add_argument("data", type=Path)
    parser.add_argument("--half", choices=("all", "even", "odd"), default="all", help="every other document only")
    return parser


def _progress(done: int, total: int) -> None:
    if done % 10 == 0:
        print(f"{done} of {total}", file=sys.stderr)


def _written(task: Task, table: Table) -> str:
    counts = ", ".join(f"{count:,} {name}" for name, count in table.counts.items())
    width = max(18, *(len(figure.name) + 1 for figure in table.figures))
    head = f"{table.measure:>{width + 6}}  {'95% interval':<14}{'precision':>10}{'recall':>8}"
    lines = [f"{task.name}: {counts}", table.definition, "", head, *(_line(figure, width) for figure in table.figures)]
    return "\n".join([*lines, *(("", *table.notes) if table.notes else ())])


def _line(figure: Figure, width: int) -> str:
    spread = f"{figure.low:.3f} - {figure.high:.3f}" if figure.low is not None and figure.high is not None else ""
    rates = "".join(
        f"{rate:>{room}.3f}" if rate is not None else "" for rate, room in ((figure.precision, 10), (figure.recall, 8))
    )
    return f"{figure.name:<{width}}{figure.value:>6.3f}  {spread:<14}{rates}"


if __name__ == "__main__":
    sys.exit(main())
