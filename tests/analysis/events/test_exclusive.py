"""Words of which only one can be true, in whole comparisons."""

from __future__ import annotations

from itertools import combinations

import pytest

from comparer.analysis.compare import compare_articles
from comparer.analysis.events.exclusive import compare_exclusive
from comparer.analysis.events.exclusive_words import load_groups
from comparer.analysis.lexicons import Lexicons
from comparer.analysis.tools import Tools
from tests.analysis.events.conftest import MakePassage

CONFLICTS = [
    ("person", "A man was killed in the landslide.", "A woman was killed in the landslide."),
    ("person", "Her sister called the coastguard.", "Her brother called the coastguard."),
    ("person", "The younger brother confessed.", "The older brother confessed."),
    ("person", "A German climber was killed.", "A Dutch climber was killed."),
    ("person", "Keller, a Democrat, opposed the bill.", "Keller, a Republican, opposed the bill."),
    ("polarity", "A red van hit the cyclist.", "A white van hit the cyclist."),
    ("polarity", "The thief fled the bakery on foot.", "The thief fled the bakery by car."),
    ("polarity", "The sailor was shot in the leg.", "The sailor was shot in the chest."),
    ("polarity", "The guard was stabbed outside the bank.", "The guard was shot outside the bank."),
    ("polarity", "The robber threatened the clerk with a knife.", "The robber threatened the clerk with a gun."),
    (
        "polarity",
        "The driver was charged with murder on Friday.",
        "The driver was charged with manslaughter on Friday.",
    ),
    ("polarity", "The council passed it unanimously in May.", "The council passed it by a narrow margin in May."),
    ("polarity", "The miner is in a stable condition.", "The miner is in a critical condition."),
    ("place", "The stolen car was heading north.", "The stolen car was heading south."),
    ("date", "The raid happened in the morning.", "The raid happened in the evening."),
]
NO_CONFLICTS = [
    ("A man and a woman were arrested near the mill.", "A woman was arrested near the mill."),
    ("A man was arrested in Halden for theft.", "A woman was arrested in Norwick for arson."),
    ("The man said the house was cold.", "The woman said the house was cold."),
    ("A red van and a white van collided.", "A white van collided with a red van."),
    ("The boats crossed the Black Sea.", "The boats crossed the Red Sea."),
    ("A German and a Dutch climber were killed.", "A Dutch climber was killed."),
    ("The German minister opened the fair.", "The French minister opened the fair."),
    ("The sailor was shot in the leg and the arm.", "The sailor was shot in the arm."),
    ("The raid may happen in the morning.", "The raid happened in the evening."),
]


def conflicts(left: str, right: str, tools: Tools) -> set[str]:
    return {one.kind for one in compare_articles(left, right, tools=tools).differences if one.verdict == "conflict"}


@pytest.mark.parametrize(("kind", "left", "right"), CONFLICTS)
def test_words_that_exclude_each_other_in_one_place_are_a_conflict(
    kind: str, left: str, right: str, tools: Tools
) -> None:
    assert kind in conflicts(left, right, tools)
    assert kind in conflicts(right, left, tools)


@pytest.mark.parametrize(("kind", "left", "right"), CONFLICTS)
def test_the_explanation_names_both_sides_where_pages_put_the_outlets(
    kind: str, left: str, right: str, tools: Tools
) -> None:
    told = [one.explanation for one in compare_articles(left, right, tools=tools).differences if one.kind == kind]
    assert told
    assert all(words.startswith("Left ") and "; right " in words for words in told)


@pytest.mark.parametrize(("left", "right"), NO_CONFLICTS)
def test_words_that_both_can_be_true_are_none(left: str, right: str, tools: Tools) -> None:
    assert not conflicts(left, right, tools) & {"person", "polarity", "date"}


def test_what_they_are_called_is_not_told_beside_who_it_was(tools: Tools) -> None:
    report = compare_articles("Her sister called the coastguard.", "Her brother called the coastguard.", tools=tools)
    assert [one.kind for one in report.differences if one.kind in ("person", "naming")] == ["person"]


@pytest.mark.parametrize("text", ["", "…", "man", "red " * 60, "a" * 400, "\u202eon"])
def test_odd_texts_exclude_nothing(passage_of_text: MakePassage, lexicons: Lexicons, text: str) -> None:
    passages = passage_of_text(text), passage_of_text("A red van hit the cyclist.")
    assert compare_exclusive(*passages, lexicons.predicates, lexicons.actors) is None


def test_each_group_has_words_that_exclude_each_other_and_none_that_excludes_itself() -> None:
    for group in load_groups().values():
        assert any(group.exclude(one, other) for one, other in combinations(group.lines, 2))
        assert not any(group.exclude(word, word) for word in group.lines)
        assert not group.exclude("unheard-of", next(iter(group.lines)))
