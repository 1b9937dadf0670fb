"""What two passages tell differently of the same events: polarity, people, agency, certainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.agency import compare_agency
from comparer.analysis.events.certainty import compare_certainty
from comparer.analysis.events.contrast import compare_wording_of_no, tell_of_different_ones
from comparer.analysis.events.devices import compare_devices
from comparer.analysis.events.exchange import compare_exchanged
from comparer.analysis.events.exclusive import compare_exclusive
from comparer.analysis.events.lacking import compare_lacks
from comparer.analysis.events.match import MatchedEvents, match_events
from comparer.analysis.events.people import compare_people
from comparer.analysis.events.polarity import compare_polarity
from comparer.analysis.events.portions import compare_portions
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.sameness import is_of_nobody, of_one_event, same_participants
from comparer.analysis.events.two_sentences import told_over_two
from comparer.analysis.events.words import Actors
from comparer.analysis.labels import Labels
from comparer.analysis.passages import Passage

_SHORT = 12
"""Words of a sentence."""


def compare_events(
    left: Passage,
    right: Passage,
    *,
    predicates: Predicates,
    actors: Actors,
    labels: Labels,
    matches: Sequence[MatchedEvents] | None = None,
) -> Iterator[Finding]:
    """Yield the differences between the events of two paired passages; `matches` where they are known already.

    The same event is told on both sides where predicate and roles agree; each
    kind of difference is yielded once for the same words.
    """
    if matches is None:
        matches = list(match_events(left.events, right.events, predicates=predicates, actors=actors))
    found = list(_by_events(matches, left, right, predicates=predicates, actors=actors, labels=labels))
    exchanged = compare_exchanged(left, right, predicates, actors)
    if exchanged is not None:
        # "freed" beside "kept" is what the exchange comes to.
        found = [*(one for one in found if one.kind not in {"polarity", "person"}), exchanged]
    converse = any(pair.ours.converse and pair.left.predicate != pair.right.predicate for pair in matches)
    told = (
        converse
        or any(map(_say_one_thing, matches))
        or any(finding.kind in {"polarity", "person"} for finding in found)
    )
    said = None
    if not told:
        said = compare_lacks(left, right, actors) or compare_wording_of_no(left, right, predicates, actors)
        said = said or compare_devices(left, right) or compare_exclusive(left, right, predicates, actors)
        said = said or compare_portions(left, right, predicates, actors)
    found += [said] if said is not None else []
    held = [finding for finding in found if (finding.kind, finding.verdict) != ("polarity", "conflict")]
    yield from held if len(held) < len(found) and tell_of_different_ones(left, right, predicates) else found


def _say_one_thing(pair: MatchedEvents) -> bool:
    """True for "were not told" beside "were kept in the dark": the opposite, denied."""
    return pair.relation == "opposite" and pair.left.negated != pair.right.negated and same_participants(pair)


def _by_events(
    matches: Sequence[MatchedEvents],
    left: Passage,
    right: Passage,
    *,
    predicates: Predicates,
    actors: Actors,
    labels: Labels,
) -> Iterator[Finding]:
    seen: set[tuple[object, ...]] = set()
    for pair in matches:
        findings = (
            compare_polarity(pair, left, right, predicates, actors),
            compare_people(pair, left, right, predicates, actors),
            compare_certainty(pair, left, right),
            compare_agency(pair, left, right, labels),
        )
        for finding in findings:
            if finding is None:
                continue
            # "found no evidence that": the same "no" denies the finding, the evidence and what it is for.
            cues = pair.left.negation or pair.left.modal, pair.right.negation or pair.right.modal
            key = (finding.kind, *cues) if any(cues) else (finding.kind, finding.left, finding.right)
            if key not in seen:
                seen.add(key)
                nobody = finding.kind == "polarity" and (is_of_nobody(pair.left) or is_of_nobody(pair.right))
                sure = finding.confirmed or nobody or of_one_event(pair) or _told_shortly(pair, left, right)
                sure = sure or (finding.kind == "polarity" and told_over_two(pair, left, right))
                yield replace(finding, confirmed=sure and not _at_two_times(pair, predicates))


def _told_shortly(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    """Two short sentences about the same thing tell of one event: there is little else that they could mean."""
    short = all(0 < len(side.tokens) <= _SHORT for side in (left, right))
    ours, theirs = (event.patient or event.agent for event in (pair.left, pair.right))
    definite = all(
        span is not None and side.reading.text[slice(*span)].lower().startswith("the ")
        for side, span in ((left, ours), (right, theirs))
    )
    return short and definite and pair.patients == "same"


def _at_two_times(pair: MatchedEvents, predicates: Predicates) -> bool:
    """Who was arrested may have been released since."""
    both = {pair.left.predicate, pair.right.predicate} <= predicates.passing
    return pair.relation == "opposite" and both and pair.circumstances != "same"
