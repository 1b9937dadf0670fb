"""How two passages frame the same thing: names, loaded words, boosters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.agency import compare_agency
from comparer.analysis.events.certainty import compare_certainty
from comparer.analysis.events.match import MatchedEvents, match_events
from comparer.analysis.framing.agency import Agency
from comparer.analysis.framing.certainty import compare_pressing
from comparer.analysis.framing.deeds import Deeds
from comparer.analysis.framing.degrees import compare_degrees
from comparer.analysis.framing.naming import compare_names
from comparer.analysis.framing.rivals import Rivals, compare_rivals
from comparer.analysis.framing.tints import Tints
from comparer.analysis.framing.wording import compare_wording
from comparer.analysis.lexicons import Lexicons
from comparer.analysis.passages import Passage
from comparer.analysis.tables import load_table


def compare_framing(
    left: Passage, right: Passage, *, matched: bool, lexicons: Lexicons, matches: Sequence[MatchedEvents] | None = None
) -> Iterator[Finding]:
    """Yield the differences in naming, wording and pressing between two paired passages.

    Choice of words counts only where they are `matched`: passages that are
    possible counterparts at best say different things in different words.
    `matches` are those of their events, where they are known already.
    """
    if matches is None:
        matches = list(match_events(left.events, right.events, predicates=lexicons.predicates, actors=lexicons.actors))
    names = list(
        compare_names(left, right, matches, labels=lexicons.labels, actors=lexicons.actors, rivals=load_rivals())
    )
    if matched:
        names += compare_rivals(left, right, matches, rivals=load_rivals(), named=list(names))
    else:
        names = [finding for finding in names if finding.sureness == "sure"]
    yield from names
    if matched:
        yield from compare_wording(left, right, matches, actors=lexicons.actors, tints=_tints(), named=names)
        yield from _agency(left, right, matches, lexicons)
        if not any(compare_certainty(match, left, right) for match in matches):
            yield from compare_degrees(left, right, matches)
    yield from compare_pressing(left, right, matches)


def _agency(left: Passage, right: Passage, matches: Sequence[MatchedEvents], lexicons: Lexicons) -> Iterator[Finding]:
    """Yield what the comparison of matched events does not tell of who did it."""
    told = [match for match in matches if compare_agency(match, left, right, lexicons.labels)]
    shown = {event for match in told for event in (match.left, match.right)}
    agency = Agency(_deeds(), lexicons.predicates.are_same, lexicons.actors)
    yield from agency.compare(left, right, shown=shown)


@cache
def _deeds() -> Deeds:
    return Deeds.from_table(load_table("agency"))


@cache
def load_rivals() -> Rivals:
    """Return the rival names of data/rivals.toml."""
    return Rivals.from_table(load_table("rivals"))


@cache
def _tints() -> Tints:
    return Tints.from_table(load_table("tints"))
