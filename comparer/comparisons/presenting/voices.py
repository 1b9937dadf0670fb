"""Who says it, in words: "Mara Ostrel, quoted", "the outlet, in its own voice"."""

from __future__ import annotations

from collections.abc import Iterable

from comparer.analysis.report import Attribution, Claim, Reading
from comparer.comparisons.presenting.glossary import STANCES, VOICES


def who_says(reading: Reading, claims: Iterable[Claim], name: str) -> tuple[str, ...]:
    """Return one phrase for each different source of these claims, in the order of the text."""
    return tuple(dict.fromkeys(_source(reading, claim, name) for claim in claims))


def _source(reading: Reading, claim: Claim, name: str) -> str:
    if claim.attribution is None or claim.attribution >= len(reading.attributions):
        return f"{name}, {VOICES['own']}" if claim.voice == "own" else VOICES[claim.voice]
    said = reading.attributions[claim.attribution]
    parts = [_speaker(reading, said), "quoted" if said.quoted else "", _manner(reading, said)]
    return ", ".join(part for part in parts if part)


def _speaker(reading: Reading, said: Attribution) -> str:
    if said.speaker:
        return said.speaker
    return reading.text[slice(*said.source)] if said.source else VOICES[said.voice]


def _manner(reading: Reading, said: Attribution) -> str:
    """The reporting word where it takes a stance: "claimed", reported with doubt."""
    stance = STANCES[said.stance]
    if not stance or not said.cue:
        return stance
    return f"“{reading.text[slice(*said.cue)]}” ({stance})"
