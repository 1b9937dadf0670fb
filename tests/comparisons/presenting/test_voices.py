"""Who says it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comparer.analysis.report import Attribution, Claim, Reading, Stance
from comparer.comparisons.presenting.voices import who_says

TEXT = "The mayor claimed that the road was closed."


def reading(said: Attribution | None) -> Reading:
    claim = Claim(0, len(TEXT), "c1", 0, 0, "named" if said else "own", 0 if said else None)
    return replace(Reading(TEXT, None, None, None, "en", "test"), claims=(claim,), attributions=(said,) if said else ())


def attribution(*, speaker: str | None, source: tuple[int, int] | None, stance: Stance, quoted: bool) -> Attribution:
    return Attribution(source, speaker, (10, 17), stance, ((23, 42),), quoted, "named")


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        (None, "Echo, in its own voice"),
        (attribution(speaker="Ada Lind", source=(0, 9), stance="neutral", quoted=True), "Ada Lind, quoted"),
        (
            attribution(speaker=None, source=(0, 9), stance="doubt", quoted=False),
            "The mayor, “claimed” (reported with doubt)",
        ),
        (attribution(speaker=None, source=None, stance="neutral", quoted=False), "a named source"),
    ],
)
def test_who_says_names_the_source_and_how_it_is_reported(said: Attribution | None, phrase: str) -> None:
    one = reading(said)
    assert who_says(one, one.claims, "Echo") == (phrase,)


def test_who_says_names_each_source_once() -> None:
    one = reading(None)
    assert who_says(one, (*one.claims, *one.claims), "Echo") == ("Echo, in its own voice",)
