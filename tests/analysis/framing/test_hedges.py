from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comparer.analysis.framing.hedges import read_hedges
from comparer.analysis.lexicons import load_lexicons
from comparer.analysis.tools import load_nlp
from tests.analysis.framing.conftest import MakePassage

CASES = [
    ("The men were most likely smugglers.", ["likely -"]),
    ("The wall may fall.", ["may -"]),
    ("The wall might fall.", ["might -"]),
    ("It is possible that the wall will fall.", ["possible -"]),
    ("It is unclear whether the wall will fall.", ["unclear -"]),
    ("The vote is unlikely to pass.", ["unlikely -"]),
    ("Officials believe the fire was set.", ["believe -"]),
    ("The pilot appears to be ill.", ["appears -"]),
    ("Apparently nobody called.", ["Apparently -"]),
    ("The alleged thief ran.", ["alleged -"]),
    ("Perhaps the vote was close.", ["Perhaps -"]),
    ("There is a possibility that it rains.", ["possibility -"]),
    ("The plan clearly failed.", ["clearly +"]),
    ("It is clear that the plan failed.", ["clear +"]),
    ("Of course the council refused.", ["Of course +"]),
    ("The council undoubtedly knew.", ["undoubtedly +"]),
    ("No doubt the council knew.", ["No doubt +"]),
    ("Unconfirmed reports reached the town.", ["Unconfirmed -"]),
    ("The mill closed in May.", []),
    ("About 40 people left.", []),
    ("Nearly 40 people left.", []),
    ("Call as soon as possible.", []),
    ("The water was clear.", []),
    ("The pilot appeared in court.", []),
    ("The mayor could not be reached.", []),
    ("Certain streets are closed.", []),
    ("She thinks about the sea.", []),
    ("They had no chance.", []),
    ("The council refused.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_read_hedges_marks_hedges_and_boosters_in_their_sense(
    passage_of_text: MakePassage, text: str, wanted: list[str]
) -> None:
    signs = {"hedge": "-", "booster": "+"}
    assert [f"{hedge.term} {signs[hedge.direction]}" for hedge in passage_of_text(text).hedges] == wanted


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["of", "course", "no", "doubt", "may", "likely", "as", "possible", "\n", "😀"]), max_size=25
    ).map(" ".join)
)
def test_read_hedges_stays_inside_any_text(text: str) -> None:
    end = 0
    for hedge in read_hedges(load_nlp()(text), words=load_lexicons().hedges):
        assert end <= hedge.start < hedge.end <= len(text)
        assert text[hedge.start : hedge.end] == hedge.term
        end = hedge.end
