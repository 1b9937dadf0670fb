"""My exercises and the gallery: copied, deleted and brought back, saved as files and read from them."""

from __future__ import annotations

import re
from datetime import timedelta
from http import HTTPStatus
from typing import cast

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comparer.classroom.content import Content
from comparer.classroom.making.files import NoExerciseError, name_file, read_file, write_file
from comparer.classroom.making.forms import ImportForm
from comparer.classroom.making.services import copy_exercise, delete_exercise, keep_exercise, restore_exercise
from comparer.classroom.models import Exercise, ExerciseVersion
from comparer.web.htmx import HtmxRequest, go_to, wants_part
from comparer.web.people import person_asking

LIST_PAGE = "classroom/exercise_list.html"


@require_safe
def exercise_list(request: HtmxRequest) -> HttpResponse:
    """List this person's exercises, the last changed first; ?deleted=KEY offers to undo."""
    mine = Exercise.objects.of(person_asking(request))
    page = Paginator(mine.live(), settings.COMPARER_PER_PAGE).get_page(request.GET.get("page"))
    lately = mine.filter(deleted__gte=timezone.now() - timedelta(hours=settings.COMPARER_UNDO_HOURS))
    just = request.GET.get("deleted", "")
    context = {
        "page": page,
        "deleted": mine.filter(deleted__isnull=False, key=just).first() if just.isalnum() else None,
        "deleted_lately": lately.exclude(key=just if just.isalnum() else "").order_by("-deleted")[:10],
    }
    return render(request, LIST_PAGE, context)


@require_safe
def exercise_gallery(request: HtmxRequest) -> HttpResponse:
    """Show the ready exercises that everybody may copy."""
    rows = Exercise.objects.gallery()
    versions = ExerciseVersion.objects.filter(exercise__in=rows).order_by("number").select_related("exercise")
    latest = {one.exercise_id: one for one in versions}
    read = [(latest[one.pk].exercise, latest[one.pk].read()) for one in rows if one.pk in latest]
    read.sort(key=lambda one: (_youngest(one[1]), one[1].title))
    shown = [(exercise, content, sum(task.minutes for task in content.tasks)) for exercise, content in read]
    return render(request, "classroom/exercise_gallery.html", {"shown": shown})


def _youngest(content: Content) -> int:
    """Return the age that the exercise begins at, for putting those for the young first."""
    found = re.search(r"\d{1,2}", content.ages)
    return int(found[0]) if found else 99


@require_POST
def exercise_copy(request: HtmxRequest, key: str) -> HttpResponse:
    """Copy one's own exercise, or one of the gallery."""
    person = person_asking(request)
    exercise = get_object_or_404(Exercise.objects.visible_to(person), key=key)
    copy = copy_exercise(exercise=exercise, owner_id=cast(int, person.user_id))
    messages.success(request, "This is your copy. You can change what you like.")
    return redirect("exercise_edit", copy.key)


@require_POST
def exercise_delete(request: HtmxRequest, key: str) -> HttpResponse:
    """Take it out of the list, with the chance to undo."""
    exercise = get_object_or_404(Exercise.objects.of(person_asking(request)).live(), key=key)
    delete_exercise(exercise=exercise)
    if wants_part(request):
        return render(request, f"{LIST_PAGE}#deleted-row", {"exercise": exercise})
    return go_to(request, reverse("exercise_list", query={"deleted": key}))


@require_POST
def exercise_restore(request: HtmxRequest, key: str) -> HttpResponse:
    """Undo a deletion."""
    exercise = get_object_or_404(Exercise.objects.of(person_asking(request)), key=key)
    restore_exercise(exercise=exercise)
    if wants_part(request):
        return render(request, f"{LIST_PAGE}#row", {"exercise": exercise, "focus": True})
    return go_to(request, reverse("exercise_list"))


@require_safe
def exercise_export(request: HtmxRequest, key: str) -> HttpResponse:
    """Hand out the exercise as a file."""
    exercise = get_object_or_404(Exercise.objects.visible_to(person_asking(request)), key=key)
    content = exercise.latest.read()
    attachment = {"Content-Disposition": f'attachment; filename="{name_file(content)}"'}
    return HttpResponse(write_file(content), content_type="application/json", headers=attachment)


@require_http_methods(["GET", "HEAD", "POST"])
def exercise_import(request: HtmxRequest) -> HttpResponse:
    """Make an exercise from a file that was saved here or on another site."""
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if form.is_bound and form.is_valid():
        try:
            content = read_file(form.cleaned_data["file"].read())
        except NoExerciseError as problem:
            form.add_error("file", str(problem))
        else:
            exercise = keep_exercise(content=content, owner_id=person_asking(request).user_id)
            messages.success(request, "The exercise is yours now. Look through it before you use it.")
            return redirect("exercise_detail", exercise.key)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "classroom/exercise_import.html", {"form": form}, status=status)
