"""Minimal pairs among others: the two texts of a pair as sentences of two articles that tell of many things."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from comparer.analysis.compare import compare_readings, read_article
from comparer.analysis.report import Excerpt, Reading, Report
from comparer.analysis.tools import Tools, load_tools
from comparer.evaluation.minimal import MinimalPair, read_minimal
from comparer.evaluation.tally import Tally, figure
from comparer.evaluation.tasks import Figure, Half, Progress, Table, half_of

_TOGETHER, _SEED = 12, 5
DEFINITION = (
    f"Unit: a difference marked conflict. The texts of {_TOGETHER} minimal pairs, drawn by lot with seed {_SEED}, make two articles, a line "
    "each, in another order on each side. A mark is right if both its passages lie in one pair of which a conflict of "
    "whatever kind is wished for; recall counts these pairs. It shows what is lost where nobody has said which two "
    "sentences tell of one thing; the others are of other events, which real articles are not. Micro average; interval: "
    "1,000 bootstrap draws of articles."
)
Group = Sequence[MinimalPair]


def evaluate_among(path: Path, half: Half, progress: Progress) -> Table:
    """Return precision and recall of conflicts for the file of minimal pairs at `path`. BadDataError for other files."""
    groups, tools = list(_groups(half_of(read_minimal(path), half))), load_tools()
    tallies = []
    for number, group in enumerate(groups):
        progress(number, len(groups))
        tallies.append(tally(group, _compare(group, tools)))
    counts = {
        "pairs": sum(map(len, groups)),
        "conflicts": sum(one.gold for one in tallies),
        "negatives": sum(not _wished(pair) for group in groups for pair in group),
        "marked": sum(one.found for one in tallies),
    }
    figures: list[Figure] = [figure("conflicts", tallies)]
    return Table(DEFINITION, counts, figures)


def _groups(pairs: Sequence[MinimalPair]) -> Iterator[Group]:
    shuffled = list(pairs)
    random.Random(_SEED).shuffle(shuffled)  # noqa: S311 - not a secret
    for start in range(0, len(shuffled), _TOGETHER):
        yield shuffled[start : start + _TOGETHER]


def _compare(group: Group, tools: Tools) -> Report:
    other_order = list(group)
    random.Random(_SEED).shuffle(other_order)  # noqa: S311 - not a secret
    left = read_article("\n".join(pair.left for pair in group), tools=tools)
    right = read_article("\n".join(pair.right for pair in other_order), tools=tools)
    return compare_readings(left, right, lexicons=tools.lexicons)


def tally(group: Group, report: Report) -> Tally:
    """Count the conflicts of the report that lie in one pair of the group."""
    found = [one for one in report.differences if one.verdict == "conflict"]
    within = [
        next((pair for pair in group if _lies(one.left, report.left, pair.left) and _lies(one.right, report.right, pair.right)), None)
        for one in found
    ]  # fmt: skip
    wished = [pair for pair in group if _wished(pair)]
    right = sum(pair is not None and _wished(pair) for pair in within)
    return Tally(right, len(found), sum(pair in within for pair in wished), len(wished))


def _wished(pair: MinimalPair) -> bool:
    return any(verdict == "conflict" for _, verdict in pair.expect)


def _lies(marks: Sequence[Excerpt], reading: Reading, text: str) -> bool:
    start = reading.text.find(text)
    return start >= 0 and bool(marks) and start <= marks[0].start < start + len(text)
