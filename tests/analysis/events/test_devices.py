"""Whether a device did its work, in whole comparisons."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_articles
from comparer.analysis.tools import Tools

CONFLICTS = [
    (
        "Pupils at the Brunn school woke to smoke. The alarm in the dormitory had failed to go off.",
        "The alarm in the dormitory woke pupils at the Brunn school before the smoke reached them.",
    ),
    ("The siren on the dam sounded at noon.", "The siren on the dam did not sound at noon."),
    ("The cameras in the vault were working that night.", "The cameras in the vault had been switched off that night."),
]
NO_CONFLICTS = [
    ("The siren on the dam sounded at noon.", "At noon the siren on the dam went off."),
    ("The siren on the dam may sound at noon.", "The siren on the dam did not sound."),
    ("The alarm in the dormitory sounded.", "The sprinkler in the dormitory did not work."),
    ("The alarm in the dormitory never failed.", "The alarm in the dormitory sounded."),
]


def conflicts(left: str, right: str, tools: Tools) -> set[str]:
    return {one.kind for one in compare_articles(left, right, tools=tools).differences if one.verdict == "conflict"}


@pytest.mark.parametrize(("left", "right"), CONFLICTS)
def test_devices_that_worked_here_and_failed_there_are_a_conflict(left: str, right: str, tools: Tools) -> None:
    assert "polarity" in conflicts(left, right, tools)
    assert "polarity" in conflicts(right, left, tools)


@pytest.mark.parametrize(("left", "right"), NO_CONFLICTS)
def test_devices_that_did_alike_are_none(left: str, right: str, tools: Tools) -> None:
    assert "polarity" not in conflicts(left, right, tools)
    assert "polarity" not in conflicts(right, left, tools)
