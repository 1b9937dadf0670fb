"""Lay corrections over a report: what the report says once people have put it right. Pure; nothing is stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from comparer.analysis.differences.summary import summarise
from comparer.analysis.report import ClaimPair, Difference, Range, Reading, Report
from comparer.comparisons.corrections.changes import Change, Target
from comparer.comparisons.corrections.fates import Fate, fate_of
from comparer.comparisons.corrections.finder import Finder
from comparer.comparisons.corrections.ranges import Claims, Ranges, merge, overlaps
from comparer.comparisons.corrections.recut import CUTS, Recut, merge_pairs, recut
from comparer.comparisons.corrections.targets import find_words


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


@dataclass(frozen=True, slots=True)
class _Held:
    said: dict[str, tuple[Change, ...]]
    beyond: tuple[tuple[Change, tuple[Ranges, Ranges]], ...]
    orphaned: tuple[Change, ...]


def apply(report: Report, changes: Iterable[Change]) -> Corrected:
    """Return the report with these corrections, the earlier first; a later one overrides what it contradicts."""
    changes = tuple(changes)
    if not changes:  # most reports, on most requests
        return Corrected(report, report, {}, frozenset(), (), ())
    cut = recut(report, (one for one in changes if one.action in CUTS))
    held = _hold(report, cut, (one for one in changes if one.action not in CUTS))
    before = cut.report
    fates = {mark: fate_of(said) for mark, said in held.said.items()}
    aside = _set_aside(held)
    pairs, stands_for = merge_pairs(_pairs(before, fates, aside))
    added, paired_before, lost = _added(before, pairs, held)
    paired_before += [(stands_for[mark], one) for mark in stands_for for one in held.said.get(mark, ())]
    pairs += tuple(pair for pair, _ in added)
    said = _with_cuts(held.said | _said_of_added(added, held) | _joined(held.said, paired_before), pairs, cut)
    differences = _differences(before, fates, aside, pairs, stands_for)
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


def _hold(report: Report, cut: Recut, changes: Iterable[Change]) -> _Held:
    finder = Finder(report, cut)
    said: dict[str, list[Change]] = defaultdict(list)
    beyond: list[tuple[Change, tuple[Ranges, Ranges]]] = []
    orphaned: list[Change] = []
    for change in changes:
        if change.target.what in ("difference", "pair", "claim"):
            marks = finder.marks(change.target)
            for mark in marks:
                said[mark].append(change)
            found = bool(marks)
        else:
            words = find_words(report, change.target)
            found = words is not None
            beyond += [(change, words)] if words else []
        orphaned += [] if found else [change]
    return _Held({mark: tuple(all_said) for mark, all_said in said.items()}, tuple(beyond), tuple(orphaned))


def _set_aside(held: _Held) -> tuple[Ranges, Ranges]:
    words = [places for change, places in held.beyond if change.action == "set_aside"]
    left, right = (merge(one for places in words for one in places[side]) for side in (0, 1))
    return left, right


def _kept(reading: Reading, claims: Sequence[str], aside: Ranges) -> tuple[str, ...]:
    return tuple(claims) if not aside else tuple(one for one in claims if not overlaps(reading.claim(one), aside))


def _pairs(report: Report, fates: Mapping[str, Fate], aside: tuple[Ranges, Ranges]) -> tuple[ClaimPair, ...]:
    pairs: list[ClaimPair] = []
    for pair in report.pairs:
        fate = fates.get(pair.id, Fate())
        left, right = _kept(report.left, pair.left, aside[0]), _kept(report.right, pair.right, aside[1])
        if left and right and not fate.out:
            sure = replace(pair, tier="match", sureness="sure") if fate.confirmed else pair
            pairs.append(replace(sure, left=left, right=right))
    return tuple(pairs)


def _added(
    report: Report, pairs: Sequence[ClaimPair], held: _Held
) -> tuple[list[tuple[ClaimPair, Change]], list[tuple[str, Change]], tuple[Change, ...]]:
    """Return the pairs that people made, the pairs that stood already, and what has no claim on a side any more."""
    known = {(pair.left, pair.right): pair.id for pair in pairs}
    there = Claims(report.left), Claims(report.right)
    added: list[tuple[ClaimPair, Change]] = []
    before: list[tuple[str, Change]] = []
    lost: list[Change] = []
    for change, (left, right) in held.beyond:
        if change.action != "pair":
            continue
        claims = there[0].at(left), there[1].at(right)
        if claims in known:
            before.append((known[claims], change))
        elif all(claims):
            pair = ClaimPair(f"m{change.number}", *claims, 1.0, "match", ("paired by a person",), sureness="sure")
            known[claims] = pair.id
            added.append((pair, change))
        else:
            lost.append(change)
    return added, before, tuple(lost)


def _said_of_added(added: Iterable[tuple[ClaimPair, Change]], held: _Held) -> dict[str, tuple[Change, ...]]:
    """Return what people said of the passages that they paired: the pairing itself, and notes on it."""
    of_target: dict[Target, list[Change]] = defaultdict(list)
    for change, _ in held.beyond:
        of_target[change.target].append(change)
    return {pair.id: tuple(of_target[change.target]) for pair, change in added}


def _joined(
    said: Mapping[str, tuple[Change, ...]], more: Iterable[tuple[str, Change]]
) -> dict[str, tuple[Change, ...]]:
    joined: dict[str, list[Change]] = {}
    for mark, change in more:
        joined.setdefault(mark, list(said.get(mark, ()))).append(change)
    return {mark: tuple(changes) for mark, changes in joined.items()}


def _with_cuts(
    said: Mapping[str, tuple[Change, ...]], pairs: Iterable[ClaimPair], cut: Recut
) -> Mapping[str, tuple[Change, ...]]:
    """Add what people split and joined, to the claims themselves and to the pairs that hold them."""
    if not cut.said:
        return said
    more = [(mark, one) for mark, changes in cut.said.items() for one in changes]
    for pair in pairs:
        marks = [f"left-{one}" for one in pair.left] + [f"right-{one}" for one in pair.right]
        more += dict.fromkeys((pair.id, one) for mark in marks for one in cut.said.get(mark, ()))
    joined = _joined(said, more)
    return {**said, **{mark: tuple(sorted(joined[mark], key=lambda one: one.number)) for mark in joined}}


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
    return _kept(reading, sorted(told, key=lambda one: reading.claim(one).start), aside)


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


def _about(reading: Reading, side: str, held: _Held) -> Reading:
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
