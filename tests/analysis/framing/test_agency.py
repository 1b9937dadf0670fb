"""Deeds that the other side tells without the one who does them."""

from __future__ import annotations

import pytest

from comparer.analysis.framing.compare import compare_framing
from comparer.analysis.lexicons import Lexicons
from tests.analysis.framing.conftest import MakePassage

HIDDEN = [
    ("The navy shelled the pier in Orm.", "Shells fell on the pier in Orm."),
    ("The tannery polluted the pond with lead.", "The pond was polluted with lead."),
    ("Halden Airlines laid off 300 cooks in March.", "In March 300 cooks at Halden Airlines lost their jobs."),
    ("A guard shot a fisherman at the gate.", "A fisherman was killed at the gate."),
    ("The landlord evicted 40 families from the block.", "Forty families left the block."),
    ("The bank raised its fees by 10 percent.", "Fees at the bank rose by 10 percent."),
    ("A drunk driver ran over a cyclist on Mill Road.", "A cyclist was run over on Mill Road."),
    ("The airline lost the luggage of 200 passengers.", "The luggage of 200 passengers went missing."),
    ("Nomads drove the herders from the spring.", "The herders left the spring."),
    ("Troops destroyed the dam at Ober.", "The destruction of the dam at Ober left the valley dark."),
    ("The ward gave nine children the wrong pills.", "Nine children were given the wrong pills."),
    ("The smelter cut 450 jobs.", "At the smelter 450 jobs were lost."),
    ("The bank froze the accounts of the choir.", "The accounts of the choir were frozen."),
    ("The water board cut off 700 homes.", "Seven hundred homes were left without water."),
    ("A nurse switched off the alarm.", "The alarm was switched off."),
    ("Officers attacked the pickets outside the mill.", "Clashes broke out outside the mill."),
]
TOLD_ALIKE = [
    ("The storm tore down the roof of the chapel.", "The roof of the chapel was torn down in the storm."),
    ("The bank raised its fees.", "The bank put up its fees."),
    ("The actor died on Monday.", "The actor passed away on Monday."),
    ("A fever killed the horses.", "The horses died."),
    ("Drought killed 300 sheep.", "Three hundred sheep died in the drought."),
    ("The mill was built in 1902.", "A brewer built the mill in 1902."),
    ("A guard shot a fisherman.", "A fisherman died when a guard fired at him."),
    ("A guard shot a fisherman.", "A sailor died."),
    ("The bank did not raise its fees.", "Fees rose."),
]


def kinds(left: str, right: str, passage_of_text: MakePassage, lexicons: Lexicons) -> list[str]:
    found = compare_framing(passage_of_text(left), passage_of_text(right), matched=True, lexicons=lexicons)
    return [finding.kind for finding in found if finding.kind == "agency"]


@pytest.mark.parametrize(("left", "right"), HIDDEN)
def test_agency_marks_a_doer_that_one_side_leaves_out(
    left: str, right: str, passage_of_text: MakePassage, lexicons: Lexicons
) -> None:
    assert kinds(left, right, passage_of_text, lexicons) == ["agency"]
    assert kinds(right, left, passage_of_text, lexicons) == ["agency"]


@pytest.mark.parametrize(("left", "right"), TOLD_ALIKE)
def test_agency_passes_over_what_both_tell_alike(
    left: str, right: str, passage_of_text: MakePassage, lexicons: Lexicons
) -> None:
    assert kinds(left, right, passage_of_text, lexicons) == []
