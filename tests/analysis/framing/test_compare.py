from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from comparer.analysis.differences.finding import Finding
from comparer.analysis.framing.compare import compare_framing
from comparer.analysis.framing.one_sided import compare_naming
from comparer.analysis.lexicons import Lexicons
from tests.analysis.framing.conftest import MakePassage

Compare = Callable[[str, str], list[Finding]]

NAMING, WORDING = ("naming", "differs"), ("wording", "differs")
ONLY_LEFT, ONLY_RIGHT = ("wording", "only_left"), ("wording", "only_right")
PRESSED = ("certainty", "differs")

CASES: list[tuple[str, str, set[tuple[str, str]]]] = [
    ("Two Norwegian citizens were arrested.", "Two Norwegian nationals were arrested.", {NAMING}),
    ("Police arrested two Norwegian men.", "Two Norwegian mercenaries were arrested by police.", {NAMING}),
    ("Soldiers captured the bridge.", "Rebels captured the bridge.", {NAMING}),
    ("Protesters burned two cars.", "Rioters burned two cars.", {NAMING}),
    ("The regime closed the border.", "The government closed the border.", {NAMING}),
    ("The protest began at noon.", "The riot began at noon.", {NAMING}),
    ("Refugees reached the island.", "Illegal immigrants reached the island.", {NAMING}),
    ("The men were mercenaries.", "The men were heroes.", {NAMING}),
    ("The killing shocked the village.", "The massacre shocked the village.", {NAMING}),
    ("The war entered its third year.", "The invasion entered its third year.", {NAMING}),
    ("The governor is a hero.", "The governor is a tyrant.", {NAMING}),
    ("The mayor criticised the council.", "The mayor slammed the council.", {WORDING}),
    ("The council passed a reckless budget.", "The council passed a budget.", {ONLY_LEFT}),
    ("The council passed a budget.", "The council shamelessly passed a budget.", {ONLY_RIGHT}),
    ("The plan failed.", "The plan clearly failed.", {PRESSED}),
    ("Two Norwegian citizens were arrested.", "Two Swedish nationals were arrested.", set()),
    ("Two nurses were arrested.", "Two engineers were arrested.", set()),
    ("The spokesman resigned.", "The spokeswoman resigned.", set()),
    ("Rosa Blum spoke.", "Blum spoke.", set()),
    ("The mayor left.", "He left.", set()),
    ("The mayor slammed the council.", "The mayor slammed the plan.", set()),
    ("The reckless budget passed.", "A reckless budget was passed.", set()),
    ("The protest began at noon.", "The protest ended at dusk.", set()),
    ("The crash closed the road.", "The fire closed the road.", set()),
    ("Police arrested the suspect.", "Police freed the hostage.", set()),
    ("“It is a disgrace,” she said.", "She said it was wrong.", set()),
    ("The men were not mercenaries.", "The men were fishermen.", set()),
]


@pytest.fixture
def compare(passage_of_text: MakePassage, lexicons: Lexicons) -> Compare:
    return lambda left, right: list(
        compare_framing(passage_of_text(left), passage_of_text(right), matched=True, lexicons=lexicons)
    )


@pytest.mark.parametrize("case", CASES, ids=[f"{left} | {right}" for left, right, _ in CASES])
def test_compare_framing_finds_just_these_differences(
    compare: Compare, case: tuple[str, str, set[tuple[str, str]]]
) -> None:
    left, right, wanted = case
    assert {(finding.kind, finding.verdict) for finding in compare(left, right)} == wanted


@pytest.mark.parametrize("text", sorted({side for left, right, _ in CASES for side in (left, right)}))
def test_compare_framing_finds_nothing_between_a_text_and_itself(compare: Compare, text: str) -> None:
    assert compare(text, text) == []


def test_compare_framing_tells_both_labels_and_which_takes_a_side(compare: Compare) -> None:
    (finding,) = compare("The regime closed the border.", "The government closed the border.")
    assert finding.explanation == "Left says “regime”; right says “government”. “regime” takes a side."
    assert finding.sureness == "sure"


def test_compare_framing_calls_plain_labels_plain(compare: Compare) -> None:
    (finding,) = compare("Two Norwegian citizens were arrested.", "Two Norwegian nationals were arrested.")
    assert "Both words are plain." in finding.explanation
    assert finding.sureness == "likely"


def test_compare_framing_passes_over_wording_of_passages_that_hardly_match(
    passage_of_text: MakePassage, lexicons: Lexicons
) -> None:
    sides = passage_of_text("The council passed a reckless budget."), passage_of_text("The council passed a budget.")
    assert not list(compare_framing(*sides, matched=False, lexicons=lexicons))


def test_compare_naming_finds_labels_that_only_one_article_uses(
    passage_of_text: MakePassage, lexicons: Lexicons
) -> None:
    left = passage_of_text("The junta and its henchmen closed the border.").reading
    right = passage_of_text("The border was closed by a so-called peace council.").reading
    ours, theirs = compare_naming(left, right, labels=lexicons.labels)
    assert ours.explanation == "Only left speaks of “henchmen”, in the outlet’s own words."
    assert [mark.text for mark in theirs.right] == ["peace council"]
    assert theirs.explanation.endswith("It is held at arm’s length.")


def test_compare_naming_leaves_out_what_the_pairs_tell(passage_of_text: MakePassage, lexicons: Lexicons) -> None:
    left = passage_of_text("The henchmen closed the border.").reading
    right = passage_of_text("The border was closed.").reading
    (finding,) = compare_naming(left, right, labels=lexicons.labels)
    assert not list(compare_naming(left, right, labels=lexicons.labels, told=[finding]))


def test_compare_naming_names_the_speaker_of_a_label(passage_of_text: MakePassage, lexicons: Lexicons) -> None:
    left = passage_of_text("The henchmen closed the border.").reading
    left = replace(left, names=tuple(replace(name, whose="quoted", speaker="Rosa Blum") for name in left.names))
    right = passage_of_text("The border was closed.").reading
    (finding,) = compare_naming(left, right, labels=lexicons.labels)
    assert finding.explanation == "Only left speaks of “henchmen”, in the words of Rosa Blum."
