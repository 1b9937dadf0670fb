"""The order of an exercise's tasks, and which of them lie left out. Pure."""

from __future__ import annotations

from dataclasses import replace

from comparer.classroom.content import Content


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
