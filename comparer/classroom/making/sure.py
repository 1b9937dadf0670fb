"""How sure does it sound? Put sentences in order, from the surest to the least sure."""

from __future__ import annotations

from itertools import chain, zip_longest

from comparer.analysis.report import Claim, Reading
from comparer.classroom.content import Choice, Item, Line
from comparer.classroom.making.material import Material, Told, shuffle

MOST = 3
MOST_IN_ORDER = 4
FEWEST_IN_ORDER = 3
LEVELS = ("stressed", "plain", "said", "hedged", "doubtful")
"""From the surest to the least sure."""
WHY = {
    "stressed": "states it and stresses it",
    "plain": "states it as a plain fact",
    "said": "gives it as somebody’s words",
    "hedged": "leaves it open",
    "doubtful": "leaves it open twice over, or reports it with doubt",
}


def make_sure(material: Material) -> tuple[Item, ...]:
    """Return groups of sentences, each of another sureness, so that their order is clear; from both pieces where it can be."""
    by_level: dict[str, list[Line]] = {level: [] for level in LEVELS}
    for found in chain.from_iterable(zip_longest(*(_levels(told) for told in material.sides))):
        if found:
            by_level[found[1]].append(found[0])
    items: list[Item] = []
    while len(items) < MOST:
        group = {level: lines.pop(0) for level, lines in by_level.items() if lines}
        if len(group) < FEWEST_IN_ORDER:
            break
        items.append(_item(len(items) + 1, _fewest(group)))
    return tuple(items)


def _fewest(group: dict[str, Line]) -> dict[str, Line]:
    """Leave out what is hardest to tell apart where there are too many."""
    if len(group) > MOST_IN_ORDER:
        group = {level: line for level, line in group.items() if level != "stressed"}
    return group


def _item(number: int, group: dict[str, Line]) -> Item:
    choices = shuffle(Choice(line.id, line.text) for line in group.values())
    key = tuple(line.id for line in group.values())
    why = "; ".join(f"{at}. {WHY[level]}" for at, level in enumerate(group, start=1)).capitalize() + "."
    shown = "Which sounds surest? Put the surest first."
    return Item(f"i{number}", "order", shown, choices, key, {}, key, key, why)


def _levels(told: Told) -> list[tuple[Line, str]]:
    not_asserted = {one.claim for one in told.reading.events if one.modality != "asserted"}
    found = []
    for line in told.by_sentence.values():
        claims = told.claims_of(line)
        level = (
            _level(told.reading, int(line.id[1:]) - 1, claims, not_asserted) if claims and told.is_askable(line) else ""
        )
        if level:
            found.append((line, level))
    return found


def _level(reading: Reading, sentence: int, claims: list[Claim], not_asserted: set[str]) -> str:
    """Return how sure the sentence sounds, "" where its parts sound different."""
    whole = reading.sentences[sentence]
    inside = [one for one in reading.hedges if whole.start <= one.start < whole.end]
    hedges = sum(one.direction == "hedge" for one in inside)
    doubted = any(
        one.attribution is not None and reading.attributions[one.attribution].stance == "doubt" for one in claims
    )
    unnamed = any(one.voice == "unnamed" for one in claims)
    if hedges > 1 or doubted or (hedges and unnamed):
        return "doubtful"
    if hedges:
        return "hedged"
    voices = {one.voice == "own" for one in claims}
    # Told as future, wished for or conditional: neither sure nor unsure.
    if len(voices) > 1 or any(one.id in not_asserted for one in claims):
        return ""
    if not voices.pop():
        return "said"
    return "stressed" if inside else "plain"
