"""A question by the teacher's hand: chosen in the texts and written, or one that is there put into other words."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from comparer.classroom.content import KINDS, Content, Line, Task
from comparer.classroom.making.arranging import put_question
from comparer.classroom.making.asking import WANTS, draft_question, suggest_pairs
from comparer.classroom.making.files import MOST_ITEMS, MOST_TASKS
from comparer.classroom.making.forms import read_number
from comparer.classroom.making.material import SIDES
from comparer.classroom.making.recipes import RECIPES
from comparer.classroom.making.rewording import Question, read_question
from comparer.classroom.making.services import ChangedMeanwhileError, save_version
from comparer.classroom.making.tasks import begin_task
from comparer.classroom.models import Exercise
from comparer.web.htmx import HtmxRequest
from comparer.web.people import person_asking

CHANGED = (
    "This exercise was saved in another window after you opened this page. What you typed stands below and isn’t saved. "
    "Save it again to add it to what the other window saved."
)
FULL = f"An exercise holds {MOST_TASKS} tasks of {MOST_ITEMS} questions at most. Begin another one."


@dataclass(frozen=True, slots=True)
class Opened:
    """The exercise as it is now."""

    exercise: Exercise
    content: Content
    version: int


@never_cache
@require_safe
def question_choose(request: HtmxRequest, key: str, task_id: str) -> HttpResponse:
    """Choose the sentences that a new question is about; `task_id` names a task, or a kind that there is none of yet."""
    opened = _open(request, key)
    task = _task(opened.content, task_id)
    lines = _chosen(opened.content, request.GET)
    wants = WANTS[task.kind]
    asked = "go" in request.GET
    if asked and wants.fits(lines):
        query = {"line": [one.id for one in lines]}
        return redirect(reverse("question_write", args=[key, task_id], query=query))
    pieces = [(side, opened.content.piece(side), *wants.widget(side)) for side in SIDES]
    context = {
        "exercise": opened.exercise, "task": task, "task_id": task_id, "wants": wants, "pieces": pieces,
        "by_hand": RECIPES[task.kind].by_hand, "suggested": suggest_pairs(opened.content, task.kind), "chosen": {one.id for one in lines}, "does_not_fit": asked,
    }  # fmt: skip
    status = HTTPStatus.UNPROCESSABLE_ENTITY if asked else HTTPStatus.OK
    return render(request, "classroom/question_choose.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question_write(request: HtmxRequest, key: str, task_id: str) -> HttpResponse:
    """Write a new question about the sentences in the address (line=l3, once for each)."""
    opened = _open(request, key)
    content = opened.content
    task = _task(content, task_id)
    lines = _chosen(content, request.GET)
    known = content.task(task.id)
    is_full = len(task.items) + len(task.spare) >= MOST_ITEMS
    if is_full or (known is None and len(content.tasks) + len(content.spare) >= MOST_TASKS):
        messages.error(request, FULL)
        return redirect("exercise_edit", key)
    if not WANTS[task.kind].fits(lines):
        return redirect("question_choose", key, task_id)
    item = draft_question(content, task.kind, known, lines)
    question = read_question(content, task.kind, known, item, request.POST if request.method == "POST" else None)
    return _ask_or_save(request, opened, task, question)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question_edit(request: HtmxRequest, key: str, task_id: str, item_id: str) -> HttpResponse:
    """Change the words, choices and key of a question that is there."""
    opened = _open(request, key)
    content = opened.content
    task = content.task(task_id)
    item = next((one for one in (*task.items, *task.spare) if one.id == item_id), None) if task else None
    if task is None or item is None:
        raise Http404
    question = read_question(content, task.kind, task, item, request.POST if request.method == "POST" else None)
    return _ask_or_save(request, opened, task, question)


def _open(request: HtmxRequest, key: str) -> Opened:
    exercise = get_object_or_404(Exercise.objects.of(person_asking(request)).live(), key=key)
    latest = exercise.latest
    return Opened(exercise, latest.read(), latest.number)


def _task(content: Content, task_id: str) -> Task:
    """Return the task of that id, or a new one of that kind. 404 where it is neither."""
    task = content.task(task_id)
    if task is None and task_id in KINDS:
        return begin_task(content, task_id)
    if task is None:
        raise Http404
    return task


def _chosen(content: Content, query: QueryDict) -> list[Line]:
    wanted = {one for name in ("line", *SIDES) for one in query.getlist(name)}
    return [line for line in content.lines() if line.id in wanted]


def _ask_or_save(request: HtmxRequest, opened: Opened, task: Task, question: Question) -> HttpResponse:
    exercise = opened.exercise
    if request.method != "POST" or question.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY if question.errors else HTTPStatus.OK
        return _page(request, opened, task, question, status=status)
    content = put_question(opened.content, task, question)
    try:
        save_version(exercise=exercise, content=content, based_on=read_number(request.POST.get("version", "")))
    except ChangedMeanwhileError:
        return _page(request, opened, task, question, status=HTTPStatus.CONFLICT, problem=CHANGED)
    is_new = _is_new(task, question)
    messages.success(request, "The question is added." if is_new else "The question is changed.")
    if is_new and "more" in request.POST:
        return redirect("question_choose", exercise.key, task.id)
    return redirect(reverse("exercise_edit", args=[exercise.key], query={"focus": f"ask-{task.id}"}))


def _page(
    request: HtmxRequest, opened: Opened, task: Task, question: Question, *, status: int, problem: str = ""
) -> HttpResponse:
    context = {
        "exercise": opened.exercise,
        "content": opened.content,
        "version": opened.version,
        "task": task,
        "question": question,
        "problem": problem,
        "is_new": _is_new(task, question),
    }
    return render(request, "classroom/question_write.html", context, status=status)


def _is_new(task: Task, question: Question) -> bool:
    return question.item.id not in {one.id for one in (*task.items, *task.spare)}
