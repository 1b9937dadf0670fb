"""Say what kind of difference a pair of passages shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from comparer.analysis.report import Difference, Kind
from comparer.classroom.content import Choice, Item, Line
from comparer.classroom.making.material import RANK, Material, both, explain

MOST = 8
MOST_AGREEING = 2
FEWEST_CHOICES, MOST_CHOICES = 4, 7
AGREE = Choice("agree", "They agree; only the words differ")
LABELS: Mapping[Kind, str] = MappingProxyType({
    "number": "A number is different",
    "date": "A date or time is different",
    "place": "A place is different",
    "person": "A different person",
    "polarity": "One says yes, the other says no",
    "naming": "Someone or something gets another name",
    "wording": "Stronger or milder words for the same thing",
    "attribution": "“Said” here, a coloured word such as “claimed” there",
    "certainty": "One sounds surer than the other",
    "voice": "A plain fact here, somebody’s words there",
    "agency": "Who did it is named here and hidden there",
    "quote": "The same person is quoted in other words",
})  # fmt: skip
NEAR: Mapping[Kind, tuple[Kind, ...]] = MappingProxyType({
    "naming": ("wording",),
    "wording": ("naming", "attribution"),
    "attribution": ("wording", "certainty", "voice"),
    "certainty": ("attribution", "voice"),
    "voice": ("certainty", "attribution"),
    "quote": ("wording",),
})  # fmt: skip
WORTH = 0.5
"""What a neighbouring kind earns."""

Pair = tuple[Line, Line, list[Difference]]


def make_label(material: Material) -> tuple[Item, ...]:
    """Return pairs of passages, over as many kinds as there are, with the same choices for all."""
    asked = _pick(_pairs(material))
    kinds = _kinds_of(asked)
    choices = (*(Choice(kind, LABELS[kind]) for kind in LABELS if kind in kinds), AGREE)
    if len(kinds) > MOST_CHOICES or not kinds:
        return ()
    return tuple(_item(material, at, one, choices) for at, one in enumerate(asked, start=1))


def _pairs(material: Material) -> list[Pair]:
    ranked = sorted((one for one in material.report.differences if one.kind in LABELS), key=lambda d: RANK[d.sureness])
    found: dict[tuple[str, str], Pair] = {}
    for first, second, one in material.passages(ranked):
        found.setdefault((first.id, second.id), (first, second, []))[2].append(one)
    return [one for one in found.values() if len({kind for kind in map(_name, one[2]) if kind != AGREE.id}) <= 2]


def _name(one: Difference) -> str:
    return AGREE.id if one.verdict in ("compatible", "update") else one.kind


def _pick(pairs: Iterable[Pair]) -> list[Pair]:
    """Return pairs of many kinds before a second one of the same, and few that agree."""
    seen: Counter[str] = Counter()
    lines: set[str] = set()
    picked: list[tuple[int, Pair]] = []
    for pair in pairs:
        names = {_name(one) for one in pair[2]}
        main = next((one for one in map(_name, pair[2]) if one != AGREE.id), AGREE.id)
        known = set(seen) - {AGREE.id}
        if lines & {pair[0].id, pair[1].id} or (seen[main] >= MOST_AGREEING and main == AGREE.id):
            continue
        if len(known | (names - {AGREE.id})) > MOST_CHOICES - 1:
            continue
        picked.append((seen[main], pair))
        seen.update(names)
        lines |= {pair[0].id, pair[1].id}
    best = sorted(picked, key=lambda one: one[0])[:MOST]
    return sorted((pair for _, pair in best), key=lambda one: int(one[0].id[1:]))


def _kinds_of(asked: Iterable[Pair]) -> set[str]:
    """Return the kinds to choose from: those that occur, and some that do not where they are few."""
    kinds = {_name(one) for pair in asked for one in pair[2]} - {AGREE.id}
    for spare in ("number", "wording", "voice", "certainty"):
        if kinds and len(kinds) < FEWEST_CHOICES:
            kinds.add(spare)
    return kinds


def _item(material: Material, number: int, pair: Pair, choices: tuple[Choice, ...]) -> Item:
    first, second, differences = pair
    key = _key(differences, choices)
    said = [d for a, b, d in material.passages(material.before.differences) if (a.id, b.id) == (first.id, second.id)]
    near = {
        one.id: WORTH
        for one in choices
        if one.id not in key and any(one.id in NEAR.get(kind, ()) for kind in LABELS if kind in key)
    }
    why = explain([one for one in differences if _name(one) in key] or differences)
    lines = (first.id, second.id)
    return Item(f"i{number}", "one", both(first, second), choices, key, near, _key(said, choices), lines, why)


def _key(differences: Iterable[Difference], choices: tuple[Choice, ...]) -> tuple[str, ...]:
    names = {_name(one) for one in differences if one.kind in LABELS}
    return tuple(one.id for one in choices if one.id in names - {AGREE.id}) or ((AGREE.id,) if names else ())
