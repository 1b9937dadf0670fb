"""Claims to choose from: where one may be split, and which follow one another and may be joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.report import Claim, Reading, Report, Span
from comparer.comparisons.corrections.changes import Target
from comparer.comparisons.corrections.targets import find_claim, target_of_words
from comparer.comparisons.presenting.sides import Side

WORD = re.compile(r"\S+")
PAUSE = (",", ";", ":", "—", "–")
LINKS = frozenset(
    {"and", "but", "or", "while", "when", "whereas", "because", "after", "before", "which", "who", "that"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """`number` counts from 0; a claim is split before any word but its first."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One claim of a paragraph. `likely` is the word before which it may be two claims; 0 where none seems so."""

    id: str
    words: tuple[Word, ...]
    likely: int
    follows: bool
    """Another claim stands before it in the paragraph, to which it can be joined."""


def list_pieces(reading: Reading, paragraph: int) -> tuple[Piece, ...]:
    """Return the claims of one paragraph in the order of the text; none where there is no such paragraph."""
    claims = _claims_in(reading, paragraph)
    return tuple(_piece(reading, claim, follows=at > 0) for at, claim in enumerate(claims))


def target_of_split(report: Report, side: Side, claim_id: str, number: int) -> Target | None:
    """Return the two parts of a claim that is split before this word; None where there is no such claim or word."""
    reading = report.left if side == "left" else report.right
    claim = find_claim(reading, claim_id)
    places = _words(reading, claim) if claim else []
    if claim is None or not 0 < number < len(places):
        return None
    parts = Span(claim.start, places[number - 1].end), Span(places[number].start, claim.end)
    return _target(report, side, parts)


def target_of_join(report: Report, side: Side, claim_id: str) -> Target | None:
    """Return the claim and the one before it in its paragraph; None where there is none."""
    reading = report.left if side == "left" else report.right
    claim = find_claim(reading, claim_id)
    before = [one for one in _claims_in(reading, claim.paragraph) if _begins_before(one, claim)] if claim else []
    return _target(report, side, (before[-1], claim)) if claim and before else None


def _target(report: Report, side: Side, parts: Sequence[Span]) -> Target:
    return target_of_words(report, "passages", *((parts, ()) if side == "left" else ((), parts)))


def _claims_in(reading: Reading, paragraph: int) -> list[Claim]:
    found = [claim for claim in reading.claims if claim.paragraph == paragraph]
    return sorted(found, key=lambda one: (one.start, one.end))


def _begins_before(one: Claim, other: Claim) -> bool:
    return (one.start, one.end) < (other.start, other.end)


def _words(reading: Reading, claim: Claim) -> list[Span]:
    return [Span(*found.span()) for found in WORD.finditer(reading.text, claim.start, claim.end)]


def _piece(reading: Reading, claim: Claim, *, follows: bool) -> Piece:
    words = [reading.text[one.start : one.end] for one in _words(reading, claim)]
    likely = max(range(1, len(words)), key=lambda at: _likeliness(words, at), default=0)
    is_likely = likely > 0 and _likeliness(words, likely)[0] > 0
    return Piece(claim.id, tuple(map(Word, range(len(words)), words)), likely if is_likely else 0, follows)


def _likeliness(words: Sequence[str], at: int) -> tuple[int, int]:
    """After a pause, before a linking word, near the middle."""
    pause, link = words[at - 1].endswith(PAUSE), words[at].casefold() in LINKS
    return 2 * pause + link, -abs(2 * at - len(words))
