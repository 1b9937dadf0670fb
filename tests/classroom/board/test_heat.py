"""How warm the two texts are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer.classroom.board.heat import Warm, can_be_warm, warm_texts
from comparer.classroom.board.sent import Sent
from comparer.classroom.content import Choice, Content, Item, Line, Piece, Task, TaskKind
from comparer.classroom.making.hiding import hide_outlets

LEFT = Piece("Orsa Post", "Ferry aground", (Line("l1", "A ferry ran aground."), Line("l2", "Forty people cheered.", 1)))
RIGHT = Piece("Merrow Echo", "Disaster", (Line("r1", "A doomed ferry, a doomed coast."),))


def make_task(item: Item, kind: TaskKind = "loaded") -> tuple[Content, Task]:
    task = Task("t1", kind, "", "", (item,))
    return Content("Ferries", LEFT, RIGHT, (task,)), task


def sent(*given: list[str]) -> list[Sent]:
    return [Sent(pupil, "t1", {"i1": chosen}) for pupil, chosen in enumerate(given)]


def words_of(content: Content, task: Task, answers: list[Sent]) -> list[tuple[str, int | None, int]]:
    pieces = warm_texts(content, task, answers)
    return [
        (word.text, word.count, word.level)
        for piece in pieces
        for paragraph in piece.paragraphs
        for line in paragraph
        for word in line.words
    ]


def test_words_are_warm_where_they_stand() -> None:
    item = Item("i1", "many", "", tuple(Choice(f"r1w{at}", word) for at, word in enumerate(RIGHT.lines[0].text.split(), 1)), ("r1w2",), machine=("r1w5",))  # fmt: skip
    content, task = make_task(item)
    answers = sent(["r1w2", "r1w5"], ["r1w5"])
    assert words_of(content, task, answers)[2:] == [
        ("A", 0, 0), (" ", None, 0), ("doomed", 1, 3), (" ", None, 0), ("ferry,", 0, 0), (" ", None, 0),
        ("a", 0, 0), (" ", None, 0), ("doomed", 2, 5), (" ", None, 0), ("coast.", 0, 0),
    ]  # fmt: skip
    right = warm_texts(content, task, answers)[1].paragraphs[0][0]
    assert [(word.text, word.percent) for word in right.words if word.is_key] == [("doomed", 50)]
    assert [word.percent for word in right.words if word.is_machine] == [100]


def test_words_that_moved_because_an_outlet_is_hidden_are_not_warm_at_another_word() -> None:
    line = Line("r1", "The Merrow Echo saw a doomed coast.")
    choices = tuple(Choice(f"r1w{at}", word) for at, word in enumerate(line.text.split(), 1))
    content, task = make_task(Item("i1", "many", "", choices, ("r1w6",)))
    whole = replace(content, right=replace(RIGHT, lines=(line,)))
    answers = sent(["r1w6"])
    assert ("doomed", 1, 5) in words_of(whole, task, answers)
    assert not any(count for _, count, _ in words_of(hide_outlets(whole), task, answers))


def test_sentences_are_warm_as_a_whole() -> None:
    choices = (
        Choice("l1", "A ferry ran aground."),
        Choice("l2", "Forty people cheered."),
        Choice("none", "None of these"),
    )
    content, task = make_task(Item("i1", "many", "", choices, ("l1",)), "missing")
    left, right = warm_texts(content, task, sent(["l1"], ["l1", "l2"], ["none"]))
    whole = [line.whole for paragraph in left.paragraphs for line in paragraph]
    assert [(one.count, one.asked, one.is_key) for one in whole] == [(2, 3, True), (1, 3, False)]
    assert right.paragraphs[0][0].whole.count is None
    assert len(left.paragraphs) == 2


def test_a_sentence_offered_twice_counts_both() -> None:
    choices = (Choice("l1", "A ferry ran aground."),)
    items = (Item("i1", "one", "", choices, ("l1",)), Item("i2", "one", "", choices, ()))
    task = Task("t1", "match", "", "", items)
    answers = [Sent(1, "t1", {"i1": ["l1"]}), Sent(2, "t1", {"i1": [], "i2": ["l1"]})]
    whole = warm_texts(Content("", LEFT, RIGHT, (task,)), task, answers)[0].paragraphs[0][0].whole
    assert (whole.count, whole.asked, whole.level) == (2, 2, 5)


def test_passages_are_found_by_their_words() -> None:
    item = Item("i1", "many", "", (Choice("l2-1", "“Forty people” in the first piece"),), ("l2-1",))
    content, task = make_task(item, "disagree")
    assert words_of(content, task, sent(["l2-1"]))[1:3] == [("Forty people", 1, 5), (" cheered.", None, 0)]


@pytest.mark.parametrize("choice", ["l9", "l1w99", "l1w0", "l9w1", "l1-1", "none", "left", "l1w"])
def test_a_choice_without_a_place_leaves_the_texts_cold(choice: str) -> None:
    content, task = make_task(Item("i1", "many", "", (Choice(choice, "“gone”"),), (choice,)))
    pieces = warm_texts(content, task, sent([choice]))
    assert all(line.whole.count is None for piece in pieces for paragraph in piece.paragraphs for line in paragraph)
    assert {count for _, count, _ in words_of(content, task, sent([choice]))} == {None}


def test_text_is_whole_whatever_is_warm() -> None:
    item = Item("i1", "many", "", (Choice("l1w2", "ferry"), Choice("l1-1", "“A ferry ran” there")), ())
    content, task = make_task(item)
    lines = warm_texts(content, task, sent(["l1w2"]))[0].paragraphs[0]
    assert "".join(word.text for word in lines[0].words) == LEFT.lines[0].text


LEVELS = [(0, 10, 0), (1, 10, 1), (2, 10, 1), (3, 10, 2), (10, 10, 5), (1, 200, 1), (None, 0, 0)]


@pytest.mark.parametrize(("count", "asked", "level"), LEVELS)
def test_levels_rise_with_the_share(count: int | None, asked: int, level: int) -> None:
    assert Warm("", count, asked).level == level


@pytest.mark.parametrize(
    ("choice", "can"), [("l1", True), ("r3w2", True), ("l2-1", True), ("left", False), ("none", False)]
)
def test_only_passages_can_be_warm(choice: str, *, can: bool) -> None:
    assert can_be_warm(make_task(Item("i1", "one", "", (Choice(choice, ""),)))[1]) is can
