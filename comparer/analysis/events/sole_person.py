"""One person on each side whom the other side does not name, where both texts are known to tell of one event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.participants import same_actor
from comparer.analysis.events.words import Actors
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Range, Slot

_AND_ANOTHER = re.compile(r",? (?:and|&) [A-Z]")
_ANOTHER_AND = re.compile(r"[A-Z][\w’'-]+,? (?:and|&) \Z")


def compare_sole_persons(left: Passage, right: Passage, actors: Actors) -> Finding | None:
    """Return the conflict of "a penalty by Hartwig" with "a penalty that Mehta converted".

    Only where each side has exactly one person of its own who takes part in what
    happened; who is only quoted does not count. None where the two may be one.
    """
    ours, theirs = _own(left, right), _own(right, left)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    (first, here), (second, there) = *ours.items(), *theirs.items()
    if same_actor(first, second, actors):
        return None
    one, other = excerpt(left.reading, here), excerpt(right.reading, there)
    if _is_joined(left, here) or _is_joined(right, there):
        return None
    words = f"Left says it was {one.text}; right says it was {other.text}."
    slot = Slot("who it was", one.text, other.text, "conflict")
    return Finding("person", "conflict", (one,), (other,), words, "possible", slot, confirmed=True)


def _is_joined(passage: Passage, place: Range) -> bool:
    """True for one of two who did it together: "Hartwig and Mehta"."""
    text = passage.reading.text
    return _AND_ANOTHER.match(text, place[1]) is not None or _ANOTHER_AND.search(text[: place[0]]) is not None


def _own(passage: Passage, other: Passage) -> dict[str, Range]:
    """The people whose surname the other passage does not have, with where they stand first."""
    said = {name.lower() for one in passage.reading.attributions if (name := one.speaker)}
    theirs = other.text.lower()
    where = {(place.start, place.end) for place in passage.places if place.relation}
    return {
        name: place
        for name, place in reversed(list(_persons(passage)))
        if place not in where
        and name.split()[-1].lower() not in theirs
        and not any(name.lower() in speaker for speaker in said)
    }


def _persons(passage: Passage) -> Iterator[tuple[str, Range]]:
    for event in passage.events:
        if event.of_saying:
            continue
        if event.agent_kind == "person" and event.agent is not None:
            yield event.agent_head, event.agent
        if event.patient_kind == "person" and event.patient is not None:
            yield event.patient_head, event.patient
        yield from ((part.head, (part.start, part.end)) for part in event.parts if part.kind == "person")
