"""The link to a comparison: its owner's page to manage it, and what its reader sees."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comparer.comparisons.corrections.services import read_corrected
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.services import read_report
from comparer.comparisons.sharing.embedding import Embedding, offer_embedding
from comparer.comparisons.sharing.forms import InviteForm, LinkForm
from comparer.comparisons.sharing.models import Role
from comparer.comparisons.sharing.reader import find_working, hide_from_others, say_come_back, say_what_is_wrong
from comparer.comparisons.sharing.services import allow_embedding, renew_link, switch_link_off, switch_link_on
from comparer.comparisons.views.correcting import name_corrected
from comparer.comparisons.views.detail import show_result
from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import note_deed
from comparer.web.htmx import HtmxRequest
from comparer.web.people import person_asking


def find_own(request: HtmxRequest, key: str) -> Comparison:
    """Return the asking person's own comparison, done, or answer 404: who is invited shares it with nobody."""
    own = Comparison.objects.of(person_asking(request)).live().done().for_list()
    return get_object_or_404(own, key=key)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def comparison_share(request: HtmxRequest, key: str) -> HttpResponse:
    """Show who can read the comparison; switch its link on, or change until when it works."""
    comparison = find_own(request, key)
    if request.method != "POST":
        return show_share_page(request, comparison)
    form = LinkForm(request.POST)
    if not form.is_valid():
        return show_share_page(request, comparison, link_form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    link = ShareLink.objects.filter(comparison=comparison).first()
    switch_link_on(comparison=comparison, last_day=form.cleaned_data["last_day"])
    note_deed(act=Act.SHARED, about=f"comparison {key}", by=request.user, note="by a link")
    messages.success(request, "Saved." if link and link.works else "The link works now.")
    return redirect("comparison_share", key)


def make_invite_form(request: HtmxRequest) -> InviteForm:
    """Return the form for an invitation, filled with what was sent."""
    own_names = (request.user.get_username(), getattr(request.user, "email", ""))
    return InviteForm(request.POST if request.method == "POST" else None, own_names=own_names)


def show_share_page(
    request: HtmxRequest,
    comparison: Comparison,
    *,
    link_form: LinkForm | None = None,
    invite_form: InviteForm | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """Answer with the page of sharing; a form with mistakes is shown as it was sent."""
    link = ShareLink.objects.filter(comparison=comparison).first()
    undo_since = timezone.now() - timedelta(hours=settings.COMPARER_UNDO_HOURS)
    context = {
        "comparison": comparison,
        "link": link,
        "link_form": link_form or LinkForm(initial={"last_day": link.last_day if link else None}),
        "invite_form": invite_form or InviteForm(),
        "invitations": comparison.invitations.standing().select_related("account"),
        "taken_back": comparison.invitations.removed_since(undo_since),
        "roles": Role.choices,
        "is_limited": settings.COMPARER_QUOTE_LIMIT > 0,
        "address": request.build_absolute_uri(link.get_absolute_url()) if link else "",
        "embedding": _embedding(request, comparison, link) if link and link.works and link.is_embeddable else None,
        "wanted": request.GET.get("embed", ""),
        "home": request.build_absolute_uri(comparison.get_absolute_url()),
    }
    return render(request, "comparisons/comparison_share.html", context, status=status)


def _embedding(request: HtmxRequest, comparison: Comparison, link: ShareLink) -> Embedding | None:
    """Return what can be embedded, and the snippet of what is chosen (?embed=)."""
    report = read_report(comparison)
    if report is None:
        return None
    corrected = read_corrected(comparison=comparison, report=report)
    names = name_corrected(comparison, corrected)
    return offer_embedding(
        corrected.report, names, link, chosen=request.GET.get("embed", ""), site=request.build_absolute_uri("/")
    )


@login_not_required
@require_POST
def comparison_share_off(request: HtmxRequest, key: str) -> HttpResponse:
    """Switch the link off."""
    switch_link_off(comparison=find_own(request, key))
    note_deed(act=Act.UNSHARED, about=f"comparison {key}", by=request.user)
    messages.success(request, "The link is off. Nobody can open this comparison by it.")
    return redirect("comparison_share", key)


@login_not_required
@require_POST
def comparison_share_embedding(request: HtmxRequest, key: str) -> HttpResponse:
    """Allow that other sites show cards and ledgers in a frame (`on=1`), or stop it."""
    is_allowed = request.POST.get("on") == "1"
    allow_embedding(comparison=find_own(request, key), is_allowed=is_allowed)
    messages.success(request, "Choose what to embed." if is_allowed else "Nothing can be embedded any more.")
    wanted = {"embed": request.POST["embed"]} if request.POST.get("embed") else {}
    return redirect(reverse("comparison_share", args=[key], query=wanted) + "#embedding")


@login_not_required
@require_POST
def comparison_share_renew(request: HtmxRequest, key: str) -> HttpResponse:
    """Make the link anew; the old address stops working."""
    renew_link(comparison=find_own(request, key))
    messages.success(request, "This is a new link. The old one shows nothing any more.")
    return redirect("comparison_share", key)


@login_not_required
@require_safe
@hide_from_others
def shared_comparison(request: HtmxRequest, key: str) -> HttpResponse:
    """Show the result to whoever has the link, with nothing of its owner; else say what is wrong with the link."""
    link = find_working(key)
    if link is None:
        return say_what_is_wrong(request, key)
    report = read_report(link.comparison)
    if report is None:
        return say_come_back(request)
    return show_result(request, link.comparison, report, shared=link)
