"""One event told in two sentences or with parts exchanged, in whole comparisons; lookalikes that must stay unmarked."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import compare_articles
from comparer.analysis.tools import Tools

CONFLICTS = [
    (
        "polarity",
        "The coach skidded off a pass near Lomar. Its driver survived with a cut hand.",
        "The driver of the coach that skidded off a pass near Lomar was killed.",
    ),
    (
        "polarity",
        "A kayak capsized on Lake Venn. The paddler drowned.",
        "The paddler whose kayak capsized on Lake Venn survived.",
    ),
    (
        "person",
        "Tolm Dairy has sold its fleet of milk barges to Brunn Farms, both firms said.",
        "Brunn Farms has sold its fleet of milk barges to Tolm Dairy, according to both firms.",
    ),
    (
        "person",
        "Brunn Farms bought the old mill from Tolm Dairy in May.",
        "Tolm Dairy bought the old mill from Brunn Farms in May.",
    ),
]
NO_CONFLICTS = [
    (
        "polarity",
        "The coach skidded off a pass near Lomar. Its driver survived.",
        "The driver of a tram in Orsa was killed.",
    ),
    (
        "polarity",
        "A kayak capsized on Lake Venn. The paddler drowned.",
        "Two hikers were missing on Mount Tolm; the guide survived the avalanche.",
    ),
    ("person", "The goalkeeper broke the striker's arm in training.", "The striker broke his arm in training."),
    ("person", "The dog bit the postman's hand; the judge cut her speech.", "The judge cut her speech short."),
    ("person", "Tolm Dairy sold the mill to Brunn Farms.", "Brunn Farms bought the mill from Tolm Dairy."),
    ("person", "Tolm Dairy sold a mill to Brunn Farms.", "Brunn Farms sold a barn to the parish of Tolm."),
]


def conflicts(left: str, right: str, tools: Tools) -> set[str]:
    return {one.kind for one in compare_articles(left, right, tools=tools).differences if one.verdict == "conflict"}


@pytest.mark.parametrize(("kind", "left", "right"), CONFLICTS)
def test_one_event_told_otherwise_is_a_conflict(kind: str, left: str, right: str, tools: Tools) -> None:
    assert kind in conflicts(left, right, tools)
    assert kind in conflicts(right, left, tools)


@pytest.mark.parametrize(("kind", "left", "right"), NO_CONFLICTS)
def test_two_events_and_one_told_alike_are_none(kind: str, left: str, right: str, tools: Tools) -> None:
    assert kind not in conflicts(left, right, tools)
    assert kind not in conflicts(right, left, tools)


def test_agency_marks_who_gave_what_others_received(tools: Tools) -> None:
    found = compare_articles(
        "A vet gave the foals twice the usual dose.", "The foals got twice the usual dose.", tools=tools
    ).differences
    assert "agency" in {one.kind for one in found}
