"""What became of the grades that go to a learning platform, for the teacher whose room it is."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comparer.classroom.lti.queue import grades_changed
from comparer.classroom.lti.report import report_grades
from comparer.classroom.models import Room
from comparer.web.people import person_asking


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lti_grades(request: HttpRequest, pk: int) -> HttpResponse:
    """Show each student's grade as the platform has it; a press of a button sends what it does not have."""
    own = Room.objects.of(person_asking(request)).filter(erased__isnull=True).select_related("version", "exercise")
    room = get_object_or_404(own, pk=pk)
    if request.method == "POST":
        count = grades_changed(room=room)
        messages.success(request, _say(count, is_open=room.takes_answers))
        return redirect("lti_grades", room.pk)
    return render(request, "classroom/lti_grades.html", {"room": room, "report": report_grades(room)})


def _say(count: int, *, is_open: bool) -> str:
    if is_open:
        return "The room is still open: grades are sent when it is closed."
    return f"{count} grade{'' if count == 1 else 's'} under way." if count else "The platform has every grade already."
