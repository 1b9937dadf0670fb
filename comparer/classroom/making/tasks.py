"""Tasks of a comparison, of every kind that it holds enough for, and tasks that a teacher begins by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comparer.classroom.content import KINDS, NAMES, Content, Item, Task, TaskKind
from comparer.classroom.making.material import Material
from comparer.classroom.making.recipes import RECIPES
from comparer.classroom.making.reflect import RUBRIC

FIRST_CHOSEN: frozenset[TaskKind] = frozenset({"match", "disagree", "loaded", "reflect"})
"""What is ticked before anybody chooses: one lesson's work."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind of task that a comparison allows, or the reason why it does not."""

    kind: TaskKind
    task: Task | None
    why_not: str = ""

    @property
    def is_thin(self) -> bool:
        """Whether the teacher should add questions by hand."""
        return self.task is not None and is_thin(self.task)

    @property
    def name(self) -> str:
        return NAMES[self.kind]

    @property
    def teaches(self) -> str:
        return RECIPES[self.kind].teaches


def offer_tasks(material: Material) -> tuple[Offer, ...]:
    """Return for each kind the task that can be made, or why there is none."""
    return tuple(_offer(material, kind) for kind in KINDS)


def make_content(material: Material, kinds: Sequence[TaskKind], *, title: str, blind: bool = True) -> Content:
    """Return an exercise with these kinds of task, in this order; the others that can be made lie ready, left out."""
    order = tuple(dict.fromkeys((*kinds, *KINDS)))
    chosen = set(kinds)
    offers = [offer for kind in order if (offer := _offer(material, kind)).task]
    tasks = [replace(offer.task, id=f"t{at}") for at, offer in enumerate(offers, start=1) if offer.task]
    return Content(
        title,
        material.left.piece,
        material.right.piece,
        tuple(one for one in tasks if one.kind in chosen),
        blind=blind,
        spare=tuple(one for one in tasks if one.kind not in chosen),
    )


def _offer(material: Material, kind: TaskKind) -> Offer:
    recipe = RECIPES[kind]
    items = recipe.make(material)
    if not items:
        return Offer(kind, None, f"The comparison holds too little for this: it needs {recipe.needs}.")
    return Offer(kind, _task(kind, kind, items))


def _task(task_id: str, kind: TaskKind, items: tuple[Item, ...]) -> Task:
    recipe = RECIPES[kind]
    filled = min(1.0, len(items) / recipe.enough) if items else 1.0
    minutes = max(2, round(recipe.minutes * filled))
    return Task(
        task_id, kind, NAMES[kind], recipe.instructions, items, minutes, recipe.difficulty, max(1, len(items)),
        RUBRIC if kind == "reflect" else "",
    )  # fmt: skip


def is_thin(task: Task) -> bool:
    """Return True where a task asks less than fills its time."""
    return len(task.items) < RECIPES[task.kind].enough


def begin_task(content: Content, kind: TaskKind) -> Task:
    """Return a task of this kind without questions, which the exercise does not hold yet."""
    known = {one.id for one in (*content.tasks, *content.spare)}
    free = next(f"t{at}" for at in range(1, len(known) + 2) if f"t{at}" not in known)
    return _task(free, kind, ())


def kinds_to_begin(content: Content) -> list[tuple[TaskKind, str, str]]:
    """Return the kinds that the exercise has no task of: kind, name, and how a teacher finds questions for it."""
    known = {one.kind for one in (*content.tasks, *content.spare)}
    return [(kind, NAMES[kind], RECIPES[kind].by_hand) for kind in KINDS if kind not in known]
