"""The word lists: look a word up, draft changes, try them out, put them to work."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from comparer.library.lexicons.forms import WordForm
from comparer.library.lexicons.live import live_number, live_words
from comparer.library.lexicons.looking import find_word
from comparer.library.lexicons.models import Part, WordChange, WordVersion
from comparer.library.lexicons.outcome import look_at_outcome, write_outcome
from comparer.library.lexicons.services import (
    NotTriedError,
    are_changes_drafted,
    draft_change,
    is_tried,
    latest_trial,
    put_to_work,
    set_leaving,
)
from comparer.library.lexicons.trying import begin_trial, found_in, give_up
from comparer.library.lexicons.whole import begin_whole_trial, latest_whole_trial, look_after, stop
from comparer.web.htmx import HtmxRequest, go_to, wants_part
from comparer.web.people import person_asking

PAGE = "library/lexicon.html"
may_see = permission_required("library.view_wordchange", raise_exception=True)
may_change = permission_required(["library.add_wordchange", "library.change_wordchange"], raise_exception=True)


def _part(request: HtmxRequest) -> Part:
    given = request.GET.get("part", "")
    return Part(given) if given in Part.values else Part.LOADED


def _context(request: HtmxRequest, form: WordForm | None = None) -> dict[str, Any]:
    part = form.part if form else _part(request)
    sought = request.GET.get("find", "")[:80]
    return {
        "part": part,
        "parts": Part.choices,
        "form": form or WordForm(part, initial=request.GET.dict()),
        "changes": WordChange.objects.standing(),
        "version": WordVersion.objects.first(),
        "sought": sought,
        "listed": find_word(live_words().lexicons, sought),
        "may_change": request.user.has_perm("library.change_wordchange"),
        **_trials(request),
    }


def _trials(request: HtmxRequest) -> dict[str, Any]:
    """Return what the section on trials shows."""
    person = person_asking(request)
    trial, whole = latest_trial(request.user), latest_whole_trial(person)
    if trial:
        give_up(trial)
    if whole:
        look_after(trial=whole)
    return {
        "is_drafted": are_changes_drafted(),
        "trial": trial,
        "found": found_in(trial, person=person) if trial else [],
        "whole": whole,
        "outcome": look_at_outcome(whole, person=person) if whole and not whole.is_under_way else None,
        "is_tried": is_tried(request.user),
        "next_number": live_number() + 1,
    }


@may_see
@never_cache
@require_safe
def library_lexicon(request: HtmxRequest) -> HttpResponse:
    """Show the changes to the lists. ?part chooses a list, ?find looks a word up."""
    return render(request, PAGE, _context(request))


@may_see
@never_cache
@require_safe
def words_trial(request: HtmxRequest) -> HttpResponse:
    """Show how far the trial is, or what it found; the page asks for it again and again."""
    if not wants_part(request):
        return go_to(request, reverse("library_lexicon"))
    may_change = request.user.has_perm("library.change_wordchange")
    return render(request, f"{PAGE}#trial", {"may_change": may_change, **_trials(request)})


@may_change
@require_POST
def word_draft(request: HtmxRequest, part: str) -> HttpResponse:
    """Draft a change to a list."""
    form = WordForm(Part(part) if part in Part.values else Part.LOADED, request.POST)
    if not form.is_valid():
        return render(request, PAGE, _context(request, form), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    change = draft_change(change=form.make(), by=request.user)
    messages.success(
        request,
        f"Drafted: {change.get_way_display().lower()} “{change.word}”. Nothing changes before you put it to work.",
    )
    return go_to(request, reverse("library_lexicon", query={"part": form.part.value}))


@may_change
@require_POST
def word_leave(request: HtmxRequest, number: int) -> HttpResponse:
    """Take a change back (`leave=1`), or keep it after all."""
    change = get_object_or_404(WordChange.objects.standing(), pk=number)
    set_leaving(change=change, is_leaving=request.POST.get("leave") == "1")
    return go_to(request, reverse("library_lexicon", query={"part": change.part}) + "#changes")


@may_change
@require_POST
def words_try(request: HtmxRequest) -> HttpResponse:
    """Try the drafts out on a sample."""
    begin_trial(person=person_asking(request))
    return go_to(request, reverse("library_lexicon") + "#trial")


@may_change
@require_POST
def words_try_whole(request: HtmxRequest) -> HttpResponse:
    """Try the drafts out on the whole library, or go on with it where it was stopped."""
    begin_whole_trial(person=person_asking(request))
    return go_to(request, reverse("library_lexicon") + "#trial")


@may_change
@require_POST
def words_stop(request: HtmxRequest) -> HttpResponse:
    """Stop the trial of the whole library; what it has found stays."""
    if trial := latest_whole_trial(person_asking(request)):
        stop(trial=trial)
    return go_to(request, reverse("library_lexicon") + "#trial")


@may_change
@never_cache
@require_safe
def words_outcome(request: HtmxRequest) -> HttpResponseBase:
    """Hand out every mark that the person's trial of the whole library has found to come or go, as CSV."""
    person = person_asking(request)
    trial = latest_whole_trial(person)
    if trial is None:
        raise Http404
    lines = write_outcome(trial, person=person, site=request.build_absolute_uri("/").rstrip("/"))
    attachment = {"Content-Disposition": 'attachment; filename="word-lists-what-would-change.csv"'}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=attachment)


@may_change
@require_POST
def words_to_work(request: HtmxRequest) -> HttpResponse:
    """Put the drafts to work, once they were tried out."""
    try:
        version = put_to_work(by=request.user, note=request.POST.get("note", "")[:300])
    except NotTriedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request,
            f"{version} is at work. What is compared from now on is read with it; finished comparisons stay as they are.",
        )
    return go_to(request, reverse("library_lexicon"))
