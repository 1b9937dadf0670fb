"""An exercise for a class without devices: pages made for printing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from comparer.classroom.making.hiding import hide_outlets
from comparer.classroom.models import Exercise
from comparer.classroom.paper.sheet import lay_out
from comparer.web.people import person_asking


@require_safe
def paper_worksheet(request: HttpRequest, key: str) -> HttpResponse:
    """Show the worksheet for students; in a blind exercise without what gives the outlets away."""
    return _show(request, key, with_key=False)


@require_safe
def paper_key(request: HttpRequest, key: str) -> HttpResponse:
    """Show the answer key for the teacher, who may know the outlets."""
    return _show(request, key, with_key=True)


def _show(request: HttpRequest, key: str, *, with_key: bool) -> HttpResponse:
    exercise = get_object_or_404(Exercise.objects.visible_to(person_asking(request)), key=key)
    content = exercise.latest.read()
    seen = content if with_key else hide_outlets(content)
    context = {
        "exercise": exercise,
        "content": seen,
        "tasks": lay_out(seen),
        "points": sum(task.points for task in content.tasks),
        "minutes": sum(task.minutes for task in content.tasks),
    }
    return render(request, "classroom/paper_key.html" if with_key else "classroom/paper_worksheet.html", context)
