"""Real reports of one event: what contradicts, and which sentences tell the same, as readers marked it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast, get_args

from comparer.analysis.tools import load_tools
from comparer.evaluation.annotated import MarkedConflicts
from comparer.evaluation.compared import compare_marked
from comparer.evaluation.judged import judged_figures, judged_floor
from comparer.evaluation.labelled_reports import LabelledPair, Part, read_reports
from comparer.evaluation.tally import Tally, figure
from comparer.evaluation.tasks import Figure, Half, Progress, Table, half_of

DEFINITION = (
    "Unit: a difference marked conflict, and a pair of sentences. Two language-model assistants, each by itself, read "
    "every article pair for what cannot both be true as written, quotations in other words left out, and graded pairs "
    "of sentences drawn from near and far ones. A difference marked conflict is right if one reader marks a conflict of "
    "its kind whose words it touches on both sides; recall counts the conflicts that both mark, those that share words "
    "on a side as one. Judged: two sentences by themselves are found if a match joins them, or a pair of either tier; "
    "gold are those of which both readers say that they share a main claim; where they differ, the pair is left out. "
    "Micro average; interval: 1,000 bootstrap draws of article pairs. Floor: Jaccard overlap of words at the threshold "
    "that suits these very pairs best. Agreement on conflicts: of those that either marks, F1 of one against the other."
)
PARTS = get_args(Part)
_CONFLICTS, _JUDGED = "conflicts", "judged, "


def part_of(name: str) -> Part:
    """Return the part of the pairs that `name` is. ValueError for other names."""
    if name not in PARTS:
        raise ValueError(name)
    return cast(Part, name)


def evaluate_reports(path: Path, half: Half, progress: Progress, part: Part = "unseen") -> Table:
    """Return scores on the pairs of `part`, whose texts are in `path`, a clone of BASIL, and beside it. BadDataError for others."""
    pairs, tools = half_of(read_reports(path, part), half), load_tools()
    tallies: list[Tally] = []
    marked: list[MarkedConflicts] = []
    for number, one in enumerate(pairs):
        progress(number, len(pairs))
        compared = compare_marked(one.pair.texts, one.pair.sentences, tools=tools)
        marked.append(MarkedConflicts(one.pair, compared))
        tallies.append(marked[-1].tally(compared.report.differences))
    judged = [pair for one in pairs for pair in one.judged]
    counts = {
        "article pairs": len(pairs),
        "conflicts": sum(tally.gold for tally in tallies),
        "conflicts found": sum(tally.reached for tally in tallies),
        "marked": sum(tally.found for tally in tallies),
        "marked rightly": sum(tally.right for tally in tallies),
        "judged pairs": len(judged),
        "judged 1": sum(pair.label for pair in judged),
    }
    floor = {f"{_JUDGED}{name}": value for name, value in judged_floor(judged).items()} if judged else {}
    agreement = {} if part == "searched_once" else {_CONFLICTS: _agreement(marked)}
    return Table(DEFINITION, counts, list(_figures(pairs, tallies)), floor=floor, agreement=agreement)


def _figures(pairs: Sequence[LabelledPair], tallies: Sequence[Tally]) -> Iterator[Figure]:
    yield figure(_CONFLICTS, tallies)
    judged = [pair for one in pairs for pair in one.judged]
    if judged:
        yield from judged_figures(judged, prefix=_JUDGED)


def _agreement(marked: Sequence[MarkedConflicts]) -> float:
    shared, told = (sum(column) for column in zip(*(one.shared() for one in marked), strict=True))
    return shared / told if told else 0.0
