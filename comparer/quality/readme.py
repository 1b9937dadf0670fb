"""The section of the README on how right the analysis is, written from the same figures as the page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from comparer.quality.measured import Figure, Measured
from comparer.quality.page import summarise
from comparer.quality.parts import PARTS, Sample
from comparer.quality.questions import Question
from comparer.quality.wording import false_in_thousand, has_range

START, END = "<!-- figures: written by `make quality` -->", "<!-- end of the figures -->"
HEAD = (
    "| What | On | Figure (95% interval) | Simple method | Two annotators |\n"
    "| --- | --- | --- | --- | --- |"
)  # fmt: skip


class NoPlaceError(Exception):
    """Carries one plain sentence: the text has no place for the figures."""


def with_figures(readme: str, measured: Mapping[str, Measured]) -> str:
    """Return the README with the figures as they are now. NoPlaceError where the two comment lines are missing."""
    before, start, rest = readme.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise NoPlaceError(f"The README has no lines “{START}” and “{END}” to write the figures between.")
    return f"{before}{START}\n{_section(measured)}\n{END}{after}"


def _section(measured: Mapping[str, Measured]) -> str:
    commands = dict.fromkeys(f"    {one.command}" for one in measured.values())
    words = textwrap.fill(" ".join((*summarise(measured), *_versions(measured))), 120, break_on_hyphens=False)
    return "\n".join([words, "", HEAD, *_lines(measured), "", *commands])


def _versions(measured: Mapping[str, Measured]) -> Iterator[str]:
    days = sorted({one.date for one in measured.values()})
    engines = sorted({one.engine for one in measured.values()})
    if days:
        when = " to ".join(dict.fromkeys(f"{day:%-d %B %Y}" for day in (days[0], days[-1])))
        yield f"Measured {when}, version {' and '.join(engines)} of the analysis."


def _lines(measured: Mapping[str, Measured]) -> Iterator[str]:
    for part in PARTS:
        for sample in part.samples:
            if sample.file in measured:
                yield from _lines_of(sample, measured[sample.file])


def _lines_of(sample: Sample, measured: Measured) -> Iterator[str]:
    for question in sample.questions:
        figure = measured.figure(question.figure)
        if question.short and figure:
            beside = map(_rate, measured.beside(figure))
            cells = (question.short, sample.called, _written(figure, question, measured.counts), *beside)
            yield f"| {' | '.join(cells)} |"


def _written(figure: Figure, question: Question, counts: Mapping[str, int]) -> str:
    value = _rate(figure.value) if question.unit == "share" else f"F1 {_rate(figure.value)}"
    spread = f" ({_rate(figure.low)}–{_rate(figure.high)})" if has_range(figure) else ""
    rates = "" if figure.precision is None else f"; P {_rate(figure.precision)}, R {_rate(figure.recall)}"
    false = false_in_thousand(question, counts)
    marks = "" if false is None else f"; {false:.1f} false marks in 1,000 words of plain report"
    return value + spread + rates + marks


def _rate(rate: float | None) -> str:
    """Return ".77", or a dash where there is none."""
    return "–" if rate is None else f"{rate:.2f}".removeprefix("0")
