"""Lay corrections over a report: what the report says once people have put it right. Pure; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from comparer.analysis.differences.summary import summarise
from comparer.analysis.report import ClaimPair, Difference, Range, Reading, Report
from comparer.comparisons.corrections.changes import Change
from comparer.comparisons.corrections.fates import Fate, fate_of
from comparer.comparisons.corrections.held import Held, hold, kept, set_aside
from comparer.comparisons.corrections.pairing import (
    joined_to,
    less_told_after_all,
    pairs_added,
    pairs_left,
    said_of_added,
    with_cuts,
)
from comparer.comparisons.corrections.ranges import Claims, Ranges, overlaps
from comparer.comparisons.corrections.recut import CUTS, merge_pairs, recut


@dataclass(frozen=True, slots=True)
class Corrected:
    """A report as people corrected it."""

    before: Report
    """What the analysis said, with claims as people cut them: ids of marks are the same in both reports."""
    report: Report
    said: Mapping[str, tuple[Change, ...]]
    """What people said of each mark, by its id, in order; marks that nobody touched are not in it."""
    taken_out: frozenset[str]
    """Ids of marks of the report before that do not stand any more."""
    beyond_marks: tuple[Change, ...]
    """What holds and is about passages, one whole piece or the comparison."""
    orphaned: tuple[Change, ...]
    """What holds nowhere in this report: its words or its mark are gone."""

    @property
    def outlets(self) -> dict[str, str]:
        """What people say each side's outlet is, by "left" and "right"; "" where they took it away."""
        return {one.target.what: one.value for one in self.beyond_marks if one.action == "outlet"}


def apply(report: Report, changes: Iterable[Change]) -> Corrected:
    """Return the report with these corrections, the earlier first; a later one overrides what it contradicts."""
    changes = tuple(changes)
    if not changes:  # most reports, on most requests
        return Corrected(report, report, {}, frozenset(), (), ())
    cut = recut(report, (one for one in changes if one.action in CUTS))
    held = hold(report, cut, (one for one in changes if one.action not in CUTS))
    before = cut.report
    fates = {mark: fate_of(said) for mark, said in held.said.items()}
    aside = set_aside(held)
    pairs, stands_for = merge_pairs(pairs_left(before, fates, aside))
    added, paired_before, lost = pairs_added(before, pairs, held)
    paired_before += [(stands_for[mark], one) for mark in stands_for for one in held.said.get(mark, ())]
    pairs += tuple(pair for pair, _ in added)
    said = with_cuts(held.said | said_of_added(added, held) | joined_to(held.said, paired_before), pairs, cut)
    said = {mark: changes for mark, changes in said.items() if mark not in stands_for}
    differences = _differences(before, fates, aside, pairs, stands_for)
    differences = less_told_after_all(before, differences, (pair for pair, _ in added), fates)
    only_left, only_right = (_told_once(before, side, pairs, fates, ranges) for side, ranges in enumerate(aside))
    left, right = (_about(reading, side, held) for reading, side in ((before.left, "left"), (before.right, "right")))
    corrected = replace(
        before,
        left=left,
        right=right,
        pairs=pairs,
        differences=differences,
        only_left=only_left,
        only_right=only_right,
        summary=summarise(pairs, differences, only_left, only_right),
    )
    nowhere = {one.number for one in lost}
    beyond = tuple(change for change, _ in held.beyond if change.number not in nowhere)
    taken_out = _ids(before) - _ids(corrected) - stands_for.keys()
    return Corrected(before, corrected, said, taken_out, beyond, (*cut.orphaned, *held.orphaned, *lost))


def _differences(
    report: Report,
    fates: Mapping[str, Fate],
    aside: tuple[Ranges, Ranges],
    pairs: Iterable[ClaimPair],
    stands_for: Mapping[str, str],
) -> tuple[Difference, ...]:
    standing = {pair.id for pair in pairs}
    found: list[Difference] = []
    for one in report.differences:
        pair, fate = stands_for.get(one.pair or "", one.pair), fates.get(one.id, Fate())
        if not fate.out and (pair is None or pair in standing) and not _all_aside(one, aside):
            found.append(fate.on(one if pair == one.pair else replace(one, pair=pair)))
    return tuple(found)


def _all_aside(one: Difference, aside: tuple[Ranges, Ranges]) -> bool:
    """Whether a side has words of the difference, and all of them are set aside."""
    return any(
        bool(spans) and bool(ranges) and all(overlaps(span, ranges) for span in spans)
        for spans, ranges in zip((one.left, one.right), aside, strict=True)
    )


def _told_once(
    report: Report, side: int, pairs: Sequence[ClaimPair], fates: Mapping[str, Fate], aside: Ranges
) -> tuple[str, ...]:
    """Return what only this side tells: as before, less what is paired, rejected or set aside, and what was unpaired."""
    reading = (report.left, report.right)[side]
    name = ("left", "right")[side]
    before = (report.only_left, report.only_right)[side]
    paired_before = {one for pair in report.pairs for one in (pair.left, pair.right)[side]}
    paired = {one for pair in pairs for one in (pair.left, pair.right)[side]}
    rejected = {one for one in before if fates.get(f"{name}-{one}", Fate()).out} | _never_left_out(report, side, fates)
    told = (set(before) | (paired_before - paired)) - paired - rejected
    return kept(reading, sorted(told, key=lambda one: reading.claim(one).start), aside)


def _never_left_out(report: Report, side: int, fates: Mapping[str, Fate]) -> set[str]:
    """Return the claims of omissions that people rejected: they are not told once, whatever the list says."""
    reading = (report.left, report.right)[side]
    spans: list[Range] = [
        (span.start, span.end)
        for one in report.differences
        if one.kind == "omission" and one.pair is None and fates.get(one.id, Fate()).out
        for span in (one.left, one.right)[side]
    ]
    return set(Claims(reading).at(spans)) if spans else set()


def _about(reading: Reading, side: str, held: Held) -> Reading:
    given: dict[str, str | None] = {
        change.action: change.value or None
        for change, _ in held.beyond
        if change.target.what == side and change.action in ("outlet", "title", "published")
    }
    return replace(reading, **given) if given else reading  # type: ignore[arg-type]


def _ids(report: Report) -> frozenset[str]:
    return frozenset(
        [
            *(one.id for one in report.differences),
            *(one.id for one in report.pairs),
            *(f"left-{one}" for one in report.only_left),
            *(f"right-{one}" for one in report.only_right),
        ]
    )
