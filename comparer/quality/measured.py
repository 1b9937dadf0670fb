"""The measured figures as they lie in the project: one JSON file a task, written by `python -m comparer.evaluation`."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

FOLDER = Path(__file__).parent.parent / "evaluation" / "measured"
Rate = Annotated[float, Field(ge=0, le=1)]
Text = Annotated[str, Field(min_length=1)]
_CASES = re.compile(r" \((\d+)\)$")
_log = logging.getLogger(__name__)


class UnreadableError(Exception):
    """Carries one plain sentence: what is wrong with a file of figures."""


@checked(frozen=True)
class Figure:
    """One measure; `low` and `high` bound its interval at 95%. None where something does not apply."""

    name: Text
    value: Rate
    low: Rate | None = None
    high: Rate | None = None
    precision: Rate | None = None
    recall: Rate | None = None

    @property
    def label(self) -> str:
        """The name without the number of cases that some carry: "date" of "date (37)"."""
        return self.name.partition(" (")[0]

    @property
    def cases(self) -> int | None:
        found = _CASES.search(self.name)
        return int(found[1]) if found else None


@checked(frozen=True)
class Measured:
    """What one run of a task gave."""

    task: Text
    data: Text
    definition: Text
    counts: dict[str, int]
    figures: tuple[Figure, ...]
    command: Text
    engine: Text
    date: dt.date
    floor: dict[str, Rate] | None = None
    """What a simple method reaches, by the name of the figure."""
    agreement: dict[str, Rate] | None = None
    """How far two annotators agree, in the same measure."""
    notes: tuple[str, ...] = ()

    def figure(self, name: str) -> Figure | None:
        """Return the figure of this name, the number of cases left out."""
        return next((one for one in self.figures if one.label == name), None)

    def beside(self, figure: Figure) -> tuple[float | None, float | None]:
        """Return what a simple method reaches in a figure, and how far two annotators agree; None where not known."""
        return (self.floor or {}).get(figure.label), (self.agreement or {}).get(figure.label)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All files of a folder by name without ending, and a sentence for each that could not be read."""

    measured: Mapping[str, Measured] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()


_MEASURED = TypeAdapter(Measured)


def read_measured(path: Path) -> Measured:
    """Return the figures in the file at `path`. UnreadableError, in one sentence, for other files."""
    try:
        return _MEASURED.validate_json(path.read_bytes())
    except OSError:
        raise UnreadableError(f"{path.name} cannot be read.") from None
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "its start"
        raise UnreadableError(f"{path.name} is damaged at {where}: {first['msg']}.") from None


@cache
def read_shelf(folder: Path = FOLDER) -> Shelf:
    """Return what lies in `folder`, read once. A damaged file is left out with a sentence; a missing folder is empty."""
    found: dict[str, Measured] = {}
    troubles: list[str] = []
    for path in sorted(folder.glob("*.json")):
        try:
            found[path.stem] = read_measured(path)
        except UnreadableError as problem:
            troubles.append(str(problem))
            _log.warning("Figures left out: %s", problem)
    return Shelf(found, tuple(troubles))
