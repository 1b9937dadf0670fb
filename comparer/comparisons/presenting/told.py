"""What only one piece tells, and the nearest that the other has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comparer.analysis.report import Nearest, Reading, Report
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.sentences import Stretch, by_sentence
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import Side

FAR = 0.25
"""Below this likeness (of 1.0) the nearest passage shares little with the claim."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a sentence; a claim told only here has its card's address."""

    words: str
    id: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with claims that only its side tells, and the nearest passage of the other side."""

    parts: tuple[Part, ...]
    nearest: str | None
    how_near: str
    """"Nearest there", or that even the nearest is far; "" without one."""

    @property
    def count(self) -> int:
        return sum(part.id is not None for part in self.parts)


def make_told(report: Report, items: Iterable[Item], side: Side, choice: Choice) -> tuple[Told, ...]:
    """Return what only this side tells, sentence by sentence, in the order of its text."""
    ids = {item.claim.id: item.id for item in items if item.claim and item.group == f"only_{side}"}
    here, there = (report.left, report.right) if side == "left" else (report.right, report.left)
    claims = [here.claim(one) for one in (report.only_left if side == "left" else report.only_right)]
    nearest = nearest_by_claim(report, side)
    return tuple(
        _told(tuple(_part(here, one, ids, choice) for one in stretches), _nearest(stretches, nearest), there)
        for stretches in by_sentence(here, claims)
    )


def nearest_by_claim(report: Report, side: Side) -> dict[str, Nearest]:
    """Return the nearest claim of the other side for each claim told on this side only."""
    return {one.claim: one for one in (report.nearest_left if side == "left" else report.nearest_right)}


def say_how_near(near: Nearest) -> str:
    return "Nearest there" if near.score >= FAR else "Nearest there, though far from it"


def _nearest(stretches: list[Stretch], nearest: dict[str, Nearest]) -> Nearest | None:
    found = [nearest[one.claim.id] for one in stretches if one.claim and one.claim.id in nearest]
    return max(found, key=lambda one: one.score, default=None)


def _told(parts: tuple[Part, ...], near: Nearest | None, there: Reading) -> Told:
    if near is None:
        return Told(parts, None, "")
    claim = there.claim(near.other)
    return Told(parts, there.text[claim.start : claim.end].replace("\n", " "), say_how_near(near))


def _part(here: Reading, stretch: Stretch, ids: dict[str, str], choice: Choice) -> Part:
    words = here.text[stretch.start : stretch.end].replace("\n", " ")
    if stretch.claim is None:
        return Part(words)
    card = ids.get(stretch.claim.id, "")
    return Part(words, card, choice.address(card=card))
