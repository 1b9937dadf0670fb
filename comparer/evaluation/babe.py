"""Read BABE: single sentences from news, with the words that experts marked as biased.

Spinde et al. 2021, "Neural Media Bias Detection Using Distant Supervision With
BABE"; file data/final_labels_SG1.csv of its repository. For measuring only: no
sentence or word list of it is part of the project.
"""

from __future__ import annotations

import ast
import csv
from dataclasses import dataclass
from pathlib import Path

from comparer.evaluation.tasks import BadDataError

_COLUMNS = {"text", "label_bias", "label_opinion", "biased_words"}
_UNDECIDED = "No agreement"


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    text: str
    marked: tuple[str, ...]
    """Words or phrases, as the annotators wrote them down."""
    plain: bool
    """Judged neither biased nor anything but factual."""


def read_babe(path: Path) -> list[MarkedSentence]:
    """Return the sentences on which the annotators agreed. BadDataError where the file is not BABE's."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
    except (OSError, UnicodeDecodeError, csv.Error):
        raise BadDataError(f"{path} cannot be read as a table; BABE's final_labels_SG1.csv is needed.") from None
    if not rows or not rows[0].keys() >= _COLUMNS:
        raise BadDataError(f"{path} has not the columns of BABE's final_labels_SG1.csv.")
    return [_sentence(row, path) for row in rows if row["label_bias"] != _UNDECIDED]


def _sentence(row: dict[str, str], path: Path) -> MarkedSentence:
    try:
        marked = tuple(str(word) for word in ast.literal_eval(row["biased_words"]))
    except (ValueError, SyntaxError, TypeError):
        raise BadDataError(f"{path} has a row whose biased words are no list.") from None
    plain = row["label_bias"] == "Non-biased" and row["label_opinion"] == "Entirely factual"
    return MarkedSentence(row["text"].strip(), marked, plain)
