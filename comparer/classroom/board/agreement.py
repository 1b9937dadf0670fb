"""How far a class agrees: on one item in percent, on a whole task as Krippendorff's alpha."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import krippendorff
import numpy as np

from comparer.classroom.board.sent import Sent, chosen_in
from comparer.classroom.content import Item, Task

Chosen = Sequence[tuple[str, ...]]
Unit = Counter[tuple[int | str, ...]]
"""How many gave each value to one thing that is judged."""
PERCENT_EXPLAINED = "Agreement is how often two students picked by chance gave the same answer."
ALPHA_EXPLAINED = (
    "Krippendorff’s alpha sets agreement against luck: 1 means that all agree, 0 that they agree no more than if they had "
    "answered blindly, and below 0 that they pull apart."
)
DEGREES = ((0.8, "the class agrees"), (0.667, "the class mostly agrees"), (0.2, "the class is divided"), (0.0, "hardly more than luck"))  # fmt: skip
FEW = 5
OWN_CHOICES = "Each question has choices of its own, so luck can’t be worked out over all of them."
WORDS = "Words of one’s own can’t be counted as alike or unlike."
MIXED = "This task mixes kinds of question, which can’t be put into one figure."


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's alpha of a task, or in `why_not` the reason why there is none."""

    value: float | None
    why_not: str = ""
    students: int = 0

    @property
    def words(self) -> str:
        """What the figure means, in words."""
        if self.value is None:
            return self.why_not
        said = next((words for least, words in DEGREES if self.value >= least), "less than luck: the class pulls apart")
        return f"{said} (only {self.students} answered: take it as a hint)" if self.students < FEW else said


def same_answer(counts: Iterable[int]) -> float | None:
    """Return the chance, 0 to 1, that two of these people gave the same answer; None for fewer than two people."""
    held = list(counts)
    people = sum(held)
    return sum(one * (one - 1) for one in held) / (people * (people - 1)) if people > 1 else None


def agreement_on(item: Item, chosen: Chosen) -> float | None:
    """Return how far students agree on one item, 0 to 1; None where fewer than two answered or nothing can be compared.

    One choice: the chance that two gave the same. Many: the mean of that over
    the choices that anybody marked, for the words that nobody looks at would
    hide the quarrel. Order: the mean over all pairs of choices.
    """
    if item.asked == "text" or len(chosen) < 2:
        return None
    if item.asked == "one":
        return same_answer(Counter(chosen).values())
    if item.asked == "order":
        return _mean(
            [same_answer(_orders(chosen, *pair)) for pair in combinations([one.id for one in item.choices], 2)]
        )
    marked = Counter(one for answer in chosen for one in answer)
    return _mean([same_answer((count, len(chosen) - count)) for count in marked.values()]) if marked else 1.0


def _orders(chosen: Chosen, one: str, other: str) -> tuple[int, int]:
    both = [answer.index(one) < answer.index(other) for answer in chosen if one in answer and other in answer]
    return sum(both), len(both) - sum(both)


def _mean(shares: Sequence[float | None]) -> float | None:
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if known else None


def alpha_of(task: Task, sent: Sequence[Sent]) -> Alpha:
    """Return Krippendorff's alpha over all items of a task, or say why there is none."""
    asked = {item.asked for item in task.items}
    if asked == {"text"} or len(asked) != 1:
        return Alpha(None, WORDS if asked == {"text"} else MIXED, len(sent))
    kind = asked.pop()
    if kind == "one" and not _share_choices(task):
        return Alpha(None, OWN_CHOICES, len(sent))
    shared = [unit for unit in _UNITS[kind](task, sent) if sum(unit.values()) > 1]
    if why_not := _why_not(shared):
        return Alpha(None, why_not, len(sent))
    values = sorted({value for unit in shared for value in unit})
    table = np.array([[unit[value] for value in values] for unit in shared])
    level: Literal["ordinal", "nominal"] = "ordinal" if kind == "order" else "nominal"
    return Alpha(float(krippendorff.alpha(value_counts=table, level_of_measurement=level)), "", len(sent))


def _share_choices(task: Task) -> bool:
    """Whether the questions can be taken together: a choice is the same in two where it says the same."""
    offered = [{(choice.id, choice.text) for choice in item.choices} for item in task.items]
    return len(offered) == 1 or any(one & other for one, other in combinations(offered, 2))


def _why_not(shared: Sequence[Unit]) -> str:
    """Alpha sets disagreement against that of luck: without any to expect there is nothing to divide by."""
    if not shared:
        return "It takes two students who answered the same question."
    if len({value for unit in shared for value in unit}) == 1:
        return "Everybody gave the same answer throughout, so there is nothing to set against luck."
    return ""


def _one(task: Task, sent: Sequence[Sent]) -> list[Unit]:
    """Each item is a unit."""
    units: list[Unit] = []
    for item in task.items:
        says = {choice.id: (choice.id, choice.text) for choice in item.choices}
        units.append(Counter(says[one[0]] if one else ("", "") for one in chosen_in(sent, item)))
    return units


def _many(task: Task, sent: Sequence[Sent]) -> list[Unit]:
    """Each choice of each item is a unit: marked or not."""
    units: list[Unit] = []
    for item in task.items:
        chosen = chosen_in(sent, item)
        marked = Counter(one for answer in chosen for one in answer)
        units += [Counter({(1,): marked[one.id], (0,): len(chosen) - marked[one.id]}) for one in item.choices]
    return [+unit for unit in units]


def _order(task: Task, sent: Sequence[Sent]) -> list[Unit]:
    """Each choice of each item is a unit; its value is the place it was given."""
    units: list[Unit] = []
    for item in task.items:
        chosen = chosen_in(sent, item)
        units += [Counter((answer.index(one.id),) for answer in chosen if one.id in answer) for one in item.choices]
    return units


_UNITS = {"one": _one, "many": _many, "order": _order}
