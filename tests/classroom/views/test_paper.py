"""The worksheet and its key."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from comparer.classroom.gallery.loading import load_gallery
from tests.classroom.making import CONTENT, make_exercise, make_teacher

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(client: Client) -> dict[str, str]:
    teacher = make_teacher()
    client.force_login(teacher)
    exercise = make_exercise(teacher)
    return {
        name: client.get(reverse(name, args=[exercise.key])).content.decode()
        for name in ("paper_worksheet", "paper_key")
    }


def test_worksheet_holds_both_pieces_and_all_questions(pages: dict[str, str]) -> None:
    for text in [line.text for line in CONTENT.lines()] + [item.shown for task in CONTENT.tasks for item in task.items]:
        assert text in pages["paper_worksheet"]


def test_worksheet_tells_neither_outlets_nor_the_key(pages: dict[str, str]) -> None:
    sheet = pages["paper_worksheet"]
    assert "Merrow Echo" not in sheet
    assert "ticked" not in sheet
    assert "Names a word." not in sheet


def test_key_tells_outlets_right_answers_and_the_rubric(pages: dict[str, str]) -> None:
    sheet = pages["paper_key"]
    assert "Second piece: Merrow Echo" in sheet
    assert sheet.count("ticked") == 1
    assert "Names a word." in sheet


def test_paper_needs_an_account(client: Client) -> None:
    response = client.get(reverse("paper_key", args=[make_exercise().key]))
    assert response["Location"].startswith(reverse("login"))


def test_worksheet_says_how_to_write_each_answer(client: Client) -> None:
    client.force_login(make_teacher())
    load_gallery()
    sheet = client.get(reverse("paper_worksheet", args=["clinic"])).content.decode()
    assert sheet.count("Write 1 for the first, 2 for the second, and so on.") == 1
    assert sheet.count("Write the letter on the line.") == 2
    assert sheet.count("Underline them.") == 1


def test_key_of_a_ready_exercise_speaks_of_its_author(client: Client, pages: dict[str, str]) -> None:
    load_gallery()
    assert "its author’s corrections" in client.get(reverse("paper_key", args=["clinic"])).content.decode()
    assert "your corrections" in pages["paper_key"]
