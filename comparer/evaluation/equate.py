"""Read EQUATE: a premise, a hypothesis with numbers, and whether the one follows from the other.

Repository IoanaMazilu/msc_qnli, folder data/equate/01_deduplicated: NewsNLI.csv and RTE_Quant.csv are
made from news.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from comparer.evaluation.files import rows_of
from comparer.evaluation.tasks import BadDataError

NEEDED = "NewsNLI.csv or RTE_Quant.csv of EQUATE, or the folder with both,"
FILES = ("NewsNLI", "RTE_Quant")
_LABELS = {"entailment", "neutral", "contradiction"}


@dataclass(frozen=True, slots=True)
class Inference:
    premise: str
    hypothesis: str
    entailed: bool


def read_equate(path: Path) -> dict[str, list[Inference]]:
    """Return the pairs by the name of the file: of one file, or of both in a folder. BadDataError for others."""
    if path.is_dir():
        return {name: _read(path / f"{name}.csv") for name in FILES}
    return {path.stem: _read(path)}


def _read(path: Path) -> list[Inference]:
    rows = rows_of(path, {"premise", "hypothesis", "label"}, NEEDED)
    unknown = next((row["label"] for row in rows if row["label"] not in _LABELS), None)
    if unknown is not None:
        raise BadDataError(f"{path} has the label “{unknown[:40]}”; {NEEDED} is needed.")
    return [Inference(row["premise"], row["hypothesis"], row["label"] == "entailment") for row in rows]
