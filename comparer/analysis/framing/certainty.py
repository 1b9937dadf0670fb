"""A booster ("clearly") on one side where the other tells the same event without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.events.sameness import same_participants
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Event, Hedge, Slot

_NEAR = 30
"""Characters between a booster and the verb that it presses, at most."""


def compare_pressing(left: Passage, right: Passage, matches: Iterable[MatchedEvents]) -> Iterator[Finding]:
    """Yield for each event that both tell the word that presses it on one side only.

    Hedges show as another modality of the event ("may close", "closed") and
    are left to the comparison of events.
    """
    for match in matches:
        # A headline's noun is pressed by nothing.
        if not (match.left.tense and match.right.tense):
            continue
        if match.relation != "same" or _told_by_events(match) or not same_participants(match):
            continue
        ours, theirs = _near(left, match.left), _near(right, match.right)
        if ours and not theirs:
            yield _finding(left, right, match, ours, here_is_left=True)
        elif theirs and not ours:
            yield _finding(left, right, match, theirs, here_is_left=False)


def _told_by_events(match: MatchedEvents) -> bool:
    ours, theirs = match.left, match.right
    return (ours.modality, ours.negated, ours.denied) != (theirs.modality, theirs.negated, theirs.denied)


def _near(passage: Passage, event: Event) -> Hedge | None:
    """The booster beside the event."""
    boosters = (hedge for hedge in passage.hedges if hedge.direction == "booster")
    return next((b for b in boosters if event.start - _NEAR <= b.start and b.end <= event.end + _NEAR), None)


def _finding(left: Passage, right: Passage, match: MatchedEvents, hedge: Hedge, *, here_is_left: bool) -> Finding:
    first, second = ("Left", "right") if here_is_left else ("Right", "left")
    here, there = (left, right) if here_is_left else (right, left)
    event = match.right if here_is_left else match.left
    mine, other = (excerpt(here.reading, hedge),), (excerpt(there.reading, event),)
    how = hedge.term, "plainly"
    left_how, right_how = how if here_is_left else how[::-1]
    return Finding(
        "certainty",
        "differs",
        mine if here_is_left else other,
        other if here_is_left else mine,
        f"{first} presses it (“{hedge.term}”); {second} says it plainly (“{other[0].text}”).",
        sureness="possible",
        slot=Slot("how certain", left_how, right_how, "differs"),
    )
