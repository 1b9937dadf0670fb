"""What can be measured. A task reads its data from a path and returns a table of figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

Document = TypeVar("Document")
Half = Literal["all", "even", "odd"]
Progress = Callable[[int, int], None]
"""Hears how many documents are done, and of how many."""


class BadDataError(Exception):
    """Carries one plain sentence: what is wrong with the data given."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure with its interval at 95%. All between 0 and 1; None where it does not apply."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None
    precision: float | None = None
    recall: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    definition: str
    """Unit, matching rule and average, in plain sentences."""
    counts: Mapping[str, int]
    figures: Sequence[Figure]
    measure: str = "F1"
    """What the value of a figure is."""
    notes: Sequence[str] = ()
    """What went wrong, a line each."""
    floor: Mapping[str, float] = field(default_factory=dict)
    """What a simple method reaches on the same data, by the name of the figure; computed by the same run."""
    agreement: Mapping[str, float] = field(default_factory=dict)
    """How far two annotators agree in the same measure, by the name of the figure, where that is known."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of one task, given as `--name VALUE`; `read` makes a value of it, or raises ValueError."""

    name: str
    help: str
    read: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Task:
    """`run(path, half, progress, **options)` measures; `half` takes every other document.

    One half is for developing and the other for quoting. Options that were not given are not passed.
    """

    name: str
    data: str
    run: Callable[..., Table]
    options: tuple[Option, ...] = ()


def half_of(documents: Sequence[Document], half: Half) -> Sequence[Document]:
    """Return the documents at even or odd positions, or all. BadDataError where that leaves none."""
    chosen = documents if half == "all" else documents[0::2] if half == "even" else documents[1::2]
    if not chosen:
        raise BadDataError("The data holds too few documents to take half of them.")
    return chosen
