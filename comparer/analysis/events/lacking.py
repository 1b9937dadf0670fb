"""What one side has and the other goes without: "with lights" and "without lights", "produced a deal", "ended without a deal"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.participants import agent_of, likeness
from comparer.analysis.events.words import Actors
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Companion, Event, Excerpt, Range, Slot

# How things end, and what they may end with: only then does a lack speak of what the other side has.
_ENDING = frozenset({
    "end", "finish", "close", "conclude", "break up", "adjourn", "leave", "return", "part", "emerge", "come", "go", "pass",
})  # fmt: skip
_REACHING = frozenset({
    "produce", "reach", "bring", "yield", "agree", "sign", "make", "strike", "seal", "clinch", "achieve", "deliver", "get",
    "find", "secure", "win", "obtain", "end", "lead", "result", "issue", "adopt", "pass", "close",
})  # fmt: skip
_LEADING = frozenset({"in", "with", "to", "on"})


def compare_lacks(left: Passage, right: Passage, actors: Actors) -> Finding | None:
    """Return the contradiction between having a thing and being without it; None where there is none.

    Both must be said of the same ones, of what they do: with and without in the same deed, or how it ended.
    """
    for ours, theirs in product(left.events, right.events):
        if ours.negated or theirs.negated or ours.modality != theirs.modality or not _same_doer(ours, theirs, actors):
            continue
        for having, lacking in ((ours, theirs), (theirs, ours)):
            found = _found(having, lacking)
            if found is not None:
                here, there = found if having is ours else found[::-1]
                return _finding(_told(left, ours, here), _told(right, theirs, there))
    return None


def _same_doer(ours: Event, theirs: Event, actors: Actors) -> bool:
    return likeness(agent_of(ours), agent_of(theirs), actors) == "same"


def _found(having: Event, lacking: Event) -> tuple[Range, Companion] | None:
    """Where the thing stands, and the "without" that takes it away."""
    missing = next((part for part in lacking.parts if part.role == "without"), None)
    if missing is None:
        return None
    ends = lacking.predicate in _ENDING and having.predicate in _REACHING
    held = {"with", *_LEADING} if ends else {"with"}
    same = ends or having.predicate == lacking.predicate
    things = list(_things(having, held)) if same else []
    if ends and having.patient is not None:
        things.append((having.patient_head, having.patient))
    return next(((span, missing) for head, span in things if head == missing.head), None)


def _things(event: Event, roles: set[str]) -> Iterator[tuple[str, Range]]:
    return ((part.head, (part.start, part.end)) for part in event.parts if part.role in roles)


def _told(passage: Passage, event: Event, thing: Range | Companion) -> Excerpt:
    """From the verb to the thing, whichever comes first."""
    start, end = (thing.start, thing.end) if isinstance(thing, Companion) else thing
    return excerpt(passage.reading, (min(event.start, start), max(event.end, end)))


def _finding(ours: Excerpt, theirs: Excerpt) -> Finding:
    words = f"Left says “{ours.text}”; right says “{theirs.text}”."
    slot = Slot("whether it is so", ours.text, theirs.text, "conflict")
    return Finding("polarity", "conflict", (ours,), (theirs,), words, slot=slot)
