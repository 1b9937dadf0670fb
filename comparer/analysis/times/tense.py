"""Whether what happens at a time is told as past or as still to come."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Span, Token

from comparer.analysis.happenings import happenings

Tense = Literal["past", "future"]

_AHEAD = frozenset(
    [
        "expect",
        "schedule",
        "plan",
        "due",
        "set",
        "intend",
        "hope",
        "aim",
        "vow",
        "pledge",
        "promise",
        "agree",
        "want",
        "slate",
        "prepare",
        "ready",
        "likely",
    ]
)
_MOVES = frozenset(["postpone", "reschedule", "move", "delay", "shift", "push", "adjourn", "defer", "put"])
_TIMETABLED = frozenset(
    ["open", "reopen", "start", "begin", "leave", "close", "end", "resume", "return", "expire", "run", "continue"]
)
_FUTURE_AUX = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_PAST_TAGS = frozenset({"VBD", "VBN"})
_STEPS = 8


def tense_of(span: Span) -> Tense | None:
    """Return the tense of the verb that governs `span`; None where there is no verb or it does not tell."""
    node = span.root
    opening = node.head
    if opening.lower_ in {"to", "until"} and opening.head.lemma_ in _MOVES:
        return "future"
    if opening.lower_ == "for" and opening.head.lemma_ in happenings().arranging:
        return "future"  # "has called an election for May"
    for _ in range(_STEPS):
        if node.pos_ in {"VERB", "AUX"}:
            return _verb_tense(node)
        if node.head == node:
            break
        node = node.head
    return None


def _verb_tense(verb: Token) -> Tense | None:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(helper.lower_ in _FUTURE_AUX for helper in helpers) or _is_ahead(verb, helpers):
        return "future"
    if any(helper.lower_ == "to" for helper in helpers):
        return _governed(verb)
    if verb.tag_ == "VBD" or any(helper.tag_ == "VBD" or helper.lemma_ == "have" for helper in helpers):
        return "past"
    if verb.tag_ == "VBZ" and verb.lemma_ in _TIMETABLED:
        return "future"
    return "past" if verb.tag_ == "VBN" and not helpers else None


def _is_ahead(verb: Token, helpers: list[Token]) -> bool:
    """Plans and timetables: "is expected to", "is going to", "is due on"."""
    if verb.lemma_ == "go" and any(child.dep_ == "xcomp" for child in verb.children):
        return True
    present = any(helper.tag_ in {"VBZ", "VBP"} for helper in helpers) or verb.tag_ in {"VBZ", "VBP"}
    named = verb.lemma_ in _AHEAD or any(child.lower_ in {"due", "set"} for child in verb.children)
    return present and named


def _governed(verb: Token) -> Tense | None:
    """An infinitive looks ahead where what governs it does, or nothing governs it: "plans to vote", "Holt to step down"."""
    head = verb.head
    alone = head == verb and any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    if alone or (head.pos_ == "PROPN" and head.head == head):
        return "future"  # in headlines
    if head != verb and (head.lemma_ in _AHEAD or head.lemma_ in {"be", "go"}):
        return "future"
    return "past" if head != verb and head.tag_ in _PAST_TAGS else None
