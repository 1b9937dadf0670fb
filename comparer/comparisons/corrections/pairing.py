"""The pairs of a corrected report: what is left, what people added, and what was said of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from comparer.analysis.report import ClaimPair, Difference, Report
from comparer.comparisons.corrections.changes import Change, Target
from comparer.comparisons.corrections.fates import Fate
from comparer.comparisons.corrections.held import Held, kept
from comparer.comparisons.corrections.ranges import Claims, Ranges
from comparer.comparisons.corrections.recut import Recut


def pairs_left(report: Report, fates: Mapping[str, Fate], aside: tuple[Ranges, Ranges]) -> tuple[ClaimPair, ...]:
    """Return the pairs that nobody rejected, less what is set aside; what people confirmed is sure."""
    pairs: list[ClaimPair] = []
    for pair in report.pairs:
        fate = fates.get(pair.id, Fate())
        left, right = kept(report.left, pair.left, aside[0]), kept(report.right, pair.right, aside[1])
        if left and right and not fate.out:
            sure = replace(pair, tier="match", sureness="sure") if fate.confirmed else pair
            pairs.append(replace(sure, left=left, right=right))
    return tuple(pairs)


def pairs_added(
    report: Report, pairs: Sequence[ClaimPair], held: Held
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


def less_told_after_all(
    report: Report, differences: tuple[Difference, ...], added: Iterable[ClaimPair], fates: Mapping[str, Fate]
) -> tuple[Difference, ...]:
    """Return the differences without those that say a side leaves out what people found in it, by pairing its claims.

    One that a person confirmed or changed stays: they said so of the mark itself.
    """
    made = tuple(added)
    if not made:
        return differences
    there = Claims(report.left), Claims(report.right)
    paired = {one for pair in made for one in pair.left}, {one for pair in made for one in pair.right}

    def is_told(one: Difference) -> bool:
        if one.kind != "omission" or one.pair is not None or fates.get(one.id, Fate()) != Fate():
            return False
        claims = [
            there[side].at((span.start, span.end) for span in spans) for side, spans in enumerate((one.left, one.right))
        ]
        return any(claims) and all(set(found) <= paired[side] for side, found in enumerate(claims))

    return tuple(one for one in differences if not is_told(one))


def said_of_added(added: Iterable[tuple[ClaimPair, Change]], held: Held) -> dict[str, tuple[Change, ...]]:
    """Return what people said of the passages that they paired: the pairing itself, and notes on it."""
    of_target: dict[Target, list[Change]] = defaultdict(list)
    for change, _ in held.beyond:
        of_target[change.target].append(change)
    return {pair.id: tuple(of_target[change.target]) for pair, change in added}


def joined_to(
    said: Mapping[str, tuple[Change, ...]], more: Iterable[tuple[str, Change]]
) -> dict[str, tuple[Change, ...]]:
    """Return what was said of the marks that `more` names, with `more` at its end."""
    joined: dict[str, list[Change]] = {}
    for mark, change in more:
        joined.setdefault(mark, list(said.get(mark, ()))).append(change)
    return {mark: tuple(changes) for mark, changes in joined.items()}


def with_cuts(
    said: Mapping[str, tuple[Change, ...]], pairs: Iterable[ClaimPair], cut: Recut
) -> Mapping[str, tuple[Change, ...]]:
    """Add what people split and joined, to the claims themselves and to the pairs that hold them."""
    if not cut.said:
        return said
    more = [(mark, one) for mark, changes in cut.said.items() for one in changes]
    for pair in pairs:
        marks = [f"left-{one}" for one in pair.left] + [f"right-{one}" for one in pair.right]
        more += dict.fromkeys((pair.id, one) for mark in marks for one in cut.said.get(mark, ()))
    joined = joined_to(said, more)
    return {**said, **{mark: tuple(sorted(joined[mark], key=lambda one: one.number)) for mark in joined}}
