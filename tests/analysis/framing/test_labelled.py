"""Two speakers who call one thing something else are told of; facts, denials and the outlet's own words are not."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_articles
from comparer.analysis.report import Difference
from comparer.analysis.tools import Tools

# left, right, and what each calls it
CALLED = [
    ("The toll is robbery, the hauliers said.", "The toll is an investment, the ministry said.", "robbery", "investment"),
    ("A widow called the statue an insult to the dead.", "The sculptor called the statue a tribute to courage.",
     "insult to the dead", "tribute to courage"),
    ("Growers hailed the treaty as a breakthrough.", "Herders dismissed the treaty as a gimmick.", "breakthrough", "gimmick"),
    ("The opposition branded the budget a sham.", "The premier described the budget as a masterpiece.", "sham", "masterpiece"),
    ("According to the abbot, the quarry is a wound.", "In the mayor's view, the quarry is a blessing.", "wound", "blessing"),
    ("“The wall is a disgrace,” a poet said.", "The wall is a shield, as the general put it.", "disgrace", "shield"),
    ("The foreman called the striking miners traitors.", "A priest called the striking miners heroes.", "traitors", "heroes"),
    ("The closure is blackmail, the employers said.", "The closure is self-defence, the union said.", "blackmail",
     "self-defence"),
]  # fmt: skip
NOT_CALLED = [
    ("The toll is robbery, the hauliers said.", "The bridge is an investment, the ministry said."),  # two things
    ("The toll is robbery, the hauliers said.", "The toll is not an investment, the ministry said."),  # denied
    ("The find is a grave, a digger said.", "The find is a tomb, the curator said."),  # the same word, in effect
    ("The blast is the cause of the outage, the grid said.", "The cause is a squirrel, a farmer said."),  # a fact
    ("The toll is robbery.", "The toll is an investment."),  # nobody says so
    ("It is robbery, the hauliers said.", "It is an investment, the ministry said."),  # nobody knows what is meant
]


def named(left: str, right: str, tools: Tools) -> list[Difference]:
    found = compare_articles(left, right, tools=tools).differences
    return [one for one in found if one.kind == "naming" and one.left and one.right]


@pytest.mark.parametrize(("left", "right", "here", "there"), CALLED)
def test_two_speakers_call_one_thing_something_else(left: str, right: str, here: str, there: str, tools: Tools) -> None:
    for first, second, ours, theirs in ((left, right, here, there), (right, left, there, here)):
        (one,) = named(first, second, tools)
        assert (one.verdict, one.left[0].text, one.right[0].text) == ("differs", ours, theirs)


@pytest.mark.parametrize(("left", "right"), NOT_CALLED)
def test_facts_denials_and_the_outlets_own_words_are_no_names(left: str, right: str, tools: Tools) -> None:
    assert named(left, right, tools) == []


def test_of_two_short_texts_the_two_speakers_are_told_too(tools: Tools) -> None:
    left, right, *_ = CALLED[0]
    found = compare_articles(left, right, tools=tools).differences
    (said,) = [one for one in found if one.kind == "attribution"]
    assert (said.left[0].text, said.right[0].text) == ("the hauliers", "the ministry")


def test_a_thing_is_told_of_once(tools: Tools) -> None:
    left = "The toll is robbery, the hauliers said. The toll is a disgrace, a driver said."
    right = "The toll is an investment, the ministry said. The toll is a necessity, the treasurer said."
    assert len(named(left, right, tools)) == 1
