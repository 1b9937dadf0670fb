"""Everything in a report that can be marked, as one kind of thing, and which of it the reader chose to see.

An item is a difference (d7), a pair of claims (p3) or a claim told on one side
only (left-c9). The list beside the texts names exactly the items whose marks show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from comparer.analysis.report import Claim, ClaimPair, Difference, Kind, Report, Span, Sureness
from comparer.comparisons.presenting.choice import Choice, Show
from comparer.comparisons.presenting.glossary import Style, style_of
from comparer.comparisons.presenting.sides import Side

Group = Literal["conflict", "framing", "minor", "only_left", "only_right", "match"]
# A detail of these kinds that one side lacks is told by one only; of other kinds it is framing.
DETAILS: frozenset[Kind] = frozenset({"number", "date", "place", "person", "omission", "emphasis"})
# Framing that is shown unasked, what tells most first; single words only where they judge (see _is_strong).
STRONG: tuple[Kind, ...] = ("naming", "quote", "wording", "certainty", "agency", "attribution", "polarity", "voice")
# Of these, the surest, so that a reader meets few marks first.
MOST_UNASKED = 24
SUREST: dict[Sureness, int] = {"sure": 0, "likely": 1, "possible": 2}
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
    """Shown unasked."""
    difference: Difference | None = None
    pair: ClaimPair | None = None
    claim: Claim | None = None

    def spans(self, side: Side) -> tuple[Span, ...]:
        return self.left if side == "left" else self.right


def collect(report: Report) -> tuple[Item, ...]:
    """Return every item of the report, in reading order."""
    pairs = {pair.id: pair for pair in report.pairs}
    differences = [_of_difference(report, one, pairs) for one in report.differences if not _is_none(report, one)]
    left_out = [(item.group, item.claim.id) for item in differences if item.claim]
    told_left = {claim for group, claim in left_out if group == "only_left"}
    told_right = {claim for group, claim in left_out if group == "only_right"}
    items = [
        *_with_strong(differences),
        *(_of_pair(report, one) for one in report.pairs),
        *_told_once(report, told_left, told_right),
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
        case "only_left" | "only_right" if difference.kind in DETAILS:
            return difference.verdict
        case _:
            return "framing"


def _is_none(report: Report, one: Difference) -> bool:
    """Whether it is called one thing in two forms though both sides use the very same words."""
    if one.verdict != "compatible" or not one.left:
        return False
    left, right = (
        [reading.text[span.start : span.end].casefold() for span in spans]
        for reading, spans in ((report.left, one.left), (report.right, one.right))
    )
    return left == right


def _of_difference(report: Report, one: Difference, pairs: Mapping[str, ClaimPair]) -> Item:
    pair = pairs.get(one.pair or "")
    return Item(
        one.id,
        group_of(one),
        style_of(one),
        one.left,
        one.right,
        _place(report, one.left, one.right, pair),
        kind=one.kind,
        strong=False,
        difference=one,
        pair=pair,
        claim=_claim_left_out(report, one),
    )


def _with_strong(items: Sequence[Item]) -> Iterator[Item]:
    """Say of each difference whether it is shown unasked: conflicts, and the surest framing of aligned claims."""
    unasked = sorted((item for item in items if _is_strong(item)), key=_doubt)
    strong = {item.id for item in unasked[:MOST_UNASKED]}
    return (replace(item, strong=item.group == "conflict" or item.id in strong) for item in items)


def _is_strong(item: Item) -> bool:
    """Words that judge stand on one side only; that both sides use some word, but not the same, says little."""
    if item.group != "framing" or item.kind not in STRONG or sureness_of(item) == "possible":
        return False
    judges = item.kind != "wording" or not (item.left and item.right)
    return judges and (item.pair is None or item.pair.tier == "match")


def _doubt(item: Item) -> tuple[int, int, float]:
    weight = STRONG.index(item.kind) if item.kind in STRONG else len(STRONG)
    return SUREST[sureness_of(item)], weight, -(item.pair.score if item.pair else 1.0)


def sureness_of(item: Item) -> Sureness:
    return item.difference.sureness if item.difference else "likely"


def _claim_left_out(report: Report, one: Difference) -> Claim | None:
    """Return the claim told on one side only that this difference speaks of; it is then one item, not two."""
    if one.kind != "omission" or one.pair or not (one.left or one.right):
        return None
    reading, told = (report.left, report.only_left) if one.left else (report.right, report.only_right)
    start = (one.left or one.right)[0].start
    found = (reading.claim(claim) for claim in told)
    return next((claim for claim in found if claim.start <= start < claim.end), None)


def _of_pair(report: Report, pair: ClaimPair) -> Item:
    left = tuple(report.left.claim(one) for one in pair.left)
    right = tuple(report.right.claim(one) for one in pair.right)
    return Item(pair.id, "match", "match", left, right, _place(report, left, right, None), pair=pair)


def _told_once(report: Report, told_left: set[str], told_right: set[str]) -> Iterator[Item]:
    for one in report.only_left:
        if one not in told_left:
            claim = report.left.claim(one)
            place = _place(report, (claim,), (), None)
            yield Item(f"left-{one}", "only_left", "only", (claim,), (), place, claim=claim)
    for one in report.only_right:
        if one not in told_right:
            claim = report.right.claim(one)
            place = _place(report, (), (claim,), None)
            yield Item(f"right-{one}", "only_right", "only", (), (claim,), place, claim=claim)


def _place(report: Report, left: tuple[Span, ...], right: tuple[Span, ...], pair: ClaimPair | None) -> float:
    if left:
        return left[0].start / len(report.left.text)
    if pair and pair.left:
        return report.left.claim(pair.left[0]).start / len(report.left.text)
    return right[0].start / len(report.right.text) if right else 1.0
