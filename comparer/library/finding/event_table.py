"""Who carries which claim: pairwise reports of several pieces in, one table of rows out. Pure, and without any text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from comparer.analysis.report import Excerpt, Report

Node = tuple[int, str]
"""A claim: the place of its piece in the event, and its id there."""
MOST_OF_ONE = 3
"""One row holds at most so many claims of a piece: pairs that chain would make one row of everything."""
DISAGREE = "conflict"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that cannot both be true, the places of their pieces, and where in their texts it stands."""

    nodes: list[Node]
    left: int
    right: int
    kind: str
    words_left: list[tuple[int, int]]
    words_right: list[tuple[int, int]]


@dataclass(slots=True)
class EventTable:
    """Built up report by report, in any order; `rows` gives the result as plain data for JSON."""

    claims: dict[int, list[str]] = field(default_factory=dict)
    pairs: list[tuple[float, list[Node]]] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def add(self, left: int, right: int, report: Report) -> dict[str, int]:
        """Take in the report of two pieces. Return how many claims match and how many marks disagree."""
        self.claims[left] = [claim.id for claim in report.left.claims]
        self.claims[right] = [claim.id for claim in report.right.claims]
        nodes = {p.id: [(left, one) for one in p.left] + [(right, one) for one in p.right] for p in report.pairs}
        matched = [pair for pair in report.pairs if pair.tier == "match"]
        self.pairs += [(pair.score, nodes[pair.id]) for pair in matched]
        against = [one for one in report.differences if one.verdict == DISAGREE and one.pair in nodes]
        self.conflicts += [
            Conflict(nodes[str(one.pair)], left, right, one.kind, _spans(one.left), _spans(one.right))
            for one in against
        ]
        # Claims that disagree are about the same, however sure the pair was.
        self.pairs += [(1.0, nodes[str(one.pair)]) for one in against]
        return {"matches": len(matched), "conflicts": len(against)}

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows: those that most pieces carry first, then as told; each with who disagrees with whom."""
        groups = self._groups()
        row_of = {node: number for number, group in enumerate(groups) for node in group}
        against: dict[int, list[Conflict]] = defaultdict(list)
        for conflict in self.conflicts:
            row = next((row_of[node] for node in conflict.nodes if node in row_of), None)
            if row is not None:
                against[row].append(conflict)
        rows = [_row(group, against[number]) for number, group in enumerate(groups)]
        return sorted(rows, key=lambda row: (-len(row["cells"]), not row["against"], _told_at(row["cells"])))

    def only(self) -> dict[str, list[str]]:
        """Return for each piece the claims that no other carries."""
        together = {node for group in self._groups() for node in group}
        return {str(i): [one for one in ids if (i, one) not in together] for i, ids in sorted(self.claims.items())}

    def _groups(self) -> list[list[Node]]:
        """Join matched claims, the surest pairs first, as long as no piece fills a row alone."""
        group_of: dict[Node, list[Node]] = {}
        for _, nodes in sorted(self.pairs, key=lambda pair: -pair[0]):
            groups = {id(group): group for node in nodes for group in [group_of.get(node, [node])]}
            together = sorted({node for group in groups.values() for node in group})
            if _most_of_one(together) > MOST_OF_ONE and _most_of_one(nodes) <= MOST_OF_ONE:
                continue
            for node in together:
                group_of[node] = together
        return list({id(group): group for group in group_of.values()}.values())


def _most_of_one(nodes: Iterable[Node]) -> int:
    counts: dict[int, int] = defaultdict(int)
    for piece, _ in nodes:
        counts[piece] += 1
    return max(counts.values(), default=0)


def _spans(excerpts: Iterable[Excerpt]) -> list[tuple[int, int]]:
    return [(excerpt.start, excerpt.end) for excerpt in excerpts]


def _row(group: list[Node], against: Iterable[Conflict]) -> dict[str, Any]:
    cells: dict[str, list[str]] = defaultdict(list)
    for piece, claim in sorted(group, key=lambda node: (node[0], int(node[1][1:]))):
        cells[str(piece)].append(claim)
    pairs: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for one in against:
        point = {"kind": one.kind, "left": one.words_left, "right": one.words_right}
        if point not in pairs[one.left, one.right]:
            pairs[one.left, one.right].append(point)
    told = [{"left": left, "right": right, "points": points} for (left, right), points in sorted(pairs.items())]
    return {"cells": dict(cells), "against": told}


def _told_at(cells: Mapping[str, list[str]]) -> tuple[int, int]:
    """Rows stand as the first of their pieces tells them."""
    first = min(cells, key=int)
    return int(first), int(cells[first][0][1:])
