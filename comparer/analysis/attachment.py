"""What a time or a place belongs to: the words that govern it in its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from comparer.analysis.happenings import happenings
from comparer.analysis.places.vocabulary import TIME_WORD, WHOLES
from comparer.analysis.tables import load_table

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
GENERIC_VERBS = frozenset({"be", "happen", "occur", "have", "do", "come", "take place", "see", "follow"})
_CROSSED = frozenset({"xcomp", "acl", "aux", "auxpass"})
_BEFORE_NOUN = frozenset({"compound", "nummod", "poss", "amod", "nmod"})
_EVENT_POS = frozenset({"VERB", "AUX", "NOUN"})
_HAPPENS = frozenset({"happen", "occur", "take place", "come"})
_THIS = frozenset({"this", "it", "that", "which"})
_BODIES = frozenset({
    "force", "military", "army", "troop", "police", "authority", "government", "ministry", "group", "team", "crew", "staff",
    "side", "party", "place", "people", "person", "man", "woman", "child", "company", "firm", "unit", "other", "number", "dozen",
})  # fmt: skip
_RULING = frozenset({"declare", "pronounce", "name", "certify"})
_PARTICIPANTS = frozenset({"nsubj", "nsubjpass", "dobj", "poss"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PARTICLES = frozenset({"out", "off", "up", "down", "away", "over", "back", "in", "forward", "on", "ashore"})
_HOLLOW = frozenset({"place", "part", "effect", "force", "office"})
_LASTING = frozenset({"be", "stay", "remain"})
_STATES = frozenset({"on", "in", "under", "out", "off"})
_ARRANGED = frozenset({"for", "to", "until", "till", "from"})
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Attachment:
    """`events` are lemmas from the governing word outwards; `of_saying` is true where the first of them is a statement.

    `about` are lemmas of the things and names that take part in the first of them.
    """

    events: tuple[str, ...]
    of_saying: bool
    about: tuple[str, ...] = ()


def attachment(span: Span) -> Attachment:
    """Return what `span` (a time or place expression of at least one token) is attached to."""
    beside = _saying_beside(span)
    if beside is not None:
        return Attachment((beside.lemma_.lower(),), of_saying=True, about=_participants(beside, span))
    return _climb(span)


def attachment_of(event: Token, span: Span) -> Attachment:
    """Return the attachment to a known word: a verb or a noun that is the event itself."""
    lemma = phrase_lemma(event) if event.pos_ == "VERB" else event.lemma_.lower()
    return Attachment((lemma,), says(event), _participants(event, span))


def phrase_lemma(verb: Token) -> str:
    """Return the verb's lemma with its particle, "carry out", or as part of an idiom, "come into force"."""
    lemma = happenings().lemmas.get(verb.lemma_.lower(), verb.lemma_.lower())
    for rest, whole in happenings().idioms.get(lemma, ()):
        count = rest.count(" ") + 1
        if verb.doc[verb.i + 1 : verb.i + 1 + count].text.lower() == rest:
            return whole
    particles = [child.lower_ for child in verb.rights if child.dep_ == "prt" or _is_particle(child, verb)]
    return " ".join([lemma, *particles])


def _is_particle(child: Token, verb: Token) -> bool:
    """True for "out" in "walked out on Monday", which the parser takes for an adverb."""
    leaving = child.dep_ == "prep" and child.lower_ == "out"
    return (child.dep_ == "advmod" or leaving) and child.i == verb.i + 1 and child.lower_ in _PARTICLES


def says(token: Token) -> bool:
    """True for a verb of saying ("said", "denied") and a noun that is a statement ("in an interview")."""
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"}:
        return lemma in SAYING_VERBS and not _is_done(token) and not _is_deed(token)
    return token.pos_ == "NOUN" and lemma in SAYING_NOUNS


def _is_done(verb: Token) -> bool:
    """True for "the deal was announced": what is announced happens, nobody's words are told."""
    dependents = {child.dep_ for child in verb.children}
    things = any(child.dep_ == "nsubjpass" and child.pos_ == "NOUN" for child in verb.children)
    verdict = {"oprd"} if verb.lemma_ in _RULING else set()  # "was declared unsafe in 1998"
    return things and not (dependents - verdict) & {"ccomp", "agent", "oprd", "xcomp"}


def _is_deed(verb: Token) -> bool:
    """True for "conceded at midnight", where nothing follows that would be said, and "dismissed the director"."""
    if verb.lemma_ == "concede":
        return not any(child.dep_ in {"ccomp", "xcomp"} for child in verb.children)
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    return verb.lemma_ == "dismiss" and any(child.lemma_.lower() in _people() for child in objects)


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


def _climb(span: Span) -> Attachment:
    token = span.root
    while token.head.lower_ == "of" and token.head.head.lemma_.lower() in WHOLES and token.dep_ == "pobj":
        token = token.head.head  # "in the village of Orsa" is in the village
    events: list[str] = []
    about: tuple[str, ...] = ()
    came_by, node = token.dep_, token.head
    for _ in range(_STEPS):
        if node == token:
            break
        is_event = node.pos_ in _EVENT_POS or _is_named_event(node, came_by)
        if is_event and says(node):
            about = about if events else _participants(node, span)
            return Attachment(tuple(events) or (phrase_lemma(node),), not events, about)
        if is_event:
            about = about if events else _participants(node, span)
            named = ["become"] if _took_office(node, span) else _named_by(node, arranged=_is_arranged(span))
            events.extend(lemma for lemma in named if lemma not in events)
        if node.head == node or (is_event and _stops(token, node, came_by)):
            break
        came_by, node = node.dep_, node.head
    return Attachment(tuple(events), of_saying=False, about=about)


def _participants(event: Token, span: Span) -> tuple[str, ...]:
    """Which things and names take part: subject, object, "by" and "of" whom; whom a clause hangs on ("men fighting"); `span` itself is none."""
    near = _beside(event)
    if event.dep_ in {"acl", "relcl"}:
        near.append(event.head)
    if not near and event.dep_ in {"xcomp", "advcl"}:
        near = _beside(event.head)
    named = [word for token in near for word in (token, *_descriptions(token))]
    others = [token for token in named if not span.start <= token.i < span.end]
    lemmas = (_as_named(token) for token in others if token.pos_ in {"NOUN", "PROPN", "ADJ"})
    return tuple(dict.fromkeys(lemma for lemma in lemmas if lemma.lower() not in _people() | _HOLLOW))


def _as_named(token: Token) -> str:
    """The lemma; names keep their capital, which tells them from things."""
    named = token.pos_ == "PROPN" and token.text[:1].isupper() and not TIME_WORD.fullmatch(token.text)
    return token.lemma_ if named else token.lemma_.lower()


def _beside(event: Token) -> list[Token]:
    near = [child for child in event.children if child.dep_ in _PARTICIPANTS]
    for child in (*event.children, *_parts_of_nouns(near)):
        if child.dep_ == "agent" or child.lower_ == "of":
            near.extend(grandchild for grandchild in child.children if grandchild.dep_ == "pobj")
    return near + [child for child in _parts_of_nouns(near) if child.dep_ == "poss"]


def _parts_of_nouns(near: Iterable[Token]) -> list[Token]:
    """What belongs to a noun of happening: "the volcano's" of "eruption", "of the volcano"."""
    return [child for noun in near if noun.pos_ == "NOUN" for child in noun.children if child.dep_ in {"poss", "prep"}]


def _descriptions(noun: Token) -> list[Token]:
    """The names before a noun: "Chinese" of "two Chinese citizens"."""
    return [child for child in noun.lefts if child.pos_ == "PROPN" or child.ent_type_ in {"NORP", "GPE", "ORG"}]


def _is_arranged(span: Span) -> bool:
    """True for what something is planned "for" or put off "to"."""
    return bool(span.start) and span.doc[span.start - 1].lower_ in _ARRANGED


def _took_office(verb: Token, span: Span) -> bool:
    """True for "has been mayor since": since when somebody is what they became."""
    since = bool(span.start) and span.doc[span.start - 1].lower_ == "since"
    return since and verb.lemma_ == "be" and any(_is_person(child) for child in verb.rights if child.dep_ == "attr")


def _is_person(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _people() - _BODIES


def _named_by(event: Token, *, arranged: bool = False) -> list[str]:
    """The lemma of what happens, behind the noun that the verb lends it to: "talks were held", "the trial took place"."""
    lemma = phrase_lemma(event)
    if event.pos_ == "NOUN" and (event.lemma_.lower() in _people() or event.lemma_.lower() in WHOLES):
        return []
    words = happenings()
    lending = words.lending | (words.arranging if arranged else frozenset())
    if event.pos_ not in {"VERB", "AUX"} or (
        GENERIC_VERBS.isdisjoint({lemma, lemma.split()[0]}) and lemma not in lending
    ):
        return [lemma]
    back = _event_before(event) if lemma in _HAPPENS and _is_this(event) else None
    clause = _cleft(event)
    if clause is not None:
        return [phrase_lemma(clause)]
    nouns = _lent(event)
    return [*nouns, phrase_lemma(back), lemma] if back is not None else [*nouns, lemma]


def _is_this(verb: Token) -> bool:
    return any(child.lower_ in _THIS for child in verb.lefts if child.dep_ in _SUBJECTS)


def _cleft(verb: Token) -> Token | None:
    """What happened in "it was noon when she left" and "it was in Orsa that they met"."""
    if verb.lemma_ != "be" or not any(child.lower_ == "it" for child in verb.lefts if child.dep_ in _SUBJECTS):
        return None
    near = [*verb.rights, *(below for child in verb.rights for below in child.rights)]
    clauses = [token for token in near if token.dep_ in {"advcl", "relcl", "ccomp", "acl"}]
    opened = (clause for clause in clauses if any(word.lower_ in {"when", "that"} for word in clause.lefts))
    return next((clause for clause in opened if clause.pos_ == "VERB"), None)


def _lent(verb: Token) -> list[str]:
    """The nouns that say what happens with a verb that does not: its object, its state, else its subject."""
    objects = _things(child for child in verb.rights if child.dep_ == "dobj")
    objects = [noun for noun in objects if noun not in _HOLLOW]
    subjects = _things(child for child in verb.lefts if child.dep_ in _SUBJECTS)
    if verb.lemma_ in _LASTING:
        return [*_states(verb), *subjects]
    return objects or subjects


def _things(tokens: Iterable[Token]) -> list[str]:
    nouns = (token.lemma_.lower() for token in tokens if token.pos_ == "NOUN")
    return [noun for noun in nouns if noun not in _people()]


def _states(verb: Token) -> list[str]:
    """What somebody or something is: "open", "on strike", "in custody"."""
    found = [child.lemma_.lower() for child in verb.rights if child.dep_ == "acomp" or child.lower_ == "over"]
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in _STATES:
            nouns = [noun for noun in child.rights if noun.dep_ == "pobj" and noun.i == child.i + 1]
            found.extend(_things(nouns))
    return found


def _event_before(verb: Token) -> Token | None:
    """What "this happened" points back to: the main verb of the sentence before."""
    start = verb.sent.start
    root = verb.doc[start - 1].sent.root if start else None
    return root if root is not None and root.pos_ == "VERB" and not says(root) else None


@cache
def _people() -> frozenset[str]:
    """Nouns for people and bodies of people: no events, and too often renamed to tell one event from another."""
    return frozenset(load_table("person_nouns")["words"].split()) | _BODIES


def _is_named_event(node: Token, came_by: str) -> bool:
    """A name that the time stands before: "the 2014 World Cup"."""
    return node.pos_ == "PROPN" and came_by in _BEFORE_NOUN and node.ent_type_ != "GPE"


def _stops(token: Token, event: Token, came_by: str) -> bool:
    """A verb passes on only from "fighting in" to "captured"; a noun unless the time is its own ("Tuesday's vote")."""
    if event.pos_ in {"VERB", "AUX"}:
        return event.dep_ not in _CROSSED
    if event.lemma_.lower() in WHOLES:
        return False
    return came_by in _BEFORE_NOUN or token.head.lower_ == "of"
