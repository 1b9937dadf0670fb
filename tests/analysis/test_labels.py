from __future__ import annotations

import pytest

from comparer.analysis.labels import Labels
from comparer.analysis.lexicons import load_lexicons


@pytest.fixture(scope="module")
def labels() -> Labels:
    return load_lexicons().labels


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("citizen", "national", True),
        ("citizen", "mercenary", True),
        ("migrant", "refugee", True),
        ("government", "regime", True),
        ("riot", "protest", True),
        ("nurse", "engineer", False),
        ("crash", "explosion", False),
        ("mercenary", "riot", False),
        ("unheard", "citizen", False),
    ],
)
def test_can_be_one_tells_labels_of_one_referent(labels: Labels, one: str, other: str, *, wanted: bool) -> None:
    assert labels.can_be_one(one, other) is labels.can_be_one(other, one) is wanted


def test_takes_side_is_true_of_contested_and_charged_labels_only(labels: Labels) -> None:
    assert [labels.takes_side(label) for label in ("militant", "regime", "fighter", "unheard")] == [
        True,
        True,
        False,
        False,
    ]


def test_no_label_is_plain_and_charged(labels: Labels) -> None:
    assert not labels.charged & (labels.contested | labels.anybody)
