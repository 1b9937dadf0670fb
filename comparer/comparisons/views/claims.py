"""Split a claim at a chosen word, or join two that follow one another: one paragraph of one piece at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from comparer.analysis.report import Reading, Report
from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.changes import Action, Target
from comparer.comparisons.corrections.cuts import list_pieces, target_of_join, target_of_split
from comparer.comparisons.corrections.passages import list_paragraphs, print_of
from comparer.comparisons.corrections.recut import CUTS
from comparer.comparisons.corrections.services import correct, count_anew
from comparer.comparisons.corrections.showing import Line, say_lines
from comparer.comparisons.models import Comparison
from comparer.comparisons.presenting.sides import Names, Side
from comparer.comparisons.views.correcting import name_corrected, open_to_choose, say_last_cut
from comparer.web.htmx import HtmxRequest

AT = re.compile(r"(left|right)-(\d{1,6})\Z")
CLAIM = re.compile(r"c[1-9]\d{0,8}\Z")
WORD = re.compile(r"\d{1,5}\Z")
CHOOSE_WORD = "Choose the word with which the second claim begins."
CHANGED = "The claims have changed since the page was loaded; what stands now is below. Nothing of yours was saved yet."


@dataclass(frozen=True, slots=True)
class Place:
    """One paragraph of one side."""

    side: Side
    paragraph: int

    def __str__(self) -> str:
        return f"{self.side}-{self.paragraph}"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def correction_claims(request: HtmxRequest, key: str) -> HttpResponse:
    """Show the claims of a paragraph; keep a split or a join as a correction."""
    opened = open_to_choose(request, key)
    if isinstance(opened, HttpResponse):
        return opened
    comparison, corrected = opened.comparison, opened.corrected
    if request.method != "POST":
        return _page(request, comparison, corrected, "", HTTPStatus.OK)
    if request.POST.get("print") != print_of(corrected.before):
        return _page(request, comparison, corrected, CHANGED, HTTPStatus.CONFLICT)
    place, action, target = _wanted(corrected.before, request.POST)
    if place is None or target is None:
        return _page(request, comparison, corrected, CHOOSE_WORD, HTTPStatus.UNPROCESSABLE_ENTITY)
    # The print of the page says that the claims are as this person saw them: nothing is overwritten.
    revision = comparison.corrections.all().revision_of(target.key)
    user = cast(int, request.user.pk)
    correct(comparison=comparison, target=target, action=action, made_by=user, revision=revision)
    count_anew(comparison=comparison, report=opened.report)
    messages.success(request, "Split into two claims." if action == "split" else "Joined into one claim.")
    return redirect(f"{reverse('correction_claims', args=[key])}?at={place}#claims")


def _place(sent: QueryDict) -> Place | None:
    found = AT.match(sent.get("at", ""))
    return Place(cast(Side, found[1]), int(found[2])) if found else None


def _wanted(report: Report, sent: QueryDict) -> tuple[Place | None, Action, Target | None]:
    place = _place(sent)
    action: Action = "join" if sent.get("join") else "split"
    claim = sent.get(action, "")
    if place is None or not CLAIM.match(claim):
        return place, action, None
    if action == "join":
        return place, action, target_of_join(report, place.side, claim)
    word = sent.get(f"word-{claim}", "")
    return place, action, target_of_split(report, place.side, claim, int(word)) if WORD.match(word) else None


def _page(
    request: HtmxRequest, comparison: Comparison, corrected: Corrected, problem: str, status: HTTPStatus
) -> HttpResponse:
    names = name_corrected(comparison, corrected)
    report, place = corrected.before, _place(request.POST if request.method == "POST" else request.GET)
    reading = report.right if place and place.side == "right" else report.left
    context = {
        "comparison": comparison,
        "problem": problem,
        "act": say_last_cut(request, comparison, names) if status == HTTPStatus.CONFLICT else None,
        "print": print_of(report),
        "at": str(place or ""),
        "name": names.of(place.side) if place else "",
        "pieces": list_pieces(reading, place.paragraph) if place else (),
        "lines": _lines(request, corrected, place, names) if place else (),
        "options": ((names.left, _options(report.left, "left")), (names.right, _options(report.right, "right"))),
    }
    return render(request, "comparisons/correction_claims.html", context, status=status)


def _options(reading: Reading, side: Side) -> list[tuple[str, str]]:
    return [(f"{side}-{one.number}", one.sentences[0].words) for one in list_paragraphs(reading)]


def _lines(request: HtmxRequest, corrected: Corrected, place: Place, names: Names) -> tuple[Line, ...]:
    """Return what people split and joined in this paragraph, the earliest first."""
    reading = corrected.before.left if place.side == "left" else corrected.before.right
    marks = [f"{place.side}-{one.id}" for one in list_pieces(reading, place.paragraph)]
    said = {one.number: one for mark in marks for one in corrected.said.get(mark, ()) if one.action in CUTS}
    return say_lines((said[number] for number in sorted(said)), names, reader=request.user.get_username())
