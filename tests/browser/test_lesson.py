"""A lesson in real browsers: a teacher and three students, weak connections, the keyboard, and no script at all."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from comparer.accounts.models import User
from comparer.classroom.content import Choice, Content, Item, Task
from comparer.classroom.lesson.guesses import GUESSES
from comparer.classroom.lesson.rooms import close, reopen, reveal, set_step
from comparer.classroom.models import Answer, Pace, Room
from tests.browser.axe import complaints
from tests.browser.hands import Keys
from tests.browser.sizes import WIDE
from tests.classroom.lesson.site import serving
from tests.classroom.making import LEFT, MATCH, REFLECT, RIGHT, SIDES, make_exercise, make_room, make_teacher
from tests.web.waiting import wait_until

PHONE = ViewportSize(width=360, height=740)
SORT = Task("t2", "sort", "Sort the wording", "Which piece?", (Item("i1", "one", "disaster", SIDES, ("right",)),))
WORDS = tuple(Choice(f"r2w{at}", word) for at, word in enumerate(RIGHT.lines[1].text.split(), start=1))
LOADED = Task("t4", "loaded", "Mark the loaded words", "Mark them.", (Item("i1", "many", "From it", WORDS, ("r2w2",)),))
LINES = tuple(Choice(line.id, line.text) for line in (*LEFT.lines, RIGHT.lines[0]))
SURE = Task(
    "t5",
    "sure",
    "How sure?",
    "Put them in order.",
    (Item("i1", "order", "The surest first", LINES, ("l2", "l1", "r1")),),
)
ALL = Content("Two ferries", LEFT, RIGHT, (MATCH, SORT, REFLECT, LOADED, SURE))

Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, live_server: LiveServer) -> Iterator[Open]:
    """Open a browser of one's own: nothing is shared between two calls. Pages must not throw."""
    opened: list[Any] = []
    thrown: list[str] = []

    def visit(path: str = "/join/", *, size: ViewportSize = PHONE, **options: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, viewport=size, **options)
        context.set_default_timeout(10_000)
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: thrown.append(str(error)))
        page.goto(path)
        return page

    yield visit
    for context in opened:
        context.close()
    GUESSES.clear()
    assert thrown == []


def enter(page: Page, nickname: str, code: str = "BCD234") -> None:
    page.goto(f"/join/{code}/")
    page.get_by_label("Your nickname").fill(nickname)
    page.get_by_role("button", name="Join").click()
    page.get_by_role("link", name="Begin").click()


def open_class(content: Content = ALL, **columns: Any) -> Room:
    return make_room(make_exercise(make_teacher(), content), code="BCD234", **columns)


def sign_in(page: Page, room: Room, *, person: User | None = None) -> None:
    """Sign in as the room's teacher, or somebody else."""
    client, person = Client(), person or room.exercise.owner
    assert person is not None
    client.force_login(person)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": page.evaluate("location.origin")}]
    )


def press_send(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Send my")).click()


def said(page: Page) -> Any:
    return page.locator("[data-said]")


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def test_a_whole_lesson_with_a_teacher_and_three_students(visit: Open) -> None:
    room = open_class()
    teacher = visit(size=WIDE)
    sign_in(teacher, room)
    teacher.goto(f"/class/rooms/{room.pk}/control/")
    students = [
        visit(),
        visit(size=ViewportSize(width=1400, height=900)),
        visit(size=ViewportSize(width=390, height=844)),
    ]
    for page, name in zip(students, ("Otter", "Fox", "Hare"), strict=True):
        enter(page, name)
        expect(page.get_by_role("heading", name="Match the claims")).to_be_visible()
    expect(teacher.get_by_role("heading", name="3 students")).to_be_visible()
    otter, fox, hare = students
    otter.locator(".item").nth(0).get_by_text("On Monday a ferry").click()
    otter.locator(".item").nth(1).get_by_text("Sixty souls").click()
    press_send(otter)
    expect(said(otter)).to_contain_text("has reached your teacher")
    otter.locator(".item").nth(1).get_by_text("On Monday a ferry").click()
    expect(said(otter)).to_have_text("Changed, and not sent yet.")
    otter.locator(".item").nth(1).get_by_text("Sixty souls").click()
    press_send(otter)
    expect(said(otter)).to_contain_text("has reached your teacher")
    fox.locator(".item").nth(0).get_by_text("Sixty souls").click()

    teacher.get_by_role("button", name="Next task").click()
    expect(teacher.get_by_text("Everybody is at task 2 of 5")).to_be_visible()
    # who had nothing open is taken along; who had is told, and loses nothing
    for page in (otter, hare):
        expect(page.get_by_role("heading", name="Sort the wording")).to_be_visible()
    expect(fox.get_by_text("Your teacher has gone on to task 2.")).to_be_visible()
    fox.get_by_role("link", name="Go to task 2").click()
    expect(fox.get_by_role("heading", name="Sort the wording")).to_be_visible()
    wait_until(lambda: Answer.objects.filter(pupil__nickname="Fox").exists())
    assert Answer.objects.get(pupil__nickname="Fox").given == {"i1": ["r2"]}

    for page in students:
        page.get_by_text("the second piece", exact=True).first.click()
        press_send(page)
        expect(said(page)).to_contain_text("has reached your teacher")
    teacher.get_by_role("button", name="Show the answers").click()
    for page, points in zip(students, ("5 of 5", "1 of 5", "1 of 1"), strict=True):
        expect(page.get_by_role("heading", name="The answers")).to_be_visible()
        expect(page.locator(".lead")).to_contain_text(points)
        expect(page.locator(".lead")).to_contain_text("Merrow Echo")


def ahead(page: Page) -> None:
    """Wait until all tasks are at hand."""
    expect(page.locator("#keeper[data-ready]")).to_be_attached()


def kept(page: Page) -> Any:
    return page.locator("#kept")


def waiting(page: Page) -> list[str]:
    found: list[str] = page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('lesson:'))")
    return found


def test_a_whole_exercise_goes_on_without_a_connection(visit: Open) -> None:
    """At the student's own pace every task is at hand; answers wait here, and go once."""
    room = open_class(pace=Pace.PUPIL)
    page = visit()
    enter(page, "Otter")
    ahead(page)
    page.context.set_offline(True)
    expect(page.locator("#away")).to_contain_text("You can go on with all tasks")
    page.locator(".item").nth(0).get_by_text("On Monday a ferry").click()
    press_send(page)
    expect(page.get_by_role("heading", name="Sort the wording")).to_be_focused()
    expect(kept(page)).to_have_text("“Match the claims” is kept on this device and will be sent by itself.")
    page.get_by_text("the second piece", exact=True).first.click()
    press_send(page)
    expect(kept(page)).to_have_text("2 answers are kept on this device and will be sent by themselves.")
    expect(page.locator(".tasks [data-step=t2]")).to_contain_text("kept on this device")
    # back, by the browser's button, to change the first; what was chosen is there
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", name="Match the claims")).to_be_visible()
    expect(page.locator("input[value=r1]").first).to_be_checked()
    page.locator(".item").nth(1).get_by_text("Sixty souls").click()
    press_send(page)
    expect(page.get_by_role("heading", name="Sort the wording")).to_be_visible()
    expect(page.get_by_role("radio", name="the second piece")).to_be_checked()
    page.locator(".tasks [data-step=t3]").click()
    page.get_by_role("textbox").fill("It calms because it counts.")
    press_send(page)
    page.get_by_role("checkbox", name="souls").check(force=True)
    press_send(page)
    page.get_by_role("button", name="Move up: Forty people").click()
    press_send(page)
    expect(page.get_by_role("heading", name="You have been through all tasks")).to_be_focused()
    assert not Answer.objects.exists()
    assert len(waiting(page)) == 5
    page.context.set_offline(False)
    expect(page.get_by_text("5 of your answers have reached your teacher.")).to_be_visible()
    assert waiting(page) == []
    assert {answer.task: answer.given for answer in Answer.objects.filter(pupil__room=room)} == {
        "t1": {"i1": ["r1"], "i2": ["r2"]},
        "t2": {"i1": ["right"]},
        "t3": {"i1": ["It calms because it counts."]},
        "t4": {"i1": ["r2w2"]},
        "t5": {"i1": ["l2", "l1", "r1"]},
    }


def test_with_a_connection_the_last_task_leads_to_the_end(visit: Open) -> None:
    room = open_class(Content("Two ferries", LEFT, RIGHT, (SORT, REFLECT)), pace=Pace.PUPIL)
    page = visit()
    enter(page, "Otter")
    ahead(page)
    page.get_by_text("the second piece", exact=True).first.click()
    press_send(page)
    expect(page.get_by_role("heading", name="Think and write")).to_be_visible()
    page.get_by_role("textbox").fill("It calms because it counts.")
    press_send(page)
    expect(page.get_by_text("2 of your answers have reached your teacher.")).to_be_visible()
    assert Answer.objects.filter(pupil__room=room).count() == 2


def test_where_storage_is_full_the_newest_answer_is_sent(visit: Open) -> None:
    """What storage took before it was full is older than what the page knows."""
    open_class()
    page = visit()
    enter(page, "Otter")
    page.locator(".item").nth(0).get_by_text("Sixty souls").click()
    assert len(waiting(page)) == 1
    page.evaluate("void (Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); })")
    page.locator(".item").nth(0).get_by_text("On Monday a ferry").click()
    press_send(page)
    expect(said(page)).to_contain_text("has reached your teacher")
    assert Answer.objects.get().given == {"i1": ["r1"]}
    assert waiting(page) == []


def test_who_was_away_is_told_when_the_answer_has_arrived(visit: Open) -> None:
    room = open_class(pace=Pace.PUPIL)
    page = visit()
    enter(page, "Otter")
    ahead(page)
    page.context.set_offline(True)
    page.locator(".item").nth(0).get_by_text("On Monday a ferry").click()
    press_send(page)
    expect(page.get_by_role("heading", name="Sort the wording")).to_be_visible()
    page.context.set_offline(False)
    expect(kept(page)).to_have_text("Everything that was kept on this device has reached your teacher.")
    expect(page.locator("#away")).to_be_hidden()
    expect(page.locator(".tasks [data-step=t1]")).to_contain_text("✓")
    wait_until(lambda: room.pupils.get().step == 1)
    page.locator(".tasks [data-step=t1]").click()
    expect(said(page)).to_contain_text("has reached your teacher")
    wait_until(lambda: room.pupils.get().step == 0)
    expect(page.get_by_role("button", name="Send my changed answer")).to_be_visible()


def test_at_the_teachers_pace_nothing_is_handed_out_ahead(visit: Open) -> None:
    room = open_class()
    page = visit()
    enter(page, "Otter")
    assert page.request.get(f"/join/room/{room.pk}/ahead/").body() == b""
    page.context.set_offline(True)
    expect(page.locator("#away")).to_contain_text("What you answer is kept on this device")
    page.locator(".item").nth(0).get_by_text("On Monday a ferry").click()
    press_send(page)
    expect(said(page)).to_have_text("Kept on this device, will be sent. There is no connection just now.")
    page.locator(".item").nth(1).get_by_text("Sixty souls").click()
    press_send(page)
    expect(said(page)).to_contain_text("Kept on this device")
    assert not Answer.objects.exists()
    page.context.set_offline(False)
    expect(said(page)).to_contain_text("has reached your teacher")
    expect(page.get_by_role("heading", name="Match the claims")).to_be_visible()
    assert Answer.objects.get().given == {"i1": ["r1"], "i2": ["r2"]}
    assert waiting(page) == []


def test_answers_survive_the_death_of_the_web_process(visit: Open, tmp_path: Path) -> None:
    """Killed for good at first: the student goes on; started again, everything arrives."""
    with serving(tmp_path) as site:
        page = visit(f"http://127.0.0.1:{site.port}/join/BCD234/")
        page.context.set_default_timeout(90_000)
        page.get_by_label("Your nickname").fill("Otter")
        page.get_by_role("button", name="Join").click()
        page.get_by_role("link", name="Begin").click()
        ahead(page)
        page.locator(".item").nth(0).get_by_text("On Monday a ferry").click()
        page.locator(".item").nth(1).get_by_text("Sixty souls").click()
        os.kill(site.web_process(), signal.SIGKILL)
        press_send(page)
        expect(page.get_by_role("heading", name="Sort the wording")).to_be_visible(timeout=90_000)
        page.get_by_text("the first piece", exact=True).first.click()
        press_send(page)
        expect(page.get_by_role("heading", name="Think and write")).to_be_visible(timeout=90_000)
        expect(page.locator(".tasks [data-step=t2]")).to_contain_text("✓", timeout=90_000)
        expect(page.locator(".tasks [data-step=t1]")).to_contain_text("✓", timeout=90_000)
        found = sorted((name, task, given) for name, task, given, _ in site.answers())
        assert found == [("Otter", "t1", {"i1": ["r1"], "i2": ["r2"]}), ("Otter", "t2", {"i1": ["left"]})]


def test_what_is_typed_survives_a_reload_and_a_closed_room(visit: Open) -> None:
    room = open_class()
    set_step(room=room, step=2)
    page = visit()
    enter(page, "Otter")
    page.get_by_role("textbox").fill("It calms because it counts.")
    page.reload()
    expect(page.get_by_role("textbox")).to_have_value("It calms because it counts.")
    expect(said(page)).to_contain_text("is back")
    close(room=room)
    press_send(page)
    expect(said(page)).to_contain_text("Your teacher has closed the room")
    expect(said(page)).to_contain_text("kept on this device")
    assert not Answer.objects.exists()
    expect(page.locator("#pulse")).to_contain_text("closed the room for now")
    page.locator("[data-go]").click()
    expect(page.get_by_role("heading", name="The room is closed")).to_be_visible()
    reopen(room=room)
    expect(page.get_by_role("heading", name="Think and write")).to_be_visible()
    # the answer went before the page came, which shows it
    expect(page.get_by_text("Your teacher has your answer of")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value("It calms because it counts.")
    assert Answer.objects.get().given == {"i1": ["It calms because it counts."]}


def test_a_whole_task_with_the_keyboard_alone(visit: Open) -> None:
    room = open_class()
    page = visit(size=WIDE)
    enter(page, "Otter")
    keys = Keys(page)
    for step, heading in ((3, "Mark the loaded words"), (4, "How sure?")):
        set_step(room=room, step=step)
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        if step == 3:
            keys._reach(page.get_by_role("checkbox", name="souls"))
            page.keyboard.press("Space")
        else:
            keys.choose(page.get_by_role("button", name="Move up: Forty people"))
            expect(page.locator("[data-moved]")).to_contain_text("Now at place 1")
        keys.choose(page.get_by_role("button", name="Send my answer"))
        expect(said(page)).to_contain_text("has reached your teacher")
    assert Answer.objects.get(task="t4").points == 1
    assert Answer.objects.get(task="t5").given == {"i1": ["l2", "l1", "r1"]}


def test_a_whole_exercise_without_script(visit: Open) -> None:
    room = open_class(pace=Pace.PUPIL)
    page = visit(java_script_enabled=False)
    enter(page, "Otter")
    page.locator("input[value=r1]").first.check()
    press_send(page)
    page.locator("input[value=right]").check()
    press_send(page)
    page.get_by_role("textbox").fill("The first.")
    press_send(page)
    page.get_by_role("checkbox", name="souls").check(force=True)
    press_send(page)
    page.get_by_label("Place of: Forty").fill("1")
    page.get_by_label("Place of: A ferry").fill("1")
    press_send(page)
    expect(page.get_by_role("alert")).to_contain_text("a number of its own")
    page.get_by_label("Place of: A ferry").fill("2")
    expect(page.get_by_label("Place of: Forty")).to_have_value("1")
    press_send(page)
    expect(page.get_by_role("heading", name="You have been through all tasks")).to_be_visible()
    assert {answer.task: answer.points for answer in Answer.objects.all()} == {
        "t1": 2, "t2": 1, "t3": None, "t4": 1, "t5": 1,
    }  # fmt: skip
    reveal(room=room)
    page.get_by_role("link", name="See whether it goes on").click()
    expect(page.get_by_role("heading", name="The answers")).to_be_visible()


def test_reading_help_is_kept_on_the_device(visit: Open) -> None:
    open_class()
    page = visit(size=WIDE)
    enter(page, "Otter")
    line = page.locator("#l1")
    small = line.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    page.get_by_role("button", name="Text size").click()
    page.get_by_role("button", name="Spacing").click()
    page.get_by_role("button", name="Pieces: side by side").click()
    page.reload()
    assert line.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") > small
    expect(page.get_by_role("button", name="Spacing: wide")).to_be_visible()
    left, right = (page.locator(f"#{side}").bounding_box() for side in ("left", "right"))
    assert left is not None
    assert right is not None
    assert right["y"] > left["y"] + left["height"]
    page.get_by_text("Words explained").click()
    expect(page.get_by_text("Who published it")).to_be_visible()


def test_another_device_goes_on_by_the_word(visit: Open) -> None:
    open_class(pace=Pace.PUPIL)
    first = visit("/join/BCD234/")
    first.get_by_label("Your nickname").fill("Otter")
    first.get_by_role("button", name="Join").click()
    word = first.locator(".word").inner_text()
    second = visit("/join/back/", size=WIDE)
    second.get_by_label("Code of the room").fill("bcd234")
    second.get_by_label("Your nickname").fill("otter")
    second.get_by_label("Your personal word").fill(word.upper())
    second.get_by_role("button", name="Come back").click()
    expect(second.get_by_role("heading", name="Match the claims")).to_be_visible()


def test_deleting_oneself_leaves_nothing_on_the_device(visit: Open) -> None:
    room = open_class()
    page = visit()
    enter(page, "Otter")
    page.locator(".item").nth(0).get_by_text("On Monday a ferry").click()
    assert "lesson:" in page.evaluate("Object.keys(localStorage).join()")
    page.get_by_role("link", name="What is kept about you").click()
    page.get_by_text("Delete my nickname and all my answers").click()
    page.get_by_role("button", name="Delete everything of mine").click()
    expect(page.get_by_role("heading", name="Deleted")).to_be_visible()
    assert "lesson:" not in page.evaluate("Object.keys(localStorage).join()")
    assert not room.pupils.exists()


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_students_pages_are_accessible_and_fit(
    visit: Open, paper: Literal["light", "dark"], size: ViewportSize
) -> None:
    room = open_class()
    page = visit(size=size, color_scheme=paper)
    page.get_by_role("button", name="Join").click()
    assert complaints(page) == []
    enter(page, "Otter")
    for step in range(5):
        set_step(room=room, step=step)
        page.goto(f"/join/room/{room.pk}/")
        assert complaints(page) == [], f"task {step + 1}"
        assert fits(page)
    page.locator("[data-move]").nth(3).click()
    press_send(page)
    expect(said(page)).to_contain_text("has reached")
    close(room=room)
    for path in ("", "mine/", "welcome/"):
        page.goto(f"/join/room/{room.pk}/{path}")
        assert complaints(page) == []
        assert fits(page)
    reveal(room=room)
    page.goto(f"/join/room/{room.pk}/")
    assert complaints(page) == []
    assert fits(page)


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_teachers_pages_are_accessible_and_fit(
    visit: Open, paper: Literal["light", "dark"], size: ViewportSize
) -> None:
    room = open_class()
    page = visit(size=size, color_scheme=paper)
    sign_in(page, room)
    student = visit()
    enter(student, "Otter")
    for path in ("control/", "code/", "words/"):
        page.goto(f"/class/rooms/{room.pk}/{path}")
        assert complaints(page) == []
        assert fits(page)
    page.goto(f"/class/rooms/{room.pk}/control/")
    page.get_by_role("button", name="Remove Otter").click()
    expect(page.get_by_role("button", name="Undo: let Otter back in")).to_be_visible()
    assert complaints(page) == []
    expect(student.get_by_role("heading", name="You are out of this room")).to_be_visible()
    for path in ("/class/rooms/", f"/class/exercises/{room.exercise.key}/open/"):
        page.goto(path)
        assert complaints(page) == []
        assert fits(page)


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_a_class_list_from_paste_to_gradebook(visit: Open, paper: Literal["light", "dark"], size: ViewportSize) -> None:
    """The teacher pastes names, two students come in by their slips, and only the teacher knows who they are."""
    room = open_class(pace=Pace.PUPIL)
    teacher = visit(size=size, color_scheme=paper)
    sign_in(teacher, room)
    teacher.goto(f"/class/rooms/{room.pk}/control/")
    teacher.get_by_role("link", name="Make a class list").click()
    teacher.get_by_role("button", name="Make codes").click()
    expect(teacher.get_by_text("Paste the names or numbers of your students")).to_be_visible()
    teacher.get_by_label("Names or numbers").fill("Ada Brown\nBen Cole")
    teacher.get_by_role("button", name="Make codes").click()
    expect(teacher.get_by_role("row", name="Ada Brown")).to_contain_text("not in yet")
    assert complaints(teacher) == []
    assert fits(teacher)
    codes = teacher.locator("td.slip-code").all_inner_texts()
    student = visit("/join/", color_scheme=paper)
    student.get_by_label("Code of the room").fill(codes[0].lower())
    student.get_by_role("button", name="Join").click()
    expect(student.get_by_text("“Ada Brown” on the class list")).to_be_visible()
    name = student.locator("h1").inner_text().removeprefix("Welcome, ")
    assert complaints(student) == []
    again = visit(f"/join/{codes[0].replace(' ', '')}/", color_scheme=paper)
    assert complaints(again) == []
    again.get_by_role("button", name="Join").click()
    expect(again.get_by_role("heading", name=f"Welcome, {name}")).to_be_visible()
    teacher.get_by_role("link", name="Slips to print").click()
    expect(teacher.locator(".slips li")).to_have_count(2)
    assert complaints(teacher) == []
    assert fits(teacher)
    teacher.goto(f"/class/rooms/{room.pk}/?wall=1")
    expect(teacher.get_by_text(name, exact=True)).to_be_visible()
    expect(teacher.get_by_text("Ada Brown")).to_have_count(0)
    teacher.goto(f"/class/rooms/{room.pk}/gradebook/")
    expect(teacher.get_by_role("rowheader", name=f"Ada Brown {name}")).to_be_visible()
    assert complaints(teacher) == []
    teacher.goto(f"/class/rooms/{room.pk}/code/")
    expect(teacher.get_by_text("the code on your slip")).to_be_visible()
    assert complaints(teacher) == []
    assert fits(teacher)


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_a_colleague_runs_the_room(visit: Open, paper: Literal["light", "dark"], size: ViewportSize) -> None:
    room = open_class()
    mira = make_teacher("mira")
    teacher = visit(size=size, color_scheme=paper)
    sign_in(teacher, room)
    teacher.goto(f"/class/rooms/{room.pk}/control/")
    teacher.get_by_role("link", name="Colleagues").click()
    teacher.get_by_label("User name").fill("mira")
    teacher.get_by_role("button", name="Let them run this room").click()
    expect(teacher.get_by_text("has not opened it yet")).to_be_visible()
    assert complaints(teacher) == []
    assert fits(teacher)
    colleague = visit(size=size, color_scheme=paper)
    sign_in(colleague, room, person=mira)
    colleague.goto("/class/rooms/")
    colleague.get_by_role("link", name=room.code).click()
    colleague.get_by_role("button", name="Next task").click()
    expect(colleague.get_by_text("Everybody is at task 2 of 5")).to_be_visible()
    colleague.get_by_role("link", name="The class on the board").click()
    expect(colleague.get_by_text("who lets you run it").first).to_be_visible()
    expect(colleague.get_by_role("link", name="Gradebook")).to_have_count(0)
    assert complaints(colleague) == []
    assert fits(colleague)
    teacher.reload()
    expect(teacher.get_by_text("opened the room on")).to_be_visible()
    teacher.get_by_role("button", name="Take off mira").click()
    expect(teacher.get_by_role("button", name="Undo for mira")).to_be_visible()
    assert colleague.goto(f"/class/rooms/{room.pk}/").status == 404  # type: ignore[union-attr]
