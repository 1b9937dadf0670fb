"""Questions by hand: every kind from any two texts, even where the machine found nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.http import QueryDict

from comparer.classroom.content import KINDS, Choice, Content, Item, Line, Piece, Task, TaskKind, content_to_json
from comparer.classroom.making.arranging import put_question
from comparer.classroom.making.asking import WANTS, draft_question, suggest_pairs
from comparer.classroom.making.faults import (
    BOTH,
    IN_USE,
    MOST_CHOICES,
    MOST_WORDS,
    NO_KEY,
    NO_ORDER,
    NO_WORDS,
    TOO_FEW,
    TOO_MANY_WORDS,
    TWICE,
    find_faults,
)
from comparer.classroom.making.files import read_file, write_file
from comparer.classroom.making.rewording import Question, read_question
from comparer.classroom.making.tasks import begin_task, is_thin, kinds_to_begin
from comparer.classroom.marking import mark_item
from tests.classroom.making import CONTENT

LEFT = Piece("Post", "Barge sinks", tuple(Line(f"l{at}", text) for at, text in enumerate([
    "A barge sank off Tarn on Friday with 14 crates aboard.",
    "The harbour master said that a chain may have snapped.",
    "Greedy owners had skimped on chains for years.",
    "Divers will look for the crates today.",
], start=1)))  # fmt: skip
RIGHT = Piece("Echo", "Barge lost", tuple(Line(f"r{at}", text) for at, text in enumerate([
    "On Saturday a barge went down near Tarn.",
    "Its 20 crates held glass, the owner said.",
    "A chain snapped.",
    "Nobody was hurt.",
    "The barge was built in 1970.",
], start=1)))  # fmt: skip
BARE = Content("Barge", LEFT, RIGHT, (Task("t1", "reflect", "Write", "Write.", (Item("i1", "text", "Why?"),)),))
LINES = {line.id: line for line in BARE.lines()}
SENTENCES: dict[TaskKind, tuple[str, ...]] = {
    "match": ("l1", "r1"),
    "disagree": ("l1", "r2"),
    "sort": ("l3",),
    "label": ("l2", "r3"),
    "loaded": ("l3",),
    "speaker": ("l2",),
    "missing": ("l1", "l3", "l4"),
    "sure": ("l2", "r3", "r2"),
    "reflect": ("l3",),
}
KEYS: dict[TaskKind, dict[str, list[str]]] = {
    "match": {"key": ["r1"]},
    "disagree": {"key": ["l1-3", "r2-1"]},
    "sort": {"key": ["left"]},
    "label": {"key": ["certainty"]},
    "loaded": {"key": ["l3w1", "l3w4"]},
    "speaker": {"key": ["named"]},
    "missing": {"key": ["l3", "l4"]},
    "sure": {"place-r3": ["1"], "place-r2": ["2"], "place-l2": ["3"]},
    "reflect": {},
}


def lines_of(kind: TaskKind) -> list[Line]:
    return [LINES[one] for one in SENTENCES[kind]]


def write(content: Content, kind: TaskKind, task: Task | None, item: Item, **changes: list[str]) -> Question:
    """Return the question as the page would send it, unchanged but for `changes`; "_" stands for "-" in names."""
    start = read_question(content, kind, task, item)
    sent = QueryDict(mutable=True)
    sent["shown"], sent["why"] = item.shown or "Why so?", item.why
    for row in start.rows:
        sent[f"text-{row.id}"], sent[f"place-{row.id}"] = row.text, row.place
    sent.setlist("key", [row.id for row in start.rows if row.is_right])
    for name, value in changes.items():
        sent.setlist(name.replace("__", "-"), value)
    return read_question(content, kind, task, item, sent)


def fill(kind: TaskKind, **changes: list[str]) -> Question:
    """Return the first question of a new task of this kind, with its key."""
    item = draft_question(BARE, kind, None, lines_of(kind))
    given = {name.replace("-", "__"): value for name, value in KEYS[kind].items()}
    return write(BARE, kind, None, item, **(given | changes))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_made_by_hand_of_two_texts_that_the_machine_found_nothing_in(kind: TaskKind) -> None:
    assert WANTS[kind].fits(lines_of(kind))
    question = fill(kind)
    assert question.errors == {}
    task = begin_task(BARE, kind)
    content = put_question(BARE, task, question)
    assert read_file(write_file(content)) == content
    made = content.tasks[-1]
    assert (made.id, made.kind, made.points, made.items) == ("t2", kind, 1, (question.item,))
    item = made.items[0]
    assert item.asked == "text" or mark_item(item, item.key) == 1
    assert item.machine == ()


def _suggested(kind: TaskKind, content: Content) -> list[tuple[str, str]]:
    return [(first.id, second.id) for first, second in suggest_pairs(content, kind)]


def test_pairs_that_were_matched_are_suggested_until_they_are_asked_about() -> None:
    content = put_question(BARE, begin_task(BARE, "match"), fill("match"))
    for line, key in (("l2", "r3"), ("l4", "none")):
        task = content.tasks[-1]
        item = draft_question(content, "match", task, [LINES[line]])
        content = put_question(content, task, write(content, "match", task, item, key=[key]))
    assert _suggested("label", content) == [("l1", "r1"), ("l2", "r3")]
    assert _suggested("disagree", content) == [("l1", "r1")]
    assert _suggested("sure", content) == _suggested("label", BARE) == []
    asked = put_question(content, begin_task(content, "label"), fill("label"))
    assert _suggested("label", asked) == [("l1", "r1")]


@pytest.mark.parametrize("kind", [one for one in KINDS if one not in ("match", "sort", "reflect")])
def test_question_without_a_key_is_asked_for_one(kind: TaskKind) -> None:
    question = write(BARE, kind, None, draft_question(BARE, kind, None, lines_of(kind)))
    expected = {"loaded": NO_WORDS, "sure": NO_ORDER.format(count=3)}.get(kind, NO_KEY)
    assert question.errors == {"choices": expected}


@pytest.mark.parametrize(
    ("kind", "chosen", "fits"),
    [
        ("match", "l1", True),
        ("match", "r1", False),
        ("match", "l1 l2", False),
        ("match", "l1 r1 r2 r3 r4 r5", False),
        ("disagree", "l1", False),
        ("disagree", "l1 l2", False),
        ("label", "l1 r1 r2", False),
        ("loaded", "l1 r1", False),
        ("loaded", "", False),
        ("loaded", "r1 r2 r3 r4", True),
        ("speaker", "r4", True),
        ("missing", "l1", False),
        ("missing", "l1 r1", False),
        ("sure", "l1 r1", True),
        ("sure", "l1", False),
        ("reflect", "", True),
    ],
)
def test_sentences_must_fit_the_kind(kind: TaskKind, chosen: str, fits: bool) -> None:  # noqa: FBT001 -- a case
    assert WANTS[kind].fits([LINES[one] for one in chosen.split()]) == fits


def test_first_match_is_given_other_sentences_to_be_wrong_with() -> None:
    item = draft_question(BARE, "match", None, lines_of("match"))
    assert [one.id for one in item.choices] == ["r1", "r2", "r3", "r4", "r5", "none"]
    assert draft_question(BARE, "match", None, [LINES["l3"]]).key == ("none",)


def test_facts_of_both_sentences_are_offered_and_own_words_find_their_sentence() -> None:
    item = draft_question(BARE, "disagree", None, lines_of("disagree"))
    assert [one.text for one in item.choices] == [
        "“Tarn” in the first piece",
        "“Friday” in the first piece",
        "“14 crates” in the first piece",
        "“20 crates” in the second piece",
        "Nothing here disagrees",
    ]
    question = fill("disagree", new__1=["crates aboard"], newkey=["1"])
    assert question.item.choices[-2:] == (
        Choice("l1-4", "“crates aboard” in the first piece"),
        Choice("none", "Nothing here disagrees"),
    )
    assert question.item.key == ("l1-3", "r2-1", "l1-4")


def test_nothing_is_not_right_beside_something() -> None:
    question = fill("disagree", key=["l1-3", "none"])
    assert question.errors == {"choices": BOTH.format(text="Nothing here disagrees")}


MATCHING = CONTENT.tasks[0]


def test_new_choice_of_shared_ones_comes_to_all_questions_with_them() -> None:
    item = draft_question(CONTENT, "match", MATCHING, [CONTENT.left.lines[0]])
    question = write(CONTENT, "match", MATCHING, item, new__1=["Seals barked."], key=["none"])
    assert (question.others, question.errors) == (2, {})
    task = put_question(CONTENT, MATCHING, question).tasks[0]
    assert [one.id for one in task.items] == ["i1", "i2", "i3"]
    assert {one.choices for one in task.items} == {question.item.choices}
    assert [one.id for one in question.item.choices] == ["r1", "r2", "o1", "none"]
    assert [one.key for one in task.items] == [("r1",), ("r2",), ("none",)]
    assert task.points == MATCHING.points


def test_words_of_a_choice_change_everywhere_and_its_id_stays() -> None:
    item = MATCHING.items[0]
    question = write(CONTENT, "match", MATCHING, item, text__r1=[" A reef was hit,\n on Monday. "])
    task = put_question(CONTENT, MATCHING, question).tasks[0]
    assert [one.choices[0] for one in task.items] == 2 * [Choice("r1", "A reef was hit, on Monday.")]
    assert [one.key for one in task.items] == [("r1",), ("r2",)]


def test_choice_that_another_question_needs_is_not_taken_away() -> None:
    question = write(CONTENT, "match", MATCHING, MATCHING.items[0], text__r2=[""], new__1=["Else."])
    assert question.errors == {"choices": IN_USE.format(text="Sixty souls feared for their lives.")}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"text__r2": [""]}, TOO_FEW),
        ({"new__1": ["Sixty souls feared for their lives."]}, TWICE.format(text="Sixty souls feared for their lives.")),
        ({"key": []}, NO_KEY),
        ({"key": ["strange"]}, NO_KEY),
    ],
)
def test_choices_that_cannot_be_are_refused(changes: dict[str, list[str]], problem: str) -> None:
    task = replace(MATCHING, items=MATCHING.items[:1])
    assert write(CONTENT, "match", task, task.items[0], **changes).errors == {"choices": problem}


@pytest.mark.parametrize(("count", "problems"), [(MOST_WORDS, []), (MOST_WORDS + 1, [("choices", TOO_MANY_WORDS)])])
def test_words_are_as_many_as_a_file_may_hold(count: int, problems: list[tuple[str, str]]) -> None:
    words = tuple(Choice(f"l1w{at}", "word") for at in range(count))
    item = Item("i1", "many", "Which words judge?", words, ("l1w0",))
    assert list(find_faults(item, [], is_words=True)) == problems


def test_endless_choices_and_words_are_cut_and_null_characters_dropped() -> None:
    question = fill("speaker", new__1=["x" * 9_000], new__2=["a\0b"], shown=["?" * 9_000])
    assert [len(one.text) for one in question.item.choices[-2:]] == [600, 2]
    assert len(question.item.shown) == 3_000
    assert len(question.item.choices) <= MOST_CHOICES


def test_removed_choice_leaves_near_and_machine_too() -> None:
    item = replace(MATCHING.items[0], near={"r2": 0.5}, machine=("r2",))
    task = replace(MATCHING, items=(item,))
    changed = write(CONTENT, "match", task, item, text__r2=[""], new__1=["Nothing."]).item
    assert (changed.near, changed.machine, changed.key) == ({}, (), ("r1",))


def test_order_takes_new_sentences_with_their_place() -> None:
    question = fill("sure", new__1=["Nobody was hurt."], newplace__1=["4"])
    assert question.errors == {}
    assert question.item.key == ("r3", "r2", "l2", "r4")
    assert set(question.item.lines) == {"r3", "r2", "l2", "r4"}


@pytest.mark.parametrize("place", ["", "9", "x", "03", "²"])
def test_order_that_is_none_keeps_what_was_typed(place: str) -> None:
    question = fill("sure", place__l2=[place])
    assert question.errors == {"choices": NO_ORDER.format(count=3)}
    assert place in {row.place for row in question.rows}


def test_another_kind_of_difference_becomes_a_choice_of_all_and_is_right() -> None:
    first = put_question(BARE, begin_task(BARE, "label"), fill("label"))
    task = first.tasks[-1]
    item = draft_question(first, "label", task, [LINES["l1"], LINES["r1"]])
    question = write(first, "label", task, item, label=["agency"])
    both = put_question(first, task, question).tasks[-1]
    assert [one.key for one in both.items] == [("certainty",), ("agency",)]
    assert len({one.choices for one in both.items}) == 1
    assert question.item.choices[-1].id == "agree"
    assert "agency" not in {kind for kind, _ in read_question(first, "label", both, both.items[0]).labels}


def test_unknown_label_is_no_choice() -> None:
    assert "strange" not in {one.id for one in fill("label", label=["strange"]).item.choices}


def test_nothing_changed_is_the_same_document() -> None:
    for task in CONTENT.tasks:
        for item in task.items:
            question = write(CONTENT, task.kind, task, item)
            assert content_to_json(put_question(CONTENT, task, question)) == content_to_json(CONTENT)


def test_kinds_without_a_task_can_be_begun_and_thin_tasks_are_told() -> None:
    assert [kind for kind, *_ in kinds_to_begin(CONTENT)] == [
        "disagree",
        "label",
        "loaded",
        "speaker",
        "missing",
        "sure",
    ]
    assert is_thin(MATCHING)
    assert not is_thin(replace(MATCHING, items=MATCHING.items * 3))
