"""Who else takes part in an event: "to Ana Ruiz", "from the bank", "elected mayor", "awarded the medal"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comparer.analysis.events.roles import describe, is_passive
from comparer.analysis.events.tree import Tree
from comparer.analysis.report import Companion

_MOST = 6
_LINKS = ("prep", "dative", "agent")


def find_parts(tree: Tree, verb: Token, patient: Token | None) -> tuple[Companion, ...]:
    """Return what stands beside `verb` and behind its object, in order of the roles, at most six."""
    found = [part for role, token in _beside(tree, verb, patient) if (part := _part(tree, role, token, verb))]
    return tuple(found[:_MOST])


def _beside(tree: Tree, verb: Token, patient: Token | None) -> Iterator[tuple[str, Token]]:
    for complement in tree.children(verb, "oprd", "attr"):
        if complement.pos_ in {"NOUN", "PROPN"} and verb.lemma_ != "be":
            yield "as", complement
    if is_passive(tree, verb):
        yield from (("object", thing) for thing in tree.children(verb, "dobj"))
    else:
        yield from (("dative", receiver) for receiver in tree.children(verb, "dative") if receiver.pos_ != "ADP")
    yield from _governed(tree, verb)
    for state in tree.children(verb, "acomp"):
        yield from _governed(tree, state)
    thing = tree.child(verb, "dobj", "attr") or patient
    if thing is not None and thing.i > verb.i and thing.head.i == verb.i:
        # What something is the work of takes part; what the winner of a race has won is said by the verb.
        yield from (pair for pair in _governed(tree, thing) if pair[0] != "of" or verb.lemma_ == "be")


def _governed(tree: Tree, above: Token) -> Iterator[tuple[str, Token]]:
    """What the prepositions below `above` govern, "out of" and "away from" read as one."""
    for link in tree.children(above):
        if link.dep_ in _LINKS and not (link.dep_ == "agent" and link.lower_ == "by"):
            yield from ((link.lower_, thing) for thing in tree.children(link, "pobj"))
        if link.dep_ in {"prep", "advmod", "prt"}:
            for inner in tree.children(link, "prep"):
                yield from ((f"{link.lower_} {inner.lower_}", thing) for thing in tree.children(inner, "pobj"))


def _part(tree: Tree, role: str, token: Token, verb: Token) -> Companion | None:
    found = describe(tree, token, verb)
    return Companion(*found.range, role, found.head, found.words, found.kind) if found else None
