"""A tiny set in the form of QA-ALIGN, about invented events."""

from __future__ import annotations

import csv
from pathlib import Path

LEFT = "Two boats sank off Kolby , and the mayor shut the harbour ."
RIGHT = "Off Kolby two boats sank ."
COLUMNS = ("topic", "tokens_1", "tokens_2", "qas_1", "qas_2", "alignments")


def asked(key: str, verb: int, answer: str) -> dict[str, object]:
    return {"qa_uuid": key, "verb_idx": verb, "question": "?", "answer_range": answer}


SANK, SHUT, WHERE = asked("a", 2, "0:2"), asked("b", 9, "7:9"), asked("c", 2, "3:5")
SANK_TOO, WHERE_TOO = asked("x", 4, "2:4"), asked("y", 4, "0:2")
ROW = {
    "topic": "boats",
    "tokens_1": LEFT,
    "tokens_2": RIGHT,
    "qas_1": repr([SANK, SHUT]),
    "qas_2": repr([SANK_TOO, WHERE_TOO]),
    # "c" is missing above, as in a few rows of the set.
    "alignments": repr([{"sent1": [SANK], "sent2": [SANK_TOO]}, {"sent1": [WHERE], "sent2": [WHERE_TOO]}]),
}


def write_rows(folder: Path, *rows: dict[str, str]) -> Path:
    path = folder / "qa.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path
