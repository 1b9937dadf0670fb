from __future__ import annotations

import pytest

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
