"""Launches in a frame on another site's page, where the browser keeps no cookie for us."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from comparer.accounts.models import User
from comparer.classroom.lti.models import Placement
from comparer.classroom.models import Pupil, Stage
from tests.browser.axe import complaints
from tests.browser.sizes import NARROW, WIDE
from tests.classroom.lti.launching import link, place, register
from tests.classroom.lti.platform import CLAIM, CLIENT, COURSE_ROLE, TestPlatform, running_platform
from tests.classroom.lti.test_grades import seat
from tests.classroom.making import make_exercise, make_room, make_teacher

TEACHER = {f"{CLAIM}roles": [f"{COURSE_ROLE}Instructor"]}


@pytest.fixture
def platform(settings: Settings) -> Iterator[TestPlatform]:
    """A platform on another site than ours: to browsers, 127.0.0.1 and localhost are two."""
    settings.COMPARER_LTI_LOCAL = True
    with running_platform() as running:
        yield running


def open_course(page: Page, platform: TestPlatform, live_server: LiveServer) -> Frame:
    """Open the course's page with our page in a frame; return the frame once its launch is over."""
    assert "localhost" in live_server.url
    begin = f"{live_server.url}/class/lti/login/?iss={quote(platform.root)}&login_hint=7314&client_id={CLIENT}"
    page.goto(f"{platform.root}/course?begin={quote(begin, safe='')}")
    page.frame_locator("iframe").locator(".lti").wait_for()
    return page.frames[1]


def look(frame: Frame) -> None:
    """It is accessible on both papers, and nothing stands out of it to the side."""
    for paper in ("light", "dark"):
        scheme: Literal["light", "dark"] = "light" if paper == "light" else "dark"
        frame.page.emulate_media(color_scheme=scheme)
        assert complaints(frame) == []
    for size in (NARROW, WIDE):
        frame.page.set_viewport_size(size)
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_student_goes_from_the_frame_into_the_room(
    page: Page, context: BrowserContext, platform: TestPlatform, live_server: LiveServer
) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    frame = open_course(page, platform, live_server)
    look(frame)
    assert context.cookies(live_server.url) == []
    with page.expect_popup() as opened:
        frame.get_by_role("button", name="Open the exercise").click()
    tab = opened.value
    expect(tab).to_have_url(f"{live_server.url}/join/room/{room.pk}/welcome/")
    assert Pupil.objects.get().nickname in tab.locator("body").inner_text()
    tab.reload()
    expect(tab).to_have_url(f"{live_server.url}/join/room/{room.pk}/welcome/")


def test_student_in_a_tab_of_its_own_goes_straight_into_the_room(
    page: Page, platform: TestPlatform, live_server: LiveServer
) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    page.goto(f"{live_server.url}/class/lti/login/?iss={quote(platform.root)}&login_hint=7314")
    expect(page).to_have_url(f"{live_server.url}/join/room/{room.pk}/welcome/")


def test_teacher_links_an_account_and_puts_an_exercise_into_the_course(
    page: Page, platform: TestPlatform, live_server: LiveServer
) -> None:
    row, teacher = register(platform), make_teacher()
    make_exercise(teacher)
    platform.next_claims = deep(platform)
    frame = open_course(page, platform, live_server)
    look(frame)
    with page.expect_popup() as opened:
        frame.get_by_role("link", name="Sign in or sign up").click()
    tab = opened.value
    tab.get_by_label("Username").fill("teacher")
    tab.get_by_label("Password", exact=True).fill("a long password")
    tab.get_by_role("main").get_by_role("button", name="Sign in").click()
    tab.get_by_role("button", name="Make a code").click()
    code = tab.locator(".lti-code code").inner_text()
    frame.get_by_label("Type the code here").fill(code)
    frame.get_by_role("button", name="Link the account").click()
    expect(frame.get_by_role("heading", name="Choose an exercise")).to_be_visible()
    look(frame)
    frame.get_by_label("Two ferries").check()
    frame.get_by_role("button", name="Put it into the course").click()
    expect(frame.get_by_role("heading", name="Put into the course: Two ferries")).to_be_visible()
    assert Placement.objects.get().platform == row
    assert len(platform.chosen) == 1


def test_choice_goes_back_without_scripts_too(
    new_context: Any, platform: TestPlatform, live_server: LiveServer
) -> None:
    row, teacher = register(platform), make_teacher()
    make_exercise(teacher)
    link(row, teacher)
    platform.next_claims = deep(platform)
    page = new_context().new_page()
    frame = open_course(page, platform, live_server)
    page.route("**/class-lti.js", lambda route: route.abort())
    frame.get_by_label("Two ferries").check()
    frame.get_by_role("button", name="Put it into the course").click()
    expect(frame.get_by_role("heading", name="Back to your course")).to_be_visible()
    look(frame)
    frame.get_by_role("button", name="Put it into the course").click()
    expect(frame.get_by_role("heading", name="Put into the course: Two ferries")).to_be_visible()


def test_teacher_opens_a_room_in_the_frame(page: Page, platform: TestPlatform, live_server: LiveServer) -> None:
    row, teacher = register(platform), make_teacher()
    place(row, make_exercise(teacher))
    link(row, teacher)
    platform.next_claims = TEACHER
    frame = open_course(page, platform, live_server)
    look(frame)
    frame.get_by_role("button", name="Open the room").click()
    expect(frame.get_by_role("link", name="Open the board")).to_be_visible()
    look(frame)


def test_page_of_somebody_who_is_not_registered_cannot_frame_a_launch(
    page: Page, platform: TestPlatform, live_server: LiveServer
) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    with running_platform() as stranger:
        begin = f"{live_server.url}/class/lti/login/?iss={quote(platform.root)}&login_hint=7314"
        with page.expect_event("console", lambda said: "frame-ancestors" in said.text):
            page.goto(f"{stranger.root}/course?begin={quote(begin, safe='')}")


def test_pages_beside_the_frame_are_accessible(page: Page, platform: TestPlatform, live_server: LiveServer) -> None:
    row, teacher = register(platform), make_teacher()
    User.objects.filter(pk=teacher.pk).update(is_superuser=True, is_staff=True)
    link(row, teacher)
    room = make_room(make_exercise(teacher), stage=Stage.CLOSED)
    placement = place(row, room.exercise, room, line_item=f"{platform.root}/grades/link-1")
    seat(placement, t1=1.0)
    seat(placement, "Heron", "2")
    page.goto(f"{live_server.url}/account/login/?next=/class/lti/account/")
    page.get_by_label("Username").fill("teacher")
    page.get_by_label("Password", exact=True).fill("a long password")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Make a code").click()
    look(page.main_frame)
    for address in ("/class/lti/register/", f"/class/lti/rooms/{room.pk}/grades/"):
        page.goto(live_server.url + address)
        look(page.main_frame)


def deep(platform: TestPlatform) -> dict[str, Any]:
    claims = platform.deep_claims("")
    return {name: said for name, said in claims.items() if name.startswith("https")}
