"""Numbers, dates and places of two aligned passages, slot by slot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comparer.analysis.bonds import Alike, Attached
from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.participants import same_actor
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.words import Actors
from comparer.analysis.lexicons import Lexicons
from comparer.analysis.numbers.compare import QuantityContext, QuantityMatch, compare_quantities
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.places.compare import PlaceMatch, compare_places
from comparer.analysis.places.sides import opposite_sides
from comparer.analysis.report import ClaimPair, Excerpt, Kind, Reading, Slot, Span, Time, Verdict
from comparer.analysis.times.compare import TimeMatch, compare_times
from comparer.analysis.times.occasions import ends_state
from comparer.analysis.times.order import placed_apart

ONE_EVENT = 0.65
"""Score of two short texts, or of sentences that tell one thing, from which on they tell of one event."""
SlotMatch = QuantityMatch | TimeMatch | PlaceMatch


def compare_slots(
    left: Passage,
    right: Passage,
    *,
    around: tuple[Passage, Passage],
    pair: ClaimPair,
    articles: QuantityContext,
    one_event: bool,
    lexicons: Lexicons,
) -> Iterator[Finding]:
    """Yield one finding for each two values that fill the same slot, whether they agree or not.

    `articles` comes from `article_numbers`; `left` and `right` are the passages of `pair`, `around` those in which
    dates and places are looked for. `one_event`: it is known that these tell of one.
    """
    numbers = replace(articles, closeness=pair.score, matched=pair.tier == "match", retold=one_event)
    for number in _numbers(left, right, numbers, lexicons):
        ours, theirs = left.quantities[number.left], right.quantities[number.right]
        yield _finding("number", number, excerpt(left.reading, ours), excerpt(right.reading, theirs))
    alike = lexicons.predicates.are_akin
    left, right = around
    for time in _times(left, right, alike, one_event=one_event):
        when, then = left.times[time.left], right.times[time.right]
        if when.of_saying and not _share_a_speaker(left, right, lexicons.actors):
            continue  # two people who speak on different days contradict nobody
        if time.verdict == "conflict" and _are_opposite(when, then, lexicons.predicates):
            continue  # what was closed on Saturday may reopen on Sunday
        yield _finding("date", time, excerpt(left.reading, when), excerpt(right.reading, then))
    for place in _places(left, right, alike, one_event=one_event):
        here, there = left.places[place.left], right.places[place.right]
        if place.verdict == "conflict" and _happens_otherwise(here, there, lexicons.predicates):
            continue  # the east gate was open, the west gate closed
        yield _finding("place", place, excerpt(left.reading, here), excerpt(right.reading, there))
    yield from _compare_sides(left, right)


def _are_opposite(when: Time, then: Time, predicates: Predicates) -> bool:
    """True for "closed on Saturday" beside "reopened on Sunday", but not for "closed until Saturday"."""
    return not ends_state(when, then) and _happens_otherwise(when, then, predicates)


def _happens_otherwise(one: Attached, other: Attached, predicates: Predicates) -> bool:
    return bool(one.events and other.events) and predicates.are_opposite(one.events[0], other.events[0])


def compare_order(left: Passage, right: Passage) -> Iterator[Finding]:
    """Yield a conflict where one passage puts before an event, or on its day, what the other puts after it.

    The passages are whole sentences that tell of one event.
    """
    found = placed_apart(left.tokens, right.tokens)
    if found is not None:
        ours, theirs = (
            excerpt(side.reading, Span(placed.token.start, placed.event[-1].end))
            for side, placed in zip((left, right), found, strict=True)
        )
        words = f"Left puts it “{ours.text}”; right puts it “{theirs.text}”: both cannot be true."
        yield Finding(
            "date", "conflict", (ours,), (theirs,), words, "likely", Slot("when", ours.text, theirs.text, "conflict")
        )


def _compare_sides(left: Passage, right: Passage) -> Iterator[Finding]:
    for sided in opposite_sides(left.tokens, right.tokens):
        ours, theirs = (
            excerpt(side.reading, Span(words[0].start, words[1].end))
            for side, words in zip((left, right), sided, strict=True)
        )
        words = f"Left says “{ours.text}”; right says “{theirs.text}”, the other side."
        yield Finding(
            "place", "conflict", (ours,), (theirs,), words, "likely", Slot("where", ours.text, theirs.text, "conflict")
        )


def _share_a_speaker(left: Passage, right: Passage, actors: Actors) -> bool:
    ours, theirs = ([said.speaker for said in side.attributions if said.speaker] for side in (left, right))
    return any(same_actor(one, other, actors) for one in ours for other in theirs)


def _finding(kind: Kind, match: SlotMatch, ours: Excerpt, theirs: Excerpt) -> Finding:
    slot = Slot(match.slot, ours.text, theirs.text, match.verdict)
    verdict: Verdict | None = match.verdict if match.verdict != "same" else "compatible"
    if match.verdict in ("same", "compatible") and ours.text.lower() == theirs.text.lower():
        verdict = None
    confirmed = isinstance(match, PlaceMatch) and match.confirmed
    close = isinstance(match, TimeMatch) and match.close
    return Finding(kind, verdict, (ours,), (theirs,), match.explanation, match.sureness, slot, confirmed, close)


def article_numbers(left: Reading, right: Reading, *, alone: bool) -> QuantityContext:
    """Return what both articles say in numbers, asked of every pair anew: make it once for two readings.

    `alone`: the texts are two short passages handed in as a pair.
    """
    return QuantityContext(
        left_text=left.text,
        right_text=right.text,
        left_published=left.published,
        right_published=right.published,
        left_article=left.quantities,
        right_article=right.quantities,
        left_article_times=left.times,
        right_article_times=right.times,
        among_many=not alone,
    )


def _numbers(left: Passage, right: Passage, articles: QuantityContext, lexicons: Lexicons) -> tuple[QuantityMatch, ...]:
    context = replace(articles, left_times=left.times, right_times=right.times)
    return compare_quantities(left.quantities, right.quantities, context=context, words=lexicons.numbers)


def _times(left: Passage, right: Passage, alike: Alike, *, one_event: bool) -> tuple[TimeMatch, ...]:
    return compare_times(
        left.times,
        right.times,
        left_text=left.reading.text,
        right_text=right.reading.text,
        left_published=left.reading.published,
        right_published=right.reading.published,
        alike=alike,
        one_event=one_event,
    )


def _places(left: Passage, right: Passage, alike: Alike, *, one_event: bool) -> tuple[PlaceMatch, ...]:
    return compare_places(
        left.places,
        right.places,
        left_text=left.reading.text,
        right_text=right.reading.text,
        alike=alike,
        one_event=one_event,
    )
