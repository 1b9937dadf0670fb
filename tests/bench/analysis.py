"""Reading and comparing, without the site."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from comparer.analysis.compare import compare_readings, read_article
from comparer.analysis.report import Reading, Report, reading_from_json, reading_to_json
from comparer.analysis.tools import Tools, load_tools
from comparer.library.services import GivenArticle
from comparer.library.worked_example import FOLDER, read_example
from tests.bench.measure import Row, cold_seconds, peak_of_children, seconds_of


def measure() -> Iterator[Row]:
    """Yield the figures of the two worked-example articles."""
    command = ["comparer.analysis", "compare", *(str(file) for file in _files())]
    yield Row("cold start: a fresh process compares two files", seconds=cold_seconds(command))
    yield Row("  memory of that process at its peak", size=peak_of_children())
    tools = load_tools()
    left, right = read_example()
    yield Row("warm: two texts to a report", seconds=seconds_of(lambda: _compare(left, right, tools)), aim="600 ms")
    yield from _steps(left, right, tools)
    stored = [reading_to_json(_read(article, tools), with_index=True) for article in (left, right)]
    readings = [reading_from_json(document) for document in stored]
    yield Row(
        "two stored readings to a report",
        seconds=seconds_of(lambda: compare_readings(*readings, lexicons=tools.lexicons)),
        aim="60 ms",
    )
    yield Row("  taking the two out of storage", seconds=seconds_of(lambda: [reading_from_json(d) for d in stored]))
    yield Row("  one reading as stored", size=len(stored[0].encode()))


def _files() -> list[Path]:
    return [FOLDER / "left.txt", FOLDER / "right.txt"]


def _read(article: GivenArticle, tools: Tools) -> Reading:
    return read_article(article.raw, tools=tools, title=article.title, outlet=article.outlet, published=_day(article))


def _compare(left: GivenArticle, right: GivenArticle, tools: Tools) -> Report:
    return compare_readings(_read(left, tools), _read(right, tools), lexicons=tools.lexicons)


def _day(article: GivenArticle) -> str | None:
    return article.published.isoformat() if article.published else None


def _steps(left: GivenArticle, right: GivenArticle, tools: Tools) -> Iterator[Row]:
    """Yield where the time of a warm comparison goes, by the steps' own names."""
    spent: dict[str, float] = {}
    running: list[tuple[str, float]] = []

    def note(step: str) -> None:
        now = time.perf_counter()
        if running:
            name, began = running.pop()
            spent[name] = spent.get(name, 0.0) + now - began
        running.append((step, now))

    for article in (left, right):
        read_article(article.raw, tools=tools, title=article.title, published=_day(article), progress=note)
        note("between two articles")
    for step, seconds in spent.items():
        if step != "between two articles":
            yield Row(f"  {step.lower()}", seconds=seconds)
