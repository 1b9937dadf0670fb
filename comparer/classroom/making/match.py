"""Match the claims: find the sentence of the other piece that tells the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from comparer.analysis.report import ClaimPair, Report
from comparer.classroom.content import Choice, Item, Line
from comparer.classroom.making.material import RANK, Material

MOST = 6
MOST_ALONE = 2
"""So many of the sentences asked for have no counterpart."""
MOST_COPIES = 1
FEWEST_OFFERED, FEWEST_WORDS = 5, 7
NOTHING = Choice("none", "Nothing in the other piece tells this")
NEAR = 0.5


def make_match(material: Material) -> tuple[Item, ...]:
    """Return questions whose choices are the same few sentences of the second piece, and "nothing"."""
    best = list(_best(material))
    own = [one for one in best if not _is_copy(*one)]
    matched = [*own, *best[len(own) :][:MOST_COPIES]][: MOST - 1]
    alone = _alone(material)[: min(MOST_ALONE, len(matched) // 2)]
    asked = [*matched[: MOST - len(alone)], *((line, None) for line in alone)]
    asked.sort(key=lambda one: int(one[0].id[1:]))
    offered = {found.id: found for _, found in asked if found}
    if offered:
        offered |= {line.id: line for line in _others(material, asked)[: max(0, FEWEST_OFFERED - len(offered))]}
    choices = (*(Choice(one.id, one.text) for one in sorted(offered.values(), key=_place)), NOTHING)
    return tuple(_item(material, at, line, choices) for at, (line, _) in enumerate(asked, start=1))


def _others(material: Material, asked: list[tuple[Line, Line | None]]) -> list[Line]:
    """Return sentences of the second piece that are no counterpart of what is asked, to choose wrongly; short ones last."""
    lines = [line for line, _ in asked]
    tiers = ("match", "possible")
    told = {one for line in lines for tier in tiers for one in _partners(material, material.report, line, tier)}
    same = {line.text.casefold() for line in lines}
    free = [one for one in material.right.by_sentence.values() if one.id not in told and material.right.is_askable(one)]
    others = [one for one in free if one.text.casefold() not in same]
    return sorted(others, key=lambda one: (len(one.text.split()) < FEWEST_WORDS, _place(one)))


def _item(material: Material, number: int, line: Line, choices: tuple[Choice, ...]) -> Item:
    offered = [one.id for one in choices]
    sure, perhaps = (_partners(material, material.report, line, tier) for tier in ("match", "possible"))
    key = tuple(one for one in offered if one in sure) or (NOTHING.id,)
    near = {one: NEAR for one in offered if one in perhaps - sure}
    said = _partners(material, material.before, line, "match")
    machine = tuple(one for one in offered if one in said) or (NOTHING.id,)
    partner = ", ".join(f"“{one.text}”" for one in choices if one.id in key and one != NOTHING)
    why = f"The second piece has: {partner}" if partner else "No sentence of the second piece tells this."
    return Item(f"i{number}", "one", line.text, choices, key, near, machine, (line.id,), why)


def _best(material: Material) -> Iterator[tuple[Line, Line]]:
    """Yield matching sentences, the surest first, each sentence once; those that are the same word for word last."""
    seen: set[str] = set()
    pairs = [one for one in material.report.pairs if one.tier == "match"]
    pairs.sort(key=lambda one: (RANK[one.sureness], -one.score, one.id))
    lines = ((material.left.line_of(one.left[0]), material.right.line_of(one.right[0])) for one in pairs)
    found = [(first, second) for first, second in lines if first and second]
    for first, second in sorted(found, key=lambda one: _is_copy(*one)):
        # A sentence that stands in both pieces is the counterpart of itself alone.
        is_other = not _is_copy(first, second) and bool(
            {first.text.casefold(), second.text.casefold()} & material.copied
        )
        is_askable = material.left.is_askable(first) and material.right.is_askable(second)
        if is_askable and not is_other and not seen & {first.id, second.id}:
            seen |= {first.id, second.id}
            yield first, second


def _is_copy(first: Line, second: Line) -> bool:
    """Whether both pieces took the sentence from one source: finding it again teaches nothing."""
    return first.text.casefold() == second.text.casefold()


def _alone(material: Material) -> list[Line]:
    """Return sentences of the first piece with no counterpart at all, the farthest from any first."""
    scores = {one.claim: one.score for one in material.report.nearest_left}
    only = set(material.report.only_left)
    paired = {one for pair in material.report.pairs for one in pair.left}
    lines: dict[str, tuple[float, Line]] = {}
    for claim in material.report.only_left:
        line = material.left.line_of(claim)
        if line and material.left.is_askable(line):
            held = {one.id for one in material.left.claims_of(line)}
            if held <= only and not held & paired:
                lines.setdefault(line.id, (scores.get(claim, 0.0), line))
    return [line for _, line in sorted(lines.values(), key=lambda one: (one[0], _place(one[1])))]


def _partners(material: Material, report: Report, line: Line, tier: str) -> set[str]:
    told = material.left if report is material.report else material.before_left
    held = {one.id for one in told.claims_of(line)}
    return {
        found.id
        for pair in _of(report.pairs, tier)
        if held.intersection(pair.left)
        for claim in pair.right
        if (found := material.right.by_sentence.get(report.right.claim(claim).sentence))
    }


def _of(pairs: Iterable[ClaimPair], tier: str) -> Iterator[ClaimPair]:
    return (one for one in pairs if one.tier == tier)


def _place(line: Line) -> int:
    return int(line.id[1:])
