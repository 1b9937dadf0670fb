"""Minimal pairs: two short texts that differ in one thing, and what may and may not be said of them.

One JSON object a line: id, left, right, tier ("match", "none" or null), expect and forbid (lists of
[kind, verdict]); kind, beat and why are for people, and for the figures by kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked

from comparer.analysis.compare import compare_readings, read_article
from comparer.analysis.report import Kind, Report, Verdict
from comparer.analysis.tools import Tools, load_tools
from comparer.evaluation.bootstrap import interval
from comparer.evaluation.files import items_of
from comparer.evaluation.tasks import BadDataError, Figure, Half, Progress, Table, half_of

DEFINITION = (
    "Unit: a pair of short texts. It is right if its texts are paired as wished (a possible counterpart counts as "
    "paired), every difference wished for is found and no forbidden one is; a label or loaded word marked as told on "
    "one side only counts as differing. Share of the pairs; by kind: of those written to probe the kind. Negatives are pairs for which nothing or only a compatible difference is wished. "
    "Interval: 1,000 bootstrap draws of pairs. Floor: a tool that pairs everything and marks nothing."
)
_LABELS = frozenset({"naming", "wording"})
_ONE_SIDED = frozenset({"only_left", "only_right"})
Mark = tuple[Kind, Verdict]
Text = Annotated[str, Field(min_length=1)]


@checked(frozen=True)
class MinimalPair:
    id: Text
    left: Text
    right: Text
    tier: Literal["match", "none"] | None
    expect: tuple[Mark, ...]
    forbid: tuple[Mark, ...]
    kind: Kind | None = None
    beat: str = ""
    why: str = ""

    @property
    def probes(self) -> Kind | None:
        """The kind it was written for; else that of its first mark."""
        marks = (*self.expect, *self.forbid)
        return self.kind or (marks[0][0] if marks else None)

    @property
    def negative(self) -> bool:
        """True if a tool that marks something other than a compatible difference is wrong."""
        return all(verdict == "compatible" for _, verdict in self.expect)


@dataclass(frozen=True, slots=True)
class Outcome:
    pair: MinimalPair
    wrong: tuple[str, ...]
    """What is wrong, in words; empty if it is right."""


_PAIR = TypeAdapter(MinimalPair)


def evaluate_minimal(path: Path, half: Half, progress: Progress) -> Table:
    """Return shares of right pairs for the file at `path`. BadDataError for other files."""
    outcomes = outcomes_of(half_of(read_minimal(path), half), load_tools(), progress)
    counts = {
        "pairs": len(outcomes),
        "right": sum(not outcome.wrong for outcome in outcomes),
        "negatives": sum(outcome.pair.negative for outcome in outcomes),
    }
    notes = [f"{outcome.pair.id}: {'; '.join(outcome.wrong)}" for outcome in outcomes if outcome.wrong]
    return Table(DEFINITION, counts, tuple(_figures(outcomes)), "right", notes, _floor(outcomes))


def read_minimal(path: Path) -> list[MinimalPair]:
    """Return the pairs of a file in order. BadDataError, in one sentence, for other files."""
    pairs = list(items_of(path, _PAIR, "a file of JSON lines with one minimal pair each"))
    if not pairs:
        raise BadDataError(f"{path} holds no pairs.")
    return pairs


def outcomes_of(pairs: Sequence[MinimalPair], tools: Tools, progress: Progress) -> list[Outcome]:
    """Compare and judge each pair."""
    outcomes = []
    for number, pair in enumerate(pairs):
        progress(number, len(pairs))
        left, right = (read_article(text, tools=tools) for text in (pair.left, pair.right))
        outcomes.append(Outcome(pair, judge(pair, compare_readings(left, right, lexicons=tools.lexicons))))
    return outcomes


def judge(pair: MinimalPair, report: Report) -> tuple[str, ...]:
    """Return what is wrong with the report, in words."""
    found = {(difference.kind, difference.verdict) for difference in report.differences}
    return _wrong(pair, found, paired=bool(report.pairs))


def _wrong(pair: MinimalPair, found: set[Mark], *, paired: bool) -> tuple[str, ...]:
    found = found | {(kind, "differs") for kind, verdict in found if kind in _LABELS and verdict in _ONE_SIDED}
    wrong = []
    if pair.tier is not None and paired != (pair.tier == "match"):
        wrong.append("paired" if paired else "not paired")
    wrong += [f"misses {kind} {verdict}" for kind, verdict in pair.expect if (kind, verdict) not in found]
    wrong += [f"false {kind} {verdict}" for kind, verdict in pair.forbid if (kind, verdict) in found]
    return tuple(wrong)


def _floor(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Return the shares of a tool that pairs everything and marks nothing."""
    silent = [Outcome(outcome.pair, _wrong(outcome.pair, set(), paired=True)) for outcome in outcomes]
    return {figure.name.partition(" (")[0]: figure.value for figure in _figures(silent)}


def _figures(outcomes: Sequence[Outcome]) -> list[Figure]:
    groups = [("all pairs", list(outcomes))]
    groups += [(name, [o for o in outcomes if o.pair.negative is is_negative]) for name, is_negative in _SIGNS]
    groups += [(kind, [o for o in outcomes if o.pair.probes == kind]) for kind in get_args(Kind)]
    return [_figure(name, some) for name, some in groups if some]


_SIGNS = (("negatives", True), ("positives", False))


def _figure(name: str, outcomes: Sequence[Outcome]) -> Figure:
    return Figure(f"{name} ({len(outcomes)})", _share(outcomes), *interval(outcomes, _share))


def _share(outcomes: Sequence[Outcome]) -> float:
    return sum(not outcome.wrong for outcome in outcomes) / len(outcomes)
