"""Noun phrases that name somebody or something, and what a sentence says to be the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from comparer.analysis.events.negation import own_negations
from comparer.analysis.events.roles import find_subject
from comparer.analysis.events.tree import Tree
from comparer.analysis.events.words import american
from comparer.analysis.report import Range

_CALLING = frozenset(
    {"call", "label", "name", "brand", "dub", "term", "describe", "denounce", "portray", "know", "depict", "hail"}
    | {"praise", "condemn", "decry", "dismiss", "celebrate", "paint", "characterize", "deride", "laud", "tout", "mock"}
    | {"style", "regard", "view", "see", "slam", "attack", "welcome", "cast", "frame", "salute", "lambast", "present"}
)
_COPULAS = frozenset({"be", "become", "remain"})


@dataclass(frozen=True, slots=True)
class Mention:
    token: Token
    label: str
    """Canonical name, or the lower-case lemma of the head noun (two words where both decide)."""
    lands: frozenset[str]
    """Countries in its modifiers."""
    span: Range
    named: bool
    distanced: bool


def is_title(token: Token) -> bool:
    """True for "spokesman" in "spokesman Ben Ruiz"."""
    return token.dep_ == "compound" and token.pos_ == "NOUN" and token.head.ent_type_ == "PERSON"


def equations(tree: Tree, mentions: Mapping[int, Mention]) -> Iterator[tuple[int, int]]:
    """Yield the positions of mentions that the sentence says are the same one."""
    for position, mention in mentions.items():
        token = mention.token
        beside = [token.head] if token.dep_ == "appos" or is_title(token) else said_to_be(tree, token)
        for other in beside:
            kernel = tree.kernel(other)
            if kernel.i in mentions and kernel.i != position:
                yield position, kernel.i


def said_to_be(tree: Tree, token: Token) -> Iterator[Token]:
    """Yield whom or what the sentence says to be `token`: the heads of "X is a Y", "called X a Y", "hailed X as a Y"."""
    head = token.head
    if token.dep_ in {"attr", "oprd", "acomp"} and american(head.lemma_) in _COPULAS | _CALLING:
        yield from _named_by(tree, head)
    elif token.dep_ == "dobj" and head.lemma_ in _CALLING:
        yield from (child for child in tree.children(head, "dobj") if child.i < token.i)
        yield from _run_together(tree, head)
    elif token.dep_ == "pobj" and head.lower_ == "as" and american(head.head.lemma_) in _CALLING:
        yield from _named_by(tree, head.head)
    elif (thing := tree.child(token, "nsubjpass")) is not None and not own_negations(tree, token):
        yield thing  # "is blackmail", which the parser takes for a passive
    elif token.dep_ == "pobj" and head.lower_ == "of" and _part_of(head.head):
        yield from _named_by(tree, head.head.head)


def _part_of(word: Token) -> bool:
    """True for "part" in "are part of an axis"."""
    return word.lower_ in {"part", "member", "members"} and word.dep_ == "attr" and word.head.lemma_ in _COPULAS


def _named_by(tree: Tree, verb: Token) -> Iterator[Token]:
    """Whom "X is" and "called X" name; nobody where it is negated."""
    if own_negations(tree, verb):
        return
    if verb.lemma_ in _COPULAS or tree.child(verb, "nsubjpass") is not None:
        yield from tree.children(verb, "nsubj", "nsubjpass")
    else:
        yield from tree.children(verb, "dobj")
        yield from _run_together(tree, verb)
    if verb.dep_ == "acl":
        yield verb.head
    elif verb.dep_ == "advcl" and (subject := find_subject(tree, verb)) is not None:
        yield subject


def _run_together(tree: Tree, verb: Token) -> Iterator[Token]:
    """The porters of "called the striking porters blackmailers", where the parser takes both nouns for one."""
    label = tree.child(verb, "oprd") or tree.child(verb, "dobj")
    if label is not None and tree.child(verb, "oprd", "dobj") is label:
        yield from (child for child in tree.children(label, "compound") if child.tag_ == "NNS")
