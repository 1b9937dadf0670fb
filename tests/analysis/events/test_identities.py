from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_articles
from comparer.analysis.tools import Tools
from tests.analysis.events.conftest import ReadIdentities

TOLD = [
    ("The mayor, Nadia Hale, opened the fair.", [("Nadia Hale", "mayor", ())]),
    ("Paul Stone, the finance chief of Ovalcorp, resigned.", [("Paul Stone", "chief", ("finance", "ovalcorp"))]),
    ("The governor of Norland, Paul Stone, resigned.", [("Paul Stone", "governor", ("norland",))]),
    ("The mayor of Dunmere, Paul Stone, resigned.", [("Paul Stone", "mayor", ("dunmere",))]),
    ("Bus driver Otto Kern was arrested.", [("Otto Kern", "driver", ("bus",))]),
    ("Peter Nash was elected mayor of Corvane.", [("Peter Nash", "mayor", ("corvane",))]),
    ("Police identified the victim as Jonas Reed.", [("Jonas Reed", "victim", ())]),
    ("The bus driver, named as Otto Kern, fled.", [("Otto Kern", "driver", ("bus",))]),
    ("The plane's captain was Jonas Reed.", [("Jonas Reed", "captain", ("plane",))]),
]
UNTOLD = [
    "Nadia Hale praised the mayor.",
    "Nadia Hale is not the mayor.",
    "Witness Erik Lund saw the crash.",
    "The driver fled.",
    "The mayor of Corvane, Sangamon County, resigned.",
    "",
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_read_identities_reads_who_is_what(
    identities_of: ReadIdentities, text: str, wanted: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    found = identities_of(text)
    assert [(one.name, one.head, one.words) for one in found] == wanted
    assert all(one.definite and text[one.start : one.end] == one.name for one in found)


@pytest.mark.parametrize("text", UNTOLD)
def test_read_identities_reads_nothing_where_nobody_is_said_to_be_it(identities_of: ReadIdentities, text: str) -> None:
    assert identities_of(text) == ()


def test_read_identities_does_not_take_a_driver_for_the_driver(identities_of: ReadIdentities) -> None:
    (found,) = identities_of("Otto Kern, a driver, fled.")
    assert not found.definite


def test_two_ranks_of_one_person_are_marked_with_the_office_for_the_names_are_alike(tools: Tools) -> None:
    left = "The mayor of Corvane, Paul Stone, visited the mill."
    right = "Paul Stone, the deputy mayor of Corvane, visited the mill."
    (found,) = (one for one in compare_articles(left, right, tools=tools).differences if one.verdict == "conflict")
    assert [mark.text for mark in found.left] == ["mayor of Corvane, Paul Stone"]
    assert [mark.text for mark in found.right] == ["Paul Stone, the deputy mayor"]
    assert found.explanation == "Left calls Paul Stone mayor; right calls Paul Stone deputy mayor."
