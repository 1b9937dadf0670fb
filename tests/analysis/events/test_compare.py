from __future__ import annotations

import pytest

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.compare import compare_events
from comparer.analysis.lexicons import Lexicons
from tests.analysis.events import comparison_cases
from tests.analysis.events.comparison_cases import AGENTS, CERTAINTIES, CONTRADICTIONS, PEOPLE, SAME, Case
from tests.analysis.events.conftest import MakePassage

CASES = [*CONTRADICTIONS, *PEOPLE, *AGENTS, *CERTAINTIES, *SAME]


@pytest.fixture
def compare(passage_of_text: MakePassage, lexicons: Lexicons) -> comparison_cases.Compare:
    def run(left: str, right: str) -> list[Finding]:
        passages = passage_of_text(left), passage_of_text(right)
        return list(
            compare_events(*passages, predicates=lexicons.predicates, actors=lexicons.actors, labels=lexicons.labels)
        )

    return run


@pytest.mark.parametrize("case", CASES, ids=[f"{left} | {right}" for left, right, _ in CASES])
def test_compare_events_finds_just_these_differences(compare: comparison_cases.Compare, case: Case) -> None:
    left, right, wanted = case
    assert {(finding.kind, finding.verdict) for finding in compare(left, right)} == wanted


@pytest.mark.parametrize("case", CASES, ids=[f"{right} | {left}" for left, right, _ in CASES])
def test_compare_events_finds_the_same_the_other_way_round(compare: comparison_cases.Compare, case: Case) -> None:
    left, right, wanted = case
    assert {(finding.kind, finding.verdict) for finding in compare(right, left)} == wanted


@pytest.mark.parametrize("sentence", sorted({side for left, right, _ in CASES for side in (left, right)}))
def test_compare_events_finds_nothing_between_a_text_and_itself(
    compare: comparison_cases.Compare, sentence: str
) -> None:
    assert compare(sentence, sentence) == []


def test_compare_events_explains_with_the_words_of_both_sides(compare: comparison_cases.Compare) -> None:
    (finding,) = compare("The mayor did not comment on the leak.", "The mayor commented on the leak.")
    assert finding.explanation == "Left says no (“did not comment”); right says yes (“commented”)."
    assert [mark.text for mark in finding.left] == ["did not comment"]


def test_compare_events_names_a_denial_by_who_denies(compare: comparison_cases.Compare) -> None:
    (finding,) = compare("Beldonia denied sending troops.", "Beldonia sent troops.")
    assert (finding.kind, finding.verdict) == ("polarity", "differs")
    assert finding.explanation == "Left writes that Beldonia denies it (“denied”); right states it as a fact."
