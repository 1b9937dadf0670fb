from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.report import Repair
from comparer.analysis.text.edits import Draft, Edit, apply_edits, replace_all


def test_earlier_repairs_move_with_the_text() -> None:
    draft = Draft("one  twö three", (Repair(7, 8, "oe", "ö", "why"),))
    moved = replace_all(draft, re.compile(" {2}"), " ")
    assert moved == Draft("one twö three", (Repair(6, 7, "oe", "ö", "why"),))


def test_a_repair_of_a_repair_keeps_what_came_in() -> None:
    first = apply_edits(Draft("aXYb"), [Edit(1, 3, "pq", "first")])
    second = apply_edits(first, [Edit(0, 3, "z", "second")])
    assert second == Draft("zb", (Repair(0, 1, "aXY", "z", "second"),))


def test_a_flag_leaves_the_text() -> None:
    flagged = apply_edits(Draft("abc"), [Edit(1, 2, None, "unreadable")])
    assert flagged == Draft("abc", (Repair(1, 2, "b", None, "unreadable"),))


@st.composite
def drafts_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text("abc ", max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [
        Edit(start, end, draw(st.text("xyz", max_size=3)), draw(st.sampled_from([None, "why"]))) for start, end in spans
    ]


@given(drafts_and_edits(), drafts_and_edits())
def test_edits_put_what_they_say_and_repairs_stay_in_range(
    first: tuple[str, list[Edit]], second: tuple[str, list[Edit]]
) -> None:
    text, edits = first
    draft = apply_edits(Draft(text), edits)
    expected = text
    for edit in reversed(edits):
        expected = expected[: edit.start] + (edit.after or "") + expected[edit.end :]
    assert draft.text == expected
    assert all(draft.text[repair.start : repair.end] == repair.after for repair in draft.repairs)
    again = apply_edits(draft, [edit for edit in second[1] if edit.end <= len(draft.text)])
    assert all(0 <= repair.start <= repair.end <= len(again.text) for repair in again.repairs)
