"""Per task and item: how many answered, what they chose, how much of it is right, how far they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.classroom.board.agreement import Alpha, agreement_on, alpha_of
from comparer.classroom.board.sent import Sent, chosen_in
from comparer.classroom.content import Choice, Item, Task
from comparer.classroom.marking import mark_item

FEW_CHOICES = 8
"""So many are all listed, taken or not."""
NOTHING = Choice("", "nothing of this")


@dataclass(frozen=True, slots=True)
class ChoiceCount:
    """How many took one choice; for an order, how many put it first, and its mean `place` from 1."""

    choice: Choice
    count: int
    answered: int
    is_key: bool
    is_near: bool
    is_machine: bool
    place: float | None = None

    @property
    def percent(self) -> int:
        return percent(self.count, self.answered)


@dataclass(frozen=True, slots=True)
class ItemTally:
    task: Task
    item: Item
    answered: int
    choices: tuple[ChoiceCount, ...]
    """Of reflections none; of an order, by their mean place; else as the exercise has them."""
    agreement: float | None
    chosen: tuple[tuple[str, ...], ...]
    """What each student chose; for reflections the words."""

    @property
    def passage(self) -> str:
        """The passage whose words are the choices; "" where the choices are something else."""
        return " ".join(choice.text for choice in self.item.choices) if self.task.kind == "loaded" else ""

    @property
    def shown_rows(self) -> tuple[ChoiceCount, ...]:
        """The choices worth a line: of many, those that somebody took, most taken first."""
        if len(self.choices) <= FEW_CHOICES:
            return self.choices
        taken = [row for row in self.choices if row.count]
        return tuple(sorted(taken, key=lambda row: -row.count))

    @property
    def left_out(self) -> int:
        return len(self.choices) - len(self.shown_rows)

    @property
    def agreement_percent(self) -> int | None:
        return None if self.agreement is None else round(100 * self.agreement)

    @property
    def right_percent(self) -> int | None:
        """Mean of how right the answers are; None for reflections and where nobody answered."""
        right = _right(self.item, self.chosen)
        return None if right is None else round(100 * right)


@dataclass(frozen=True, slots=True)
class TaskTally:
    task: Task
    answered: int
    items: tuple[ItemTally, ...]
    alpha: Alpha


def percent(part: int, whole: int) -> int:
    """Return a share in whole percent, 0 of nothing."""
    return round(100 * part / whole) if whole else 0


def tally_task(task: Task, sent: Sequence[Sent]) -> TaskTally:
    """Count the answers to one task; `sent` holds those only."""
    return TaskTally(task, len(sent), tally_items(task, sent), alpha_of(task, sent))


def tally_items(task: Task, sent: Sequence[Sent]) -> tuple[ItemTally, ...]:
    """Count the answers to each item of a task."""
    return tuple(tally_item(task, item, sent) for item in task.items)


def tally_item(task: Task, item: Item, sent: Sequence[Sent]) -> ItemTally:
    """Count the answers to one item."""
    chosen = chosen_in(sent, item)
    choices = (
        () if item.asked == "text" else _ordered(item, chosen) if item.asked == "order" else _counted(item, chosen)
    )
    return ItemTally(task, item, len(chosen), choices, agreement_on(item, chosen), tuple(chosen))


def _counted(item: Item, chosen: Sequence[tuple[str, ...]]) -> tuple[ChoiceCount, ...]:
    counts = Counter(one for answer in chosen for one in answer or ("",))
    rows = [*item.choices, *([NOTHING] if counts[""] or not item.key else [])]
    return tuple(_count(item, choice, counts[choice.id], len(chosen)) for choice in rows)


def _ordered(item: Item, chosen: Sequence[tuple[str, ...]]) -> tuple[ChoiceCount, ...]:
    first = Counter(answer[0] for answer in chosen if answer)
    rows = []
    for choice in item.choices:
        places = [answer.index(choice.id) + 1 for answer in chosen if choice.id in answer]
        place = sum(places) / len(places) if places else None
        rows.append(_count(item, choice, first[choice.id], len(chosen), place))
    return tuple(sorted(rows, key=lambda row: row.place or len(rows) + 1))


def _count(item: Item, choice: Choice, count: int, answered: int, place: float | None = None) -> ChoiceCount:
    if choice is NOTHING:
        return ChoiceCount(choice, count, answered, not item.key, is_near=False, is_machine=False)
    is_key = choice.id in item.key
    is_near = not is_key and item.near.get(choice.id, 0) > 0
    return ChoiceCount(choice, count, answered, is_key, is_near, choice.id in item.machine, place)


def _right(item: Item, chosen: Sequence[tuple[str, ...]]) -> float | None:
    """Each answer is marked once, however many gave it."""
    if item.asked == "text" or not chosen:
        return None
    return sum(count * mark_item(item, answer) for answer, count in Counter(chosen).items()) / len(chosen)
