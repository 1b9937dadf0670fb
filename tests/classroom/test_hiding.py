"""Blind mode hides what gives an outlet away, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer.classroom.content import Choice, Content, Item, Line, Task
from comparer.classroom.making.hiding import HIDDEN, hide_outlets
from tests.classroom.making import CONTENT, LEFT


def _with_line(text: str, outlet: str = "The Orsa Post") -> Content:
    return replace(CONTENT, left=replace(LEFT, outlet=outlet, lines=(Line("l1", text),)))


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Letters seen by the Orsa Post show it.", f"Letters seen by {HIDDEN} show it."),
        ("The ORSA  POST asked.", f"{HIDDEN} asked."),
        ("The Orsa Postman came.", "The Orsa Postman came."),
        ("A ferry off Orsa.", "A ferry off Orsa."),
        ("It told the Merrow Echo so.", f"It told {HIDDEN} so."),
    ],
)
def test_names_of_outlets_are_hidden_in_sentences(text: str, hidden: str) -> None:
    assert hide_outlets(_with_line(text)).left.lines[0].text == hidden


def test_what_the_teacher_wrote_around_it_is_hidden_too() -> None:
    named = replace(CONTENT.tasks[0], title="What the Orsa Post tells")
    seen = hide_outlets(replace(CONTENT, title="Orsa Post and others", intro="By the Merrow Echo.", tasks=(named,)))
    assert (seen.title, seen.intro) == (f"{HIDDEN} and others", f"By {HIDDEN}.")
    assert seen.tasks[0].title == f"What {HIDDEN} tells"


def test_outlets_themselves_and_what_was_left_out_are_gone() -> None:
    seen = hide_outlets(replace(CONTENT, spare=CONTENT.tasks))
    assert (seen.left.outlet, seen.right.outlet, seen.spare) == ("", "", ())


@pytest.mark.parametrize("outlet", ["", "Now", "The"])
def test_short_names_are_words_of_the_language_and_stay(outlet: str) -> None:
    assert hide_outlets(_with_line("The ferry is now safe.", outlet)).left.lines[0].text == "The ferry is now safe."


def test_exercise_that_is_not_blind_stays_as_it_is() -> None:
    content = replace(_with_line("The Orsa Post asked."), blind=False)
    assert hide_outlets(content) is content


def test_names_across_single_words_are_hidden_word_by_word() -> None:
    words = tuple(
        Choice(f"l1w{at}", word)
        for at, word in enumerate(["We", "told", "the", "Orsa", "Post,", "he", "said."], start=1)
    )
    item = Item("i1", "many", "From the first piece", words, ("l1w2",), lines=("l1",))
    content = replace(
        _with_line("We told the Orsa Post, he said."), tasks=(Task("t1", "loaded", "Mark", "Mark.", (item,)),)
    )
    seen = hide_outlets(content).tasks[0].items[0]
    assert [one.text for one in seen.choices] == ["We", "told", "[…]", "[…]", "[…]", "he", "said."]
    assert [one.id for one in seen.choices] == [one.id for one in words]


def test_questions_choices_and_reasons_are_hidden_too() -> None:
    item = Item("i1", "one", "Who told the Orsa Post?", (Choice("a", "The Orsa Post did"), Choice("b", "A man did")), ("a",), why="See the Orsa Post.")  # fmt: skip
    task = Task("t1", "speaker", "Who?", "Read the Orsa Post.", (item,), spare=(item,))
    seen = hide_outlets(replace(_with_line("A ferry."), tasks=(task,))).tasks[0]
    assert "Orsa" not in repr(seen)
