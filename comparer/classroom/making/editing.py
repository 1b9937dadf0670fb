"""The editor's page as it is sent: what was typed laid over the exercise, and what is wrong with it. Nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from django.http import QueryDict

from comparer.classroom.content import Choice, Content, Item, Task
from comparer.classroom.making.faults import BOTH, NO_KEY, NO_ORDER, NONE_OF_THEM
from comparer.classroom.making.files import MOST_ITEMS
from comparer.classroom.making.forms import TaskForm, WholeForm
from comparer.classroom.making.nearly import near_of, say_worth
from comparer.classroom.making.recipes import RECIPES
from comparer.classroom.making.tasks import is_thin

LONGEST_WORDS = 1_500
MOST_QUESTIONS = 12
NO_WORDS = "Write the question, or leave it out."
NO_ITEMS = "Keep at least one question, or leave the whole task out."


@dataclass(frozen=True, slots=True)
class ChoiceDraft:
    choice: Choice
    is_right: bool
    place: str = ""
    by_machine: bool = False
    worth: str = ""
    """What it earns where it is nearly right, in words."""


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """One item as the editor shows it; `item` as it would be kept."""

    item: Item
    name: str
    """What its fields' names begin with."""
    is_on: bool
    choices: tuple[ChoiceDraft, ...]
    error: str = ""

    @property
    def is_words(self) -> bool:
        """Whether the choices are the words of a text, and read as one."""
        return self.item.asked == "many" and all(" " not in one.choice.text for one in self.choices)

    @property
    def is_corrected(self) -> bool:
        return set(self.item.machine) != set(self.item.key) and self.item.asked not in ("order", "text")


@dataclass(frozen=True, slots=True)
class TaskDraft:
    task: Task
    form: TaskForm
    items: tuple[ItemDraft, ...]
    error: str = ""
    own: str = ""
    """The question that was typed in addition; where the page comes back, it stands there still."""
    is_first: bool = False
    is_last: bool = False

    @property
    def by_hand(self) -> str:
        """How to find more questions, where there are few; "" where there are enough."""
        return RECIPES[self.task.kind].by_hand if is_thin(self.task) else ""

    @property
    def is_full(self) -> bool:
        return len(self.items) >= MOST_ITEMS

    @property
    def has_errors(self) -> bool:
        return bool(self.error or self.form.errors or any(one.error for one in self.items))


@dataclass(frozen=True, slots=True)
class Draft:
    """What the page shows, and the exercise that it stands for where `is_valid`."""

    form: WholeForm
    tasks: tuple[TaskDraft, ...]
    spare: tuple[Task, ...]
    content: Content

    @property
    def is_valid(self) -> bool:
        return not self.form.errors and not any(one.has_errors for one in self.tasks)


def read_draft(content: Content, sent: QueryDict | None = None) -> Draft:
    """Return the exercise as the editor shows it, with what was sent laid over it."""
    whole = {"title": content.title, "intro": content.intro, "ages": content.ages, "blind": content.blind}
    form = WholeForm(sent, initial=whole)
    tasks = tuple(_read_task(task, sent) for task in content.tasks)
    marked = tuple(replace(one, is_first=at == 0, is_last=at == len(tasks) - 1) for at, one in enumerate(tasks))
    kept = replace(content, tasks=tuple(one.task for one in tasks), **_cleaned(form))
    return Draft(form, marked, content.spare, kept)


def _cleaned(form: Any) -> dict[str, Any]:
    """Return what was typed, with line ends as they are kept; {} where nothing was sent or it will not do."""
    if not (form.is_bound and form.is_valid()):
        return {}
    return {
        name: value.replace("\r\n", "\n") if isinstance(value, str) else value
        for name, value in form.cleaned_data.items()
    }


def _read_task(task: Task, sent: QueryDict | None) -> TaskDraft:
    fields = ("title", "instructions", "minutes", "difficulty", "points", "rubric")
    form = TaskForm(sent, prefix=task.id, initial={name: getattr(task, name) for name in fields})
    every = sorted((*task.items, *task.spare), key=lambda one: (len(one.id), one.id))
    on = {one.id for one in task.items} if sent is None else set(sent.getlist(f"{task.id}-on"))
    own = _own_question(task, every, sent)
    items = tuple(_read_item(task, item, item.id in on, sent) for item in every)
    kept = replace(
        task,
        items=(*(one.item for one in items if one.is_on), *([own] if own else [])),
        spare=tuple(one.item for one in items if not one.is_on),
        **_cleaned(form),
    )
    return TaskDraft(kept, form, items, error="" if kept.items else NO_ITEMS, own=own.shown if own else "")


def _words(typed: str) -> str:
    """Return what was typed as it is kept: one kind of line end, no characters that belong to no text, not endless."""
    return typed.replace("\r\n", "\n").replace("\0", "").strip()[:LONGEST_WORDS]


def _own_question(task: Task, every: Sequence[Item], sent: QueryDict | None) -> Item | None:
    """Return the question that the teacher added to a task of free writing."""
    words = "" if sent is None or task.kind != "reflect" else _words(sent.get(f"{task.id}-new", ""))
    if not words or len(every) >= MOST_QUESTIONS:
        return None
    free = next(number for number in count(1) if f"i{number}" not in {one.id for one in every})
    return Item(f"i{free}", "text", words)


def _read_item(task: Task, item: Item, is_on: bool, sent: QueryDict | None) -> ItemDraft:  # noqa: FBT001 -- a state
    name = f"{task.id}-{item.id}"
    if sent is None:
        return ItemDraft(item, name, is_on, tuple(_choices(item, item.key)))
    why = _words(sent.get(f"{name}-why", item.why))
    if item.asked == "text":
        shown = _words(sent.get(f"{name}-shown", item.shown))
        return ItemDraft(replace(item, shown=shown), name, is_on, (), "" if shown or not is_on else NO_WORDS)
    if item.asked == "order":
        return _read_order(replace(item, why=why), name, is_on, sent)
    chosen = set(sent.getlist(f"{name}-key"))
    key = tuple(one.id for one in item.choices if one.id in chosen)
    changed = replace(item, why=why)
    if set(key) != set(item.key):
        changed = replace(changed, key=key, near=near_of(task.kind, item, key))
    return ItemDraft(changed, name, is_on, tuple(_choices(changed, key)), _fault(changed) if is_on else "")


def _fault(item: Item) -> str:
    nothing = next((one.text for one in item.choices if one.id in NONE_OF_THEM and one.id in item.key), "")
    if nothing and item.asked == "many" and len(item.key) > 1:
        return BOTH.format(text=nothing)
    return "" if item.key else NO_KEY


def _read_order(item: Item, name: str, is_on: bool, sent: QueryDict) -> ItemDraft:  # noqa: FBT001 -- a state
    places = {one.id: sent.get(f"{name}-place-{one.id}", "").strip() for one in item.choices}
    in_order = tuple(sorted(places, key=lambda one: (len(places[one]), places[one])))
    wanted = [str(at) for at in range(1, len(places) + 1)]
    fits = sorted(places.values(), key=lambda one: (len(one), one)) == wanted
    kept = replace(item, key=in_order) if fits else item
    error = "" if fits or not is_on else NO_ORDER.format(count=len(places))
    return ItemDraft(kept, name, is_on, tuple(_choices(item, item.key, places)), error)


def _choices(item: Item, key: tuple[str, ...], places: Mapping[str, str] | None = None) -> Iterator[ChoiceDraft]:
    at = places or {one: str(number) for number, one in enumerate(key, start=1)}
    for one in item.choices:
        place = at.get(one.id, "") if item.asked == "order" else ""
        worth = say_worth(item.near.get(one.id, 0.0))
        yield ChoiceDraft(one, one.id in key, place, one.id in item.machine, worth)
