"""The claims of one text while people split and join them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from comparer.analysis.report import Attribution, Claim, Event, Identity, Range, Reading, Span
from comparer.comparisons.corrections.ranges import Claims, Ranges

Told = TypeVar("Told", Event, Identity)
CLAIMS_BACK = 3
"""Claims hardly nest: so many before a place are asked whether they reach into it."""


class Cutter:
    """Claims keep their ids: the first part keeps that of the whole, as does what is joined to it.

    A part split off gets a number beyond all others, made of the correction's own, so that it stays the same
    whatever else is corrected or undone.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._claims = {one.id: one for one in reading.claims}
        self._order = sorted((one.start, one.id) for one in reading.claims)
        self._touched: set[str] = set()

    def split(self, parts: Ranges, number: int) -> bool:
        """Make two claims of the one that holds both parts. True also where they are in two claims already."""
        if len(parts) != len(("first", "second")):
            return False
        first, second = (self._at(*part) for part in parts)
        cut = parts[1][0]
        whole = next((one for one in second if one in first and one.start < cut), None)
        if whole is not None:
            self._divide(whole, cut, f"c{len(self._reading.claims) + number}")
        self._touched |= {one.id for one in (*first, *second)}
        return bool(first and second)

    def join(self, parts: Ranges) -> bool:
        """Make one claim of those that hold the parts, and of what stands between. True also where it is one already.

        False where they are not in one paragraph: claims do not go beyond it.
        """
        if len(parts) != len(("first", "second")) or not all(self._at(*part) for part in parts):
            return False
        found = self._at(parts[0][0], parts[1][1])
        if len({one.paragraph for one in found}) > 1:
            return False
        self._touched |= {one.id for one in found}
        for one in found:
            self._take(one)
        # Said by somebody in part, it is not the outlet's own word as a whole.
        longest = max(found, key=lambda one: (one.attribution is not None, one.end - one.start))
        self._put(
            replace(found[0], end=max(one.end for one in found), voice=longest.voice, attribution=longest.attribution)
        )
        return True

    def cut(self) -> Reading:
        """Return the reading with the claims as they are now, in the order of their numbers."""
        claims = tuple(sorted(self._claims.values(), key=lambda one: int(one.id[1:])))
        cut = replace(self._reading, claims=claims)
        became = self.became()
        at = Claims(cut)

        def now(claim: str, span: Span) -> str:
            parts = became.get(claim, (claim,))
            return next((one for one in at.at([(span.start, span.end)]) if one in parts), parts[0])

        return replace(
            cut,
            events=tuple(_moved(one, now(one.claim, one)) for one in cut.events),
            identities=tuple(_moved(one, now(one.claim, one)) for one in cut.identities),
        )

    def became(self) -> Mapping[str, tuple[str, ...]]:
        """Return what became of each claim that was touched, by the ids of now in the order of the text."""
        touched = Claims(replace(self._reading, claims=tuple(filter(None, map(self._claims.get, self._touched)))))
        before = (one for one in self._reading.claims if one.id in self._touched)
        return {one.id: touched.at([(one.start, one.end)]) for one in before}

    @property
    def touched(self) -> frozenset[str]:
        return frozenset(self._touched)

    def _at(self, start: int, end: int) -> list[Claim]:
        first = max(bisect_left(self._order, (start, "")) - CLAIMS_BACK, 0)
        near = (self._claims[one] for _, one in self._order[first : bisect_left(self._order, (end, ""))])
        return [one for one in near if one.end > start]

    def _divide(self, whole: Claim, cut: int, new: str) -> None:
        self._take(whole)
        end = whole.start + len(self._reading.text[whole.start : cut].rstrip())
        self._put(self._as_said(replace(whole, end=end)))
        self._put(self._as_said(replace(whole, id=new, start=cut)))
        self._touched.add(new)

    def _as_said(self, part: Claim) -> Claim:
        """A part goes on as somebody's words only where the attribution speaks of some of them."""
        if part.attribution is None or _speaks_of(self._reading.attributions[part.attribution], part):
            return part
        return replace(part, voice="own", attribution=None)

    def _take(self, claim: Claim) -> None:
        del self._claims[claim.id]
        del self._order[bisect_left(self._order, (claim.start, claim.id))]

    def _put(self, claim: Claim) -> None:
        self._claims[claim.id] = claim
        insort(self._order, (claim.start, claim.id))


def _speaks_of(said: Attribution, part: Span) -> bool:
    places: list[Range | None] = [said.source, said.cue, *said.content]
    return any(place and place[0] < part.end and part.start < place[1] for place in places)


def _moved(told: Told, claim: str) -> Told:
    return told if told.claim == claim else replace(told, claim=claim)
