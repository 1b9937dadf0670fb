"""What the class is divided about."""

from __future__ import annotations

from comparer.classroom.board.contested import OF_ONE_ITEM, most_contested
from comparer.classroom.board.tally import tally_items
from comparer.classroom.content import Item
from tests.classroom.board.classes import answer_both, answers, make_item, make_task


def test_most_contested_comes_first_and_what_all_agree_on_is_left_out() -> None:
    items = make_item(name="i1"), make_item(name="i2"), make_item(name="i3")
    sent = answer_both(("a", "a"), ("a", "b"), ("b", "c"))
    sent += answers("d", "d", item="i3")
    found = most_contested(tally_items(make_task(*items), sent))
    assert [(one.item.id, one.agreement_percent) for one in found] == [("i2", 0), ("i1", 33)]
    assert found[1].camps == (("the a", 2), ("the b", 1))
    assert most_contested(tally_items(make_task(*items), sent), most=1) == found[:1]


def test_each_mark_is_a_question_of_its_own() -> None:
    item = make_item("many", "ab")
    found = most_contested(tally_items(make_task(item), answers("abc", "ac", "abd", "a")))
    assert [one.about for one in found] == ["“the b”", "“the c”", "“the d”"]
    assert len(found) == OF_ONE_ITEM
    assert found[0].camps == (("marked it", 2), ("did not", 2))


def test_camps_of_an_order_are_told_by_what_comes_first() -> None:
    found = most_contested(tally_items(make_task(make_item("order", "abcd")), answers("abcd", "bacd")))
    assert found[0].camps == (("put first: the a", 1), ("put first: the b", 1))


def test_words_and_single_answers_are_not_contested() -> None:
    reflection = make_task(Item("i1", "text", "Why?"))
    tallies = [*tally_items(reflection, answers("x", "y")), *tally_items(make_task(), answers("a"))]
    assert most_contested(tallies) == []
