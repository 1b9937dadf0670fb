"""Read QA-ALIGN: pairs of sentences whose propositions, as questions and answers on their verbs, are aligned.

Repository DanielaBWeiss/QA-ALIGN, file data/official_qa_alignments/qaalign_dev_gold_official.csv. A
proposition is a verb with one question and its answer ("Who was killed?" - "two men").
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comparer.evaluation.files import rows_of
from comparer.evaluation.tasks import BadDataError

NEEDED = "QA-ALIGN's file qaalign_dev_gold_official.csv"
_COLUMNS = {"topic", "tokens_1", "tokens_2", "qas_1", "qas_2", "alignments"}
_DAMAGED = (ValueError, SyntaxError, TypeError, KeyError, RecursionError, MemoryError)


@dataclass(frozen=True, slots=True)
class Proposition:
    """One question on a verb, without its words: the tokens of verb and answer."""

    verb: int
    answer: frozenset[int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Propositions of both sentences that tell the same, by position; mostly one and one."""

    left: frozenset[int]
    right: frozenset[int]

    @property
    def pairs(self) -> frozenset[tuple[int, int]]:
        return frozenset((one, other) for one in self.left for other in self.right)


@dataclass(frozen=True, slots=True)
class AlignedPair:
    topic: str
    tokens: tuple[tuple[str, ...], tuple[str, ...]]
    propositions: tuple[tuple[Proposition, ...], tuple[Proposition, ...]]
    alignments: tuple[Alignment, ...]


def read_qa_align(path: Path) -> list[AlignedPair]:
    """Return the sentence pairs in order. BadDataError for other files."""
    rows = rows_of(path, _COLUMNS, NEEDED)
    return [_pair(row, number, path) for number, row in enumerate(rows, start=1)]


def _pair(row: dict[str, str], number: int, path: Path) -> AlignedPair:
    try:
        tokens = tuple(row["tokens_1"].split()), tuple(row["tokens_2"].split())
        aligned = list(ast.literal_eval(row["alignments"]))
        # A few aligned questions are missing from the list of their sentence.
        left, right = (
            _by_id([*ast.literal_eval(row[f"qas_{side}"]), *(one for item in aligned for one in item[f"sent{side}"])])
            for side in (1, 2)
        )
        alignments = tuple(_alignments(aligned, list(left), list(right)))
        if not all(_fits(left, tokens[0])) or not all(_fits(right, tokens[1])):
            raise ValueError(number)
    except _DAMAGED:
        raise BadDataError(f"Row {number} of {path} is not as it should be; {NEEDED} is needed.") from None
    return AlignedPair(row["topic"], tokens, (tuple(left.values()), tuple(right.values())), alignments)


def _by_id(items: Iterable[dict[str, Any]]) -> dict[str, Proposition]:
    found = {}
    for item in items:
        start, end = item["answer_range"].split(":")
        found[str(item["qa_uuid"])] = Proposition(int(item["verb_idx"]), frozenset(range(int(start), int(end))))
    return found


def _fits(propositions: dict[str, Proposition], tokens: tuple[str, ...]) -> Iterator[bool]:
    for proposition in propositions.values():
        yield 0 <= proposition.verb < len(tokens)


def _alignments(aligned: list[dict[str, Any]], left: list[str], right: list[str]) -> Iterator[Alignment]:
    for item in aligned:
        ours, theirs = (
            frozenset(ids.index(str(one["qa_uuid"])) for one in item[side])
            for side, ids in (("sent1", left), ("sent2", right))
        )
        yield Alignment(ours, theirs)
