"""How what happens relates to a place: in, near, from, to, of or through it; and names that stand for a government."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from comparer.analysis.places.vocabulary import WHOLES
from comparer.analysis.report import Relation

_PREPOSITIONS: dict[str, Relation] = {
    **dict.fromkeys(("in", "at", "inside", "across", "within", "throughout", "on", "over", "above"), "in"),
    **dict.fromkeys(("near", "outside", "around", "off", "beside", "beyond", "opposite", "between", "behind"), "near"),
    **dict.fromkeys(("under", "beneath", "below", "aboard"), "in"),
    "from": "from",
    **dict.fromkeys(("to", "into", "toward", "towards", "onto"), "to"),
    **dict.fromkeys(("through", "via", "along"), "through"),
}
_STRUCK = frozenset({
    "hit", "strike", "rock", "shake", "devastate", "shell", "bomb", "flood", "batter", "ravage", "besiege", "bombard", "host",
    "pound", "level", "engulf", "swamp", "pummel", "blanket",
})  # fmt: skip
_REACHED = frozenset({"reach", "enter", "visit", "cross", "approach", "climb", "scale", "ascend"})
_SET_OUT = frozenset({"leave", "depart", "head", "bind", "set", "sail", "bound", "make"})
_LEFT = frozenset({"leave", "flee", "depart", "quit", "evacuate", "escape"})
_COMES_OFF = frozenset({
    "fall", "plunge", "jump", "drop", "topple", "tumble", "drive", "veer", "come", "push", "throw", "leap", "swerve",
    "career", "slide", "roll", "skid", "slip",
})  # fmt: skip
"""With these, "off" says what something leaves: "plunged off the bridge"."""
_TORN_OFF = frozenset({"tear", "rip", "blow", "strip", "lift"})
"""With these it says what loses a part: "tore the roof off the school"."""
_ENDS_IN = frozenset({"crash", "plunge", "slam", "smash", "plough", "plow", "drop", "land", "dive", "skid", "collide"})
"""What crashed into a lake crashed in the lake."""
_TO_SOMEBODY = frozenset({
    "lose", "belong", "compare", "prefer", "owe", "respond", "react", "reply", "object", "apply", "matter", "listen", "appeal",
    "talk", "speak", "concede", "lend", "sell", "promise", "apologize", "apologise",
})  # fmt: skip
"""With these, "to" leads to a side or a people, not to where anybody goes: "Porto lost to Lyon"."""
_ALONG = frozenset({"down", "along", "across", "through"})
_JOINED = frozenset({"based", "born", "bred", "raised", "trained", "educated", "headquartered"})
"""Behind a hyphen: a "Halvik-based" company sits in Halvik."""
_AROUND = frozenset({"suburban", "greater", "outer"})
_UNCERTAIN = frozenset({"on", "over", "between", "above"})
_STRIKES = frozenset({
    "attack", "strike", "airstrike", "fire", "missile", "rocket", "raid", "bomb", "shell", "fall", "land", "rain", "assault",
    "advance", "march", "drone", "bombing", "snow", "crash", "fly", "storm", "shoot", "launch", "drop",
})  # fmt: skip
"""With these, "on" and "over" a country are places; with others ("sanctions on", "talks between") they are not."""
_BODIES = frozenset({
    "embassy", "consulate", "mission", "team", "squad", "government", "army", "company", "firm", "bank", "party", "club",
})  # fmt: skip
_BORDERS = frozenset({"border", "frontier", "boundary"})
_SIDEWAYS = frozenset({"appos", "conj", "compound", "nmod", "amod", "npadvmod"})
_BEFORE_NOUN = frozenset({"compound", "nmod", "amod"})
_STEPS = 8


@dataclass(frozen=True, slots=True)
class Stance:
    relation: Relation | None
    acts: bool
    """The name is the one who does or undergoes what the verb says: "Kyiv said"."""


_NOWHERE = Stance(None, acts=False)
_ACTOR = Stance(None, acts=True)


def stance(span: Span, *, governs: bool = False) -> Stance:
    """Return how the sentence relates what it tells to the place named by `span`.

    `governs` is true of names that also stand for a government: sanctions on Norway, talks between Oslo and Bern
    are nowhere.
    """
    if span.root.dep_ == "npadvmod" and span.root.head.lower_ in _JOINED:
        return Stance("in", acts=False)
    found = _climb(span.root, governs=governs)
    if found == _NOWHERE:
        found = _by_word_before(span, governs=governs)
    if found.relation == "in" and span.start and span.doc[span.start - 1].lower_ in _AROUND:
        return Stance("near", acts=False)
    return found


def _climb(node: Token, *, governs: bool) -> Stance:
    attributive = _before_thing(node)
    for _ in range(_STEPS):
        head = node.head
        if node.dep_ in {"pobj", "pcomp"} and head.pos_ in {"ADP", "SCONJ", "PART"}:
            found = _by_preposition(head, governs=governs)
            if found is not None:
                loose = found.relation in {"from", "to"} or _is_body(node)
                return Stance("of", acts=False) if attributive and loose else found
            node = head.head
        elif node.dep_ == "dobj":
            return Stance(_of_verb(head), acts=False)
        elif node.dep_ == "nsubj" and head.lemma_ == "host":
            return Stance("in", acts=False)
        elif node.dep_ in {"nsubj", "nsubjpass", "agent"}:
            return _NOWHERE if attributive else _ACTOR
        elif node.dep_ == "poss":
            return _possessor(node)
        elif node.dep_ in _SIDEWAYS and head != node:
            node = head
        else:
            break
    return _NOWHERE


def _is_body(node: Token) -> bool:
    """True for "embassy" in "in the Norwegian embassy", which stands in another country."""
    return node.lemma_.lower() in _BODIES


def _before_thing(node: Token) -> bool:
    """True for "a Halvik rooftop": what is said is said of the rooftop."""
    return node.dep_ in _BEFORE_NOUN and node.head.pos_ == "NOUN" and node.head.lemma_.lower() not in WHOLES


def _by_preposition(preposition: Token, *, governs: bool) -> Stance | None:
    """None where the search goes on from the noun: "the port of Odesa"."""
    word, head = preposition.lower_, preposition.head.lemma_.lower()
    if head == "accord":
        return _NOWHERE
    if word == "of":
        return _of_whole(preposition)
    if word == "by":
        return _ACTOR if preposition.dep_ == "agent" else _NOWHERE
    if governs and word in _UNCERTAIN and head not in _STRIKES | _BORDERS:
        return Stance("of", acts=False)
    if word == "for" and head in _SET_OUT:
        return Stance("to", acts=False)
    return Stance(_with_verb(word, head), acts=False)


def _with_verb(word: str, head: str) -> Relation | None:
    """What the preposition means behind this verb: "crashed into a lake", "plunged off a bridge"."""
    if word in {"into", "onto"} and head in _ENDS_IN:
        return "in"
    if word == "with" and head in _BORDERS:
        return "near"
    if (word == "off" and head in _TORN_OFF) or (word == "to" and head in _TO_SOMEBODY):
        return "of"
    return "from" if word == "off" and head in _COMES_OFF else _PREPOSITIONS.get(word)


def _of_whole(of: Token) -> Stance | None:
    """What "of" leads to: "out of Orsa", "the port of Orsa", "the mayor of Orsa"."""
    if of.head.lower_ == "out":
        return Stance("from", acts=False)
    return None if of.head.lemma_.lower() in WHOLES else Stance("of", acts=False)


def _by_word_before(span: Span, *, governs: bool) -> Stance:
    """What the word right before says, where the parse has lost it."""
    position = span.start - 1
    while position >= span.sent.start and span.doc[position].pos_ in {"DET", "ADJ"}:
        position -= 1
    if (
        position < span.sent.start
        or span.doc[position].pos_ != "ADP"
        or (governs and span.doc[position].lower_ in _UNCERTAIN)
    ):
        return _NOWHERE
    return Stance(_PREPOSITIONS.get(span.doc[position].lower_), acts=False)


def _of_verb(verb: Token) -> Relation | None:
    lemma = verb.lemma_.lower()
    if lemma in _STRUCK or any(child.dep_ == "prt" and child.lower_ in _ALONG for child in verb.rights):
        return "in"
    if lemma in _REACHED:
        return "to"
    return "from" if lemma in _LEFT else None


def _possessor(node: Token) -> Stance:
    """A possessor: "in Norland's capital" is in Norland; "Norland's army" is an actor."""
    if node.head.lemma_.lower() in WHOLES and node.head.dep_ == "pobj":
        return Stance(_PREPOSITIONS.get(node.head.head.lower_), acts=False)
    return Stance("of", acts=False)
