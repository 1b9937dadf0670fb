"""Everything in a report that can be marked, as one kind of thing, and which of it the reader chose to see.

An item is a difference (d7), a pair of claims (p3) or a claim told on one side
only (left-c9). The list beside the texts names exactly the items whose marks show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from comparer.analysis.report import Claim, ClaimPair, Difference, Kind, Report, Span
from comparer.comparisons.presenting.choice import Choice, Show
from comparer.comparisons.presenting.glossary import Style, style_of
from comparer.comparisons.presenting.sides import Side

Group = Literal["conflict", "framing", "minor", "only_left", "only_right", "match"]
# Framing that is shown unasked: where sources, labels and certainty differ rather than single words.
STRONG: frozenset[Kind] = frozenset({"quote", "naming", "attribution", "certainty", "voice", "agency", "polarity"})
HOLDS: dict[Show, frozenset[Group]] = {
    "main": frozenset({"conflict", "framing"}),
    "conflict": frozenset({"conflict"}),
    "framing": frozenset({"framing"}),
    "minor": frozenset({"minor"}),
    "only": frozenset({"only_left", "only_right"}),
    "only_left": frozenset({"only_left"}),
    "only_right": frozenset({"only_right"}),
    "match": frozenset({"match"}),
    "all": frozenset({"conflict", "framing", "minor", "only_left", "only_right"}),
}


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    group: Group
    style: Style
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    place: float
    """Where the reader meets it: 0.0 at the beginning of the texts, 1.0 at their end."""
    kind: Kind | None = None
    strong: bool = True
    difference: Difference | None = None
    pair: ClaimPair | None = None
    claim: Claim | None = None

    def spans(self, side: Side) -> tuple[Span, ...]:
        return self.left if side == "left" else self.right


def collect(report: Report) -> tuple[Item, ...]:
    """Return every item of the report, in reading order."""
    pairs = {pair.id: pair for pair in report.pairs}
    items = [
        *(_of_difference(report, one, pairs) for one in report.differences),
        *(_of_pair(report, one) for one in report.pairs),
        *_told_once(report),
    ]
    return tuple(sorted(items, key=lambda item: item.place))


def choose(items: Iterable[Item], choice: Choice) -> tuple[Item, ...]:
    """Return the items that the choice shows, in reading order."""
    groups = HOLDS[choice.show]
    return tuple(
        item
        for item in items
        if item.group in groups
        and (not choice.kinds or item.kind in choice.kinds)
        and (choice.show != "main" or item.strong)
    )


def group_of(difference: Difference) -> Group:
    """Conflicts, framing, form only, or told on one side only."""
    match difference.verdict:
        case "conflict":
            return "conflict"
        case "compatible" | "update":
            return "minor"
        case "only_left" | "only_right" if difference.kind not in STRONG:
            return difference.verdict
        case _:
            return "framing"


def _of_difference(report: Report, one: Difference, pairs: Mapping[str, ClaimPair]) -> Item:
    group = group_of(one)
    strong = group == "conflict" or (one.kind in STRONG and one.sureness != "possible")
    pair = pairs.get(one.pair or "")
    return Item(
        one.id, group, style_of(one), one.left, one.right, _place(report, one.left, one.right, pair),
        kind=one.kind, strong=strong, difference=one, pair=pair,
    )  # fmt: skip


def _of_pair(report: Report, pair: ClaimPair) -> Item:
    left = tuple(report.left.claim(one) for one in pair.left)
    right = tuple(report.right.claim(one) for one in pair.right)
    return Item(pair.id, "match", "match", left, right, _place(report, left, right, None), pair=pair)


def _told_once(report: Report) -> Iterator[Item]:
    for one in report.only_left:
        claim = report.left.claim(one)
        yield Item(f"left-{one}", "only_left", "only", (claim,), (), _place(report, (claim,), (), None), claim=claim)
    for one in report.only_right:
        claim = report.right.claim(one)
        yield Item(f"right-{one}", "only_right", "only", (), (claim,), _place(report, (), (claim,), None), claim=claim)


def _place(report: Report, left: tuple[Span, ...], right: tuple[Span, ...], pair: ClaimPair | None) -> float:
    if left:
        return left[0].start / len(report.left.text)
    if pair and pair.left:
        return report.left.claim(pair.left[0]).start / len(report.left.text)
    return right[0].start / len(report.right.text) if right else 1.0
