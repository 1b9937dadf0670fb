"""How what happens relates to a place: in, near, from, to, of or through it; and names that stand for a government."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from comparer.analysis.report import Relation

_PREPOSITIONS: dict[str, Relation] = {
    **dict.fromkeys(("in", "at", "inside", "across", "within", "throughout", "on", "over", "above"), "in"),
    **dict.fromkeys(("near", "outside", "around", "off", "beside", "by", "beyond", "opposite", "between"), "near"),
    "from": "from",
    **dict.fromkeys(("to", "into", "toward", "towards"), "to"),
    **dict.fromkeys(("through", "via", "along"), "through"),
}
_WHOLES = frozenset({
    "region", "oblast", "province", "state", "district", "county", "city", "town", "village", "port", "capital", "suburb",
    "coast", "outskirt", "outskirts", "part", "east", "west", "north", "south", "center", "centre", "area", "island",
    "territory", "border", "shore", "edge", "heart", "street", "streets", "side", "valley", "airport", "harbor", "harbour",
    "republic", "municipality", "base", "downtown", "governorate", "prefecture", "community", "neighborhood", "resort",
})  # fmt: skip
_STRUCK = frozenset({
    "hit", "strike", "rock", "shake", "devastate", "shell", "bomb", "flood", "batter", "ravage", "besiege", "bombard", "host",
    "pound", "level", "engulf", "swamp", "pummel", "blanket",
})  # fmt: skip
_REACHED = frozenset({"reach", "enter", "visit", "cross", "approach"})
_SET_OUT = frozenset({"leave", "depart", "head", "bind", "set", "sail", "bound", "make"})
_LEFT = frozenset({"leave", "flee", "depart", "quit", "evacuate", "escape"})
_SIDEWAYS = frozenset({"appos", "conj", "compound", "nmod", "amod", "npadvmod"})
_STEPS = 8


@dataclass(frozen=True, slots=True)
class Stance:
    relation: Relation | None
    acts: bool
    """The name is the one who does or undergoes what the verb says: "Kyiv said"."""


def stance(span: Span) -> Stance:
    """Return how the sentence relates what it tells to the place named by `span`."""
    node = span.root
    for _ in range(_STEPS):
        head = node.head
        if node.dep_ in {"pobj", "pcomp"} and head.pos_ in {"ADP", "SCONJ", "PART"}:
            found = _by_preposition(head)
            if found is not None:
                return found
            node = head.head
        elif node.dep_ == "dobj":
            return Stance(_of_verb(head), acts=False)
        elif node.dep_ in {"nsubj", "nsubjpass", "agent"}:
            return Stance(None, acts=True)
        elif node.dep_ == "poss":
            return _possessor(node)
        elif node.dep_ in _SIDEWAYS and head != node:
            node = head
        else:
            return Stance(None, acts=False)
    return Stance(None, acts=False)


def _by_preposition(preposition: Token) -> Stance | None:
    """None where the search goes on from the noun: "the port of Odesa"."""
    word = preposition.lower_
    if word == "of":
        return None if preposition.head.lemma_.lower() in _WHOLES else Stance("of", acts=False)
    if word == "by" and preposition.dep_ == "agent":
        return Stance(None, acts=True)
    if word == "for" and preposition.head.lemma_.lower() in _SET_OUT:
        return Stance("to", acts=False)
    return Stance(_PREPOSITIONS.get(word), acts=False)


def _of_verb(verb: Token) -> Relation | None:
    lemma = verb.lemma_.lower()
    if lemma in _STRUCK:
        return "in"
    if lemma in _REACHED:
        return "to"
    return "from" if lemma in _LEFT else None


def _possessor(node: Token) -> Stance:
    """A possessor: "in Norland's capital" is in Norland; "Norland's army" is an actor."""
    if node.head.lemma_.lower() in _WHOLES and node.head.dep_ == "pobj":
        return Stance(_PREPOSITIONS.get(node.head.head.lower_), acts=False)
    return Stance("of", acts=False)
