"""Cues that are nouns: the claim that, support for, her promise to, a denial issued by."""

from __future__ import annotations

from spacy.tokens import Token

from comparer.analysis.attribution.relation import Relation, merged, subtree, trimmed, without
from comparer.analysis.attribution.source import agent_of, noun_phrase, source_of_verb
from comparer.analysis.attribution.table import lemma_of
from comparer.analysis.report import Range

_SOURCE_LINKS = frozenset({"by", "from", "among"})
_TAKING = frozenset(
    {
        "receive",
        "win",
        "get",
        "face",
        "draw",
        "gain",
        "earn",
        "spark",
        "prompt",
        "cause",
        "lose",
        "find",
        "hear",
        "meet",
    }
)
"""Their subject gets what others say: "faced criticism"."""
_IN = frozenset({"hope", "support", "favor", "favour", "anticipation", "opposition", "protest"})
_THAT = frozenset({"that"})
_ISSUING = frozenset({"issue", "make", "release", "publish", "give", "voice", "repeat", "send"})


def noun_relation(noun: Token, links: frozenset[str]) -> Relation | None:
    """Return the relation of a noun that attributes; `links` leads what is said: prepositions, "that", "to"."""
    content: list[Range] = []
    end = noun.i + 1
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in links and child.lower_ not in _SOURCE_LINKS:
            content.append((child.i + 1, subtree(child)[1]))
            end = child.i + 1 if child.i == noun.i + 1 else end
        elif child.dep_ in {"acl", "ccomp", "relcl"} and child.i > noun.i and _clausal(child, links):
            content.append(subtree(child))
    if not content:
        return _issued(noun)
    source = _source(noun)
    pieces = merged(trimmed(noun.doc, piece, quotes=True) for piece in content)
    if source is not None:
        pieces = without(pieces, source)
    return Relation(noun.i, lemma_of(noun.lemma_), (noun.i, end), source, pieces)


def _source(noun: Token) -> Range | None:
    """Return the possessor, who stands behind "by" or "from", or the subject of a verb that carries the noun."""
    possessor = next((child for child in noun.children if child.dep_ == "poss"), None)
    if possessor is not None:
        return (_bearer(noun) if possessor.pos_ == "PRON" else None) or noun_phrase(possessor, noun)
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in _SOURCE_LINKS:
            return _object(child)
        if child.dep_ == "acl" and (agent := agent_of(child)) is not None:
            return noun_phrase(agent)
    return _bearer(noun)


def _issued(noun: Token) -> Relation | None:
    """Return the relation of "a denial issued by the ministry", and of "the claim made by the union that"."""
    for child in noun.children:
        if child.dep_ != "acl" or child.lemma_ not in _ISSUING or (agent := agent_of(child)) is None:
            continue
        lemma, source = lemma_of(noun.lemma_), noun_phrase(agent)
        clauses = [c for c in child.subtree if c.dep_ in {"ccomp", "acl"} and c.i > agent.i and _clausal(c, _THAT)]
        if clauses:
            said = trimmed(noun.doc, subtree(clauses[0]), quotes=True)
            return Relation(noun.i, lemma, (noun.i, noun.i + 1), (source[0], min(source[1], said[0])), (said,))
        return Relation(child.i, lemma, (child.i, child.i + 1), source, ((noun.left_edge.i, noun.i + 1),))
    return None


def _clausal(child: Token, links: frozenset[str]) -> bool:
    first = child.left_edge
    if "that" in links and first.lower_ in {"that", "whether"} and first.dep_ == "mark":
        return True
    return "to" in links and child.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)


def _object(preposition: Token) -> Range | None:
    found = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return noun_phrase(found) if found is not None else None


def _bearer(noun: Token) -> Range | None:
    """Return the subject of a verb that only carries the noun: "She made a promise to", "voted in favour of"."""
    above = noun.head
    if noun.dep_ == "dobj" and above.lemma_.lower() not in _TAKING:
        return source_of_verb(above)
    if noun.dep_ == "pobj" and above.lower_ == "in" and noun.lemma_.lower() in _IN and above.head.pos_ == "VERB":
        return source_of_verb(above.head)
    return None
