"""The tables of the page: for each part and file of figures, a row for each question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from comparer.quality.measured import Measured
from comparer.quality.parts import PARTS, Part, Sample
from comparer.quality.questions import Question
from comparer.quality.scale import Scale, make_scale
from comparer.quality.wording import all_in_words, in_hundred, interval_words, rate_words, value_words


@dataclass(frozen=True, slots=True)
class Row:
    asks: str
    cases: str
    value: str
    interval: str
    rates: str
    floor: int | None
    agreement: int | None
    """Of a hundred; None where it was not measured."""
    scale: Scale
    said: str
    """The drawing in words."""


@dataclass(frozen=True, slots=True)
class Group:
    """The rows that one file gives to a part."""

    texts: str
    standing: str
    command: str
    definition: str
    engine: str
    date: dt.date
    older: bool
    """Measured with another version of the analysis than the one that runs."""
    rows: tuple[Row, ...]

    @property
    def has_floor(self) -> bool:
        return any(row.floor is not None for row in self.rows)

    @property
    def has_agreement(self) -> bool:
        return any(row.agreement is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    intro: str
    groups: tuple[Group, ...]
    missing: tuple[str, ...]
    """The texts for which there are no figures."""


def make_sections(measured: Mapping[str, Measured], *, engine: str) -> tuple[Section, ...]:
    """Return every part of the page; `engine` is the version that runs."""
    return tuple(_section(part, measured, engine) for part in PARTS)


def _section(part: Part, measured: Mapping[str, Measured], engine: str) -> Section:
    groups = tuple(_group(sample, measured[sample.file], engine) for sample in part.samples if sample.file in measured)
    missing = tuple(sample.called for sample in part.samples if sample.file not in measured and not sample.optional)
    return Section(part.id, part.title, part.intro, groups, missing)


def _group(sample: Sample, measured: Measured, engine: str) -> Group:
    return Group(
        texts=_with_counts(sample.texts, measured.counts),
        standing=sample.standing,
        command=measured.command,
        definition=measured.definition,
        engine=measured.engine,
        date=measured.date,
        older=measured.engine != engine,
        rows=tuple(_rows(sample.questions, measured)),
    )


def _with_counts(texts: str, counts: Mapping[str, int]) -> str:
    """Fill in the counts; one that the file lacks is said as "some"."""

    class OrSome(dict[str, str]):
        def __missing__(self, _name: str) -> str:
            return "some"

    return texts.format_map(OrSome({name: f"{count:,}" for name, count in counts.items()}))


def _rows(questions: Iterable[Question], measured: Measured) -> Iterator[Row]:
    for question in questions:
        figure = measured.figure(question.figure)
        if figure is None:
            continue
        floor, agreement = ((table or {}).get(question.figure) for table in (measured.floor, measured.agreement))
        count = figure.name.partition(" (")[2].rstrip(")")
        yield Row(
            asks=question.asks,
            cases=f"{count} pairs" if count else "",
            value=value_words(figure, question.unit),
            interval=interval_words(figure),
            rates=rate_words(figure, question),
            floor=None if floor is None else in_hundred(floor),
            agreement=None if agreement is None else in_hundred(agreement),
            scale=make_scale(figure, floor=floor, agreement=agreement),
            said=all_in_words(figure, question.unit, floor, agreement),
        )
