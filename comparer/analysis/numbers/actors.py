"""Who does it: the named subject of the verb that a number hangs on, or the one behind "by"."""

from __future__ import annotations

from spacy.tokens import Token

_STEPS = 6
_RELATIVE = {"who", "which", "that"}
_SUBJECTS = ("nsubj", "nsubjpass")


def named_actor(anchor: Token) -> str:
    """Return the name of who acts on what `anchor` (the counted noun) names; "" where it is no name or not told."""
    verb, below = _verb_above(anchor)
    if verb is None:
        return ""
    counted_is_subject = below.dep_ in _SUBJECTS
    while (
        not counted_is_subject and verb.dep_ == "conj" and not any(child.dep_ in _SUBJECTS for child in verb.children)
    ):
        verb = verb.head
    actor = _agent(verb) if counted_is_subject else _subject(verb)
    if actor is not None and actor.lower_ in _RELATIVE and verb.dep_ == "relcl":
        actor = verb.head
    return _name(actor) if actor is not None and actor.pos_ == "PROPN" else ""


def _verb_above(token: Token) -> tuple[Token | None, Token]:
    for _ in range(_STEPS):
        above = token.head
        if above.i == token.i:
            return None, token
        if above.pos_ == "VERB":
            return above, token
        token = above
    return None, token


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def _agent(verb: Token) -> Token | None:
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None


def _name(token: Token) -> str:
    """The name with the names before it: "Ana Ruiz"."""
    words = [left.text for left in token.lefts if left.dep_ == "compound" and left.pos_ == "PROPN"]
    return " ".join([*words, token.text])
