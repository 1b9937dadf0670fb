"""What the result page knows of corrections: who may correct, and what stands of the mark in focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from comparer.analysis.report import Report
from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.notes import MOST_SHOWN, Note, list_notes
from comparer.comparisons.corrections.recut import CUTS
from comparer.comparisons.corrections.services import read_corrected
from comparer.comparisons.corrections.showing import Act, say_act, show_standing
from comparer.comparisons.corrections.signs import put_signs
from comparer.comparisons.models import Comparison
from comparer.comparisons.presenting import Page
from comparer.comparisons.presenting.choice import Choice
from comparer.comparisons.presenting.sides import Names, name_sides
from comparer.comparisons.services import read_report
from comparer.comparisons.sharing.roles import part_of
from comparer.library.lexicons.live import engine_now
from comparer.web.htmx import HtmxRequest, go_to
from comparer.web.people import person_asking

MAY_CHANGE = ("owner", "editor")


def may_correct(request: HtmxRequest, comparison: Comparison) -> bool:
    """Whether the person asking is signed in, and the comparison is theirs or they were invited as an editor."""
    return request.user.is_authenticated and part_of(person_asking(request), comparison) in MAY_CHANGE


def find_mine(request: HtmxRequest, key: str) -> Comparison:
    """Return a comparison, done, that the asking person may correct, or answer 404."""
    mine = Comparison.objects.editable_by(person_asking(request)).done().with_labels()
    return get_object_or_404(mine, key=key)


def ask_to_sign_in(request: HtmxRequest, comparison: Comparison) -> HttpResponse:
    """Lead a visitor to the page where they sign in, and back to their comparison."""
    return go_to(request, reverse("login", query={"next": comparison.get_absolute_url()}))


@dataclass(frozen=True, slots=True)
class Opened:
    """A comparison whose texts somebody may choose from: the report as made, and as corrected."""

    comparison: Comparison
    report: Report
    corrected: Corrected


def open_to_choose(request: HtmxRequest, key: str) -> Opened | HttpResponse:
    """Return the comparison with its texts, or where who asks is led instead. 404 where it is not theirs to correct."""
    comparison = find_mine(request, key)
    if not may_correct(request, comparison):
        return ask_to_sign_in(request, comparison)
    report = read_report(comparison)
    if report is None:
        return redirect("comparison_progress", key)
    return Opened(comparison, report, read_corrected(comparison=comparison, report=report))


def choice_sent(request: HttpRequest) -> Choice:
    """Return what the reader had chosen to see, as the form says, with the mark's card open."""
    query = QueryDict(request.POST.get("back", "")[:500].removeprefix("?"))
    return Choice.from_query(dict(query.lists()))


def name_corrected(comparison: Comparison, corrected: Corrected) -> Names:
    """Return what the pieces are called, as people corrected it."""
    outlets = {"left": comparison.left.outlet, "right": comparison.right.outlet} | corrected.outlets
    left, right = corrected.report.left, corrected.report.right
    return name_sides(left, right, left_name=outlets["left"] or None, right_name=outlets["right"] or None)


def say_last_cut(request: HttpRequest, comparison: Comparison, names: Names) -> Act | None:
    """Return who split or joined claims last, or took that back: the texts themselves never change under a reader."""
    last = comparison.corrections.filter(action__in=CUTS).latest_act()
    return say_act(last, names, reader=request.user.get_username())


def show_corrections(
    request: HtmxRequest,
    comparison: Comparison,
    corrected: Corrected,
    page: Page,
    *,
    is_shared: bool,
    limit: int = 0,
) -> dict[str, Any]:
    """Return what the templates of corrections need. The reader of a link sees neither names nor actions.

    Where texts are limited to quotations (`limit`), notes are listed without signs in the texts.
    """
    is_theirs = not is_shared and part_of(person_asking(request), comparison) in MAY_CHANGE
    may = is_theirs and request.user.is_authenticated
    reader = request.user.get_username() if may else ""
    mark = page.choice.card
    standing = show_standing(corrected, mark, page.names, reader=reader) if mark else None
    # What only brings a card or other filters leaves the notes where they are.
    notes: tuple[Note, ...] = ()
    if page.panes or request.method == "POST":
        notes = list_notes(corrected, page.names, reader=reader, limit=limit)
    beside = notes[:MOST_SHOWN]
    newest = engine_now() if is_theirs else ""
    return {
        "page": page if limit else put_signs(page, corrected.before, beside),
        "notes": beside,
        "more_notes": len(notes) - len(beside),
        "are_notes_linked": not limit,
        "newer": newest if is_theirs and comparison.engine != newest else "",
        "may_correct": may,
        "may_sign_in": not may and not is_shared and comparison.belongs_to(person_asking(request)),
        "standing": standing,
        "revision": comparison.corrections.all().revision_of(standing.target) if standing and may else 0,
        "orphaned": len(corrected.orphaned),
    }
