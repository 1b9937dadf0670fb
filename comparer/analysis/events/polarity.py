"""It happened here, it did not there; "rose" here, "fell" there."""

from __future__ import annotations

import re
from dataclasses import replace

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.events.participants import Participant, agent_of, likeness, patient_of, same_actor
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.quantifiers import both_true, leaves_out
from comparer.analysis.events.sameness import is_committed, same_participants
from comparer.analysis.events.things import another
from comparer.analysis.events.words import Actors
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Event, Excerpt, Range, Slot, Sureness, Verdict
from comparer.analysis.times.phrases import MONTH, WEEKDAY, YEAR

# What these are done to will not happen.
_FINAL = frozenset(
    {"cancel", "call off", "scrap", "abandon", "rule out", "reject", "shelve", "axe", "drop", "ban", "veto"}
)
_STATES = frozenset({"be", "remain", "stay"})
_LIMITS = frozenset({"after", "before", "until", "till", "beyond", "since", "during"})
_UNTIL = ("until ", "till ")
_WHEN = frozenset({"in", "on", "since", "by", "from"})
_DATE = re.compile(rf"\b(?:{WEEKDAY}|{MONTH}|{YEAR})\b", re.IGNORECASE)
_ANYBODY = frozenset({"nobody", "no one", "somebody", "someone", "everybody", "everyone", "anybody", "anyone", "one"})
_NOT = {"n't": "not", "n’t": "not", "never": "not"}


def compare_polarity(
    pair: MatchedEvents, left: Passage, right: Passage, predicates: Predicates, actors: Actors
) -> Finding | None:
    """Return the contradiction in whether it happened; None where both can be true."""
    if pair.relation == "same" and pair.agents == "same" and pair.circumstances != "other":
        opposed = _opposite_things(pair, left, right, predicates)
        if opposed is not None:
            return opposed
    if pair.swapped or not same_participants(pair) or pair.loose or _of_different_ones(pair, left, right):
        return None
    if pair.relation == "opposite":
        opposed = _opposed(pair, left, right, predicates, actors)
        if opposed is not None and _one_after_the_other(pair, predicates):
            return _updated(opposed) if _is_state(pair.left) and _is_state(pair.right) else None
        return None if pair.circumstances == "other" else _by_rivals(opposed, pair, left, right, actors)
    told = pair.relation == "same" and pair.circumstances != "other"
    return _same_event(pair, left, right, actors) if told else None


def _opposed(
    pair: MatchedEvents, left: Passage, right: Passage, predicates: Predicates, actors: Actors
) -> Finding | None:
    if _waits(pair) or _both_told(pair, left, right, predicates, actors):
        return None
    return _opposite(pair, left, right)


def _one_after_the_other(pair: MatchedEvents, predicates: Predicates) -> bool:
    """True where a state, or what can be undone, is told of two days or years."""
    ours, theirs = _dates(pair.left), _dates(pair.right)
    passing = all(side.predicate in predicates.passing or _is_state(side) for side in (pair.left, pair.right))
    return passing and bool(ours and theirs) and not ours & theirs


def _is_state(event: Event) -> bool:
    return event.predicate in _STATES or event.predicate.startswith("be ")


def _waits(pair: MatchedEvents) -> bool:
    """Tell "held until Friday": it did then what the other side tells."""
    return any(oblique.startswith(_UNTIL) for side in (pair.left, pair.right) for oblique in side.obliques)


def _updated(opposed: Finding) -> Finding:
    slot = opposed.slot and replace(opposed.slot, verdict="update")
    words = opposed.explanation.removesuffix(", the opposite.") + ": it changed between the two days."
    return replace(opposed, verdict="update", explanation=words, slot=slot)


def _dates(event: Event) -> set[str]:
    """The years and days that hang on the verb."""
    told = (oblique.split(" ", 1) for oblique in event.obliques)
    return {when.lower() for word, when in told if word in _WHEN and _DATE.search(when)}


def _both_told(pair: MatchedEvents, left: Passage, right: Passage, predicates: Predicates, actors: Actors) -> bool:
    """True where a side tells both, one after the other: "closed at midnight and reopened", "was shut till six"."""
    return _tells(left, pair.right, predicates, actors) or _tells(right, pair.left, predicates, actors)


def _tells(passage: Passage, told: Event, predicates: Predicates, actors: Actors) -> bool:
    theme = patient_of(told) or agent_of(told)
    return any(
        predicates.are_same(event.predicate, told.predicate)
        and event.predicate != "be"
        and (event.negated, event.denied) == (told.negated, told.denied)
        and _may_be(patient_of(event) or agent_of(event), theme, actors)
        for event in passage.events
    )


def _may_be(one: Participant | None, other: Participant | None, actors: Actors) -> bool:
    """True for the same one, and for "him": "arrested the landlord and later released him"."""
    return likeness(one, other, actors) == "same" or (one is not None and one.kind == "pronoun")


def _same_event(pair: MatchedEvents, left: Passage, right: Passage, actors: Actors) -> Finding | None:
    ours, theirs = pair.left, pair.right
    if _says_no(ours) and _says_no(theirs):
        return _both_say_no(pair, left, right)
    if ours.denied != theirs.denied and ours.negated == theirs.negated:
        return _denied(pair, left, right, actors)
    if ours.denied == theirs.denied and ours.negated != theirs.negated:
        return _by_rivals(_negated(pair, left, right), pair, left, right, actors)
    return None


def _of_different_ones(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    if any(both_true(left, right, *spans) for spans in _themes(pair)):
        return True
    if any(leaves_out(left, ours) or leaves_out(right, theirs) for ours, theirs in _themes(pair)):
        return True  # "nobody but the captain survived" says that he did
    return another(patient_of(pair.left), patient_of(pair.right), left, right)


def _themes(pair: MatchedEvents) -> tuple[tuple[Range | None, Range | None], ...]:
    ours, theirs = pair.left, pair.right
    lone = ours.patient or ours.agent, theirs.patient or theirs.agent
    return (ours.agent, theirs.agent), (ours.patient, theirs.patient), lone


def _opposite_things(pair: MatchedEvents, left: Passage, right: Passage, predicates: Predicates) -> Finding | None:
    """Read "made a profit" beside "made a loss"."""
    ours, theirs = pair.left, pair.right
    alike = (ours.negated, ours.denied, ours.modality) == (theirs.negated, theirs.denied, theirs.modality)
    if not alike or not predicates.are_opposite(ours.patient_head, theirs.patient_head):
        return None
    if ours.patient is None or theirs.patient is None:
        return None
    one, other = excerpt(left.reading, ours.patient), excerpt(right.reading, theirs.patient)
    words = f"Left says “{one.text}”; right says “{other.text}”, the opposite."
    slot = Slot("what happened", one.text, other.text, "conflict")
    return Finding("polarity", "conflict", (one,), (other,), words, slot=slot)


def _says_no(event: Event) -> bool:
    return event.negated != event.denied


def _both_say_no(pair: MatchedEvents, left: Passage, right: Passage) -> Finding | None:
    """Tell "failed to attend" beside "did not attend", so that nobody takes it for a contradiction."""
    one, other = _cue(left, pair.left).lower(), _cue(right, pair.right).lower()
    if _NOT.get(one, one) == _NOT.get(other, other):
        return None
    return Finding(
        "polarity",
        "compatible",
        _mark(left, pair.left, with_cue=True),
        _mark(right, pair.right, with_cue=True),
        f"Both say no: left with “{one}”, right with “{other}”.",
        slot=Slot("whether it is so", _yes_or_no(pair.left), _yes_or_no(pair.right), "compatible"),
    )


def _by_rivals(
    finding: Finding | None, pair: MatchedEvents, left: Passage, right: Passage, actors: Actors
) -> Finding | None:
    """Two speakers who contradict each other are told apart from two articles that do."""
    one, other = _speaker(left, pair.left), _speaker(right, pair.right)
    nobody = {one.lower(), other.lower()} & _ANYBODY
    if finding is None or not one or not other or nobody or same_actor(one, other, actors):
        return finding
    silent = pair.left.patient is None and pair.right.patient is None
    told_alike = pair.left.predicate == pair.right.predicate or _only_exists(pair)
    if not told_alike or not (pair.patients == "same" or (silent and pair.agents == "same")):
        return None
    words = f"Left has {one} say “{finding.left[-1].text}”; right has {other} say “{finding.right[-1].text}”."
    slot = finding.slot and replace(finding.slot, verdict="differs")
    return replace(finding, verdict="differs", explanation=words, sureness="likely", slot=slot)


def _speaker(passage: Passage, event: Event) -> str:
    """Who says it, as the attribution of its claim or else the sentence shows; empty for the outlet's own voice."""
    claim = next((claim for claim in passage.claims if claim.id == event.claim), None)
    if claim is None or claim.attribution is None:
        return event.source
    told = passage.reading.attributions[claim.attribution]
    return told.speaker or (passage.reading.text[slice(*told.source)] if told.source else "somebody")


def _opposite(pair: MatchedEvents, left: Passage, right: Passage) -> Finding | None:
    ours, theirs = pair.left, pair.right
    if ours.negated != theirs.negated or ours.denied or theirs.denied:
        return None
    if ours.modality != theirs.modality and not (_ends(ours, theirs) or _ends(theirs, ours)):
        return None
    # "denied it" and "said" are opposites only of the very same thing; clauses are compared as events of their own.
    if (ours.of_saying or theirs.of_saying) and pair.patients != "same":
        return None
    marks = _mark(left, ours), _mark(right, theirs)
    said, other = marks[0][0].text, marks[1][0].text
    return Finding(
        "polarity",
        "conflict",
        *marks,
        f"Left says “{said}”; right says “{other}”, the opposite.",
        sureness="likely",
        slot=Slot("what happened", said, other, "conflict"),
    )


def _ends(done: Event, coming: Event) -> bool:
    """Tell "has been called off" beside "will go ahead": what is cancelled is not still to come."""
    return done.modality == "asserted" and coming.modality == "future" and done.predicate in _FINAL


def _negated(pair: MatchedEvents, left: Passage, right: Passage) -> Finding | None:
    ours, theirs = pair.left, pair.right
    # "unlikely" beside a flat statement is a matter of certainty; "to pay" states nothing.
    if ours.modality != theirs.modality or not (is_committed(ours) and is_committed(theirs)):
        return None
    no, yes = (left, right) if ours.negated else (right, left)
    first, second = ("Left", "right") if ours.negated else ("Right", "left")
    negative, positive = (ours, theirs) if ours.negated else (theirs, ours)
    if _narrows(negative, positive, yes):
        return None
    whole = pair.agents == pair.patients == "same" or ours.predicate == theirs.predicate or _only_exists(pair)
    sureness: Sureness = "sure" if whole else "likely"
    return Finding(
        "polarity",
        "conflict",
        _mark(left, ours),
        _mark(right, theirs),
        f"{first} says no (“{_words(no, negative)}”); {second} says yes (“{_words(yes, positive)}”).",
        sureness=sureness,
        slot=Slot("whether it is so", _yes_or_no(ours), _yes_or_no(theirs), "conflict"),
    )


def _only_exists(pair: MatchedEvents) -> bool:
    """Tell "there was no fire" beside "a fire broke out": all that both say of it is whether it was there."""
    return pair.ours.predicate == pair.theirs.predicate == "exist" and pair.patients == "same"


def _narrows(negative: Event, positive: Event, told: Passage) -> bool:
    """Who "did not apologize to the family" may have apologized, unless the other side speaks of the family, too."""
    words = {oblique.split(" ", 1)[0] for oblique in positive.obliques}
    things = {token.lemma.lower() for token in told.tokens}
    parts = (oblique.split(" ", 1) for oblique in negative.obliques)
    apart = (word in _LIMITS or things.isdisjoint(head.lower().split()) for word, head in parts if word not in words)
    return any(apart)


def _denied(pair: MatchedEvents, left: Passage, right: Passage, actors: Actors) -> Finding | None:
    """A denial contradicts what the same speaker says; beside the outlet's own voice it is another view."""
    ours, theirs = pair.left, pair.right
    denying, stating = (ours, theirs) if ours.denied else (theirs, ours)
    where, first, second = (left, "Left", "right") if ours.denied else (right, "Right", "left")
    there = right if ours.denied else left
    speaker, other = denying.source, _speaker(there, stating)
    if other and not (speaker and same_actor(speaker, other, actors)):
        return None
    if not other and stating.modality != "asserted":
        return None
    verdict: Verdict = "conflict" if other else "differs"
    who = speaker or "somebody"
    told = f"{who} says it is so" if other else "states it as a fact"
    linking = f"{second} writes that {told}" if other else f"{second} {told}"
    return Finding(
        "polarity",
        verdict,
        _mark(left, ours, with_cue=True),
        _mark(right, theirs, with_cue=True),
        f"{first} writes that {who} denies it (“{_cue(where, denying)}”); {linking}.",
        sureness="likely",
        slot=Slot("whether it is so", _yes_or_no(ours), _yes_or_no(theirs), verdict),
    )


def _mark(passage: Passage, event: Event, *, with_cue: bool = False) -> tuple[Excerpt, ...]:
    """The event's words, and its negation where that stands apart."""
    cue = event.negation if event.negated or with_cue else None
    apart = cue is not None and not (event.start <= cue[0] and cue[1] <= event.end)
    spans = [cue] if apart and cue is not None else []
    state = event.patient if event.predicate == "be" else None
    end = max(event.end, state[1]) if state else event.end  # "is a forgery"
    return tuple(excerpt(passage.reading, span) for span in (*spans, (event.start, end)))


def _words(passage: Passage, event: Event) -> str:
    """Return the words that a reader would look for: "no … destroyed"."""
    marks = sorted(_mark(passage, event), key=lambda mark: mark.start)
    return " … ".join(mark.text for mark in marks)


def _cue(passage: Passage, event: Event) -> str:
    start, end = event.negation or (event.start, event.end)
    return passage.reading.text[start:end]


def _yes_or_no(event: Event) -> str:
    return "denied" if event.denied else "no" if event.negated else "yes"
