"""Which sentences are counterparts: links found against links in the gold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from comparer.analysis.report import ClaimPair, Range
from comparer.evaluation.gold import GoldPair
from comparer.evaluation.placed import Placed
from comparer.evaluation.tally import Share, Tally

Links = Collection[tuple[int, int]]


class Linked(Protocol):
    """Two texts with their sentences, and the grade of each link (2 core, 1 neutral) by positions in them."""

    @property
    def sentences(self) -> tuple[Sequence[Range], Sequence[Range]]: ...
    @property
    def links(self) -> Mapping[tuple[int, int], int]: ...


def predicted_links(pairs: Iterable[ClaimPair], left: Placed, right: Placed) -> set[tuple[int, int]]:
    """Return the pairs of gold sentences that `pairs` of claims join."""
    return {
        (i, j)
        for pair in pairs
        for one in pair.left
        for other in pair.right
        for i in left.sentences_of_claims[one]
        for j in right.sentences_of_claims[other]
    }


def tally_links(gold: Mapping[tuple[int, int], int], found: Links) -> Tally:
    """Count core links; found links of grade 1 count neither way."""
    core = {link for link, grade in gold.items() if grade == 2}
    right = len(core & set(found))
    return Tally(right, sum(link in core or link not in gold for link in found), right, len(core))


def tally_decisions(pair: Linked, found: Links) -> Share:
    """Count the sentences decided rightly; those with links of grade 1 only are left out."""
    decisions = [right for side in (0, 1) for right in _decisions(pair, found, side)]
    return Share(sum(decisions), len(decisions))


def _decisions(pair: Linked, found: Links, side: int) -> Iterator[bool]:
    for sentence in range(len(pair.sentences[side])):
        grades = [grade for link, grade in pair.links.items() if link[side] == sentence]
        mine = [link for link in found if link[side] == sentence]
        if not grades:
            yield not mine
        elif 2 in grades:
            yield bool(mine) and 2 * sum(link in pair.links for link in mine) >= len(mine)


def link_notes(pair: GoldPair, matches: Links, both: Links) -> Iterator[str]:
    """Say which core links neither tier has, and which matches are wrong."""
    core = {link for link, grade in pair.links.items() if grade == 2}
    for word, links in (("misses link", core - set(both)), ("false match", set(matches) - pair.links.keys())):
        for i, j in sorted(links):
            yield f"{pair.name}: {word} {_beginning(pair, 0, i)} = {_beginning(pair, 1, j)}"


def _beginning(pair: GoldPair, side: int, sentence: int) -> str:
    start, end = pair.sentences[side][sentence]
    words = pair.texts[side][start:end].strip()
    return f"“{words[:60]}{'…' if len(words) > 60 else ''}”"
