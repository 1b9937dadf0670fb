"""Flat runs of overlapping marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.report import Paragraph, Repair
from comparer.comparisons.presenting.runs import Look, Mark, Run, cut_runs, share_out
from tests.counting import count_calls

TEXT = "Fog lay over the strait, and the ferry was late."
WHOLE = Paragraph(0, len(TEXT))


def mark(id_: str, start: int, end: int, rank: int = 1) -> Mark:
    return Mark(end - start, rank, start, end, id_)


def cut(marks: list[Mark], shown: tuple[str, ...] = (), repairs: tuple[Repair, ...] = ()) -> tuple[Run, ...]:
    looks = {one: Look("naming", number) for number, one in enumerate(shown, start=1)}
    return cut_runs(TEXT, WHOLE, marks=marks, repairs=repairs, shown=looks, led=set())


spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(lambda span: span[0] < span[1])


@given(st.lists(spans, max_size=12), st.integers(0, 12))
def test_runs_join_to_the_text_and_hold_exactly_the_marks_over_them(
    places: list[tuple[int, int]], visible: int
) -> None:
    marks = [mark(f"d{number}", *place) for number, place in enumerate(places, start=1)]
    runs = cut(marks, tuple(one.id for one in marks[:visible]))
    assert "".join(run.text for run in runs) == TEXT
    at = 0
    for run in runs:
        assert set(run.marks) == {one.id for one in marks if one.start <= at < one.end}
        assert run.top == next((one for one in run.marks if one in {m.id for m in marks[:visible]}), None)
        at += len(run.text)
    leading = [run.top for run in runs if run.leads]
    assert len(leading) == len(set(leading))


def test_a_mark_inside_another_is_on_top() -> None:
    runs = cut([mark("d1", 0, 20), mark("d2", 4, 7)], ("d1", "d2"))
    assert [(run.text, run.top) for run in runs[:3]] == [("Fog ", "d1"), ("lay", "d2"), (" over the str"[:13], "d1")]
    assert [run.leads for run in runs] == [True, True, False, False]


def test_of_two_marks_over_the_same_words_the_weightier_is_on_top() -> None:
    assert cut([mark("d1", 0, 3, rank=5), mark("d2", 0, 3, rank=0)], ("d1", "d2"))[0].top == "d2"


def test_a_hidden_mark_leaves_its_words_plain_but_known() -> None:
    run = cut([mark("d1", 0, 3)])[0]
    assert (run.marks, run.top, run.look) == (("d1",), None, None)


def test_a_mark_of_several_stretches_has_one_link() -> None:
    runs = cut([mark("d1", 0, 3), mark("d1", 8, 12)], ("d1",))
    assert [run.text for run in runs if run.leads] == ["Fog"]
    assert [run.text for run in runs if run.top] == ["Fog", "over"]


def test_repaired_characters_are_cut_out_and_stay_so_under_marks() -> None:
    repair = Repair(0, 7, "x", None, "lost")
    runs = cut([mark("d1", 4, 12)], ("d1",), (repair,))
    assert [(run.text, run.repair is repair) for run in runs[:3]] == [("Fog ", True), ("lay", True), (" over", False)]


def test_share_out_gives_a_mark_to_each_paragraph_it_touches() -> None:
    paragraphs = (Paragraph(0, 10), Paragraph(11, 20), Paragraph(21, 30))
    shared = share_out([mark("d1", 5, 25), mark("d2", 10, 11), mark("d3", 22, 23)], paragraphs)
    assert {number: [one.id for one in marks] for number, marks in shared.items()} == {
        0: ["d1"],
        1: ["d1"],
        2: ["d1", "d3"],
    }


def test_cut_runs_costs_no_more_for_each_of_thousands_of_marks() -> None:
    def cut_many(marked: int) -> str:
        text = "word " * marked * 5
        marks = [
            mark(f"d{number}", number * 7 % (24 * marked), number * 7 % (24 * marked) + 60) for number in range(marked)
        ]
        runs = cut_runs(text, Paragraph(0, len(text)), marks=marks, repairs=(), shown={}, led=set())
        assert "".join(run.text for run in runs) == text
        return text

    assert count_calls(lambda: cut_many(4_000)) < 6 * count_calls(lambda: cut_many(1_000))
