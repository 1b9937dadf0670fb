"""Claims of several pieces in rows."""

from __future__ import annotations

from comparer.analysis.report import Claim, ClaimPair, Difference, Excerpt, Reading, Report
from comparer.library.finding.event_table import MOST_OF_ONE, EventTable


def reading(claims: int) -> Reading:
    rows = tuple(Claim(n, n + 1, id=f"c{n + 1}", sentence=n, paragraph=0) for n in range(claims))
    return Reading("x" * claims, None, None, None, "en", "0", claims=rows)


def report(
    pairs: list[tuple[str, str]], claims: int = 3, conflicts: tuple[int, ...] = (), tier: str = "match"
) -> Report:
    matched = tuple(
        ClaimPair(f"p{n}", tuple(left.split()), tuple(right.split()), score=0.9, tier=tier, why=())  # type: ignore[arg-type]
        for n, (left, right) in enumerate(pairs)
    )
    words = (Excerpt(0, 1, "x"),)
    marks = tuple(Difference(f"d{n}", "number", "conflict", f"p{n}", words, words, "") for n in conflicts)
    return Report("0", reading(claims), reading(claims), pairs=matched, differences=marks)


def test_table_joins_what_three_pieces_tell() -> None:
    table = EventTable()
    table.add(0, 1, report([("c1", "c2")]))
    table.add(1, 2, report([("c2", "c3")]))
    table.add(0, 2, report([("c3", "c1")]))
    assert table.rows() == [
        {"cells": {"0": ["c1"], "1": ["c2"], "2": ["c3"]}, "against": []},
        {"cells": {"0": ["c3"], "2": ["c1"]}, "against": []},
    ]
    assert table.only() == {"0": ["c2"], "1": ["c1", "c3"], "2": ["c2"]}


def test_table_says_who_disagrees_with_whom_about_what() -> None:
    table = EventTable()
    counted = table.add(0, 1, report([("c1", "c1"), ("c2", "c2")], conflicts=(1,)))
    assert counted == {"matches": 2, "conflicts": 1}
    rows = table.rows()
    point = {"kind": "number", "left": [(0, 1)], "right": [(0, 1)]}
    assert rows[0] == {"cells": {"0": ["c2"], "1": ["c2"]}, "against": [{"left": 0, "right": 1, "points": [point]}]}
    assert rows[1]["against"] == []


def test_table_leaves_out_what_only_may_match_unless_it_disagrees() -> None:
    table = EventTable()
    table.add(0, 1, report([("c1", "c1"), ("c2", "c2")], conflicts=(1,), tier="possible"))
    assert [row["cells"] for row in table.rows()] == [{"0": ["c2"], "1": ["c2"]}]


def test_table_does_not_chain_everything_into_one_row() -> None:
    table = EventTable()
    table.add(
        0, 1, report([(f"c{n}", f"c{n + 1}") for n in range(1, 9)] + [(f"c{n}", f"c{n}") for n in range(1, 9)], 9)
    )
    assert max(len(ids) for row in table.rows() for ids in row["cells"].values()) <= MOST_OF_ONE


def test_table_without_pairs_has_no_rows() -> None:
    table = EventTable()
    table.add(0, 1, report([]))
    assert table.rows() == []
    assert table.only() == {"0": ["c1", "c2", "c3"], "1": ["c1", "c2", "c3"]}
