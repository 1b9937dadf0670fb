"""What a teacher sees in their learning platform: linking an account once, choosing an exercise, opening a room."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from comparer.accounts.models import User
from comparer.classroom.lesson.forms import HOURS, PACES
from comparer.classroom.lti.addresses import origin_of
from comparer.classroom.lti.checking import Launch
from comparer.classroom.lti.choosing import choosable, keep_settings, sign_choice, take_exercise
from comparer.classroom.lti.entrance import from_platform
from comparer.classroom.lti.frames import allow_in, frame_origins
from comparer.classroom.lti.linking import find_account, link_account
from comparer.classroom.lti.models import Placement, Platform
from comparer.classroom.lti.placing import find_placement, make_placement, open_room_for, rooms_for, use_room
from comparer.classroom.lti.sealing import hash_subject
from comparer.classroom.lti.tickets import read_ticket, write_ticket
from comparer.classroom.lti.troubles import AGAIN, LtiError
from comparer.classroom.models import Pace

Said = dict[str, Any]


class RoomForm(forms.Form):
    pace = forms.TypedChoiceField(
        label="How the class goes through the tasks", choices=PACES, coerce=Pace, widget=forms.RadioSelect
    )
    hours = forms.TypedChoiceField(label="Open for", choices=HOURS, coerce=int)


def teacher_said(launch: Launch) -> Said:
    """Return what the pages after a teacher's launch must know. LtiError where it asks for what cannot be."""
    said: Said = {
        "platform": launch.platform.pk,
        "deployment": launch.deployment,
        "subject": hash_subject(launch.platform.pk, launch.subject),
        "course": launch.course,
    }
    if launch.is_deep_linking:
        return said | {"deep": keep_settings(launch.deep_linking, launch.platform.name)}
    placement = find_placement(launch)
    placed = {"link": launch.resource_link, "line": launch.line_item}
    return said | placed | {"placement": placement.pk if placement else None}


def show_teacher(request: HttpRequest, said: Said, *, error: LtiError | None = None) -> HttpResponse:
    """Show what comes next for this teacher: link an account, choose an exercise, or look after the room."""
    platform = _platform(said)
    account = find_account(platform=platform, subject=said["subject"])
    context: Said = {
        "platform": platform,
        "account": account,
        "error": error,
        "ticket": write_ticket("teacher", **said),
    }
    if account is None:
        page = "lti_link"
    elif said.get("placement") is None:
        page = "lti_choose"
        mine, gallery = choosable(account)
        context |= {"mine": mine, "gallery": gallery, "is_deep_linking": "deep" in said}
    else:
        page = "lti_room"
        context |= _around_room(said, account)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return allow_in(render(request, f"classroom/{page}.html", context, status=status), platform)


def _around_room(said: Said, account: User) -> Said:
    placement = _placement(said)
    is_mine = placement.exercise.owner_id == account.pk
    rooms = rooms_for(placement) if is_mine else []
    now = next((room for room in rooms if room.pk == placement.room_id), None)
    form = RoomForm(initial={"pace": Pace.TEACHER, "hours": 2})
    others = [room for room in rooms if room != now]
    return {"placement": placement, "is_mine": is_mine, "room": now, "rooms": others, "form": form}


@from_platform
@require_POST
def lti_link(request: HttpRequest) -> HttpResponse:
    """Link the teacher's account by the code that they typed."""
    return _act(request, _link)


@from_platform
@require_POST
def lti_choose(request: HttpRequest) -> HttpResponse:
    """Put the chosen exercise behind the link, or send it to the platform, signed."""
    return _act(request, _choose)


@from_platform
@require_POST
def lti_room(request: HttpRequest) -> HttpResponse:
    """Open a room for the class of this link, or send the class to one that is open."""
    return _act(request, _open)


def _act(request: HttpRequest, deed: Callable[[HttpRequest, Said], HttpResponse]) -> HttpResponse:
    """Do what a form of the teacher's pages asks; a wrong entry shows the page again, with a sentence."""
    try:
        said = read_ticket("teacher", request.POST.get("ticket", ""))
        _platform(said)
    except LtiError as error:
        return render(request, "classroom/lti_trouble.html", {"error": error}, status=HTTPStatus.FORBIDDEN)
    try:
        return deed(request, said)
    except LtiError as error:
        return show_teacher(request, said, error=error)


def _link(request: HttpRequest, said: Said) -> HttpResponse:
    link_account(platform=_platform(said), subject=said["subject"], typed=request.POST.get("code", "")[:40])
    return show_teacher(request, said)


def _choose(request: HttpRequest, said: Said) -> HttpResponse:
    account = _account(said)
    exercise = take_exercise(account=account, key=request.POST.get("exercise", ""))
    launched = Placement(
        platform=_platform(said),
        deployment=said["deployment"],
        resource_link=said.get("link", ""),
        line_item=said.get("line", ""),
    )
    names = request.POST.get("names") == "given"
    placement = make_placement(launched=launched, exercise=exercise, uses_given_names=names)
    if "deep" not in said:
        return show_teacher(request, said | {"placement": placement.pk})
    address = said["deep"]["deep_link_return_url"]
    launch_url = request.build_absolute_uri(reverse("lti_launch"))
    answer = sign_choice(placement=placement, settings=said["deep"], launch_url=launch_url)
    elsewhere = "" if origin_of(address) in frame_origins(placement.platform) else origin_of(address)
    context = {"placement": placement, "answer": answer, "address": address, "elsewhere": elsewhere}
    return allow_in(render(request, "classroom/lti_chosen.html", context), placement.platform, send_to=address)


def _open(request: HttpRequest, said: Said) -> HttpResponse:
    account, placement = _account(said), _placement(said)
    if placement.exercise.owner_id != account.pk:
        raise LtiError("This exercise belongs to another account here, so only that account opens rooms on it.")
    chosen = request.POST.get("room", "")
    if chosen.isdecimal() and len(chosen) < 18:
        use_room(placement=placement, room_id=int(chosen))
        return show_teacher(request, said)
    form = RoomForm(request.POST)
    if not form.is_valid():
        raise LtiError("Choose how the class goes through the tasks, and for how long the room is open.")
    open_room_for(placement=placement, name=said["course"], **form.cleaned_data)
    return show_teacher(request, said)


def _platform(said: Said) -> Platform:
    found = Platform.objects.filter(pk=said["platform"], is_active=True).first()
    if found is None:
        raise LtiError("This learning platform is no longer registered here.")
    return found


def _placement(said: Said) -> Placement:
    found = Placement.objects.select_related("exercise", "room", "platform")
    placement = found.filter(pk=said["placement"], exercise__deleted__isnull=True).first()
    if placement is None:
        raise LtiError(f"The exercise behind this link is gone. {AGAIN}")
    return placement


def _account(said: Said) -> User:
    account = find_account(platform=_platform(said), subject=said["subject"])
    if account is None:
        raise LtiError("Link your account first.")
    return account
