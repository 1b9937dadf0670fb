"""Article pairs that two people annotated: which lines are counterparts, and what contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from comparer.analysis.report import Difference, Kind
from comparer.analysis.tools import load_tools
from comparer.evaluation.annotations import AnnotatedPair, Disagreement, line_number, read_annotations
from comparer.evaluation.bootstrap import interval
from comparer.evaluation.compared import TIERS, Compared, compare_marked
from comparer.evaluation.links import Links, tally_decisions, tally_links
from comparer.evaluation.overlap import METHOD, overlap_floor
from comparer.evaluation.tally import Share, Tally, figure, value_of
from comparer.evaluation.tasks import Figure, Half, Progress, Table, half_of

DEFINITION = (
    "Unit: a line, that is a sentence or headline, as numbered by the annotators; what the analysis pairs counts for "
    "every line of which it covers half. Core links are listed by both annotators, as a main claim by at least one; "
    "what else one of them lists counts neither way. Decisions: of the lines with a core link, those of whose found "
    "links at least half, and at least one, are listed; of those that nobody links, those left alone. Conflicts: a "
    "difference marked conflict is right if one annotator marks a conflict of its kind whose words it touches on both "
    "sides; recall counts the conflicts that both mark, those that share words on a side as one. Micro average over "
    "all pairs, and the mean of the pairs; interval: 1,000 bootstrap draws of article pairs. Agreement: the main links "
    "of one annotator as if found, scored against the marks of the other, both ways added up. "
    f"{METHOD}."
)
_KINDS = frozenset(get_args(Kind))


@dataclass(frozen=True, slots=True)
class Outcome:
    decisions: dict[str, Share]
    links: dict[str, Tally]
    conflicts: Tally


def evaluate_annotated(path: Path, half: Half, progress: Progress, texts: Path | None = None) -> Table:
    """Return scores on the pairs in the folder `path`, whose texts may lie in another. BadDataError for others."""
    pairs, tools = half_of(read_annotations(path, texts), half), load_tools()
    outcomes = []
    for number, pair in enumerate(pairs):
        progress(number, len(pairs))
        outcomes.append(
            outcome_of(pair, compare_marked(pair.texts, pair.sentences, tools=tools, published=pair.published))
        )
    counts = {
        "article pairs": len(pairs),
        "lines": sum(len(side) for pair in pairs for side in pair.sentences),
        "core links": sum(grade == 2 for pair in pairs for grade in pair.links.values()),
        "conflicts": sum(outcome.conflicts.gold for outcome in outcomes),
    }
    return Table(
        DEFINITION, counts, list(_figures(outcomes)), "F1 or share", (), overlap_floor(pairs).values(), agreement(pairs)
    )


def outcome_of(pair: AnnotatedPair, one: Compared) -> Outcome:
    """Count what was found in one pair."""
    found = {tiers: one.links(tiers) for tiers in TIERS}
    return Outcome(
        {tiers: tally_decisions(pair, links) for tiers, links in found.items()},
        {tiers: tally_links(pair.links, links) for tiers, links in found.items()},
        MarkedConflicts(pair, one).tally(one.report.differences),
    )


def agreement(pairs: Sequence[AnnotatedPair]) -> Mapping[str, float]:
    """Return how one annotator scores against the other, by the names of the figures."""
    links, decisions = [], []
    for pair in pairs:
        for number, annotation in enumerate(pair.annotators):
            main: Links = [link for link, grade in annotation.links.items() if grade == 2]
            other = _Single(pair.sentences, pair.annotators[1 - number].links)
            links.append(tally_links(other.links, main))
            decisions.append(tally_decisions(other, main))
    scores = {"decisions": value_of(decisions), "links": value_of(links)}
    return {f"{name}, {tiers}": score for name, score in scores.items() for tiers in TIERS}


@dataclass(frozen=True, slots=True)
class _Single:
    """The marks of one annotator as if they were all."""

    sentences: tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]
    links: Mapping[tuple[int, int], int]


class MarkedConflicts:
    """The conflicts that the annotators of a pair mark, laid over what was read."""

    def __init__(self, pair: AnnotatedPair, one: Compared) -> None:
        self._pair, self._one = pair, one
        self._marked = [[mark for mark in a.disagreements if _counts(mark)] for a in pair.annotators]

    def tally(self, differences: Iterable[Difference]) -> Tally:
        """Count the conflicts among `differences`."""
        found = [difference for difference in differences if difference.verdict == "conflict"]
        right = [one for one in found if any(self._touches(one, mark) for marks in self._marked for mark in marks)]
        groups = self._groups()
        reached = sum(any(self._touches(one, mark) for one in found for mark in group) for group in groups)
        return Tally(len(right), len(found), reached, len(groups))

    def shared(self) -> tuple[int, int]:
        """Return how many marks of either annotator are among those of the other, and how many marks there are."""
        first, second = self._marked
        alike = sum(
            any(self._alike(mark, other, sides=2) for other in others)
            for marks, others in ((first, second), (second, first))
            for mark in marks
        )
        return alike, len(first) + len(second)

    def _touches(self, found: Difference, mark: Disagreement) -> bool:
        ours, theirs = self._words(mark)
        return bool(
            found.kind == mark.kind
            and self._one.left.words_of(found.left) & ours
            and self._one.right.words_of(found.right) & theirs
        )

    def _groups(self) -> list[list[Disagreement]]:
        """The conflicts that both annotators mark; those of one kind that share words on a side are one."""
        first, second = self._marked
        groups: list[list[Disagreement]] = []
        for mark in (mark for mark in first if any(self._alike(mark, other, sides=2) for other in second)):
            near = [group for group in groups if any(self._alike(mark, other, sides=1) for other in group)]
            groups = [group for group in groups if group not in near] + [[mark, *(m for group in near for m in group)]]
        return groups

    def _alike(self, one: Disagreement, other: Disagreement, *, sides: int) -> bool:
        shared = [bool(mine & yours) for mine, yours in zip(self._words(one), self._words(other), strict=True)]
        return one.kind == other.kind and sum(shared) >= sides

    def _words(self, mark: Disagreement) -> tuple[frozenset[int], frozenset[int]]:
        lines = self._pair.sentences
        return (
            self._one.left.words_within(_span(lines[0], mark.a, mark.a_span)),
            self._one.right.words_within(_span(lines[1], mark.b, mark.b_span)),
        )


def _counts(mark: Disagreement) -> bool:
    return mark.verdict == "conflict" and mark.kind in _KINDS


def _span(lines: Sequence[tuple[int, int]], line: str, inside: tuple[int, int] | None) -> tuple[int, int]:
    """Return where a mark lies in the text: the whole line if it names no words; nowhere if there is no such line."""
    start, end = lines[line_number(line)] if line_number(line) < len(lines) else (0, 0)
    return (start + inside[0], start + inside[1]) if inside else (start, end)


def _figures(outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    for tiers in TIERS:
        shares = [outcome.decisions[tiers] for outcome in outcomes]
        yield from (figure(f"decisions, {tiers}", shares), _mean(f"decisions, {tiers}, mean of pairs", shares))
    for tiers in TIERS:
        tallies = [outcome.links[tiers] for outcome in outcomes]
        yield from (figure(f"links, {tiers}", tallies), _mean(f"links, {tiers}, mean of pairs", tallies))
    yield figure("conflicts", [outcome.conflicts for outcome in outcomes])


def _mean(name: str, counts: Sequence[Share | Tally]) -> Figure:
    values = [value_of([count]) for count in counts]
    return Figure(name, _average(values), *interval(values, _average))


def _average(values: Sequence[float]) -> float:
    return sum(values) / len(values)
