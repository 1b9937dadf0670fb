"""The quality page as data: what was measured, in two sentences and in tables, and what is known to fail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from comparer.quality.failures import Failure, read_failures
from comparer.quality.measured import Measured, Shelf
from comparer.quality.rows import Section, make_sections

TERMS = (
    (
        "Precision and recall",
        "Precision: of what it marks, how much is right. Recall: of what there is, how much it marks. A shy tool has high precision and low recall; a talkative one the reverse.",
    ),
    (
        "F1",
        "One number for both, nearer to the lower of the two; 100 would be perfect. Precision 60 and recall 20 give F1 30.",
    ),
    (
        "Between … and …",
        "The test sets are samples. Drawn again a thousand times from the same texts, the figure lies in this range 95 times in 100; other texts of the same kind would probably give one in it, too. A wide range means few cases.",
    ),
    (
        "A simple method",
        "What a method reaches that a programmer writes in an hour, such as a word list: the least that is worth anything.",
    ),
    (
        "Two annotators",
        "How far two who mark the same texts apart agree with each other, in the same measure. More than this can hardly be asked. Who they are stands above each table.",
    ),
)  # fmt: skip

# The reading behind it is told in the README.
REAL_NEWS = (
    "In ordinary news, where little contradicts, only about two in five marked conflicts were right when that was last "
    "measured on news it was not made on (version 0.3.1): read both passages before you rely on a mark, and expect "
    "differences to go unmarked."
)


@dataclass(frozen=True, slots=True)
class Page:
    summary: tuple[str, ...]
    """Two sentences; empty while nothing is measured."""
    sections: tuple[Section, ...]
    terms: tuple[tuple[str, str], ...]
    failures: tuple[Failure, ...]
    troubles: tuple[str, ...]
    engine: str
    dates: tuple[dt.date, ...]
    """The first and the last day of measuring."""
    older: bool
    """Some figures belong to another version of the analysis than the one that runs."""


def make_page(shelf: Shelf, *, engine: str) -> Page:
    """Return the page for what was measured; `engine` is the version of the analysis that runs."""
    measured = shelf.measured
    days = sorted(one.date for one in measured.values())
    return Page(
        summary=summarise(measured),
        sections=make_sections(measured, engine=engine),
        terms=TERMS,
        failures=read_failures(),
        troubles=shelf.troubles,
        engine=engine,
        dates=(days[0], days[-1]) if days else (),
        older=any(one.engine != engine for one in measured.values()),
    )


def summarise(measured: Mapping[str, Measured]) -> tuple[str, ...]:
    """Return what was measured and what to expect, a sentence each; nothing while nothing is measured."""
    articles = measured.get("articles_unseen") or measured.get("articles")
    conflicts = articles.figure("conflicts") if articles else None
    there = articles.counts.get("conflicts", 0) if articles else 0
    if articles is None or conflicts is None or not conflicts.precision or conflicts.recall is None or not there:
        return ()
    right = round(conflicts.recall * there)
    marked = round(right / conflicts.precision)
    told = (
        f"On {articles.counts['article pairs']} pairs of articles written to disagree, {_of_the_marked(right, marked)} "
        f"right, and {there - right} of {there} went unmarked."
    )
    reports = measured.get("reports_unseen")
    return told, *([_in_reports(reports)] if reports else []), REAL_NEWS


def _of_the_marked(right: int, marked: int) -> str:
    if marked == right == 1:
        return "the one conflict that it marked was"
    return f"{right or 'none'} of the {marked} conflicts that it marked {'was' if right <= 1 else 'were'}"


def _in_reports(reports: Measured) -> str:
    counts = reports.counts
    return (
        f"Two readers searched {counts['article pairs']} pairs of real reports for contradictions, which nobody who works on the analysis has seen: "
        f"of the {counts['conflicts']} that both found it marked {counts['conflicts found']}, and "
        f"{_of_the_marked(counts['marked rightly'], counts['marked'])} right."
    )
