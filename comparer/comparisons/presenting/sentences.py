"""Claims in their sentences: a claim may be half a sentence, and reads badly without the other half."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comparer.analysis.report import Claim, Reading, Span


@dataclass(frozen=True, slots=True)
class Stretch(Span):
    """Part of a sentence: one of the claims asked for, or what stands around them."""

    claim: Claim | None


def by_sentence(reading: Reading, claims: Iterable[Claim]) -> list[list[Stretch]]:
    """Return the sentences of these claims in order, each cut into claims and what stands around them."""
    sentences: dict[int, list[Claim]] = {}
    for claim in sorted(claims, key=lambda one: (one.start, one.end)):
        sentences.setdefault(claim.sentence, []).append(claim)
    return [_cut(_around(reading, number, held), held) for number, held in sentences.items()]


def _around(reading: Reading, number: int, claims: list[Claim]) -> Span:
    whole = reading.sentences[number] if number < len(reading.sentences) else claims[0]
    return Span(min(whole.start, claims[0].start), max(whole.end, *(one.end for one in claims)))


def _cut(whole: Span, claims: list[Claim]) -> list[Stretch]:
    stretches: list[Stretch] = []
    place = whole.start
    for claim in claims:
        if place < claim.start:
            stretches.append(Stretch(place, claim.start, None))
        if place < claim.end:
            stretches.append(Stretch(max(place, claim.start), claim.end, claim))
            place = claim.end
    if place < whole.end:
        stretches.append(Stretch(place, whole.end, None))
    return stretches


def as_sentence(words: str) -> str:
    """Return words with a capital and a full stop: "it is on another topic" -> "It is on another topic."."""
    words = words.strip()
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".?!…”" else ".")
