"""Measure the analysis: `python -m comparer.evaluation TASK DATA`.

DATA is a path: to public data, which is no part of the project, or to the project's
own test set in tests/gold. The table goes to standard output, progress to standard
error, and with --json FILE the same table as JSON into a file; exit status 0, or 2
for bad input.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from comparer.analysis.models import ModelMissingError
from comparer.evaluation.agreement import evaluate_agreement
from comparer.evaluation.among import evaluate_among
from comparer.evaluation.annotated import evaluate_annotated
from comparer.evaluation.articles import evaluate_articles
from comparer.evaluation.attribution import evaluate_attribution
from comparer.evaluation.confidence import evaluate_confidence
from comparer.evaluation.judged import evaluate_judged
from comparer.evaluation.loaded import evaluate_loaded
from comparer.evaluation.minimal import evaluate_minimal
from comparer.evaluation.naming import evaluate_naming
from comparer.evaluation.numbers import evaluate_numbers
from comparer.evaluation.printed import printed
from comparer.evaluation.propositions import evaluate_propositions
from comparer.evaluation.ranking import evaluate_ranking, topics_of
from comparer.evaluation.record import must_be_writable, record, shown
from comparer.evaluation.reports import PARTS, evaluate_reports, part_of
from comparer.evaluation.tasks import BadDataError, Option, Table, Task

BAD_INPUT = 2
TEXTS = Option("texts", "the folder with NAME.a.txt and NAME.b.txt, if it is another", Path)
TASKS = (
    Task("attribution", "PolNeAR, a part such as data/dev: who is said to say what", evaluate_attribution),
    Task("loaded", "BABE, its file data/final_labels_SG1.csv: which words are loaded", evaluate_loaded),
    Task("minimal", "minimal pairs, such as tests/gold/pairs.jsonl: what differs in two sentences", evaluate_minimal),
    Task("among", "minimal pairs: which conflicts are marked where each pair stands among others", evaluate_among),
    Task("articles", "article pairs, such as tests/gold/articles: counterparts and conflicts", evaluate_articles),
    Task(
        "agreement",
        "article pairs marked twice, such as tests/gold/articles: how far readers agree",
        evaluate_agreement,
    ),
    Task("judged", "sentence pairs judged 0 or 1, as JSON lines, or tests/gold/articles", evaluate_judged),
    Task(
        "ranking",
        "ABCD-Link, its folder datasets/news_ecb: does the sentence that tells the same come first",
        evaluate_ranking,
        (Option("topics", "first and last topic, such as 1-35 (the default)", topics_of),),
    ),
    Task(
        "propositions",
        "QA-ALIGN, its file qaalign_dev_gold_official.csv: what is paired below the sentence",
        evaluate_propositions,
    ),
    Task("numbers", "EQUATE, its folder data/equate/01_deduplicated: do numbers decide what follows", evaluate_numbers),
    Task("naming", "NewsWCL50, its file NewsWCL50.conll: which mentions are of the same one", evaluate_naming),
    Task(
        "annotated",
        "article pairs annotated by two people, as NAME.X.json and NAME.Y.json: counterparts and conflicts",
        evaluate_annotated,
        (TEXTS,),
    ),
    Task(
        "reports",
        "BASIL, with ABCD-Link beside it: contradictions and judged sentences in real reports",
        evaluate_reports,
        (Option("part", f"which pairs: {', '.join(PARTS)} (the default is unseen)", part_of),),
    ),
    Task(
        "confidence",
        "article pairs, such as tests/gold/articles, or annotated ones: how often sure, likely, possible are right",
        evaluate_confidence,
        (TEXTS,),
    ),
)


def main(arguments: list[str] | None = None) -> int:
    """Run one task; return the exit status."""
    options = _parser().parse_args(arguments)
    task: Task = options.task
    try:
        if options.json is not None:
            must_be_writable(options.json)
        table = task.run(_existing(options.data), options.half, _progress, **_given(task, options))
        print(printed(task.name, table))
        _save(options, table)
    except (BadDataError, ModelMissingError) as problem:
        print(problem, file=sys.stderr)
        return BAD_INPUT
    return 0


def _existing(path: Path) -> Path:
    if not path.exists():
        raise BadDataError(f"There is nothing at {path}.")
    return path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m comparer.evaluation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    tasks = parser.add_subparsers(metavar="TASK", required=True)
    for task in TASKS:
        command = tasks.add_parser(task.name, help=task.data)
        command.set_defaults(task=task)
        command.add_argument("data", type=Path, help=task.data)
        command.add_argument("--half", choices=("all", "even", "odd"), default="all", help="every other document only")
        command.add_argument("--json", type=Path, metavar="FILE", help="write the table as JSON, too")
        for option in task.options:
            command.add_argument(f"--{option.name}", type=option.read, metavar="VALUE", help=option.help)
    return parser


def _given(task: Task, options: argparse.Namespace) -> dict[str, object]:
    values = {option.name: getattr(options, option.name) for option in task.options}
    return {name: value for name, value in values.items() if value is not None}


def _progress(done: int, total: int) -> None:
    if done % max(1, total // 20) == 0:
        print(f"{done} of {total}", file=sys.stderr)


def _save(options: argparse.Namespace, table: Table) -> None:
    if options.json is not None:
        document = record(
            table,
            task=options.task.name,
            data=shown(options.data),
            command=_command(options),
            date=dt.datetime.now(tz=dt.UTC).date(),
        )
        try:
            options.json.write_text(document, encoding="utf-8")
        except OSError as problem:
            raise BadDataError(f"{options.json} cannot be written: {problem.strerror}.") from None


def _command(options: argparse.Namespace) -> str:
    half = () if options.half == "all" else ("--half", options.half)
    given = _given(options.task, options)
    more = [word for name, value in given.items() for word in (f"--{name}", _as_given(value))]
    return " ".join(["python -m comparer.evaluation", options.task.name, shown(options.data), *half, *more])


def _as_given(value: object) -> str:
    return shown(value) if isinstance(value, Path) else str(value)


if __name__ == "__main__":
    sys.exit(main())
