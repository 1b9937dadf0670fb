"""What is missing here? Sentences that only one of the pieces tells, among some that both tell."""

from __future__ import annotations

from comparer.analysis.report import Report
from comparer.classroom.content import Choice, Item, Line, Side
from comparer.classroom.making.material import NONE, PLACES, Material, Told, shuffle

MOST_ALONE = 3
MOST_SHARED = 3
FEWEST_WORDS = 7


def make_missing(material: Material) -> tuple[Item, ...]:
    """Return one question for each piece: which of its sentences the other leaves out."""
    items = [item for told in material.sides if (item := _item(material, told))]
    return tuple(items)


def _item(material: Material, told: Told) -> Item | None:
    alone = sorted(_alone(material, told)[:MOST_ALONE], key=_place)
    shared = _shared(material, told)[:MOST_SHARED]
    if not alone or not shared:
        return None
    choices = shuffle(Choice(line.id, line.text) for line in (*alone, *shared))
    key = tuple(one.id for one in choices if one.id in {line.id for line in alone})
    before = _told_once(material.before, told.side)
    first, lines = material.told_before(told.side), {line.id: line for line in (*alone, *shared)}
    said = tuple(one for one, line in ((one.id, lines[one.id]) for one in choices) if _is_alone(first, line, before))
    other = PLACES["right" if told.side == "left" else "left"]
    shown = f"All these sentences stand in {PLACES[told.side]}. Which does {other} not tell?"
    number = "i1" if told.side == "left" else "i2"
    why = f"Nothing like the marked sentences was found in {other}. The others are told there too, in other words."
    return Item(number, "many", shown, (*choices, NONE), key, {}, said, tuple(one.id for one in choices), why)


def _alone(material: Material, told: Told) -> list[Line]:
    """Return sentences that only this piece tells: important ones first, then those farthest from anything told there."""
    report = material.report
    only = _told_once(report, told.side)
    nearest = report.nearest_left if told.side == "left" else report.nearest_right
    scores = {one.claim: one.score for one in nearest}
    marked = {
        line.id
        for one in report.differences
        if one.kind == "omission"
        for span in (one.left if told.side == "left" else one.right)
        if (line := told.line_at(span.start))
    }
    found = {
        line.id: (line.id not in marked, max(scores.get(one.id, 0.0) for one in told.claims_of(line)), line)
        for line in told.by_sentence.values()
        if _is_long_enough(told, line) and _is_alone(told, line, only)
    }
    return [line for *_, line in sorted(found.values(), key=lambda one: (one[0], one[1], _place(one[2])))]


def _shared(material: Material, told: Told) -> list[Line]:
    """Return sentences that the other piece tells too, the surest first."""
    scores: dict[str, float] = {}
    for pair in material.report.pairs:
        for claim in pair.left if told.side == "left" else pair.right:
            line = told.line_of(claim)
            if pair.tier == "match" and line and _is_long_enough(told, line):
                scores[line.id] = max(scores.get(line.id, 0.0), pair.score)
    lines = {line.id: line for line in told.by_sentence.values()}
    only = _told_once(material.report, told.side)
    return [
        lines[one]
        for one in sorted(scores, key=lambda one: (-scores[one], int(one[1:])))
        if not any(claim.id in only for claim in told.claims_of(lines[one]))
    ]


def _told_once(report: Report, side: Side) -> frozenset[str]:
    return frozenset(report.only_left if side == "left" else report.only_right)


def _is_alone(told: Told, line: Line, only: frozenset[str]) -> bool:
    """Whether all claims of the sentence are told here only."""
    held = [one.id for one in told.claims_of(line)]
    return bool(held) and all(one in only for one in held)


def _is_long_enough(told: Told, line: Line) -> bool:
    return told.is_askable(line) and len(line.text.split()) >= FEWEST_WORDS


def _place(line: Line) -> int:
    return int(line.id[1:])
