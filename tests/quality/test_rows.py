from __future__ import annotations

import pytest

from comparer.quality.measured import Figure, Measured, read_shelf
from comparer.quality.parts import PARTS, Sample
from comparer.quality.rows import Section, make_sections
from tests.quality.making import make_measured

CONFLICTS = Figure("conflicts", 0.3, 0.2, 0.4, 0.6, 0.2)


def section(part: str, **measured: Measured) -> Section:
    return next(one for one in make_sections(measured, engine="1.0") if one.id == part)


def test_a_figure_that_was_not_measured_has_no_row() -> None:
    facts = section("facts", articles=make_measured(CONFLICTS))
    assert [row.value for row in facts.groups[0].rows] == ["F1 30"]


def test_the_texts_are_told_with_their_counts() -> None:
    facts = section("facts", articles=make_measured(CONFLICTS))
    assert "13 pairs" in facts.groups[0].texts
    assert "1,770 sentences" in facts.groups[0].texts
    fewer = section("facts", articles=make_measured(CONFLICTS, counts={}))
    assert "some sentences" in fewer.groups[0].texts


def test_a_missing_file_is_named_and_leaves_its_rows_out() -> None:
    facts = section("facts", articles=make_measured(CONFLICTS))
    assert (len(facts.groups), facts.missing) == (1, ("own short texts in other words, developed on",))


@pytest.mark.parametrize(("engine", "older"), [("1.0", False), ("0.9", True)])
def test_figures_of_another_version_say_so(engine: str, older: bool) -> None:  # noqa: FBT001
    measured = make_measured(CONFLICTS, engine=engine)
    assert section("facts", articles=measured).groups[0].older is older


def test_floor_and_agreement_stand_beside_their_figure_only() -> None:
    spared = Figure("compatible, spared", 0.9)
    measured = make_measured(CONFLICTS, spared, floor={"conflicts": 0.14}, agreement={"compatible, spared": 0.95})
    rows = section("facts", articles=measured).groups[0].rows
    assert [row.others for row in rows] == [(("simple method", 14),), (("two annotators", 95),)]
    assert rows[0].said == "F1 30, between 20 and 40, simple method 14"


def test_the_number_of_cases_is_taken_from_the_name() -> None:
    facts = section("facts", minimal=make_measured(Figure("date (37)", 0.7), counts={"pairs": 3, "negatives": 1}))
    assert [(row.asks, row.cases) for row in facts.groups[0].rows] == [("Dates and times", "37 cases")]


SAMPLES = [sample for part in PARTS for sample in part.samples]


def test_every_measured_file_is_shown_on_the_page() -> None:
    needed = {sample.file for sample in SAMPLES if not sample.optional}
    assert needed <= read_shelf().measured.keys() <= {sample.file for sample in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.file)
def test_every_question_has_its_figure(sample: Sample) -> None:
    measured = read_shelf().measured.get(sample.file)
    if measured:
        # a word of sureness that no marked conflict bears has no figure
        asked = [one.figure for one in sample.questions if not one.figure.startswith("conflicts, ")]
        assert [figure for figure in asked if measured.figure(figure) is None] == []


def test_a_missing_file_that_is_optional_is_not_spoken_of() -> None:
    assert not any("never seen" in name for section in make_sections({}, engine="1.0") for name in section.missing)
