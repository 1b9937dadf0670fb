"""The live board and what follows in a real browser: news by themselves, quiet, accessible, with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Dialog, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from comparer.classroom.models import Answer, Room, Stage
from tests.browser.axe import complaints
from tests.browser.sizes import NARROW, WIDE
from tests.browser.visits import Visits, fits, visits_to
from tests.classroom.board.lessons import give, make_lesson
from tests.classroom.making import CONTENT, MATCH, REFLECT, SORT, make_pupil
from tests.web.waiting import wait_until

WITH_MACHINE = replace(MATCH, items=tuple(replace(item, machine=("r2",)) for item in MATCH.items))
EVERYTHING = replace(CONTENT, tasks=(WITH_MACHINE, SORT, REFLECT))
PLACES = "#live.view-places"


@pytest.fixture
def visits(browser: Browser, live_server: LiveServer) -> Iterator[Visits]:
    with visits_to(browser, live_server.url) as visits:
        yield visits


@pytest.fixture
def room(live_server: LiveServer) -> Room:
    return make_lesson(content=EVERYTHING, name="7b")


def open_as_teacher(visits: Visits, room: Room, query: str = "", size: ViewportSize = WIDE) -> Page:
    page = visits.open(size, user=room.exercise.owner)
    page.goto(room.get_absolute_url() + query)
    return page


def test_news_appear_by_themselves_within_two_seconds_or_so(visits: Visits, room: Room) -> None:
    page = open_as_teacher(visits, room)
    expect(page.locator("#live").get_by_text("2 of 2").first).to_be_visible()
    vole = make_pupil(room, "Vole")
    expect(page.get_by_text("Still at it: Vole")).to_be_visible(timeout=4_000)
    give(vole, "t1", {"i1": ["r2"], "i2": ["r2"]})
    expect(page.locator("#live").get_by_text("3 of 3").first).to_be_visible(timeout=4_000)


def test_an_idle_board_is_answered_with_nothing(visits: Visits, room: Room) -> None:
    page = open_as_teacher(visits, room)
    with page.expect_response(lambda response: "seen=" in response.url) as answer:
        pass
    assert answer.value.status == 204
    page.locator("#live").evaluate("element => element.mark = true")
    page.wait_for_timeout(2_500)
    assert page.locator("#live").evaluate("element => element.mark")


def test_a_board_that_nobody_looks_at_asks_for_nothing(visits: Visits, room: Room) -> None:
    page = open_as_teacher(visits, room)
    page.evaluate("Object.defineProperty(document, 'hidden', { get: () => true })")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(6_000)
    # the browser may fetch the page's icon late
    assert [address for address in asked if "/static/" not in address] == []


def test_who_hears_the_page_is_told_seldom(visits: Visits, room: Room) -> None:
    page = visits.open(WIDE, user=room.exercise.owner)
    page.clock.install()
    page.goto(room.get_absolute_url())
    said = page.locator("#live-said")
    for number in range(3):
        make_pupil(room, f"Vole {number}")
        page.clock.run_for(2_500)
        expect(page.get_by_role("heading", name=f"{3 + number} students")).to_be_visible()
        assert said.inner_text() == ""
    page.clock.run_for(30_000)
    expect(said).to_have_text("2 of 5 have answered task 1.")


def test_the_view_the_focus_and_the_place_stay_when_news_come(visits: Visits, room: Room) -> None:
    page = open_as_teacher(visits, room, "?view=answers&task=t1")
    link = page.locator("#to-t2")
    link.focus()
    give(make_pupil(room, "Vole"), "t1", {"i1": ["r2"], "i2": ["r2"]})
    expect(page.get_by_text("3 answered").first).to_be_visible(timeout=4_000)
    assert link.evaluate("element => element === document.activeElement")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sort the wording").first).to_be_visible()


def test_an_opened_explanation_stays_open_when_news_come(visits: Visits, room: Room) -> None:
    give(make_pupil(room, "Adder"), "t1", {"i1": ["r2"], "i2": ["r2"]})
    page = open_as_teacher(visits, room, "?view=answers&task=t1")
    page.get_by_text("What these figures mean").click()
    expect(page.get_by_text("Krippendorff’s alpha sets agreement against luck")).to_be_visible()
    give(make_pupil(room, "Vole"), "t1", {"i1": ["r2"], "i2": ["r2"]})
    expect(page.get_by_text("4 answered").first).to_be_visible(timeout=4_000)
    expect(page.get_by_text("Krippendorff’s alpha sets agreement against luck")).to_be_visible()


def test_board_held_still_stays_as_it_is(visits: Visits, room: Room) -> None:
    page = open_as_teacher(visits, room)
    page.get_by_role("link", name="Hold it still").click()
    expect(page.get_by_text("Held still.")).to_be_visible()
    make_pupil(room, "Vole")
    page.wait_for_timeout(3_000)
    expect(page.get_by_text("Vole")).to_have_count(0)
    page.get_by_role("link", name="Keep up again").click()
    expect(page.get_by_text("Still at it: Vole")).to_be_visible()


def test_the_class_is_steered_from_the_board(visits: Visits, room: Room) -> None:
    page = open_as_teacher(visits, room)
    page.get_by_role("button", name="Next task").click()
    expect(page.get_by_text("Everybody is at task 2 of 3")).to_be_visible()
    expect(page.locator(".progress-list [aria-current]")).to_contain_text("2. Sort the wording")
    assert page.locator("#students").is_hidden()


def test_board_works_without_script(visits: Visits, room: Room) -> None:
    page = visits.open(WIDE, user=room.exercise.owner, java_script_enabled=False)
    page.goto(room.get_absolute_url())
    for name in ("Answers", "To talk about", "In the texts", "Who is where"):
        page.get_by_role("link", name=name).click()
        expect(page.locator("#live")).to_have_attribute("aria-label", name)
    page.get_by_role("button", name="Next task").click()
    expect(page.locator(".progress-list [aria-current]")).to_contain_text("2. Sort the wording")


def test_marking_with_the_keyboard_alone(visits: Visits, room: Room) -> None:
    page = visits.open(WIDE, user=room.exercise.owner)
    page.goto(reverse("room_marking", args=[room.pk]))
    page.get_by_role("link", name="Mark Think and write").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Points, 0 to 1")).to_be_focused()
    page.keyboard.press("Alt+n")
    expect(page.get_by_text("answer 2 of 2")).to_be_visible()
    page.keyboard.press("Alt+p")
    expect(page.get_by_text("answer 1 of 2")).to_be_visible()
    page.keyboard.insert_text("1")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("You quote well.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Otter 1 has 1 point and your words.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Words to the student")).to_be_empty()
    wait_until(lambda: Answer.objects.filter(task="t3", points=None).count() == 2)


def test_what_is_typed_in_a_mark_is_not_lost_by_a_slip(visits: Visits, room: Room) -> None:
    page = visits.open(WIDE, user=room.exercise.owner)
    answer = Answer.objects.filter(task="t3").order_by("pupil_id")[0]
    page.goto(reverse("room_mark", args=[room.pk, answer.pk]))
    page.get_by_label("Words to the student").fill("Almost")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_role("link", name="Next").click(no_wait_after=True)
    wait_until(lambda: bool(page.evaluate("1")) and asked == ["beforeunload"])
    expect(page.get_by_label("Words to the student")).to_have_value("Almost")


ADDRESSES = [
    "?view=places", "?view=answers&key=1", "?view=answers&task=t3", "?view=talk", "?view=texts&key=1", "?wall=1",
    "reveal/", "reveal/?task=t3", "reveal/?wall=1", "marking/", "gradebook/",
]  # fmt: skip


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_pages_are_accessible_and_fit(
    paper: Literal["light", "dark"], size: ViewportSize, visits: Visits, room: Room
) -> None:
    give(make_pupil(room, "Vole"), "t1", {"i1": ["r2"], "i2": ["r2"]})
    page = visits.open(size, user=room.exercise.owner, color_scheme=paper)
    answer = Answer.objects.filter(task="t1").earliest("pk")
    addresses = [room.get_absolute_url() + one for one in ADDRESSES]
    addresses += [reverse("exercise_rooms", args=[room.exercise.key]), reverse("room_mark", args=[room.pk, answer.pk])]
    for address in addresses:
        page.goto(address)
        assert complaints(page) == [], address
        assert fits(page), address


def test_board_at_the_end_stands_still_and_names_the_outlets(visits: Visits, room: Room) -> None:
    Room.objects.update(stage=Stage.REVEALED)
    page = open_as_teacher(visits, room, "?view=texts")
    expect(page.get_by_text("The lesson is over")).to_be_visible()
    expect(page.get_by_role("heading", name="Merrow Echo")).to_be_visible()
    assert page.locator("#live").get_attribute("hx-get") is None
