from __future__ import annotations

from comparer.library.forms import complaints
from comparer.library.worked_example import read_example


def test_both_pieces_of_the_example_can_be_compared_as_they_are() -> None:
    left, right = read_example()
    for piece in (left, right):
        assert not list(complaints(piece.raw))
        assert piece.outlet
        assert piece.published
    assert left.fingerprint != right.fingerprint
