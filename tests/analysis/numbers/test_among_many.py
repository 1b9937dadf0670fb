"""Of the many numbers of two articles only those that stand out contradict each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer.analysis.lexicons import load_number_words
from comparer.analysis.numbers.among_many import are_of_others, is_only_sum, near_in_size, stands_out
from comparer.analysis.report import Quantity

WORDS = load_number_words()


def count(
    value: float,
    head: str = "house",
    *,
    unit: str = "count",
    role: str | None = "burned",
    about: str = "",
    actor: str = "",
) -> Quantity:
    return Quantity(
        0, 1, value, value, low_inclusive=True, high_inclusive=True, unit=unit, measures=head, role=role, hedge=None,
        head=head, about=tuple(about.split()), actor=actor,
    )  # fmt: skip


def result(low: float, high: float) -> Quantity:
    return replace(count(low, "", unit="score", role="beat", about="Larkhaven"), high=high, form="range")


CASES = [
    ("a thing counted on both sides", count(40), count(52), True, True),
    ("few things, perhaps a counterpart", count(4), count(5), False, False),
    ("many things, perhaps a counterpart", count(168), count(155), False, True),
    ("many and few, perhaps a counterpart", count(900), count(120), False, False),
    ("bare figures", count(3, "", role=None), count(5, "", role=None), True, False),
    ("points of nobody in common", count(14, "point", about="Orsa"), count(12, "point", about="Merrow"), True, False),
    ("points of one player", count(14, "point", actor="Ivo Brandt"), count(12, "point", actor="Brandt"), True, True),
    ("points beside one name", count(14, "point", about="Brandt"), count(12, "point", about="Brandt"), True, False),
    ("points of a player and a record", count(14, "point", about="Brandt"), count(902, "point", about="Brandt"), True,
     False),
    ("yards of one player", count(140, "", unit="yard", about="Brandt"), count(150, "", unit="yard", about="Brandt"),
     True, True),
    ("a result in two tellings", result(53, 65), result(5, 65), True, True),
    ("a result and a season", result(53, 65), result(7, 25), True, False),
    ("yards", count(140, "", unit="yard"), count(150, "", unit="yard"), True, False),
]  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs", "matched", "told"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_difference_stands_out(ours: Quantity, theirs: Quantity, *, matched: bool, told: bool) -> None:
    assert stands_out(ours, theirs, matched=matched, words=WORDS) is told
    assert stands_out(theirs, ours, matched=matched, words=WORDS) is told


@pytest.mark.parametrize(
    ("ours", "theirs", "others"),
    [
        (count(14, "point", actor="Ivo Brandt"), count(12, "point", actor="Brandt"), False),
        (count(14, "point", actor="Orsa"), count(12, "point", actor="Brandt"), True),
        (count(14, "point"), count(12, "point", actor="Brandt"), False),
        (count(14, actor="Orsa"), count(12, actor="Brandt"), False),
        (count(5.9, "", unit="magnitude"), count(6.1, "", unit="magnitude"), False),
        (count(5.9, "", unit="magnitude"), count(3.8, "", unit="magnitude"), True),
    ],
)
def test_points_of_two_players_and_strengths_of_two_quakes_are_of_others(
    ours: Quantity, theirs: Quantity, *, others: bool
) -> None:
    assert are_of_others(ours, theirs, WORDS) is are_of_others(theirs, ours, WORDS) is others


@pytest.mark.parametrize(("one", "other", "near"), [(60, 100, True), (59, 100, False), (0, 3, False), (7, 7, True)])
def test_near_in_size(one: float, other: float, *, near: bool) -> None:
    assert near_in_size(count(one), count(other), WORDS) is near


def money(value: float, unit: str = "USD") -> Quantity:
    return count(value, "", unit=unit, role=None)


@pytest.mark.parametrize(
    ("left", "right", "only"),
    [
        ((money(1500),), (money(1200),), True),
        ((money(1500), count(3)), (count(4), money(1200)), True),
        ((money(1500), money(80)), (money(1200),), False),  # two sums: nobody knows which is meant
        ((money(1500),), (money(900),), False),  # too far apart to be one sum
        ((count(1500),), (count(1200),), False),
        ((replace(money(1500), form="vague"),), (money(1200),), False),
    ],
)
def test_only_sums_of_money(left: tuple[Quantity, ...], right: tuple[Quantity, ...], *, only: bool) -> None:
    ours = next(one for one in left if one.low == 1500)
    theirs = next(one for one in right if one.low != 4)
    assert is_only_sum(ours, theirs, (left, right), WORDS) is only
    assert is_only_sum(theirs, ours, (right, left), WORDS) is only
