"""The order of an exercise's tasks, which of them lie left out, and where a question that was written goes. Pure."""

from __future__ import annotations

from dataclasses import replace

from comparer.classroom.content import Content, Item, Task
from comparer.classroom.making.asking import SHARED
from comparer.classroom.making.rewording import Question, only_among


def move_task(content: Content, task_id: str, *, by: int) -> Content:
    """Return the exercise with a task one place earlier (-1) or later (1); as it is where it stands at the end."""
    tasks = list(content.tasks)
    at = next((number for number, one in enumerate(tasks) if one.id == task_id), None)
    if at is None or not 0 <= at + by < len(tasks):
        return content
    tasks[at], tasks[at + by] = tasks[at + by], tasks[at]
    return replace(content, tasks=tuple(tasks))


def leave_out(content: Content, task_id: str) -> Content:
    """Return the exercise without a task, which is kept for putting back. The last one stays."""
    task = content.task(task_id)
    if task is None or len(content.tasks) == 1:
        return content
    return replace(
        content, tasks=tuple(one for one in content.tasks if one.id != task_id), spare=(*content.spare, task)
    )


def put_back(content: Content, task_id: str) -> Content:
    """Return the exercise with a task that was left out, at its end."""
    found = [one for one in content.spare if one.id == task_id]
    spare = tuple(one for one in content.spare if one.id != task_id)
    return replace(content, tasks=(*content.tasks, *found), spare=spare)


def put_question(content: Content, task: Task, question: Question) -> Content:
    """Return the exercise with the question in this task: in its place, or last; a task it does not have comes last."""
    items = tuple(_follow(question, one) for one in task.items)
    spare = tuple(_follow(question, one) for one in task.spare)
    is_new = question.item.id not in {one.id for one in (*items, *spare)}
    points = task.points + (is_new and task.points == len(task.items))
    changed = replace(task, items=(*items, question.item) if is_new else items, spare=spare, points=points)
    tasks = tuple(changed if one.id == task.id else one for one in content.tasks)
    return replace(content, tasks=tasks if content.task(task.id) else (*tasks, changed))


def _follow(question: Question, one: Item) -> Item:
    """Return the question itself in the place of what it was; others with the same choices with the new ones."""
    if one.id == question.item.id:
        return question.item
    if question.kind not in SHARED or not question.before or one.choices != question.before:
        return one
    choices = question.item.choices
    ids = {choice.id for choice in choices}
    key = tuple(choice.id for choice in choices if choice.id in one.key)
    machine = one.machine if set(one.machine) <= ids else ()
    return replace(one, choices=choices, key=key, near=only_among(one.near, ids), machine=machine)
