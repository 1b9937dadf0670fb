"""Events told by nouns: "the capture of the men by rebels", "carried out an attack", "no evidence of fraud"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from comparer.analysis.events.above import find_context, speaker
from comparer.analysis.events.context import Context
from comparer.analysis.events.negation import evidence_negations, inside, own_negations
from comparer.analysis.events.roles import find_roles
from comparer.analysis.events.tree import Tree
from comparer.analysis.events.words import EventWords

_TARGET = ("on", "against", "at", "into")
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "obj"})


@dataclass
class NominalEvent:
    """A noun (or the light verb over it) as an event. `replaces` is the verb whose own event it stands for."""

    noun: Token
    predicate: str
    agent: Token | None
    patient: Token | None
    context: Context
    replaces: Token | None = None
    passive: bool = False


def find_nominal(tree: Tree, noun: Token, words: EventWords) -> NominalEvent | None:
    """Return the event that `noun` tells; None for a noun that only mentions ("the attack")."""
    lemma = tree.lemma(noun)
    if lemma in words["evidence"]:
        return _evidence(tree, noun, words)
    if lemma not in words.nominal:
        return None
    agent, patient = _roles(tree, noun, words)
    predicate = words.nominal[lemma][0]
    event = NominalEvent(noun, predicate, agent, patient, Context())
    governed = _govern(tree, event, words)
    if words.nominal[lemma][1] == "met" and not governed:
        return None
    return event if governed or agent is not None or patient is not None else None


def _roles(tree: Tree, noun: Token, words: EventWords) -> tuple[Token | None, Token | None]:
    means = words.nominal[tree.lemma(noun)][1]
    of = next(tree.objects_of(noun, "of"), None)
    owner = tree.child(noun, "poss") or _national(tree, noun, means)
    by = next(tree.objects_of(noun, "by"), None) or _issued_by(tree, noun, words)
    target = next((found for word in _TARGET for found in tree.objects_of(noun, word)), None)
    if means == "made":
        return by or owner, noun if by or owner else None
    if means == "those":
        return None, of
    if means == "self":
        return owner or of, None
    if means == "doer":
        return by or owner, target or of
    if of is not None:
        return by or owner, of
    return by, owner


def _national(tree: Tree, noun: Token, means: str) -> Token | None:
    """In "the Russian attack" the adjective is the agent."""
    if means == "done":
        return None
    return next(
        (child for child in tree.children(noun, "amod", "compound") if child.ent_type_ in {"NORP", "GPE"}), None
    )


def _issued_by(tree: Tree, noun: Token, words: EventWords) -> Token | None:
    """The ministry in "a denial issued by the ministry"."""
    for clause in tree.children(noun, "acl"):
        if tree.lemma(clause) in words["light"]:
            return next(tree.objects_of(clause, "by"), None)
    return None


def _govern(tree: Tree, event: NominalEvent, words: EventWords) -> bool:
    """Take in what the word above says. True where that makes the bare noun an event."""
    noun = event.noun
    above = noun.head if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" else noun  # "suffered cuts and bruises"
    verb, role = above.head, above.dep_
    if role in _OBJECTS and verb.pos_ in {"VERB", "AUX"}:
        if _exists(tree, verb) or tree.lemma(verb) in words["light"]:
            _take_over(tree, event, verb, words)
            return True
        if tree.lemma(verb) in words["denying"]:
            _denied(tree, event, verb)
            return True
        event.context.negations += inside(tree, noun)
        _wanted(tree, event, verb, words)
        return False
    if noun.dep_ == "nsubj" and tree.lemma(verb) in words["happening"]:
        event.context = find_context(tree, verb, words)
        event.replaces = verb
        return True
    event.context = find_context(tree, noun, words)
    event.context.negations += inside(tree, noun)
    return noun.dep_ == "pobj" and verb.lower_ == "without"


def _exists(tree: Tree, verb: Token) -> bool:
    return verb.lemma_ == "be" and tree.child(verb, "expl") is not None


def _take_over(tree: Tree, event: NominalEvent, verb: Token, words: EventWords) -> None:
    """The event stands where its light verb stands, with that verb's subject, time and certainty."""
    event.context = find_context(tree, verb, words)
    lemma = tree.lemma(verb)
    if lemma in words["light_telling"]:
        return
    event.replaces = verb
    if _exists(tree, verb):
        return
    roles = find_roles(tree, verb)
    event.passive = roles.passive
    means = words.nominal[tree.lemma(event.noun)][1]
    if lemma in words["light_undergoing"] and means != "self":
        event.patient = event.patient or roles.agent
    else:
        event.agent = event.agent or roles.agent


def _denied(tree: Tree, event: NominalEvent, verb: Token) -> None:
    event.context.denial = None if own_negations(tree, verb) else verb
    event.context.source = speaker(tree, verb)
    event.agent = event.agent or event.context.source


def _wanted(tree: Tree, event: NominalEvent, verb: Token, words: EventWords) -> None:
    lemma = tree.lemma(verb)
    if lemma in words["demanding"] and lemma not in {"need", "tell", "insist", "push", "call", "ask"}:
        event.context.weaken("demanded", verb)
    elif lemma in words["future"] and lemma not in {"set", "agree", "decide", "commit"}:
        event.context.weaken("future", verb)


def _evidence(tree: Tree, noun: Token, words: EventWords) -> NominalEvent | None:
    """Read "no evidence that ...", "evidence of fraud", "evidence suggests ..."."""
    content = tree.child(noun, "acl", "relcl", "ccomp") or next(tree.objects_of(noun, "of"), None)
    verb = noun.head
    shows = noun.dep_ == "nsubj" and tree.lemma(verb) in words["evidence_showing"]
    if content is None and shows:
        content = tree.child(verb, "ccomp", "dobj") or next(tree.objects_of(verb, "to"), None)
    if content is None:
        return None
    event = NominalEvent(noun, "evidence", None, content, Context())
    event.context.negations = evidence_negations(tree, noun)
    if noun.dep_ == "attr" and _exists(tree, verb):
        event.replaces = verb
    return event
