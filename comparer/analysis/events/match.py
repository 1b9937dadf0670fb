"""Which event of one passage is the same event as which of the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from comparer.analysis.events.frames import Deed, plain
from comparer.analysis.events.participants import Likeness, Participant, agent_of, beside, likeness, patient_of
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.relations import LEAVING, Predicate, Relation, predicate_of, relate
from comparer.analysis.events.words import Actors
from comparer.analysis.kinship import shares_stem
from comparer.analysis.report import Event

_WEIGHT: dict[Relation, float] = {"same": 2.0, "opposite": 1.5, "shift": 1.2}
_ROLE: dict[Likeness, float] = {"same": 1.0, "unknown": 0.0, "other": -1.0}
_PURPOSES = frozenset({"for", "against", "over", "about", "to"})
# States of the one who does it, not of the one to whom it is done.
_PRESENCE = frozenset({"be absent", "be present", "be away"})
_REACHED = frozenset({"in", "to", "of", "for", "at", "on"})
# Verbs that say nothing without what follows them.
EMPTY = frozenset(
    {"be", "have", "do", "make", "get", "take", "go", "come", "say", "tell", "continue", "want", "try", "keep", "need"}
    | {"allow", "find", "accept", "call", "become", "help", "use", "see", "give", "put", "show", "let", "look", "think"}
    | {
        "know",
        "feel",
        "believe",
        "seem",
        "appear",
        "work",
        "run",
        "turn",
        "bring",
        "provide",
        "include",
        "like",
    }
)


@dataclass(frozen=True, slots=True)
class MatchedEvents:
    left: Event
    right: Event
    relation: Relation
    agents: Likeness
    patients: Likeness
    swapped: bool
    """Each is done by the one to whom the other is done."""
    circumstances: Likeness
    """Other where the same preposition leads to something else: "in March" and "in May"."""
    score: float
    ours: Deed
    theirs: Deed
    recipients: Likeness = "unknown"
    crossed: tuple[int, int] = (0, 1)
    """Which parts of the deeds are swapped, where they are."""

    loose: bool = False
    """Of one frame, but not the same act: "was sent" beside "received"."""


@dataclass(frozen=True, slots=True)
class Matchable:
    """An event with what every match asks of it."""

    event: Event
    framed: Deed | None
    predicate: Predicate


def matchable(events: Iterable[Event], predicates: Predicates) -> list[Matchable]:
    """Make events ready to be matched, once for all the others that they are to be matched with."""
    return [Matchable(event, predicates.frames.framed(event), predicate_of(event, predicates)) for event in events]


def match_events(
    left: Sequence[Event], right: Sequence[Event], *, predicates: Predicates, actors: Actors
) -> Iterator[MatchedEvents]:
    """Yield the best one-to-one matches, surest first."""
    if left and right:
        yield from best_matches(matchable(left, predicates), matchable(right, predicates), predicates, actors)


def best_matches(
    left: Sequence[Matchable], right: Sequence[Matchable], predicates: Predicates, actors: Actors
) -> Iterator[MatchedEvents]:
    """Yield the best one-to-one matches, surest first."""
    found = [
        pair for one, other in product(left, right) if (pair := _match(one, other, predicates, actors)) is not None
    ]
    found.sort(key=lambda pair: (-pair.score, pair.left.start, pair.right.start))
    taken_left: set[Event] = set()
    taken_right: set[Event] = set()
    for pair in found:
        if pair.left not in taken_left and pair.right not in taken_right:
            taken_left.add(pair.left)
            taken_right.add(pair.right)
            yield pair


def _match(one: Matchable, other: Matchable, predicates: Predicates, actors: Actors) -> MatchedEvents | None:
    left, right = one.event, other.event
    ours, theirs = one.framed, other.framed
    framed = ours is not None and theirs is not None and ours.predicate == theirs.predicate
    relation = "same" if framed else relate(one.predicate, other.predicate, predicates)
    if relation is None:
        return None
    if ours is not None and theirs is not None and framed:
        agents, patients, recipients = _straight(ours, theirs, actors)
    else:
        ours, theirs, recipients = plain(left), plain(right), "unknown"
        agents, patients = _roles(left, right, relation, predicates, actors)
    crossed = _crossed(ours, theirs, actors) if relation == "same" else None
    if ours.predicate in predicates.mutual or (left.predicate in predicates.mutual and not framed):
        crossed = None
    filled = {held.head for held in (*ours.parts, *theirs.parts) if held is not None} if framed else set[str]()
    circumstances = circumstances_of(left, right, actors, filled)
    if ours.predicate in predicates.returned and circumstances != "same":
        crossed = None  # they may have blamed each other
    likenesses = agents, patients, recipients
    score = _WEIGHT[relation] + sum(_ROLE[role] for role in likenesses) + 0.3 * _ROLE[circumstances]
    bare = set(likenesses) == {"unknown"} and (relation == "opposite" or left.predicate in EMPTY)
    if crossed is None and (bare or (agents == patients == "other")):
        return None
    return MatchedEvents(
        left,
        right,
        relation,
        agents,
        patients,
        crossed is not None,
        circumstances,
        score + 3 * (crossed is not None),
        ours,
        theirs,
        recipients,
        crossed or (0, 1),
        loose=framed and not ours.converse and not predicates.are_same(left.predicate, right.predicate),
    )


def _straight(ours: Deed, theirs: Deed, actors: Actors) -> tuple[Likeness, Likeness, Likeness]:
    agents, patients, recipients = (
        likeness(one, other, actors) for one, other in zip(ours.parts, theirs.parts, strict=True)
    )
    return agents, patients, recipients


def _crossed(ours: Deed, theirs: Deed, actors: Actors) -> tuple[int, int] | None:
    """Return the two parts that are filled the other way round, if any."""
    for first, second in combinations(range(3), 2):
        one, two = ours.parts[first], ours.parts[second]
        three, four = theirs.parts[first], theirs.parts[second]
        if one is None or two is None or three is None or four is None:
            continue
        across = all(likeness(*pair, actors) == "same" for pair in ((one, four), (two, three)))
        if across and all(likeness(*pair, actors) != "same" for pair in ((one, three), (two, four))):
            return first, second
        if _owners_crossed(one, two, three, four) or _owner_and_doer(one, two, three, four):
            return first, second
    return None


def _owners_crossed(one: Participant, two: Participant, three: Participant, four: Participant) -> bool:
    """Tell "rebel units fired on army posts" beside "army units fired on rebel posts"."""
    if one.head != three.head or two.head != four.head or one.head == two.head:
        return False
    ours, theirs, done, undone = (set(side.words) - {side.head} for side in (one, three, two, four))
    return bool(ours & undone and done & theirs) and not ours & theirs and not done & undone


def _owner_and_doer(one: Participant, two: Participant, three: Participant, four: Participant) -> bool:
    """Tell "the rebels attacked the army barracks" beside "the army attacked the rebels' barracks"."""
    if two.head != four.head or one.head in two.words or three.head in four.words:
        return False
    return one.head in four.words and three.head in two.words


def _roles(
    left: Event, right: Event, relation: Relation, predicates: Predicates, actors: Actors
) -> tuple[Likeness, Likeness]:
    """Agents and patients compared; what happens by itself has as agent what elsewhere is the patient."""
    agent, patient = (agent_of(left), agent_of(right)), (patient_of(left), patient_of(right))
    if likeness(*patient, actors) != "same":
        patient = _object(left, predicates), _object(right, predicates)
    if relation == "shift":
        mover = left.predicate in LEAVING or left.patient is None
        crossed = (agent[0], patient[1]) if mover else (patient[0], agent[1])
        return "unknown", likeness(*crossed, actors)
    straight = likeness(*agent, actors), likeness(*patient, actors)
    if _state(left, right) or _state(right, left):
        return "unknown", likeness(_theme(left), _theme(right), actors)
    crossing = _happens_to(left, right, predicates) or _happens_to(right, left, predicates)
    if relation == "opposite" and crossing and "same" not in straight and not _against(left, right):
        itself, done = (left, right) if left.predicate in predicates.themes else (right, left)
        return "unknown", likeness(agent_of(itself), patient_of(done), actors)
    if _lone(left) and _lone(right) and (left.agent is None) != (right.agent is None):
        return "unknown", likeness(_theme(left), _theme(right), actors)
    return straight


def _object(event: Event, predicates: Predicates) -> Participant | None:
    """To whom it is done; in "took part in the vote" that is the vote, and the part belongs to the verb."""
    if f"{event.predicate} {event.patient_head}" not in predicates.related:
        return patient_of(event)
    return next((beside(part) for part in event.parts if part.role in _REACHED), None)


def _lone(event: Event) -> bool:
    return (event.agent is None) != (event.patient is None)


def _state(one: Event, other: Event) -> bool:
    """Tell "is guilty" beside "acquitted her": who is so here is there the one to whom it is done."""
    lone = (
        one.predicate.startswith("be ")
        and one.predicate not in _PRESENCE
        and one.patient is None
        and one.agent is not None
    )
    return lone and other.patient is not None and not other.predicate.startswith("be")


def _happens_to(itself: Event, done: Event, predicates: Predicates) -> bool:
    """Tell "the church survived the fire" beside "the fire destroyed the church"."""
    if itself.predicate not in predicates.themes or itself.agent is None or itself.passive:
        return False
    return done.patient is not None and done.predicate not in predicates.themes


def _against(left: Event, right: Event) -> bool:
    """Tell "is against the vote", where the object follows the preposition."""
    return any(
        event.predicate == "be" and any(o.startswith("against ") for o in event.obliques) for event in (left, right)
    )


def _theme(event: Event) -> Participant | None:
    return patient_of(event) or agent_of(event)


def circumstances_of(left: Event, right: Event, actors: Actors, filled: Collection[str] = ()) -> Likeness:
    """Return whether the same prepositions lead to the same: other for "in March" and "in May".

    `filled` are the heads of those who take part anyway: "to Ruiz" of a medal is no circumstance.
    """
    ours, theirs = _places_and_times(left, actors, filled), _places_and_times(right, actors, filled)
    if not _same_purpose(left, right):
        return "other"
    shared = ours.keys() & theirs.keys()
    if not shared:
        return "unknown"
    return "same" if all(_share_one(ours[word], theirs[word]) for word in shared) else "other"


def _share_one(ours: set[str], theirs: set[str]) -> bool:
    return any(one == other or shares_stem(one, other) for one, other in product(ours, theirs))


def _places_and_times(event: Event, actors: Actors, filled: Collection[str]) -> dict[str, set[str]]:
    """The heads behind each preposition."""
    found: dict[str, set[str]] = {}
    for oblique in event.obliques:
        word, head = oblique.split(" ", 1)
        if word != "by" and head not in filled:
            found.setdefault(word, set()).add(actors.canonical(head))
    return found


def _same_purpose(left: Event, right: Event) -> bool:
    """False for "the claim for damages" beside "the claim for costs"."""
    ours, theirs = ({part.role: part for part in side.parts if part.role in _PURPOSES} for side in (left, right))
    return all(
        ours[role].head == theirs[role].head or bool(set(ours[role].words) & set(theirs[role].words))
        for role in ours.keys() & theirs.keys()
        if ours[role].kind == theirs[role].kind == "noun"
    )
