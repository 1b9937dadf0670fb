"""Whether two matched events are one event, of the same participants."""

from __future__ import annotations

from comparer.analysis.events.match import EMPTY, MatchedEvents
from comparer.analysis.events.participants import agent_of, patient_of
from comparer.analysis.report import Event

# What is said of the one who does it; the parser may take "negative" for an object.
_WITHOUT_OBJECT = frozenset({"survive", "test positive", "test negative"})
_REACHING = frozenset({"from", "with", "to", "at", "of", "away from", "out of", "in", "dative", "for", "against", "on"})


def same_participants(pair: MatchedEvents) -> bool:
    """True where the same ones do it to the same ones, as far as both sides say."""
    if "other" in {pair.agents, pair.patients} or _two_named(pair):
        return False
    if pair.relation == "same" and (is_of_nobody(pair.left) or is_of_nobody(pair.right)):
        return pair.circumstances != "other"
    # Opposites, and verbs that say nothing by themselves, mean what they are said of: that must be the same.
    if (pair.relation == "opposite" or pair.left.predicate in EMPTY) and not _same_object(pair):
        return False
    if "same" in {pair.agents, pair.patients}:
        return True
    # Where neither side names anybody, what stands around must not differ: "talk to you", "talk about it".
    around = pair.circumstances == "same" or not (pair.left.obliques and pair.right.obliques)
    return around and pair.left.predicate == pair.right.predicate and pair.agents == pair.patients == "unknown"


def is_of_nobody(event: Event) -> bool:
    """True for "nobody was hurt": whoever it is that the other side names is meant, too."""
    who = event.patient or event.agent
    if who is None or event.negation is None or not event.negated:
        return False
    return event.negation[0] == who[0] and who[1] - who[0] <= len("no one")


def _two_named(pair: MatchedEvents) -> bool:
    """Tell "Ruiz won" beside "the Orchard League lost": whether they belong together is not known."""
    ours, theirs = pair.ours.agent, pair.theirs.agent
    named = ours is not None and theirs is not None and ours.named and theirs.named
    return named and pair.relation != "shift" and pair.agents == "unknown"


def _same_object(pair: MatchedEvents) -> bool:
    left, right = pair.left, pair.right
    if stance(left, right) or stance(right, left):
        return True
    if pair.relation == "opposite" and pair.agents == "same" and "be" in {left.predicate, right.predicate}:
        return True  # "is a forgery": what it is, and nothing that anything is done to
    silent = left.patient is None and right.patient is None
    if silent and left.predicate in EMPTY and pair.relation != "opposite":
        return pair.circumstances == "same"
    if _WITHOUT_OBJECT & {left.predicate, right.predicate}:
        return True
    if silent or pair.patients == "same" or "pronoun" in {left.patient_kind, right.patient_kind}:
        return True
    return _reaches(left, right) or _reaches(right, left)


def _reaches(one: Event, other: Event) -> bool:
    """Tell "stayed away from the funeral" beside "attended the funeral"."""
    thing = patient_of(other)
    if one.patient is not None or thing is None:
        return False
    return any(part.role in _REACHING and (part.head == thing.head or thing.head in part.words) for part in one.parts)


def stance(one: Event, other: Event) -> bool:
    """Tell "is against the vote" beside "supports the vote": the object follows the preposition."""
    if one.predicate != "be" or other.patient is None:
        return False
    return any(oblique in {f"against {other.patient_head}", f"for {other.patient_head}"} for oblique in one.obliques)


def is_committed(event: Event) -> bool:
    """False for "to direct" and "killing": without a tense, nothing is said of whether it is so."""
    return event.modality != "asserted" or event.tense != "" or event.negated


def of_one_event(pair: MatchedEvents) -> bool:
    """True where the roles alone show that both sides mean one event: the same in both, or the same name in one."""
    if pair.swapped or pair.agents == pair.patients == "same":
        return True
    if "other" in {pair.agents, pair.patients} and pair.circumstances != "same":
        return False
    ours, theirs = (agent_of(pair.left), agent_of(pair.right)), (patient_of(pair.left), patient_of(pair.right))
    shared = [role for role, alike in ((ours, pair.agents), (theirs, pair.patients)) if alike == "same"]
    return any(one is not None and one.named and other is not None and other.named for one, other in shared)
