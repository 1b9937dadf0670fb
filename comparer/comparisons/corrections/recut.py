"""A report whose claims are cut as people cut them, and what follows for pairs and for what only one side tells.

Marks stay with the words they are on. A pair goes with the part that carries its mark; where no mark of it is in
either part, with both. A part that is left without a pair is told by one side only, until somebody pairs it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from comparer.analysis.report import ClaimPair, Nearest, Range, Reading, Report
from comparer.comparisons.corrections.changes import Change
from comparer.comparisons.corrections.cutter import Cutter
from comparer.comparisons.corrections.ranges import Claims, merge, overlaps
from comparer.comparisons.corrections.targets import find_words

CUTS = ("split", "join")
Became = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Recut:
    report: Report
    became: tuple[Became, Became]
    """Of the claims that were touched, on the left and on the right: what they are now."""
    said: Mapping[str, tuple[Change, ...]]
    """The splits and joins by the claims of now that they are about: left-c7."""
    orphaned: tuple[Change, ...]


def recut(report: Report, changes: Iterable[Change]) -> Recut:
    """Return the report with its claims split and joined, the earlier change first."""
    cutters = Cutter(report.left), Cutter(report.right)
    held: list[tuple[Change, int, tuple[Range, ...]]] = []
    orphaned: list[Change] = []
    for change in changes:
        words = find_words(report, change.target)
        side = 0 if change.target.left else 1
        if words and _cut(cutters[side], change, words[side]):
            held.append((change, side, words[side]))
        else:
            orphaned.append(change)
    if not held:
        return Recut(report, ({}, {}), {}, tuple(orphaned))
    became = cutters[0].became(), cutters[1].became()
    cut = _follow(report, cutters[0].cut(), cutters[1].cut(), became)
    return Recut(cut, became, _said(cut, held), tuple(orphaned))


def _cut(cutter: Cutter, change: Change, parts: tuple[Range, ...]) -> bool:
    return cutter.split(parts, change.number) if change.action == "split" else cutter.join(parts)


def _said(cut: Report, held: Iterable[tuple[Change, int, tuple[Range, ...]]]) -> dict[str, tuple[Change, ...]]:
    claims = Claims(cut.left), Claims(cut.right)
    said: dict[str, list[Change]] = defaultdict(list)
    for change, side, parts in held:
        for claim in claims[side].at(parts):
            said[f"{('left', 'right')[side]}-{claim}"].append(change)
    return {mark: tuple(some) for mark, some in said.items()}


def _follow(report: Report, left: Reading, right: Reading, became: tuple[Became, Became]) -> Report:
    carried = _carried(report)
    pairs = tuple(
        replace(
            pair,
            left=_parts(left, pair.left, became[0], carried[0].get(pair.id, ())),
            right=_parts(right, pair.right, became[1], carried[1].get(pair.id, ())),
        )
        for pair in report.pairs
    )
    only_left = _only(
        left, report.only_left, [one.left for one in report.pairs], [one.left for one in pairs], became[0]
    )
    only_right = _only(
        right, report.only_right, [one.right for one in report.pairs], [one.right for one in pairs], became[1]
    )
    return replace(
        report,
        left=left,
        right=right,
        pairs=pairs,
        only_left=only_left,
        only_right=only_right,
        nearest_left=_nearest(report.nearest_left, became[0], became[1]),
        nearest_right=_nearest(report.nearest_right, became[1], became[0]),
    )


def _carried(report: Report) -> tuple[dict[str, list[Range]], dict[str, list[Range]]]:
    """Return the words that each pair's marks are on, by the pair, on the left and on the right."""
    carried: tuple[dict[str, list[Range]], dict[str, list[Range]]] = defaultdict(list), defaultdict(list)
    for one in report.differences:
        if one.pair is not None:
            for side, spans in enumerate((one.left, one.right)):
                carried[side][one.pair] += [(span.start, span.end) for span in spans if span.start < span.end]
    return carried


def _parts(reading: Reading, claims: Sequence[str], became: Became, marked: Sequence[Range]) -> tuple[str, ...]:
    if became.keys().isdisjoint(claims):
        return tuple(claims)
    words = merge(marked)
    kept: dict[str, None] = {}
    for one in claims:
        parts = became.get(one, (one,))
        carrying = [part for part in parts if overlaps(reading.claim(part), words)] if len(parts) > 1 else []
        kept |= dict.fromkeys(carrying or parts)
    return tuple(sorted(kept, key=lambda one: reading.claim(one).start))


def _only(
    reading: Reading,
    before: Sequence[str],
    paired_before: Iterable[Sequence[str]],
    paired: Iterable[Sequence[str]],
    became: Became,
) -> tuple[str, ...]:
    """Return what only this side tells: as before, and the parts of paired claims that no pair goes with any more."""
    touched = {one for pair in paired_before for one in pair if one in became}
    told = {part for one in (*before, *touched) for part in became.get(one, (one,))}
    return tuple(sorted(told.difference(*paired), key=lambda one: reading.claim(one).start))


def _nearest(nearest: Iterable[Nearest], became: Became, there: Became) -> tuple[Nearest, ...]:
    """Each part keeps the nearest claim that was found for the whole."""
    found: dict[str, Nearest] = {}
    for one in nearest:
        other = there.get(one.other, (one.other,))[0]
        for part in became.get(one.claim, (one.claim,)):
            if part not in found or found[part].score < one.score:
                found[part] = replace(one, claim=part, other=other)
    return tuple(found.values())


def merge_pairs(pairs: Sequence[ClaimPair]) -> tuple[tuple[ClaimPair, ...], dict[str, str]]:
    """Return each two passages once, the surer pair kept, and for the others the pair that stands for them.

    Where claims are joined, two pairs may come to hold the same.
    """
    kept: dict[tuple[tuple[str, ...], tuple[str, ...]], ClaimPair] = {}
    stands_for: dict[str, str] = {}
    for pair in sorted(pairs, key=lambda one: (one.tier == "match", one.sureness == "sure", one.score), reverse=True):
        same = kept.setdefault((pair.left, pair.right), pair)
        if same is not pair:
            stands_for[pair.id] = same.id
    standing = {one.id for one in kept.values()}
    return tuple(pair for pair in pairs if pair.id in standing), stands_for
