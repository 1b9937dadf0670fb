"""What the editor sends, laid over the exercise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.http import QueryDict

from comparer.classroom.content import Choice, Content, Item, Task, content_to_json
from comparer.classroom.making.arranging import leave_out, move_task, put_back
from comparer.classroom.making.editing import Draft, read_draft
from tests.classroom.making import CONTENT

SENTENCES = tuple(Choice(one, f"Sentence {one}") for one in ("l1", "l2", "r1"))
WORDS = tuple(Choice(f"l1w{at}", word) for at, word in enumerate(["A", "vile", "plan", "of", "the", "town"], start=1))
VOICES = tuple(Choice(one, one) for one in ("own", "named", "institution", "document"))
SURE = Task(
    "t1", "sure", "Sure", "Order.", (Item("i1", "order", "Which?", SENTENCES, ("l1", "l2", "r1"), lines=("l1",)),)
)
LOADED = Task(
    "t2", "loaded", "Loaded", "Mark.", (Item("i1", "many", "From", WORDS, ("l1w2",), {"l1w3": 0.25}, ("l1w2",)),)
)
SPEAKER = Task("t3", "speaker", "Who?", "Choose.", (Item("i1", "one", "Who?", VOICES, ("own",), {}, ("own",)),))
WRITE = Task("t4", "reflect", "Write", "Write.", (Item("i1", "text", "Why?"),))
EXERCISE = replace(CONTENT, tasks=(SURE, LOADED, SPEAKER, WRITE))


def _send(**changes: object) -> Draft:
    sent = QueryDict(mutable=True)
    sent.update({"title": EXERCISE.title, "blind": "on"})
    for task in EXERCISE.tasks:
        for name in ("title", "instructions", "minutes", "difficulty", "points"):
            sent[f"{task.id}-{name}"] = str(getattr(task, name))
        sent.setlist(f"{task.id}-on", ["i1"])
        for item in task.items:
            sent.setlist(f"{task.id}-i1-key", list(item.key))
            for place, one in enumerate(item.key, start=1):
                sent[f"{task.id}-i1-place-{one}"] = str(place)
    for name, value in changes.items():
        sent.setlist(name.replace("_", "-"), value if isinstance(value, list) else [str(value)])
    return read_draft(EXERCISE, sent)


def _item(content: Content, task_id: str) -> Item:
    task = content.task(task_id)
    assert task is not None
    return task.items[0]


def test_nothing_changed_is_the_same_document() -> None:
    draft = _send()
    assert draft.is_valid
    assert content_to_json(draft.content) == content_to_json(EXERCISE)


def test_order_is_corrected_by_numbers() -> None:
    draft = _send(t1_i1_place_l1=3, t1_i1_place_r1=1)
    assert draft.is_valid
    assert _item(draft.content, "t1").key == ("r1", "l2", "l1")


@pytest.mark.parametrize("place", ["2", "", "9", "first", "01"])
def test_order_that_is_none_keeps_what_was_typed(place: str) -> None:
    draft = _send(t1_i1_place_l1=place)
    assert not draft.is_valid
    item = draft.tasks[0].items[0]
    assert item.error == "Give each sentence a place of its own, from 1 to 3."
    assert [one.place for one in item.choices] == [place, "2", "3"]
    assert _item(draft.content, "t1").key == ("l1", "l2", "r1")


def test_other_loaded_words_have_other_neighbours() -> None:
    item = _item(_send(t2_i1_key=["l1w6"]).content, "t2")
    assert (item.key, item.near, item.machine) == (("l1w6",), {}, ("l1w2",))
    item = _item(_send(t2_i1_key=["l1w3"]).content, "t2")
    assert item.near == {"l1w2": 0.25}


def test_another_voice_has_other_neighbours() -> None:
    assert _item(_send(t3_i1_key=["institution"]).content, "t3").near == {"named": 0.5, "document": 0.5}


def test_what_is_nearly_right_says_what_it_earns() -> None:
    item = _send(t3_i1_key=["institution"]).tasks[2].items[0]
    assert [(one.choice.id, one.worth) for one in item.choices if one.worth] == [
        ("named", "half"),
        ("document", "half"),
    ]


def test_item_that_is_left_out_needs_no_key() -> None:
    draft = _send(t1_on=["i1"], t2_i1_key=[], t2_on=[])
    assert [bool(one.items[0].error) for one in draft.tasks] == [False, False, False, False]
    assert draft.tasks[1].error


def test_own_question_is_added_to_free_writing_only() -> None:
    draft = _send(t4_new="  What else?\r\nSay why. ", t1_new="No")
    assert [[one.shown for one in task.items] for task in draft.content.tasks][3] == ["Why?", "What else?\nSay why."]
    assert len(draft.content.tasks[0].items) == 1


def test_own_question_stays_typed_where_something_else_is_wrong() -> None:
    draft = _send(t4_new="What else?", title=" ")
    assert not draft.is_valid
    assert (draft.tasks[3].own, len(draft.tasks[3].items)) == ("What else?", 1)


def test_endless_words_are_cut_and_null_characters_dropped() -> None:
    item = _item(_send(t3_i1_why="a\0b" + 2_000 * "x").content, "t3")
    assert item.why.startswith("abx")
    assert len(item.why) == 1_500


def test_moves_stop_at_the_ends_and_do_not_know_strange_ids() -> None:
    ids = [one.id for one in move_task(EXERCISE, "t1", by=1).tasks]
    assert ids == ["t2", "t1", "t3", "t4"]
    assert move_task(EXERCISE, "t1", by=-1) == move_task(EXERCISE, "t9", by=1) == EXERCISE


def test_left_out_tasks_come_back_at_the_end() -> None:
    without = leave_out(EXERCISE, "t2")
    assert ([one.id for one in without.tasks], without.spare) == (["t1", "t3", "t4"], (LOADED,))
    assert [one.id for one in put_back(without, "t2").tasks] == ["t1", "t3", "t4", "t2"]
    assert put_back(without, "t9") == without
