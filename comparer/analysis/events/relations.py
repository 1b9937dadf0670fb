"""How two predicates stand to each other: the same, opposite, or told as happening by itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from comparer.analysis.events.predicates import Predicates
from comparer.analysis.report import Event

Relation = Literal["same", "opposite", "shift"]

_DECIDING = frozenset({"for", "against", "to", "from", "on"})
_STATES = frozenset({"be", "remain", "stay", "lie"})
# Their object is where from, not to whom.
LEAVING = frozenset({"flee"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """The predicate of an event in all its forms, with all that these have anything to do with."""

    event: Event
    forms: tuple[str, ...]
    related: frozenset[str]


def predicate_of(event: Event, predicates: Predicates) -> Predicate:
    """Return what `relate` asks for: make it once for each event."""
    forms = _forms(event)
    return Predicate(event, forms, frozenset(forms).union(*(predicates.related.get(form, ()) for form in forms)))


def relate(one: Predicate, other: Predicate, predicates: Predicates) -> Relation | None:
    """Return how the two predicates stand to each other; None where they have nothing to do with each other."""
    ours, theirs = one.forms, other.forms
    if one.related.isdisjoint(theirs):
        return "opposite" if predicates.are_opposite(ours[1], theirs[1]) else None
    left, right = one.event, other.event
    if _shifts(left, right, predicates) or _shifts(right, left, predicates):
        return "shift"
    # What each is, is then compared as what stands behind the verb.
    states = left.predicate == right.predicate == "be" and bool(left.patient_head and right.patient_head)
    if any(a != b and predicates.are_same(a, b) for a, b in product(ours, theirs) if " " in a or " " in b):
        return "same"  # "appeared" and "took the stand", "rejected it" and "said no to it"
    if not states and any(predicates.are_opposite(a, b) for a, b in product(ours, theirs)):
        return "opposite"
    if left.predicate == right.predicate or any(predicates.are_same(a, b) for a, b in product(ours[:2], theirs[:2])):
        return "same"
    return None


def _forms(event: Event) -> tuple[str, ...]:
    things = [part.head for part in event.parts if part.role == "object"]
    thing = event.patient_head if event.patient_kind == "noun" and not event.passive else next(iter(things), "")
    return _variants(event.predicate, event.obliques, thing, beaten=event.passive and event.agent is None)


@lru_cache(maxsize=4096)
def _variants(predicate: str, obliques: tuple[str, ...], thing: str, *, beaten: bool) -> tuple[str, ...]:
    """Return "vote" and "vote against", "close" for "be closed", "be in custody", "refuse bail", "forgery" for "be a forgery"."""
    plain = predicate.removeprefix("be ")
    participle = [plain[:-1], plain[:-2]] if plain != predicate and plain.endswith("ed") else []
    leading = [oblique.split(" ", 1)[0] for oblique in obliques]
    found = [predicate, plain, *participle, *(f"{plain} {word}" for word in leading if word in _DECIDING)]
    found += [f"{plain} for"] if "in favor" in obliques else []
    found += [f"be {oblique}" for oblique in obliques] if plain in _STATES else []
    found += [f"{plain} {oblique}" for oblique in obliques]
    found += [f"{plain} {thing}"] if thing else []
    found += [thing] if thing and predicate == "be" else []
    found += [f"get {plain}"] if beaten else []
    return tuple(found)


def _shifts(itself: Event, done: Event, predicates: Predicates) -> bool:
    """Tell "surrendered" beside "captured them": by itself here, done by somebody there."""
    if (itself.predicate, done.predicate) not in predicates.shifts:
        return False
    return not itself.passive and (itself.patient is None or itself.predicate in LEAVING) and done.patient is not None
