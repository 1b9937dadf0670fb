"""What plain overlap of words finds in article pairs: the floor for counterparts and conflicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from comparer.analysis.report import Range
from comparer.evaluation.compared import TIERS
from comparer.evaluation.links import Linked, tally_decisions, tally_links
from comparer.evaluation.numbers import numbers_in
from comparer.evaluation.tally import value_of
from comparer.evaluation.tokens import jaccard, token_set

METHOD = (
    "Floor: sentences are counterparts if the Jaccard overlap of their words reaches the threshold that gives the best "
    "F1 of links on these very pairs"
)
_STEPS = [step / 100 for step in range(5, 75)]
Overlaps = Mapping[tuple[int, int], float]


class Marked(Linked, Protocol):
    """Two texts whose sentences people linked."""

    @property
    def texts(self) -> tuple[str, str]: ...


@dataclass(frozen=True)
class Floor:
    """The links of a method that only counts shared words."""

    pairs: Sequence[Marked]
    links: Sequence[frozenset[tuple[int, int]]]
    """For each pair, by positions of the sentences."""

    def values(self) -> dict[str, float]:
        """Return the shares and F1 by the names of the figures of both tiers."""
        both = list(zip(self.pairs, self.links, strict=True))
        decisions = value_of([tally_decisions(pair, found) for pair, found in both])
        links = value_of([tally_links(pair.links, found) for pair, found in both])
        return {
            f"{name}, {tiers}": value for name, value in (("decisions", decisions), ("links", links)) for tiers in TIERS
        }

    def other_numbers(self) -> list[frozenset[tuple[int, int]]]:
        """Return for each pair the linked sentences that both hold numbers, of which they share none."""
        return [
            frozenset(link for link in found if _differ(*_numbers(pair, link)))
            for pair, found in zip(self.pairs, self.links, strict=True)
        ]


def overlap_floor(pairs: Sequence[Marked]) -> Floor:
    """Link the sentences of all pairs by the one threshold that suits them best."""
    overlaps = [_overlaps(pair) for pair in pairs]
    floors = [Floor(pairs, [_reach(table, threshold) for table in overlaps]) for threshold in _STEPS]
    return max(floors, key=lambda floor: floor.values()["links, matches"])


def _overlaps(pair: Marked) -> Overlaps:
    ours, theirs = (
        [token_set(text[start:end]) for start, end in sentences]
        for text, sentences in zip(pair.texts, pair.sentences, strict=True)
    )
    return {(i, j): jaccard(one, other) for i, one in enumerate(ours) for j, other in enumerate(theirs)}


def _reach(overlaps: Overlaps, threshold: float) -> frozenset[tuple[int, int]]:
    return frozenset(link for link, overlap in overlaps.items() if overlap >= threshold)


def _numbers(pair: Marked, link: tuple[int, int]) -> tuple[frozenset[str], frozenset[str]]:
    (i, j), (left, right) = link, pair.texts
    return numbers_in(_cut(left, pair.sentences[0][i])), numbers_in(_cut(right, pair.sentences[1][j]))


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours) and bool(theirs) and not ours & theirs


def _cut(text: str, span: Range) -> str:
    return text[slice(*span)]
