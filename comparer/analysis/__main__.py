"""The command line: read | compare | pairs. JSON on standard output, messages on standard error."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from comparer.analysis.compare import compare_articles, compare_readings, read_article
from comparer.analysis.models import ModelMissingError
from comparer.analysis.report import Report, reading_to_json, report_to_json
from comparer.analysis.tools import Tools, load_tools

BAD_INPUT = 2


class BadInputError(Exception):
    """Carries one plain sentence that says what to do."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status: 0, or 2 for bad input."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace, Tools], Iterator[str]] = options.run
    try:
        for line in run(options, load_tools()):
            sys.stdout.write(line + "\n")
    except (BadInputError, ModelMissingError) as problem:
        print(problem, file=sys.stderr)
        return BAD_INPUT
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m comparer.analysis", description=__doc__)
    commands = parser.add_subparsers(required=True)
    read = commands.add_parser("read", help="one article -> a reading; several -> one reading a line")
    read.add_argument("files", nargs="+", type=Path)
    read.add_argument("--published", metavar="YYYY-MM-DD")
    read.set_defaults(run=_read)
    compare = commands.add_parser("compare", help="two articles -> a report")
    compare.add_argument("left", type=Path)
    compare.add_argument("right", type=Path)
    compare.add_argument("--left-published", metavar="YYYY-MM-DD")
    compare.add_argument("--right-published", metavar="YYYY-MM-DD")
    compare.set_defaults(run=_compare)
    pairs = commands.add_parser("pairs", help="lines of {id, left, right} on standard input -> one result a line")
    pairs.set_defaults(run=_pairs)
    return parser


def _read(options: argparse.Namespace, tools: Tools) -> Iterator[str]:
    for path in options.files:
        yield reading_to_json(read_article(_text(path), tools=tools, published=_day(options.published)))


def _compare(options: argparse.Namespace, tools: Tools) -> Iterator[str]:
    yield report_to_json(
        compare_articles(
            _text(options.left),
            _text(options.right),
            tools=tools,
            left_published=_day(options.left_published),
            right_published=_day(options.right_published),
        )
    )


def _pairs(_options: argparse.Namespace, tools: Tools) -> Iterator[str]:
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            item = _item(line, number)
            left, right = (read_article(item[side], tools=tools) for side in ("left", "right"))
            yield _verdict(item["id"], compare_readings(left, right, lexicons=tools.lexicons))


def _verdict(key: object, report: Report) -> str:
    best = max(report.pairs, key=lambda pair: (pair.tier == "match", pair.score), default=None)
    document = json.loads(report_to_json(report))
    return json.dumps(
        {
            "id": key,
            "score": best.score if best else 0.0,
            "tier": best.tier if best else "none",
            "differences": document["differences"],
        },
        ensure_ascii=False,
    )


def _item(line: str, number: int) -> dict[str, Any]:
    try:
        item = json.loads(line)
    except json.JSONDecodeError as problem:
        raise BadInputError(f"Line {number} is not JSON ({problem.msg}). Give one object a line.") from problem
    if (
        not isinstance(item, dict)
        or "id" not in item
        or not all(isinstance(item.get(s), str) for s in ("left", "right"))
    ):
        raise BadInputError(f"Line {number} needs the fields id, left and right, the last two as text.")
    return item


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise BadInputError(f"{path} cannot be read: {problem.strerror}.") from problem
    except UnicodeDecodeError as problem:
        raise BadInputError(f"{path} is not UTF-8 text. Save it as UTF-8 and try again.") from problem


def _day(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as problem:
        raise BadInputError(f"{value} is not a date. Write it as YYYY-MM-DD.") from problem


if __name__ == "__main__":
    sys.exit(main())
