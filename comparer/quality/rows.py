"""The tables of the page: for each part and file of figures, a row for each question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from comparer.quality.measured import Measured
from comparer.quality.parts import PARTS, Part, Sample
from comparer.quality.scale import Scale, make_scale
from comparer.quality.wording import (
    ANNOTATORS,
    all_in_words,
    has_range,
    interval_words,
    others,
    rate_words,
    value_words,
)


@dataclass(frozen=True, slots=True)
class Row:
    asks: str
    cases: str
    value: str
    interval: str
    rates: str
    others: tuple[tuple[str, int], ...]
    """What else reaches how much of a hundred: a simple method, two people."""
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
    def has_agreement(self) -> bool:
        return any(name == ANNOTATORS for row in self.rows for name, _ in row.others)


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
        rows=tuple(_rows(sample, measured)),
    )


def _with_counts(texts: str, counts: Mapping[str, int]) -> str:
    return texts.format_map(_OrSome({name: f"{count:,}" for name, count in counts.items()}))


class _OrSome(dict[str, str]):
    """Counts in words; one that a file lacks is "some"."""

    def __missing__(self, _name: str) -> str:
        return "some"


def _rows(sample: Sample, measured: Measured) -> Iterator[Row]:
    for question in sample.questions:
        figure = measured.figure(question.figure)
        if figure is None:
            continue
        floor, agreement = measured.beside(figure)
        reached = others(floor, agreement, sample.floor)
        yield Row(
            asks=question.asks,
            cases="" if figure.cases is None else f"{figure.cases} cases",
            value=value_words(figure, question.unit),
            interval=interval_words(figure),
            rates=rate_words(figure, question, measured.counts),
            others=reached,
            scale=make_scale(figure, ranged=has_range(figure), floor=floor, agreement=agreement),
            said=all_in_words(figure, question.unit, reached),
        )
