"""Who is shown as doing it: active or passive, named or left out, "surrendered" or "was captured"."""

from __future__ import annotations

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.events.relations import LEAVING
from comparer.analysis.labels import Labels
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Event, Slot, Sureness

# Their passives say how things are rather than what was done to them.
_STATES = frozenset(
    {"involve", "base", "expect", "schedule", "concern", "know", "locate", "call", "name", "bear", "close", "set"}
    | {"associate", "relate", "interest", "worry", "marry", "dress", "see", "find", "need", "plan", "use"}
)
# At the start of a headline these are taken for names.
_NATURE = frozenset(
    {"drought", "fire", "flood", "floods", "storm", "fever", "heat", "cold", "frost", "hail", "lightning", "avalanche"}
    | {"earthquake", "famine", "disease", "cancer", "wildfire", "wildfires", "snow", "rain", "wind", "landslide"}
)
# What befalls people without anybody's doing, too.
_HAPPENING = frozenset({"kill", "shoot", "destroy", "displace", "burn", "drown", "starve", "close", "shut", "remove"})


def compare_agency(pair: MatchedEvents, left: Passage, right: Passage, labels: Labels) -> Finding | None:
    """Return how differently the doer is shown; None where both show it alike."""
    ours, theirs = pair.left, pair.right
    if pair.swapped or "other" in {pair.agents, pair.patients}:
        return None
    if "same" not in {pair.agents, pair.patients} and not (pair.relation == "shift" and _both_people(pair, labels)):
        return None
    if pair.relation == "shift":
        return _finding(pair, left, right, _shifted(pair, left, right), "likely") if _blames(pair, labels) else None
    if pair.relation != "same" or ours.nominal or theirs.nominal or ours.of_saying or theirs.of_saying:
        return None
    state = ours.predicate in _STATES and None in {ours.agent, theirs.agent}
    if state or not (ours.passive or theirs.passive) or "be" in {ours.predicate, theirs.predicate}:
        return None
    return _voices(pair, left, right) if _acts(ours, labels) or _acts(theirs, labels) else None


def _both_people(pair: MatchedEvents, labels: Labels) -> bool:
    """True for "the man surrendered" beside "captured two fighters", which may be the same man."""
    ours, theirs = pair.left, pair.right
    heads = [ours.patient_head or ours.agent_head, theirs.patient_head or theirs.agent_head]
    if _by_itself(ours, theirs):
        heads[0] = ours.agent_head
    else:
        heads[1] = theirs.agent_head
    return all(labels.kind(head) == "person" for head in heads)


def _acts(event: Event, labels: Labels) -> bool:
    """True where people or groups do it: a fire that "destroyed" a house answers to nobody."""
    if event.agent is None or event.agent_head.lower() in _NATURE:
        return False
    steered = event.agent_head in labels.steered
    return steered or event.agent_kind not in {"noun", "clause"} or labels.acts(event.agent_head)


def _blames(pair: MatchedEvents, labels: Labels) -> bool:
    """False for "was killed" beside "died", which blames nobody; true for "was captured" beside "surrendered"."""
    done = pair.right if _by_itself(pair.left, pair.right) else pair.left
    return _acts(done, labels) or (done.agent is None and done.predicate not in _HAPPENING)


def _voices(pair: MatchedEvents, left: Passage, right: Passage) -> Finding | None:
    ours, theirs = pair.left, pair.right
    named = ours.agent is not None, theirs.agent is not None
    if named == (True, True) and ours.passive != theirs.passive:
        words = f"Left puts the doer {_place(ours)} (“{_text(left, ours)}”); right {_place(theirs)} (“{_text(right, theirs)}”)."
        return _finding(pair, left, right, words, "sure")
    teller = ours if named[0] else theirs
    # A headline's "arrested" may be a passive that lost its "was": then nobody is named either.
    # Nor does "the letter sent on Monday" leave anybody out: it is no telling of its own.
    told = bool(ours.tense and theirs.tense)
    if told and named[0] != named[1] and pair.patients == "same" and teller.patient is not None:
        first, second, other = ("Left", "right", theirs) if named[0] else ("Right", "left", ours)
        telling, silent = (left, right) if named[0] else (right, left)
        words = f"{first} says who did it (“{_doer(telling, teller)}”); {second} does not (“{_text(silent, other)}”)."
        return _finding(pair, left, right, words, "likely")
    return None


def _place(event: Event) -> str:
    return "last, in the passive" if event.passive else "first"


def _shifted(pair: MatchedEvents, left: Passage, right: Passage) -> str:
    ours, theirs = _text(left, pair.left), _text(right, pair.right)
    if _by_itself(pair.left, pair.right):
        return f"Left tells it as happening by itself (“{ours}”); right tells it as done by somebody (“{theirs}”)."
    return f"Left tells it as done by somebody (“{ours}”); right tells it as happening by itself (“{theirs}”)."


def _by_itself(one: Event, other: Event) -> bool:
    """True where `one` is what happens by itself and `other` what is done."""
    return not one.passive and (one.patient is None or other.passive or one.predicate in LEAVING)


def _text(passage: Passage, event: Event) -> str:
    return passage.reading.text[event.start : event.end]


def _finding(pair: MatchedEvents, left: Passage, right: Passage, words: str, sureness: Sureness) -> Finding:
    return Finding(
        "agency",
        "differs",
        (excerpt(left.reading, pair.left),),
        (excerpt(right.reading, pair.right),),
        words,
        sureness=sureness,
        slot=Slot("who does it", _doer(left, pair.left), _doer(right, pair.right), "differs"),
    )


def _doer(passage: Passage, event: Event) -> str:
    return passage.reading.text[slice(*event.agent)] if event.agent else "not said"
