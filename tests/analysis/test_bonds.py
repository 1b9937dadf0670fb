"""Times and places are held against each other as surely as what they are attached to is one event."""

from __future__ import annotations

import pytest

from comparer.analysis.bonds import LIKELY, POSSIBLE, SURE, event_bond
from comparer.analysis.kinship import shares_stem
from comparer.analysis.report import Place


def place(*events: str, about: tuple[str, ...] = ()) -> Place:
    return Place(0, 1, "Orsa", (), events=events, about=about)


BONDS = [
    (place("capture"), place("capture"), SURE),
    (place("resign"), place("resignation"), SURE),
    (place("capture", about=("ukrainian",)), place("capture", about=("ukrainian", "camp")), SURE),
    (place("burst", about=("dam",)), place("burst", about=("pipe",)), POSSIBLE),
    (place("burst", about=("dam",)), place("burst"), SURE),
    (place("fight", "capture"), place("capture"), LIKELY),
    (place("prison", "search"), place("prison", "rebuild"), None),
    (place("prison", "move"), place("prison", "whitewash"), LIKELY),
    (place("strike", "begin"), place("strike", "call off"), None),
    (place("strike", "begin"), place("strike", "end"), None),
    (place("strike", "begin"), place("walk out"), LIKELY),
    (place("overturn", about=("bus",)), place("crash", about=("bus",)), LIKELY),
    (place("overturn", about=("bus",)), place("crash", about=("plane",)), POSSIBLE),
    (place("talk", "meet"), place("talk", "hold"), LIKELY),
    (place("arrest"), place("trial", "open"), None),
    (place("beat", about=("Orsa", "Merrow")), place("beat", about=("Orsa", "Halvik")), None),
    (place("beat", about=("Orsa", "Merrow")), place("beat", about=("Orsa",)), SURE),
    (place("prison", "move"), place("prison", "move"), SURE),
    (place("happen"), place("capture"), LIKELY),
    (place("sell"), place("burn"), None),
    (place("sell", "be"), place("burn", "be"), None),
    (place("lane", "open", about=("lane",)), place("path", "open", about=("path",)), POSSIBLE),
    (place("fair", "open", about=("fair",)), place("festival", "open", about=("festival",)), LIKELY),
    (place("hospital", "open", about=("hospital",)), place("wing", "open", about=("wing", "hospital")), None),
    (place("debate"), place("approve"), None),
    (place("order", about=("jet",)), place("receive", about=("jet",)), None),
    (place(), place("burn"), None),
    (place(), place(), None),
]


@pytest.mark.parametrize(("one", "other", "bond"), BONDS)
def test_event_bond(one: Place, other: Place, bond: int | None) -> None:
    assert event_bond(one, other, shares_stem) == event_bond(other, one, shares_stem) == bond
