from __future__ import annotations

import pytest

from comparer.analysis.report import Sureness
from comparer.quality.measured import Figure, read_shelf
from comparer.quality.sureness import Called, Track, read_track
from comparer.quality.wording import FEWEST
from tests.quality.making import make_measured

SEEN = make_measured(
    Figure("pairs, sure (200)", 0.961),
    Figure("pairs, likely (20)", 0.5),
    Figure("conflicts, sure (19)", 0.8),
    Figure("conflicts, likely", 0.7),
)


@pytest.mark.parametrize(
    ("called", "word", "said"),
    [
        ("pairs", "sure", "96 in 100 right"),
        ("pairs", "likely", "50 in 100 right"),
        ("pairs", "possible", ""),
        ("conflicts", "sure", ""),
        ("conflicts", "likely", ""),
        (None, "sure", ""),
    ],
    ids=["measured", "just enough", "not measured", "too few", "how many not known", "framing"],
)
def test_a_word_is_told_by_what_it_meant(called: Called | None, word: Sureness, said: str) -> None:
    track = read_track({"confidence": SEEN})
    assert track.short(called, word) == said
    assert bool(track.sentence(called, word)) is bool(said)


def test_articles_never_seen_come_first() -> None:
    unseen = make_measured(Figure("pairs, sure (40)", 0.9))
    assert read_track({"confidence": SEEN}).sentence("pairs", "sure") == (
        "Of pairs called sure, 96 in 100 were right on the articles it was developed on."
    )
    assert read_track({"confidence": SEEN, "confidence_unseen": unseen}).sentence("pairs", "sure") == (
        "Of pairs called sure, 90 in 100 were right on articles it was not developed on."
    )


def test_without_a_measurement_nothing_is_told() -> None:
    assert read_track({}) == Track()
    assert Track().sentence("pairs", "sure") == ""


def test_what_the_project_measured_is_told_of_enough_cases() -> None:
    figures = read_track(read_shelf().measured).figures
    assert all((one.cases or 0) >= FEWEST for one in figures.values())
