"""What a time or a place belongs to: the words that govern it in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

SAYING_VERBS = frozenset({
    "say", "tell", "claim", "deny", "announce", "declare", "state", "report", "add", "note", "argue", "insist",
    "write", "tweet", "post", "assert", "allege", "warn", "admit", "acknowledge", "confirm", "stress", "emphasize",
    "emphasise", "reiterate", "explain", "respond", "reply", "comment", "remark", "describe", "testify", "caution",
    "urge", "suggest", "contend", "maintain", "reveal", "disclose", "vow", "pledge", "promise", "predict",
    "estimate", "recount", "concede", "complain", "boast", "reject", "dismiss", "refute", "condemn",
})  # fmt: skip
SAYING_NOUNS = frozenset({
    "statement", "interview", "briefing", "conference", "speech", "post", "tweet", "address", "remark", "comment",
    "message", "letter", "announcement", "denial", "testimony", "report", "memo", "email", "call", "presser",
    "blog", "bulletin", "press",
})  # fmt: skip
GENERIC_VERBS = frozenset({"be", "happen", "occur", "have", "do", "come", "take", "see", "follow"})
_CROSSED = frozenset({"xcomp", "acl", "aux", "auxpass"})
_BEFORE_NOUN = frozenset({"compound", "nummod", "poss", "amod", "nmod"})
_EVENT_POS = frozenset({"VERB", "AUX", "NOUN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Attachment:
    """`events` are lemmas from the governing word outwards; `of_saying` is true where the first of them is a statement."""

    events: tuple[str, ...]
    of_saying: bool


def attachment(span: Span) -> Attachment:
    """Return what `span` (a time or place expression of at least one token) is attached to."""
    beside = _saying_beside(span)
    if beside is not None:
        return Attachment((beside.lemma_.lower(),), of_saying=True)
    return _climb(span.root)


def attachment_of(event: Token) -> Attachment:
    """Return the attachment to a known word: a verb or a noun that is the event itself."""
    lemma = phrase_lemma(event) if event.pos_ == "VERB" else event.lemma_.lower()
    return Attachment((lemma,), says(event))


def phrase_lemma(verb: Token) -> str:
    """Return the verb's lemma with its particle: "carry out"."""
    particles = [child.lower_ for child in verb.rights if child.dep_ == "prt"]
    return " ".join([verb.lemma_.lower(), *particles])


def says(token: Token) -> bool:
    """True for a verb of saying ("said", "denied") and a noun that is a statement ("in an interview")."""
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"}:
        return lemma in SAYING_VERBS
    return token.pos_ == "NOUN" and lemma in SAYING_NOUNS


def _saying_beside(span: Span) -> Token | None:
    """The verb of saying right before ("said on Tuesday") or after ("on Tuesday said") the span."""
    doc, sentence = span.doc, span.root.sent
    before = span.start - 1
    while before >= sentence.start and doc[before].pos_ == "ADP":
        before -= 1
    if before >= sentence.start and doc[before].pos_ == "VERB" and says(doc[before]):
        return doc[before]
    if span.end < sentence.end and doc[span.end].tag_ == "VBD" and says(doc[span.end]):
        return doc[span.end]
    return None


def _climb(token: Token) -> Attachment:
    events: list[str] = []
    came_by, node = token.dep_, token.head
    for _ in range(_STEPS):
        if node == token:
            break
        is_event = node.pos_ in _EVENT_POS or _is_named_event(node, came_by)
        if is_event and says(node):
            return Attachment(tuple(events) or (phrase_lemma(node),), of_saying=not events)
        if is_event:
            events.extend(lemma for lemma in _named_by(node) if lemma not in events)
        if node.head == node or (is_event and _stops(token, node, came_by)):
            break
        came_by, node = node.dep_, node.head
    return Attachment(tuple(events), of_saying=False)


def _named_by(event: Token) -> list[str]:
    """The lemma of what happens, behind that of its subject where the verb says no more than that it does."""
    lemma = phrase_lemma(event)
    if lemma.split()[0] not in GENERIC_VERBS or event.pos_ not in {"VERB", "AUX"}:
        return [lemma]
    return [child.lemma_.lower() for child in event.lefts if child.dep_ in _SUBJECTS and child.pos_ == "NOUN"] + [lemma]


def _is_named_event(node: Token, came_by: str) -> bool:
    """A name that the time stands before: "the 2014 World Cup"."""
    return node.pos_ == "PROPN" and came_by in _BEFORE_NOUN and node.ent_type_ != "GPE"


def _stops(token: Token, event: Token, came_by: str) -> bool:
    """A verb passes on only from "fighting in" to "captured"; a noun unless the time is its own ("Tuesday's vote")."""
    if event.pos_ in {"VERB", "AUX"}:
        return event.dep_ not in _CROSSED
    return came_by in _BEFORE_NOUN or token.head.lower_ == "of"
