"""Events that only one can have done, or got: the one attack, the final, the post; not trains, nor what many sign."""

from __future__ import annotations

import re

from comparer.analysis.events.exclusive_words import load_groups
from comparer.analysis.events.frames import Deed
from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.events.participants import Participant
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.things import same_thing
from comparer.analysis.passages import Passage
from comparer.analysis.report import Event

# Only one can be it.
ONE_ONLY = frozenset(
    {"appoint", "name", "elect", "choose", "pick", "select", "replace", "succeed", "marry", "crown", "nominate", "be"}
)
# Two armies can do these at a time.
_BY_MANY = frozenset({"guard", "patrol", "protect", "train", "secure", "man", "staff", "deploy", "station", "control"})
# "Confessed to the murder", "took over as minister", "fired first": not "scored for the town".
_ONCE = frozenset({"to", "as", "rank", "over", "of"})
# Many score, but one goal decides a match; medals are given to many.
_GOALS = frozenset({"goal", "penalty", "header", "try", "touchdown"})
_DECIDED = frozenset({"match", "game", "final", "tie", "derby", "win", "victory", "title", "cup", "draw", "point"})
_AWARDS = frozenset({"medal", "prize", "award", "contract", "order", "grant", "scholarship"})
_AGENT, _PATIENT = range(2)
_THE = re.compile(r"\bthe\b", re.IGNORECASE)
_DETERMINING = re.compile(r"(?i:the|th[eo]se|his|her|its|their|all|both)$|\d|.*['’]s?$|[A-Z]").match
_BESIDE_OTHERS = re.compile(
    r"^(?:an?|one|among|co-\w+)\b|\b(?:former|ex|previous|past|reigning|defending|deputy|assistant|acting|joint|next|future)\b"
)


def leaves_room_for_one(pair: MatchedEvents, part: int, left: Passage, right: Passage, predicates: Predicates) -> bool:
    """Return whether the rest of the event shows that only one can have taken that part (0 agent, 1 patient, 2 recipient) in it."""
    if part == _PATIENT:
        return _sole_patient(pair) or _man_and_woman(pair, left, right)
    if _by_several(pair, part, left, right, predicates):
        return False
    if "other" in {pair.patients, pair.recipients if part == _AGENT else pair.agents}:
        return False
    if (pair.ours.predicate == "pilot" and pair.ours.framed) or _same_order(pair, left, right):
        return True
    return _sole_event(pair, left, right)


def _by_several(pair: MatchedEvents, part: int, left: Passage, right: Passage, predicates: Predicates) -> bool:
    """True for what several can do to one thing, unless one is said to be the only one."""
    both = {pair.left.predicate, pair.right.predicate}
    by_one = pair.ours.framed or _of_the_one(pair, left, right)
    by_one = by_one or (_only(left, pair.ours, part) and _only(right, pair.theirs, part))
    doer, thing = pair.ours.agent, pair.ours.patient
    if doer is not None and doer.head in _GOALS and (thing is None or thing.head not in _DECIDED):
        return True
    return bool(both & _BY_MANY) or (bool(both & predicates.shared) and not by_one)


def _sole_event(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    """True where what is done, and to what, is one thing on both sides."""
    one, other = pair.ours.patient, pair.theirs.patient
    if _of_the_one(pair, left, right):
        return pair.circumstances != "other"
    if one is None and other is None:
        roles = {oblique.split(" ", 1)[0] for event in (pair.left, pair.right) for oblique in event.obliques}
        return pair.circumstances == "same" and bool(roles & _ONCE)
    if one is not None and other is not None and _of_more(left, one, right, other):
        return False
    return same_thing(one, other, left, right) and _definite(pair, left, right)


def _sole_patient(pair: MatchedEvents) -> bool:
    """Two can be killed in one crash, but not appointed to one post."""
    one_only = pair.left.predicate in ONE_ONLY
    met = pair.ours.predicate == "beat" and pair.circumstances == "same"
    unsaid = (pair.left.agent is None or pair.right.agent is None) and pair.circumstances == "same"
    return (one_only or met) and (pair.agents == "same" or (unsaid and one_only))


def _man_and_woman(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    """True for "arrested a woman on Monday" beside "arrested a man on Monday", where all that is told with it is one."""
    one, other = pair.ours.patient, pair.theirs.patient
    if one is None or other is None or pair.circumstances != "same" or pair.agents == "other":
        return False
    texts = (left.reading.text[slice(*one.range)], right.reading.text[slice(*other.range)])
    single = all(text.lower().startswith(("a ", "an ")) for text in texts)
    both = other.head in left.text.lower().split() or one.head in right.text.lower().split()
    return single and not both and load_groups()["sex"].exclude(one.head, other.head)


def _only(passage: Passage, deed: Deed, part: int) -> bool:
    """True for "only Ana Ruiz"."""
    who = deed.parts[part]
    before = passage.reading.text[: who.range[0]] if who is not None else ""
    phrase = passage.reading.text[slice(*who.range)] if who is not None else ""
    return re.search(r"\bonly (?:the )?$", before, re.IGNORECASE) is not None or phrase.lower().startswith("only ")


def _of_the_one(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    """True for "carried out the attack" on both sides, of which there is one."""
    sides = ((left, pair.left), (right, pair.right))
    return all(
        event.nominal and event.patient is None and _THE.search(side.reading.text[: event.end], max(event.start - 5, 0))
        for side, event in sides
    )


def _of_more(left: Passage, one: Participant, right: Passage, other: Participant) -> bool:
    """True for "trains" on both sides, and for "a medal" on one of them."""
    if _any_such(left, one) and _any_such(right, other):
        return True
    texts = (left.reading.text[slice(*one.range)], right.reading.text[slice(*other.range)])
    return one.head in _AWARDS and any(re.match(r"(?:an?|one) ", text, re.IGNORECASE) for text in texts)


def _any_such(passage: Passage, thing: Participant) -> bool:
    """True for "trains" and "new trains", of which there are more."""
    *before, last = passage.reading.text[slice(*thing.range)].split() or [""]
    return (
        last.endswith("s") and not last.endswith("ss") and thing.kind == "noun" and not any(map(_DETERMINING, before))
    )


def _same_order(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    ordered = _ordered(left, pair.left.end)
    return pair.left.predicate == "order" and ordered is not None and ordered == _ordered(right, pair.right.end)


def _ordered(passage: Passage, after: int) -> tuple[str, str] | None:
    """What follows the order, and whom or what it is to be done to: the parser puts "the gates" with either verb."""
    event = min(
        (event for event in passage.events if event.start >= after), key=lambda event: event.start, default=None
    )
    if event is None:
        return None
    return (event.predicate, " ".join(passage.reading.text[after : event.start].lower().split()))


def _definite(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    """True for "is the winner" and "is champion of the Open", which fit one only; False for "is a teacher"."""
    if pair.ours.framed:
        return not any(_one_of_many(side, event) for side, event in ((left, pair.left), (right, pair.right)))
    if pair.left.predicate != "be" or pair.left.patient is None:
        return True
    words = left.reading.text[slice(*pair.left.patient)].lower()
    return words.startswith("the ") or "’s " in words or "'s " in words


def _one_of_many(passage: Passage, event: Event) -> bool:
    """True for "is a founder of the club" and "is the former owner of the club", beside whom there are others."""
    if event.predicate != "be" or event.patient is None:
        return False
    return _BESIDE_OTHERS.search(passage.reading.text[slice(*event.patient)].lower()) is not None
