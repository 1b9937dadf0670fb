"""Two speakers who say that one and the same thing is something else: "robbery" here, "a solidarity payment" there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.participants import same_actor
from comparer.analysis.events.words import Actors
from comparer.analysis.framing.rivals import Rivals
from comparer.analysis.labels import Labels
from comparer.analysis.passages import excerpt
from comparer.analysis.report import Predication, Reading, Slot

_MOST = 300
"""No article has more; keeps hostile text quick."""


def compare_labels(
    left: Reading,
    right: Reading,
    *,
    labels: Labels,
    actors: Actors,
    rivals: Rivals,
    told: Sequence[Finding],
    alone: bool,
) -> Iterator[Finding]:
    """Yield what a speaker of one article says that something is, beside what a speaker of the other says it is.

    Each thing is told of once. `told` are the findings of the pairs: what they mark already as named differently is
    left out. Of two short texts (`alone`) the two speakers are told, too.
    """
    marked = {(mark.start, mark.end) for one in told if one.kind == "naming" for mark in (*one.left, *one.right)}
    plain = labels.vague | labels.hollow
    seen: set[str] = set()
    for ours, theirs in product(left.predications[:_MOST], right.predications[:_MOST]):
        if (
            ours.of in seen | labels.asked
            or plain & {ours.head, theirs.head}
            or not _of_one_thing(ours, theirs, actors)
        ):
            continue
        alike = actors.same_word(ours.head, theirs.head) or rivals.interchangeable(ours.head, theirs.head)
        if not alike:
            seen.add(ours.of)
            if not any(_overlaps(one, marked) for one in (ours, theirs)):
                yield _named(left, right, ours, theirs)
            if alone and not any(one.kind == "attribution" for one in told):
                yield from _said(left, right, ours, theirs, actors)


def _of_one_thing(ours: Predication, theirs: Predication, actors: Actors) -> bool:
    """The same noun, and no other names beside it: not the tax of one and that of another country."""
    if not actors.same_word(ours.of, theirs.of):
        return all(one.of[:1].isupper() for one in (ours, theirs)) and same_actor(ours.of, theirs.of, actors)
    names = [{word for word in one.of_words if word[:1].isupper()} for one in (ours, theirs)]
    return not (names[0] and names[1]) or bool(names[0] & names[1])


def _overlaps(one: Predication, marked: Iterable[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in marked)


def _named(left: Reading, right: Reading, ours: Predication, theirs: Predication) -> Finding:
    here, there = excerpt(left, ours), excerpt(right, theirs)
    return Finding(
        "naming",
        "differs",
        (here,),
        (there,),
        f"Left says “{here.text}” (in the words of {ours.speaker}); right says “{there.text}” (in the words of {theirs.speaker}).",
        slot=Slot("what it is called", here.text, there.text, "differs"),
    )


def _said(left: Reading, right: Reading, ours: Predication, theirs: Predication, actors: Actors) -> Iterator[Finding]:
    if not same_actor(ours.speaker, theirs.speaker, actors):
        yield Finding(
            "attribution",
            "differs",
            (excerpt(left, ours.source),),
            (excerpt(right, theirs.source),),
            f"Left names {ours.speaker} as the source; right names {theirs.speaker}.",
            slot=Slot("who says it", ours.speaker, theirs.speaker, "differs"),
        )
