"""Which event of one passage is the same event as which of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from typing import Literal

from comparer.analysis.events.frames import Deed, plain
from comparer.analysis.events.participants import Likeness, Participant, agent_of, likeness, patient_of
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.words import Actors
from comparer.analysis.report import Event

Relation = Literal["same", "opposite", "shift"]

_WEIGHT: dict[Relation, float] = {"same": 2.0, "opposite": 1.5, "shift": 1.2}
_ROLE: dict[Likeness, float] = {"same": 1.0, "unknown": 0.0, "other": -1.0}
_DECIDING = frozenset({"for", "against", "to", "from", "on"})
# Their object is where from, not to whom.
LEAVING = frozenset({"flee"})
# What is said of the one who does it; the parser may take "negative" for an object.
_WITHOUT_OBJECT = frozenset({"survive", "test positive", "test negative"})
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

    @property
    def converse(self) -> bool:
        """One is told from the other end: "bought from" beside "sold to"."""
        return self.ours.framed and self.theirs.framed and self.left.predicate != self.right.predicate


def match_events(
    left: Sequence[Event], right: Sequence[Event], *, predicates: Predicates, actors: Actors
) -> Iterator[MatchedEvents]:
    """Yield the best one-to-one matches, surest first."""
    deeds = [predicates.frames.deed(event) for event in left], [predicates.frames.deed(event) for event in right]
    ours, theirs = list(zip(left, deeds[0], strict=True)), list(zip(right, deeds[1], strict=True))
    found = [
        pair for one, other in product(ours, theirs) if (pair := _match(one, other, predicates, actors)) is not None
    ]
    found.sort(key=lambda pair: (-pair.score, pair.left.start, pair.right.start))
    taken_left: set[Event] = set()
    taken_right: set[Event] = set()
    for pair in found:
        if pair.left not in taken_left and pair.right not in taken_right:
            taken_left.add(pair.left)
            taken_right.add(pair.right)
            yield pair


def _match(
    one: tuple[Event, Deed], other: tuple[Event, Deed], predicates: Predicates, actors: Actors
) -> MatchedEvents | None:
    (left, ours), (right, theirs) = one, other
    framed = ours.framed and theirs.framed and ours.predicate == theirs.predicate
    relation = "same" if framed else relate(left, right, predicates)
    if relation is None:
        return None
    if framed:
        agents, patients, recipients = _straight(ours, theirs, actors)
    else:
        ours, theirs, recipients = plain(left), plain(right), "unknown"
        agents, patients = _roles(left, right, relation, predicates, actors)
    crossed = _crossed(ours, theirs, actors) if relation == "same" else None
    if ours.predicate in predicates.mutual or left.predicate in predicates.mutual:
        crossed = None
    circumstances = _circumstances(left, right, actors)
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
        across = likeness(one, four, actors), likeness(two, three, actors)
        straight = likeness(one, three, actors), likeness(two, four, actors)
        if (across == ("same", "same") and "same" not in straight) or _owners_crossed(one, two, three, four):
            return first, second
    return None


def _owners_crossed(one: Participant, two: Participant, three: Participant, four: Participant) -> bool:
    """Tell "rebel units fired on army posts" beside "army units fired on rebel posts"."""
    if one.head != three.head or two.head != four.head or one.head == two.head:
        return False
    ours, theirs, done, undone = (set(side.words) - {side.head} for side in (one, three, two, four))
    return bool(ours & undone and done & theirs) and not ours & theirs and not done & undone


def relate(left: Event, right: Event, predicates: Predicates) -> Relation | None:
    """Return how the two predicates stand to each other; None where they have nothing to do with each other."""
    ours, theirs = _variants(left.predicate, left.obliques), _variants(right.predicate, right.obliques)
    if all(predicates.related.get(one, frozenset((one,))).isdisjoint(theirs) for one in ours):
        return "opposite" if predicates.are_opposite(ours[1], theirs[1]) else None
    if _shifts(left, right, predicates) or _shifts(right, left, predicates):
        return "shift"
    if any(predicates.are_opposite(one, other) for one, other in product(ours, theirs)):
        return "opposite"
    if left.predicate == right.predicate or any(predicates.are_same(a, b) for a, b in product(ours[:2], theirs[:2])):
        return "same"
    return None


@lru_cache(maxsize=4096)
def _variants(predicate: str, obliques: tuple[str, ...]) -> tuple[str, ...]:
    """Return "vote" and "vote against"; "closed" and "close" for "be closed"."""
    plain = predicate.removeprefix("be ")
    participle = [plain[:-1], plain[:-2]] if plain != predicate and plain.endswith("ed") else []
    leading = [oblique.split(" ", 1)[0] for oblique in obliques]
    return predicate, plain, *participle, *(f"{plain} {word}" for word in leading if word in _DECIDING)


def _shifts(itself: Event, done: Event, predicates: Predicates) -> bool:
    """Tell "surrendered" beside "captured them": by itself here, done by somebody there."""
    if (itself.predicate, done.predicate) not in predicates.shifts:
        return False
    return not itself.passive and (itself.patient is None or itself.predicate in LEAVING) and done.patient is not None


def _roles(
    left: Event, right: Event, relation: Relation, predicates: Predicates, actors: Actors
) -> tuple[Likeness, Likeness]:
    """Agents and patients compared; what happens by itself has as agent what elsewhere is the patient."""
    agent, patient = (agent_of(left), agent_of(right)), (patient_of(left), patient_of(right))
    if relation == "shift":
        mover = left.predicate in LEAVING or left.patient is None
        crossed = (agent[0], patient[1]) if mover else (patient[0], agent[1])
        return "unknown", likeness(*crossed, actors)
    if _state(left, right) or _state(right, left):
        return "unknown", likeness(_theme(left), _theme(right), actors)
    straight = likeness(*agent, actors), likeness(*patient, actors)
    crossing = _happens_to(left, right, predicates) or _happens_to(right, left, predicates)
    if relation == "opposite" and crossing and straight[1] != "same" and not _stance(left, right):
        itself, done = (left, right) if left.predicate in predicates.themes else (right, left)
        return "unknown", likeness(agent_of(itself), patient_of(done), actors)
    if _lone(left) and _lone(right) and (left.agent is None) != (right.agent is None):
        return "unknown", likeness(_theme(left), _theme(right), actors)
    return straight


def _lone(event: Event) -> bool:
    return (event.agent is None) != (event.patient is None)


def _state(one: Event, other: Event) -> bool:
    """Tell "is guilty" beside "acquitted her": who is so here is there the one to whom it is done."""
    lone = one.predicate.startswith("be ") and one.patient is None and one.agent is not None
    return lone and other.patient is not None and not other.predicate.startswith("be")


def _happens_to(itself: Event, done: Event, predicates: Predicates) -> bool:
    """Tell "the church survived the fire" beside "the fire destroyed the church"."""
    if itself.predicate not in predicates.themes or itself.agent is None or itself.passive:
        return False
    return done.patient is not None and done.predicate not in predicates.themes


def _theme(event: Event) -> Participant | None:
    return patient_of(event) or agent_of(event)


def _circumstances(left: Event, right: Event, actors: Actors) -> Likeness:
    ours, theirs = (dict(reversed([oblique.split(" ", 1) for oblique in side.obliques])) for side in (left, right))
    shared = (ours.keys() & theirs.keys()) - {"by"}
    if not shared:
        return "unknown"
    equal = all(actors.canonical(ours[word]) == actors.canonical(theirs[word]) for word in shared)
    return "same" if equal else "other"


def same_participants(pair: MatchedEvents) -> bool:
    """True where the same ones do it to the same ones, as far as both sides say."""
    if "other" in {pair.agents, pair.patients}:
        return False
    # Opposites, and verbs that say nothing by themselves, mean what they are said of: that must be the same.
    if (pair.relation == "opposite" or pair.left.predicate in EMPTY) and not _same_object(pair):
        return False
    if "same" in {pair.agents, pair.patients}:
        return True
    # Where neither side names anybody, what stands around must not differ: "talk to you", "talk about it".
    around = pair.circumstances == "same" or not (pair.left.obliques and pair.right.obliques)
    return around and pair.left.predicate == pair.right.predicate and pair.agents == pair.patients == "unknown"


def _same_object(pair: MatchedEvents) -> bool:
    stances = [_stance(one, other) for one, other in ((pair.left, pair.right), (pair.right, pair.left))]
    if any(stances):
        return True
    silent = pair.left.patient is None and pair.right.patient is None
    if silent and pair.left.predicate in EMPTY:
        return pair.circumstances == "same"
    if _WITHOUT_OBJECT & {pair.left.predicate, pair.right.predicate}:
        return True
    return silent or pair.patients == "same" or "pronoun" in {pair.left.patient_kind, pair.right.patient_kind}


def _stance(one: Event, other: Event) -> bool:
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
