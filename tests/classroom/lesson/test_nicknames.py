"""Which nicknames may stand on the wall."""

from __future__ import annotations

import pytest

from comparer.classroom.lesson.nicknames import LOOK_ALIKES, is_taken, read_nickname, suggest
from comparer.classroom.lesson.troubles import LessonError

GOOD = [
    ("Otter", "Otter"),
    ("  Red   Fox ", "Red Fox"),
    ("Ｚｏｅ", "Zoe"),
    ("Žofie-Marie", "Žofie-Marie"),
    ("Tom & Jo", "Tom & Jo"),
    ("李小龙", "李小龙"),
    ("A17", "A17"),
    ("7b", "7b"),
    ("Otter 455", "Otter 455"),
    # harmless names that hold a word of the list
    ("Scunthorpe", "Scunthorpe"),
    ("Cassidy", "Cassidy"),
    ("Takashita", "Takashita"),
    ("Sussex Tim", "Sussex Tim"),
    ("Titus", "Titus"),
    ("Class 5A", "Class 5A"),
    ("Dick", "Dick"),
]
BAD = [
    ("", "2 to 30"),
    ("x", "2 to 30"),
    ("x" * 31, "2 to 30"),
    ("<b>Otter</b>", "Leave out"),
    ("Ot\u202eter", "Leave out"),
    ("Ot\x00ter", "Leave out"),
    ("{{7*7}}", "Leave out"),
    ("=1+1", "Begin your nickname"),
    ("-- drop", "Begin your nickname"),
    ("fuck", "kind to all"),
    ("FUCK you", "kind to all"),
    ("f u c k", "kind to all"),
    ("fuuuuck", "kind to all"),
    ("Fück", "kind to all"),
    ("fuсk", "kind to all"),  # with a Cyrillic letter
    ("sh1t", "kind to all"),
    ("a55hole", "kind to all"),
    ("big ass", "kind to all"),
    ("big a55", "kind to all"),
    ("n1gger", "kind to all"),
]


@pytest.mark.parametrize(("typed", "kept"), GOOD)
def test_nickname_is_taken_as_it_is(typed: str, kept: str) -> None:
    assert read_nickname(typed) == kept


@pytest.mark.parametrize(("typed", "says"), BAD)
def test_nickname_is_refused_in_plain_words(typed: str, says: str) -> None:
    with pytest.raises(LessonError, match=says):
        read_nickname(typed)


@pytest.mark.parametrize("other", ["otter", "OTTER", "Ötter", "Оtter", "O t t e r", "0tter"])
def test_a_name_that_looks_the_same_is_taken(other: str) -> None:
    assert is_taken(other, ["Fox", "Otter"])
    assert not is_taken("Otters", ["Fox", "Otter"])


def test_suggestions_are_free_and_allowed() -> None:
    first = suggest("Otter", ["Otter"])
    assert len(set(first)) == 3
    second = suggest("Otter", ["Otter", *first])
    assert not set(first) & set(second)
    assert all(read_nickname(name) == name for name in first + second)


def test_suggestions_for_a_long_name_fit() -> None:
    names = suggest("x" * 30, ["x" * 30])
    assert len(names) == 3
    assert all(len(name) <= 30 for name in names)


def test_look_alikes_become_plain_letters() -> None:
    assert all(chr(to).isascii() and chr(to).isalpha() for to in LOOK_ALIKES.values())
