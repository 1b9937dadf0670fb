"""The same statement between quotation marks: cut, reworded, or not the same at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer.analysis.differences.quotations import compare_quotations
from comparer.analysis.passages import Passage
from tests.analysis.readings import quotes_in, reading_of

CASES = [
    ("word for word", "“We will rebuild the harbour wall by spring,” she said.",
     "She said: “We will rebuild the harbour wall by spring.”", None),
    ("trimmed", "“We will rebuild the harbour wall by spring, and nobody will pay twice,” she said.",
     "“Nobody will pay twice,” she said, promising the work by spring.", "differs"),
    ("trimmed by a word", "“Well, we will rebuild the harbour wall by spring,” she said.",
     "“We will rebuild the harbour wall by spring,” she said.", "compatible"),
    ("trimmed by a word that turns it", "“We will not rebuild the harbour wall by spring if it rains,” she said.",
     "“We will not rebuild the harbour wall by spring,” she said.", "differs"),
    ("in two halves", "“The harbour wall is old, the money is gone, and nobody cares,” she said.",
     "“The harbour wall is old, the money is gone,” she said, “and nobody cares.”", None),
    ("cut and carried on in a few other words",
     "“The pier shook and the stalls were gone, as if somebody had swept them off a table,” he said.",
     "“The pier shook and the stalls were gone,” he said. “Swept off.”", "differs"),
    ("reworded", "“Residents should avoid the old quarter and stay away from the shore,” he said.",
     "He told residents to “avoid the old quarter in any case and keep away from the shore”.", "differs"),
    ("short and reworded", "“They forgot us like stray dogs,” he said.",
     "“They left us alone like stray dogs,” he said.", "differs"),
    ("without its no", "“There will be no more closures this year,” he said.",
     "He said: “There will be more closures this year.”", "conflict"),
    ("with another form of its not", "“We don't regret this vote at all,” she said.",
     "“We do regret this vote at all,” she said.", "conflict"),
    ("unrelated", "“The vote was fair and every ballot was counted,” he said.",
     "“Our clinics have run out of blood and of beds,” she said.", None),
    ("scare quotes", "The “safe” harbour flooded.", "The “safe” harbour flooded again.", None),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "verdict"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_quotations_compare(left: str, right: str, verdict: str | None) -> None:
    sides = [
        Passage(reading, reading.claims)
        for text in (left, right)
        for reading in (replace(reading_of(text), quotes=quotes_in(text)),)
    ]
    assert [finding.verdict for finding in compare_quotations(*sides)] == ([verdict] if verdict else [])
