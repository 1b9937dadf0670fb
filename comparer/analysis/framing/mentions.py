"""Noun phrases that name somebody or something, and what a sentence says to be the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from comparer.analysis.events.negation import own_negations
from comparer.analysis.events.roles import find_subject
from comparer.analysis.events.tree import Tree
from comparer.analysis.report import Range

_CALLING = frozenset(
    {"call", "label", "name", "brand", "dub", "term", "describe", "denounce", "portray", "know", "depict", "hail"}
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
        for other in _equal_to(tree, token):
            kernel = tree.kernel(other)
            if kernel.i in mentions and kernel.i != position:
                yield position, kernel.i


def _equal_to(tree: Tree, token: Token) -> Iterator[Token]:
    head = token.head
    if token.dep_ == "appos" or is_title(token):
        yield head
    elif token.dep_ in {"attr", "oprd"} and head.lemma_ in _COPULAS | _CALLING:
        yield from _named_by(tree, head)
    elif token.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_.lower() in _CALLING:
        yield from _named_by(tree, head.head)
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
    if verb.dep_ == "acl":
        yield verb.head
    elif verb.dep_ == "advcl" and (subject := find_subject(tree, verb)) is not None:
        yield subject
