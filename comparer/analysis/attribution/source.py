"""Whose words: the subject of a cue, looked for in the parse."""

from __future__ import annotations

from spacy.tokens import Token

from comparer.analysis.attribution.relation import subtree, trimmed
from comparer.analysis.report import Range

SUBJECTS = frozenset({"nsubj", "csubj"})
_EMPTY = frozenset({"it", "there"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp", "acl"})
_LONGEST_CLIMB = 6


def source_of_verb(verb: Token) -> Range | None:
    """Return the subject of `verb`, its own or one shared with a verb above it; None for an empty subject."""
    subject = subject_of(verb)
    if subject is None or subject.lower_ in _EMPTY:
        return None
    return noun_phrase(subject, verb)


def subject_of(verb: Token) -> Token | None:
    """Return the head of the nearest subject: of the verb, else of what it hangs on."""
    token = verb
    for _ in range(_LONGEST_CLIMB):
        found = own_subject(token)
        if found is not None:
            return found
        if is_passive(token):
            return agent_of(token)
        if token.dep_ == "relcl" or (token.dep_ == "acl" and token.tag_ in {"VBG", "VBN"}):
            return token.head if token.head.pos_ in {"NOUN", "PROPN", "PRON"} else None
        if token.dep_ not in _SHARING or token.head.i == token.i:
            return None
        token = token.head
    return None


def own_subject(verb: Token) -> Token | None:
    """Of several subjects the one nearest to the verb: the parser may hand it another clause's as well."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    return min(subjects, key=lambda child: abs(child.i - verb.i), default=None)


def is_passive(verb: Token) -> bool:
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def agent_of(verb: Token) -> Token | None:
    """Return the head of "by ..."."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None


def noun_phrase(head: Token, verb: Token | None = None) -> Range:
    """Return the phrase under `head`, never reaching over `verb`, without loose punctuation."""
    start, end = subtree(head)
    if verb is not None:
        if head.i < verb.i < end:
            end = verb.i
        if start < verb.i < head.i:
            start = verb.i + 1
    return trimmed(head.doc, (start, end))
