"""What the class disagrees about most: the list to talk about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comparer.classroom.board.agreement import same_answer
from comparer.classroom.board.tally import ChoiceCount, ItemTally
from comparer.classroom.content import Item, Task

OF_ONE_ITEM = 3
"""So that one text full of words to mark does not fill the whole list."""


@dataclass(frozen=True, slots=True)
class Contested:
    """One thing to talk about; `camps` are the largest groups with their counts, in words."""

    task: Task
    item: Item
    about: str
    agreement: float
    answered: int
    camps: tuple[tuple[str, int], ...]

    @property
    def agreement_percent(self) -> int:
        return round(100 * self.agreement)


def most_contested(tallies: Iterable[ItemTally], *, most: int = 12) -> list[Contested]:
    """Return what the class is divided about, the most contested first; what all agree on is left out."""
    found = [one for tally in tallies for one in _of(tally)]
    return sorted(found, key=lambda one: (one.agreement, -one.answered))[:most]


def _of(tally: ItemTally) -> list[Contested]:
    if tally.agreement is None or tally.agreement == 1:
        return []
    if tally.item.asked == "many":
        return _words(tally)
    rows = sorted((row for row in tally.choices if row.count), key=lambda row: -row.count)
    put = "put first: " if tally.item.asked == "order" else ""
    camps = tuple((f"{put}{row.choice.text}", row.count) for row in rows[:3])
    return [Contested(tally.task, tally.item, tally.item.shown, tally.agreement, tally.answered, camps)]


def _words(tally: ItemTally) -> list[Contested]:
    """Where any number may be marked, each mark is a question of its own."""
    split = [(_agreed(row), row) for row in tally.choices if 0 < row.count < row.answered and row.choice.id]
    split.sort(key=lambda one: one[0])
    return [
        Contested(
            tally.task, tally.item, f"“{row.choice.text}”", share, row.answered,
            (("marked it", row.count), ("did not", row.answered - row.count)),
        )
        for share, row in split[:OF_ONE_ITEM]
    ]  # fmt: skip


def _agreed(row: ChoiceCount) -> float:
    return same_answer((row.count, row.answered - row.count)) or 0.0
