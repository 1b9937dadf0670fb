"""Inviting people by their account: the owner's acts, and the invited person's own list."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from comparer.comparisons.models import Comparison
from comparer.comparisons.sharing.forms import InviteForm, RoleForm
from comparer.comparisons.sharing.inviting import (
    MOST,
    TooManyError,
    change_role,
    hide,
    invite,
    restore,
    take_back,
)
from comparer.comparisons.sharing.models import Invitation
from comparer.comparisons.views.sharing import find_own, make_invite_form, show_share_page
from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import note_deed
from comparer.web.htmx import HtmxRequest, go_to
from comparer.web.people import person_asking

PEOPLE = "#people"


@login_not_required
@require_POST
def invitation_make(request: HtmxRequest, key: str) -> HttpResponse:
    """Invite one person as viewer or editor. The answer is the same whether or not there is such an account."""
    comparison = find_own(request, key)
    share = reverse("comparison_share", args=[key])
    if not request.user.is_authenticated:
        return go_to(request, reverse("login", query={"next": share}))
    form = make_invite_form(request)
    if not form.is_valid():
        return _again(request, comparison, form)
    name = form.cleaned_data["name"]
    try:
        invite(comparison=comparison, name=name, role=form.cleaned_data["role"])
    except TooManyError:
        form.add_error("name", f"{MOST} people are invited, and no more fit. Take somebody’s invitation back first.")
        return _again(request, comparison, form)
    note_deed(act=Act.SHARED, about=f"comparison {key}", by=request.user, note="with one person more")
    messages.success(request, f"“{name}” is invited. Nobody writes to them: send them the address of the comparison.")
    return redirect(share + PEOPLE)


def _again(request: HtmxRequest, comparison: Comparison, form: InviteForm) -> HttpResponse:
    return show_share_page(request, comparison, invite_form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@login_not_required
@require_POST
def invitation_change(request: HtmxRequest, key: str, number: int) -> HttpResponse:
    """Give an invited person another role."""
    invitation = _find(request, key, number)
    form = RoleForm(request.POST)
    if form.is_valid():
        change_role(invitation=invitation, role=form.cleaned_data["role"])
        messages.success(request, f"“{invitation.name}” {invitation.get_role_display().lower()}.")
    else:
        messages.error(request, "Choose what they may do.")
    return redirect(reverse("comparison_share", args=[key]) + PEOPLE)


@login_not_required
@require_POST
def invitation_remove(request: HtmxRequest, key: str, number: int) -> HttpResponse:
    """Take an invitation back, with the chance to undo."""
    invitation = _find(request, key, number)
    take_back(invitation=invitation)
    messages.success(request, f"“{invitation.name}” can open it no more. “Undo” stands beside the name.")
    return redirect(reverse("comparison_share", args=[key]) + PEOPLE)


@login_not_required
@require_POST
def invitation_restore(request: HtmxRequest, key: str, number: int) -> HttpResponse:
    """Undo that an invitation was taken back."""
    invitation = _find(request, key, number)
    restore(invitation=invitation)
    messages.success(request, f"“{invitation.name}” is invited again.")
    return redirect(reverse("comparison_share", args=[key]) + PEOPLE)


def _find(request: HtmxRequest, key: str, number: int) -> Invitation:
    return get_object_or_404(find_own(request, key).invitations, pk=number)


@login_not_required
@require_POST
def comparison_hide(request: HtmxRequest, key: str) -> HttpResponse:
    """Take a comparison that somebody shared off one's own list, with the chance to undo."""
    _hide(request, key, is_hidden=True)
    return go_to(request, reverse("comparison_list", query={"hidden": key}))


@login_not_required
@require_POST
def comparison_unhide(request: HtmxRequest, key: str) -> HttpResponse:
    """Put it back on one's list."""
    _hide(request, key, is_hidden=False)
    return go_to(request, reverse("comparison_list"))


def _hide(request: HtmxRequest, key: str, *, is_hidden: bool) -> None:
    person = person_asking(request)
    comparison = get_object_or_404(Comparison.objects.shared_with(person).live().for_list(), key=key)
    if person.user_id is not None:
        hide(comparison=comparison, user_id=person.user_id, is_hidden=is_hidden)
