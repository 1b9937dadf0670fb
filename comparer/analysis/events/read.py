"""Read who did what to whom: verbs, and nouns that tell events, with roles, polarity and certainty."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Token

from comparer.analysis.events.above import find_context
from comparer.analysis.events.context import Context
from comparer.analysis.events.nominal import NominalEvent, find_nominal
from comparer.analysis.events.parts import find_parts
from comparer.analysis.events.roles import Role, Roles, describe, find_roles
from comparer.analysis.events.tree import Tree
from comparer.analysis.events.words import EventWords
from comparer.analysis.report import Claim, Event, Range

Tense = Literal["past", "present", "future", ""]

_HELPERS = frozenset({"aux", "auxpass", "amod", "compound", "punct", "case", "prep"})
_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last"})
_DEADLY = frozenset({"shoot", "stab", "beat", "knife", "burn", "crush", "trample", "strangle", "batter", "hack"})
_BECOMING = frozenset({"turn", "grow", "prove", "get"})
_RESULTS = frozenset({"positive", "negative"})
_MOST_OBLIQUES = 4
_LONGEST_MARK = 10
_NESTED = 6


def read_events(doc: Doc, *, claims: Sequence[Claim], words: EventWords) -> tuple[Event, ...]:
    """Return the events of `doc` in the order of the text.

    `claims` in order; an event belongs to the shortest claim that its verb (or
    noun) starts in, `claim` is empty where there is none.
    """
    tree = Tree(doc)
    nominal = [found for token in doc if token.pos_ == "NOUN" and (found := find_nominal(tree, token, words))]
    replaced = {event.replaces.i for event in nominal if event.replaces is not None}
    events = [_from_noun(tree, event, words) for event in nominal]
    events += [_from_verb(tree, token, words) for token in doc if _tells(tree, token) and token.i not in replaced]
    events.sort(key=lambda event: (event.start, event.end))
    return tuple(_in_claims(events, claims))


def _tells(tree: Tree, token: Token) -> bool:
    if token.pos_ in {"VERB", "AUX"}:
        return token.dep_ not in _HELPERS and any(letter.isalpha() for letter in token.text)
    # "found him guilty", "was declared safe"
    if token.pos_ == "ADJ" and token.dep_ in {"ccomp", "oprd"} and token.head.lemma_ != "plead":
        return token.dep_ == "oprd" or tree.child(token, "nsubj") is not None
    return False


def _from_verb(tree: Tree, verb: Token, words: EventWords) -> Event:
    told = _Told(verb, find_roles(tree, verb), find_context(tree, verb, words), _predicate(tree, verb), nominal=False)
    return _event(tree, told, _group(tree, verb), words)


def _from_noun(tree: Tree, event: NominalEvent, words: EventWords) -> Event:
    roles = Roles(event.agent, event.patient, event.passive)
    at = event.replaces or event.noun
    told = _Told(at, roles, event.context, event.predicate, nominal=True, noun=event.noun)
    first, last = sorted((at.i, event.noun.i))
    # Where the noun stands far from its light verb, the noun alone is the mark.
    first = event.noun.i if last - first > _LONGEST_MARK else first
    return _event(tree, told, tree.range(first, last + 1 if first != event.noun.i else event.noun.i + 1), words)


@dataclass(frozen=True)
class _Told:
    """An event as found, before it is written down."""

    at: Token
    roles: Roles
    context: Context
    predicate: str
    nominal: bool
    noun: Token | None = None
    """The noun that tells it, which may stand apart from the verb over it."""


def _event(tree: Tree, told: _Told, span: Range, words: EventWords) -> Event:
    context = told.context
    agent, patient = describe(tree, told.roles.agent, told.at), describe(tree, told.roles.patient, told.at)
    source = describe(tree, context.source, told.at)
    return Event(
        *span,
        claim="",
        predicate=told.predicate,
        agent=agent.range if agent else None,
        patient=patient.range if patient else None,
        negated=context.negated,
        passive=told.roles.passive,
        modality=context.modality,
        agent_head=agent.head if agent else "",
        patient_head=patient.head if patient else "",
        agent_words=agent.words if agent else (),
        patient_words=_patient_words(tree, told.roles.patient, patient),
        agent_kind=agent.kind if agent else "",
        patient_kind=patient.kind if patient else "",
        obliques=tuple(_obliques_of(tree, told)),
        tense=_tense(tree, told.at, context, words),
        nominal=told.nominal,
        of_saying=told.predicate in words["saying"],
        denied=context.denial is not None,
        source=source.head if source else "",
        negation=_cue(tree, context.negations[-1] if context.negated else context.denial),
        modal=_cue(tree, context.modal),
        parts=find_parts(tree, told.at, told.roles.patient),
    )


def _patient_words(tree: Tree, token: Token | None, patient: Role | None) -> tuple[str, ...]:
    """A clause ("evidence that Beijing sent them") is told apart by its verb and what hangs on it."""
    if patient is None or token is None or patient.kind != "clause":
        return patient.words if patient else ()
    parts = [tree.lemma(token)]
    parts += [tree.canonical_lemma(child) for child in tree.children(token, "nsubj", "nsubjpass", "dobj", "attr")]
    return tuple(parts)


def _cue(tree: Tree, token: Token | None) -> Range | None:
    return None if token is None else tree.range(token.i, token.i + 1)


def _outcome(tree: Tree, verb: Token) -> Iterator[Token]:
    """What becomes of whom: "shot him dead", "stabbed him to death"."""
    for child in tree.children(verb):
        yield child
        yield from (noun for noun in tree.children(child, "pobj") if child.lower_ == "to")


def _predicate(tree: Tree, verb: Token) -> str:
    """Lemma with particle; "be guilty" for a state."""
    if verb.pos_ == "ADJ":
        return f"be {tree.canonical_lemma(verb)}"
    lemma = tree.lemma(verb)
    if lemma == "test":
        return next((f"test {child.lower_}" for child in tree.children(verb) if child.lower_ in _RESULTS), lemma)
    if lemma in _DEADLY and any(child.lower_ in {"dead", "death"} for child in _outcome(tree, verb)):
        return "kill"
    if lemma in _BECOMING and tree.child(verb, "acomp") is not None:
        lemma = "become"  # "turned violent"
    if lemma in {"be", "remain", "stay", "become", "plead"}:
        state = tree.child(verb, "acomp", "oprd", "xcomp") if lemma == "plead" else tree.child(verb, "acomp")
        copula = "be" if lemma != "plead" else lemma
        return f"{copula} {tree.canonical_lemma(state)}" if state is not None else lemma
    return lemma


def _group(tree: Tree, verb: Token) -> Range:
    """The verb with its auxiliaries and negation where no subject stands between: "has not been paid"."""
    start, end = verb.i, verb.i + 1
    for child in tree.children(verb):
        if child.i < verb.i and child.dep_ in _GROUP:
            start = min(start, child.i)
        elif child.dep_ in {"nsubj", "nsubjpass", "expl"} and child.i < verb.i:
            start = verb.i
        elif child.dep_ in {"prt", "acomp", "neg"} and verb.i < child.i <= verb.i + 4:
            end = max(end, child.i + 1)
    return tree.range(start, end)


def _obliques_of(tree: Tree, told: _Told) -> Iterator[str]:
    """Yield those of the verb and of the noun: in "There was an explosion at the plant" the place hangs on the noun."""
    yield from _obliques(tree, told.at)
    if told.noun is not None and told.noun is not told.at:
        yield from (oblique for oblique in _obliques(tree, told.noun) if not oblique.startswith(("of ", "by ")))


def _obliques(tree: Tree, verb: Token) -> Iterator[str]:
    found = 0
    for complement in tree.children(verb, "oprd"):
        if complement.pos_ in {"NOUN", "PROPN"}:
            yield f"as {tree.name(complement)}"
    for day in tree.children(verb, "npadvmod"):
        if day.ent_type_ in {"DATE", "TIME"}:
            yield f"on {tree.name(day)}"
    for rank in tree.children(verb, "advmod"):
        if rank.lower_ in _RANKS:
            yield f"rank {rank.lower_}"
    adverbs = tree.children(verb, "advmod")
    for preposition in (
        *tree.children(verb, "prep", "dative"),
        *(p for one in adverbs for p in tree.children(one, "prep")),
    ):
        for thing in tree.children(preposition, "pobj"):
            found += 1
            if found > _MOST_OBLIQUES:
                return
            yield f"{preposition.lower_} {tree.name(tree.kernel(thing))}"


def _tense(tree: Tree, verb: Token, context: Context, words: EventWords) -> Tense:
    if context.modality == "future":
        return "future"
    if verb.dep_ in {"xcomp", "pcomp"} and (above := _bringer(tree, verb, words)) is not None:
        verb = above
    if verb.pos_ == "ADJ":
        # "found him guilty" tells it in the tense of "found".
        verb = verb.head
    tags = {child.tag_ for child in tree.children(verb, "aux", "auxpass")} | {verb.tag_}
    if "VBD" in tags or (verb.tag_ == "VBN" and any(t.lemma_ == "have" for t in tree.children(verb, "aux"))):
        return "past"
    return "present" if tags & {"VBZ", "VBP"} else ""


def _bringer(tree: Tree, verb: Token, words: EventWords) -> Token | None:
    """The "managed" of "managed to escape", and "succeeded" of "succeeded in escaping"."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return above if tree.lemma(above) in words["bringing_about"] else None


def _in_claims(events: Sequence[Event], claims: Sequence[Claim]) -> Iterator[Event]:
    """Claims may nest ("A said that B"): the shortest that holds the event's last word counts."""
    starts = [claim.start for claim in claims]
    for event in events:
        last = bisect_right(starts, event.end - 1)
        near = claims[max(last - _NESTED, 0) : last]
        holding = [claim for claim in near if claim.start < event.end <= claim.end]
        best = min(holding, key=lambda claim: claim.end - claim.start, default=None)
        yield replace(event, claim=best.id if best else "")
