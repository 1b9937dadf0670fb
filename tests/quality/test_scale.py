from __future__ import annotations

from comparer.quality.measured import Figure
from comparer.quality.scale import EDGE, WIDTH, make_scale


def test_nothing_and_all_stand_at_the_ends() -> None:
    scale = make_scale(Figure("share", 0.5, 0.0, 1.0))
    assert (scale.low, scale.dot, scale.high) == (EDGE, EDGE + WIDTH / 2, EDGE + WIDTH)


def test_what_was_not_measured_has_no_place() -> None:
    scale = make_scale(Figure("share", 0.5), floor=0.25)
    assert (scale.low, scale.high, scale.floor, scale.agreement) == (None, None, EDGE + WIDTH / 4, None)


def test_a_range_that_tells_nothing_is_not_drawn() -> None:
    scale = make_scale(Figure("share", 0.5, 0.0, 1.0), ranged=False)
    assert (scale.dot, scale.low, scale.high) == (EDGE + WIDTH / 2, None, None)
