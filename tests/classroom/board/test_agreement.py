"""How far a class agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.classroom.board.agreement import Alpha, agreement_on, alpha_of, same_answer
from comparer.classroom.board.sent import Sent, chosen_in
from comparer.classroom.content import Choice, Item, Task
from tests.classroom.board.classes import answer_both, answers, make_item, make_task

SHARES = [
    ("all agree", "one", ("a", "a", "a"), 1.0),
    ("two of three", "one", ("a", "a", "b"), 1 / 3),
    ("all differ", "one", ("a", "b", "c"), 0.0),
    ("one alone", "one", ("a",), None),
    ("nobody", "one", (), None),
    ("one left out", "one", ("a", "", "a"), 1.0),
    ("the same marks", "many", ("ab", "ba"), 1.0),
    ("nobody marked anything", "many", ("", ""), 1.0),
    ("one of two marks shared", "many", ("ab", "a"), 0.5),
    ("no mark shared", "many", ("a", "b"), 0.0),
    ("the same order", "order", ("abcd", "abcd"), 1.0),
    ("the order turned round", "order", ("abcd", "dcba"), 0.0),
    ("two neighbours exchanged", "order", ("abcd", "bacd"), 5 / 6),
    ("orders of other parts", "order", ("a", "b"), None),
]


@pytest.mark.parametrize(("asked", "class_", "share"), [case[1:] for case in SHARES], ids=[case[0] for case in SHARES])
def test_agreement_on_an_item(asked: str, class_: tuple[str, ...], share: float | None) -> None:
    item = Item("i1", asked, "", make_item().choices, ("a",))  # type: ignore[arg-type]
    assert agreement_on(item, chosen_in(answers(*class_), item)) == pytest.approx(share)


def test_agreement_is_not_said_of_words() -> None:
    assert agreement_on(Item("i1", "text", ""), [("So.",), ("So.",)]) is None


@given(st.lists(st.integers(0, 30), max_size=5))
def test_same_answer_is_a_share(counts: list[int]) -> None:
    share = same_answer(counts)
    assert share is None if sum(counts) < 2 else share is not None and 0 <= share <= 1


TWO = make_task(make_item(name="i1"), make_item(name="i2"))


def by_definition(units: Sequence[Sequence[str]]) -> float:
    """Nominal alpha as the book has it: one less the share of unlike pairs seen, over those of luck."""
    units = [unit for unit in units if len(unit) > 1]
    totals = Counter(value for unit in units for value in unit)
    people = sum(totals.values())
    seen = sum(sum(a != b for a, b in permutations(unit, 2)) / (len(unit) - 1) for unit in units) / people
    by_luck = sum(totals[a] * totals[b] for a, b in permutations(totals, 2)) / (people * (people - 1))
    return 1 - seen / by_luck


@given(st.lists(st.tuples(st.sampled_from(["", *"abcd"]), st.sampled_from(["", *"abcd"])), min_size=2, max_size=9))
def test_alpha_is_what_its_definition_says(given: list[tuple[str, str]]) -> None:
    alpha = alpha_of(TWO, answer_both(*given))
    units = [[one for one in column if one] for column in zip(*given, strict=True)]
    if alpha.value is not None:
        assert alpha.value == pytest.approx(by_definition(units))
    else:
        assert alpha.why_not


ALPHAS = [
    ("all agree, not on one answer", TWO, answer_both(("a", "b"), ("a", "b")), 1.0),
    ("they pull apart", TWO, answer_both(("a", "b"), ("b", "a")), -0.5),
    ("marks shared", make_task(make_item("many")), answers("ab", "ab", "ab"), 1.0),
    ("the same order", make_task(make_item("order", "abcd")), answers("abcd", "abcd"), 1.0),
    ("the order turned round", make_task(make_item("order", "abcd")), answers("abcd", "dcba"), -0.75),
]  # fmt: skip


@pytest.mark.parametrize(("task", "sent", "value"), [case[1:] for case in ALPHAS], ids=[case[0] for case in ALPHAS])
def test_alpha_of_a_task(task: Task, sent: list[Sent], value: float) -> None:
    assert alpha_of(task, sent).value == pytest.approx(value, abs=0.01)


OF_ITS_OWN = make_task(
    Item("i1", "one", "", (Choice("x", "red"), Choice("y", "blue")), ("x",)),
    Item("i2", "one", "", (Choice("x", "north"), Choice("y", "south")), ("x",)),
)
UNDEFINED = [
    ("nobody", TWO, [], "two students"),
    ("one student", TWO, answers("a"), "two students"),
    ("other questions", TWO, [*answers("a"), *answers("a", item="i2")], "two students"),
    ("all the same", TWO, answer_both(("a", "a"), ("a", "a")), "Everybody gave the same answer"),
    ("nobody marked", make_task(make_item("many")), answers("", ""), "Everybody gave the same answer"),
    ("choices of their own", OF_ITS_OWN, answer_both(("x", "x"), ("y", "y")), "choices of its own"),
    ("words", make_task(Item("i1", "text", "")), answers("a", "b"), "Words of one’s own"),
    ("mixed", make_task(make_item("one"), make_item("many", name="i2")), answers("a", "b"), "mixes kinds"),
    ("no question", Task("t1", "match", "", "", ()), [], "mixes kinds"),
]


@pytest.mark.parametrize(("task", "sent", "why"), [case[1:] for case in UNDEFINED], ids=[case[0] for case in UNDEFINED])
def test_alpha_says_why_there_is_none(task: Task, sent: list[Sent], why: str) -> None:
    alpha = alpha_of(task, sent)
    assert alpha.value is None
    assert why in alpha.why_not
    assert alpha.words == alpha.why_not


WORDS = [
    (1.0, 9, "the class agrees"),
    (0.7, 9, "the class mostly agrees"),
    (0.3, 9, "the class is divided"),
    (0.0, 9, "hardly more than luck"),
    (-0.4, 9, "less than luck: the class pulls apart"),
    (1.0, 3, "the class agrees (only 3 answered: take it as a hint)"),
]


@pytest.mark.parametrize(("value", "students", "words"), WORDS)
def test_alpha_in_words(value: float, students: int, words: str) -> None:
    assert Alpha(value, students=students).words == words
