"""A whole lesson: a teacher with the board on the wall and three students, each in a browser of their own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from comparer.classroom.content import Choice, Content, Item, Task
from comparer.classroom.lesson.guesses import GUESSES
from comparer.classroom.models import Answer, Exercise, Room
from tests.browser.readers import read_ledger
from tests.browser.sizes import NARROW, WIDE
from tests.browser.visits import Visits, visits_to
from tests.classroom.making import LEFT, MATCH, REFLECT, RIGHT, SORT, make_exercise, make_teacher

PHONE = ViewportSize(width=360, height=740)
WORDS = tuple(Choice(f"r2w{at}", word) for at, word in enumerate(RIGHT.lines[1].text.split(), start=1))
LOADED = Task(
    "t4", "loaded", "Mark the loaded words", "Mark them.",
    (Item("i1", "many", "From the second piece", WORDS, ("r2w2", "r2w3"), machine=("r2w3",), lines=("r2",)),),
)  # fmt: skip
CONTENT = Content("Two ferries", LEFT, RIGHT, (MATCH, SORT, LOADED, replace(REFLECT, points=3)))
CAME = "has reached your teacher"


@pytest.fixture
def visits(browser: Browser, live_server: LiveServer) -> Iterator[Visits]:
    with visits_to(browser, live_server.url) as visits:
        yield visits
    GUESSES.clear()


def come_in(page: Page, code: str, nickname: str) -> None:
    """Join as a student who reads the code off the wall."""
    page.goto("/join/")
    page.get_by_label("Code").fill(code.lower())
    page.get_by_label("Your nickname").fill(nickname)
    page.get_by_role("button", name="Join").click()
    page.get_by_role("link", name="Begin").click()


def choose(page: Page, *choices: str) -> None:
    """Choose one answer of each item, by its words."""
    for number, words in enumerate(choices):
        page.locator(".item").nth(number).get_by_text(words, exact=False).first.click()
    send(page)


def send(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Send my")).click()
    expect(page.locator("[data-said]")).to_contain_text(CAME)


def steer(board: Page) -> None:
    """On a phone steering is folded away until it is wanted; then it stays."""
    if not board.get_by_role("button", name="Show the answers").is_visible():
        board.get_by_text("Steer the room").click()


def go_on(board: Page, students: list[Page], title: str) -> None:
    """Have the teacher take the class to the next task."""
    steer(board)
    board.get_by_role("button", name="Next task").click()
    for page in students:
        expect(page.get_by_role("heading", name=title)).to_be_visible()


def show(board: Page, view: str) -> None:
    board.get_by_role("link", name=view, exact=True).click()
    expect(board.locator("#live")).to_have_attribute("aria-label", view)


def open_room(board: Page, exercise: Exercise) -> Room:
    """The teacher opens a room and has the board on the wall."""
    board.goto(f"/class/exercises/{exercise.key}/rooms/")
    board.get_by_role("link", name="Open a room").click()
    board.get_by_role("button", name="Open the room").click()
    expect(board.locator(".code")).to_be_visible()
    room = Room.objects.get()
    board.goto(room.get_absolute_url())
    expect(board.get_by_text("Nobody has come in yet.").first).to_be_visible()
    return room


def seat_three(visits: Visits, board: Page, room: Room) -> list[Page]:
    """Three students come in, on two phones and a laptop."""
    students = [visits.open(PHONE), visits.open(WIDE), visits.open(NARROW)]
    for page, name in zip(students, ("Otter", "Fox", "Hare"), strict=True):
        come_in(page, room.code, name)
        expect(page.get_by_role("heading", name="Match the claims")).to_be_visible()
    expect(board.get_by_role("heading", name="3 students")).to_be_visible()
    return students


def match(board: Page, students: list[Page]) -> None:
    """They match the claims and disagree about one; the board says so by itself."""
    otter, fox, hare = students
    choose(otter, "On Monday a ferry", "Sixty souls")
    choose(fox, "On Monday a ferry", "Sixty souls")
    expect(board.locator(".progress-list [aria-current]")).to_contain_text("2 of 3")
    expect(board.get_by_text("Still at it: Hare")).to_be_visible()
    choose(hare, "On Monday a ferry", "On Monday a ferry")
    expect(board.locator(".progress-list [aria-current]")).to_contain_text("3 of 3")
    show(board, "To talk about")
    expect(board.locator(".contested > li")).to_have_count(1)
    expect(board.locator(".contested > li")).to_contain_text("Forty people were on board.")
    show(board, "Answers")
    expect(board.locator(".items > li").nth(0)).to_contain_text("100% agreement")
    expect(board.locator(".tag")).to_have_count(0)


def sort_and_mark_words(board: Page, students: list[Page]) -> None:
    """All agree about the next; then they mark words in the text."""
    go_on(board, students, "Sort the wording")
    for page in students:
        choose(page, "the second piece")
    go_on(board, students, "Mark the loaded words")
    for page, words in zip(students, (("souls", "feared"), ("souls", "feared"), ("feared", "lives.")), strict=True):
        for word in words:
            page.locator(".words").get_by_text(word, exact=True).click()
        send(page)
    show(board, "In the texts")
    expect(board.locator(".warm.w5", has_text="feared")).to_be_visible()
    expect(board.get_by_role("heading", name="The second piece")).to_be_visible()
    expect(board.get_by_text("Merrow Echo")).to_have_count(0)


def write(board: Page, students: list[Page]) -> None:
    """They write; what they write is not on the wall."""
    go_on(board, students, "Think and write")
    for page, words in zip(students, ("The first: it counts.", "The second frightens.", "Both."), strict=True):
        page.get_by_role("textbox").fill(words)
        send(page)
    show(board, "Answers")
    expect(board.get_by_text("3 wrote something.")).to_be_visible()
    expect(board.get_by_text("it counts")).to_have_count(0)


def reveal(board: Page, students: list[Page]) -> None:
    """The reveal: outlets, and where the machine may be the one that is wrong."""
    steer(board)
    board.get_by_role("button", name="Show the answers").click()
    for page in students:
        expect(page.get_by_role("heading", name="The answers")).to_be_visible()
    board.get_by_role("link", name="Reveal", exact=True).click()
    expect(board.get_by_text("Merrow Echo").first).to_be_visible()
    board.get_by_role("link", name="Mark the loaded words").click()
    expect(board.get_by_text("Your teacher corrected the machine here.")).to_be_visible()
    expect(board.get_by_text("Most of the class marked “souls”, which the machine did not.")).to_be_visible()


def mark(board: Page, hare: Page) -> None:
    """Marking: three reflections, one after the other."""
    board.get_by_role("link", name="Marking", exact=True).click()
    board.get_by_role("link", name="Mark Think and write").click()
    for nickname, points in (("Otter", "3"), ("Fox", "2"), ("Hare", "0.5")):
        expect(board.get_by_role("heading", name=nickname, exact=True)).to_be_visible()
        board.get_by_label("Points, 0 to 3").fill(points)
        board.get_by_label("Words to the student").fill(f"Well seen, {nickname}.")
        board.get_by_role("button", name="Save and go on").click()
    expect(board.get_by_text("3 answers, all marked").first).to_be_visible()
    hare.reload()
    expect(hare.get_by_text("Well seen, Hare.")).to_be_visible()


def keep_the_gradebook(board: Page, folder: Path) -> None:
    """The gradebook: as a page, as a file, one student out and back again."""
    board.get_by_role("link", name="Gradebook", exact=True).click()
    row = board.get_by_role("row", name=re.compile("^Otter"))
    expect(row.locator("strong")).to_have_text("9")
    with board.expect_download() as download:
        board.get_by_role("link", name="Download as CSV").click()
    download.value.save_as(folder / "book.csv")
    assert "Otter 4 1 1 3 9 9" in read_ledger(folder / "book.csv")
    with board.expect_download() as download:
        row.get_by_role("link", name="Save the answers of Otter").click()
    download.value.save_as(folder / "otter.json")
    assert len(json.loads((folder / "otter.json").read_text())["answers"]) == 4
    row.get_by_role("button", name="Delete Otter and all their answers").click()
    expect(board.get_by_text("Otter and all their answers are deleted.")).to_be_visible()
    expect(row).to_have_count(0)
    board.get_by_role("button", name="Undo for Otter").click()
    expect(row.locator("strong")).to_have_text("9")


def tidy_up(board: Page) -> None:
    """After the lesson: the room in the list, deleted, and brought back."""
    board.get_by_role("link", name="All rooms of this exercise").click()
    expect(board.get_by_text("3 students, 12 answers")).to_be_visible()
    board.get_by_role("button", name="Delete now").click()
    expect(board.get_by_text("No class has done this exercise yet.")).to_be_visible()
    board.get_by_role("button", name="Undo").click()
    expect(board.get_by_text("3 students, 12 answers")).to_be_visible()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["desk", "phone"])
def test_a_whole_lesson(size: ViewportSize, visits: Visits, tmp_path: Path) -> None:
    owner = make_teacher()
    board = visits.open(size, user=owner)
    room = open_room(board, make_exercise(owner, CONTENT))
    students = seat_three(visits, board, room)
    match(board, students)
    sort_and_mark_words(board, students)
    write(board, students)
    reveal(board, students)
    mark(board, students[2])
    keep_the_gradebook(board, tmp_path)
    tidy_up(board)
    assert Answer.objects.filter(points__isnull=False).count() == 12
