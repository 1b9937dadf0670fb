"""Where learning platforms send browsers: the two steps of a launch, and a student's way into the room.

These pages stand in a frame on the platform's page, where most browsers keep no
cookie. So they need none: what a page must know stands signed in its forms, and
the exercise itself opens in a tab of its own, where cookies are this site's.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comparer.classroom.lesson.known import remember_pupil
from comparer.classroom.lti.beginning import begin_login
from comparer.classroom.lti.checking import Launch, check_launch
from comparer.classroom.lti.configuring import describe_tool
from comparer.classroom.lti.entrance import from_platform
from comparer.classroom.lti.frames import allow_in, guess_platform
from comparer.classroom.lti.keys import public_keys
from comparer.classroom.lti.models import LOGIN_LIVES, Placement, Platform
from comparer.classroom.lti.placing import find_placement
from comparer.classroom.lti.sealing import hash_subject, seal
from comparer.classroom.lti.seating import seat_student
from comparer.classroom.lti.tickets import read_ticket, write_ticket
from comparer.classroom.lti.troubles import AGAIN, LtiError
from comparer.classroom.views.lti_teacher import show_teacher, teacher_said

COOKIE_PATH = "/class/lti/"
LONGEST_NAME = 60


@from_platform
@require_http_methods(["GET", "POST"])
def lti_login(request: HttpRequest) -> HttpResponse:
    """The platform says that somebody comes: send them back to it to say who."""
    asked = {name: str(value) for name, value in (request.POST if request.method == "POST" else request.GET).items()}
    try:
        login, address = begin_login(asked=asked, launch_url=request.build_absolute_uri(reverse("lti_launch")))
    except LtiError as error:
        return refuse(request, error, guess_platform(asked.get("iss", "")))
    response = HttpResponseRedirect(address)
    response.set_cookie(
        _cookie(login.state),
        login.state,
        max_age=LOGIN_LIVES,
        path=COOKIE_PATH,
        httponly=True,
        secure=request.is_secure(),
        # The platform's answer is a form sent from its site.
        samesite="None" if request.is_secure() else None,
    )
    return response


@from_platform
@require_POST
def lti_launch(request: HttpRequest) -> HttpResponse:
    """Check who comes, and show them their way: a student into the room, a teacher to board or choice."""
    state, token = request.POST.get("state", ""), request.POST.get("id_token", "")
    try:
        launch = check_launch(token=token, state=state)
    except LtiError as error:
        return refuse(request, error, guess_platform(token=token))
    try:
        response = _welcome(request, launch, is_bound=request.COOKIES.get(_cookie(state)) == state)
    except LtiError as error:
        response = refuse(request, error, launch.platform)
    response.delete_cookie(_cookie(state), path=COOKIE_PATH)
    return response


def _welcome(request: HttpRequest, launch: Launch, *, is_bound: bool) -> HttpResponse:
    if launch.who == "teacher":
        return show_teacher(request, teacher_said(launch))
    if launch.is_deep_linking:
        raise LtiError("Only teachers put exercises into a course. Open the exercise itself from your course.")
    if launch.who == "other":
        raise LtiError("Only the students and teachers of a course come in here.")
    placement = find_placement(launch)
    if placement is None:
        raise LtiError("Your teacher has not chosen an exercise for this link yet. Come back when they say so.")
    said = {
        "placement": placement.pk,
        "subject": hash_subject(launch.platform.pk, launch.subject),
        "sealed": seal(launch.subject),
        "given": launch.text("given_name")[:LONGEST_NAME] if placement.uses_given_names else "",
    }
    # A launch in a tab of its own, by the very browser that began it, needs no further press of a button.
    if is_bound and request.headers.get("Sec-Fetch-Dest") == "document":
        return _enter(said)
    is_open = placement.room is not None and placement.room.erased is None and not placement.room.has_ended
    context = {"placement": placement, "ticket": write_ticket("student", **said), "is_open": is_open}
    return allow_in(render(request, "classroom/lti_student.html", context), launch.platform)


@from_platform
@require_POST
def lti_enter(request: HttpRequest) -> HttpResponse:
    """Let the student into the room, in a tab of its own."""
    try:
        return _enter(read_ticket("student", request.POST.get("ticket", "")))
    except LtiError as error:
        return refuse(request, error, None)


def _enter(said: Mapping[str, Any]) -> HttpResponse:
    placement = Placement.objects.select_related("room__exercise", "platform").filter(pk=said["placement"]).first()
    if placement is None or not placement.platform.is_active:
        raise LtiError(f"This exercise is no longer in your course. {AGAIN}")
    pupil, is_new = seat_student(
        placement=placement,
        subject=str(said["subject"]),
        sealed=str(said["sealed"]),
        given_name=str(said["given"]),
    )
    response = redirect("lesson_welcome" if is_new else "lesson", pupil.room_id)
    remember_pupil(response, pupil)
    return response


@login_not_required
@require_safe
def lti_keys(_request: HttpRequest) -> HttpResponse:
    """Our public keys, by which platforms check what we sign."""
    return JsonResponse({"keys": public_keys()}, headers={"Cache-Control": "public, max-age=600"})


@login_not_required
@require_safe
def lti_config(request: HttpRequest) -> HttpResponse:
    """What platforms that read it need to register this site."""
    return JsonResponse(describe_tool(request.build_absolute_uri("/")))


def refuse(request: HttpRequest, error: LtiError, platform: Platform | None) -> HttpResponse:
    """Say in a plain page why a launch goes no further."""
    page = render(request, "classroom/lti_trouble.html", {"error": error}, status=HTTPStatus.FORBIDDEN)
    return allow_in(page, platform)


def _cookie(state: str) -> str:
    return f"lti-{''.join(letter for letter in state[:16] if letter.isalnum())}"
