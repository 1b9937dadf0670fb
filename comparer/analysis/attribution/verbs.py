"""Cues that are verbs: said that, refused to, criticised, called for, is expected to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from comparer.analysis.attribution.complements import complements, passive_content
from comparer.analysis.attribution.content import as_clause, clause, fronted_object, parenthetical
from comparer.analysis.attribution.relation import Relation, without
from comparer.analysis.attribution.source import SUBJECTS, is_passive, noun_phrase, own_subject, source_of_verb
from comparer.analysis.attribution.table import CueTable, lemma_of
from comparer.analysis.attribution.unparsed import opening_participle, unparsed
from comparer.analysis.report import Range

_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
_VALUING = frozenset({"put", "peg", "value"})
_SENSES = frozenset({"see", "hear", "feel"})
"""What they take is a scene, not a statement: "saw the boat sink"."""
_RAISING = frozenset({"seem", "appear"})
"""Their subject belongs to what is thought, not to who thinks it."""


def verb_relations(doc: Doc, table: CueTable) -> Iterator[Relation]:
    """Yield a relation for each verb that the table lists in the construction found, in order."""
    for token in doc:
        if token.pos_ == "PROPN" and token.is_sent_start and token.text.endswith("ing"):
            yield from _opening(token, table)
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}:
            continue
        if token.lower_ != "according":
            lemma = lemma_of(token.lemma_)
            content = _content(token, lemma, table)
            if content:
                yield _relation(token, lemma, content)


def _opening(token: Token, table: CueTable) -> Iterator[Relation]:
    """Yield the relation of a participle that the tagger took for a name: "Dismissing the claims, ..."."""
    stem = token.lower_[:-3]
    lemma = next((word for word in (stem, stem + "e", stem[:-1]) if word in table.object), None)
    content = opening_participle(token) if lemma else ()
    if lemma and content:
        yield _relation(token, lemma, content)


def verb_group(verb: Token) -> Range:
    """Return the verb with its auxiliaries, negation, particle and the adverbs between them."""
    inside = [child.i for child in verb.children if child.dep_ in _GROUP]
    start, end = min([verb.i, *inside]), max([verb.i, *inside]) + 1
    if start < verb.i - 5 or any(child.dep_ in SUBJECTS and start < child.i < verb.i for child in verb.children):
        start = verb.i
    return start, (end if end <= verb.i + 3 else verb.i + 1)


def _relation(verb: Token, lemma: str, content: tuple[Range, ...]) -> Relation:
    cue = verb_group(verb)
    source = None if lemma in _RAISING else source_of_verb(verb) or _behind(verb, content)
    content = without(content, cue)
    if source is not None:
        content = without(content, source)
    return Relation(verb.i, lemma, cue, source, content)


def _behind(verb: Token, content: tuple[Range, ...]) -> Range | None:
    """Return the speaker behind an inverted verb, whom the parser may take for an object: "..., added the nurse"."""
    if content[-1][1] > verb.i:
        return None
    spoken = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    return noun_phrase(spoken, verb) if spoken is not None else None


def _content(verb: Token, lemma: str, table: CueTable) -> tuple[Range, ...]:
    """Try the constructions from the surest to the least sure."""
    if _means_otherwise(verb, lemma, table):
        return ()
    if is_passive(verb):
        found = as_clause(verb) if lemma in table.clause else ()
        return found or (passive_content(verb) if lemma in table.passive else ())
    return (
        (_reported(verb, lemma, table) if lemma in table.clause else ())
        or (complements(verb, lemma, linked=_links(lemma, table)) if _takes_complement(verb, lemma, table) else ())
        or (fronted_object(verb) or opening_participle(verb) if lemma in table.object else ())
        or (unparsed(verb) if lemma in table.clause and lemma in table.quote else ())
    )


def _links(lemma: str, table: CueTable) -> frozenset[str]:
    return table.prepositions.get(lemma, frozenset({"at"}) if lemma in _VALUING else frozenset())


def _means_otherwise(verb: Token, lemma: str, table: CueTable) -> bool:
    """Whether the verb says nothing here: "called off", "called her sister", "a ship, say a tanker"."""
    particles = table.particles.get(lemma, frozenset())
    if particles and any(child.i > verb.i and child.lower_ in particles for child in verb.children):
        return True
    if verb.lower_ == "say" and 0 < verb.i < len(verb.doc) - 1:
        return verb.nbor(-1).text == "," and verb.nbor().pos_ in {"DET", "NUM"}
    things = table.things.get(lemma, frozenset())
    return any(child.dep_ == "dobj" and child.lemma_.lower() in things for child in verb.children)


def _reported(verb: Token, lemma: str, table: CueTable) -> tuple[Range, ...]:
    found = as_clause(verb) or clause(verb, trailing=lemma in table.quote) or parenthetical(verb)
    if found and lemma in _RAISING and (subject := own_subject(verb)) is not None:
        return complements(verb, lemma, linked=frozenset()) if subject.i < verb.i else found
    return found


def _valued(verb: Token) -> bool:
    """Whether the verb says how much: "put the cost at 3 million"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "at" and child.i > verb.i:
            return any(token.like_num or token.ent_type_ in {"MONEY", "PERCENT", "CARDINAL"} for token in child.subtree)
    return False


def _takes_complement(verb: Token, lemma: str, table: CueTable) -> bool:
    prepositions = _links(lemma, table)
    if lemma in _VALUING and _valued(verb):
        return True
    for child in verb.children:
        if child.dep_ == "xcomp" and child.tag_ == "VB" and lemma in table.infinitive:
            return True
        if child.dep_ in {"prep", "prt", "advmod", "dative"} and child.lower_ in prepositions:
            return True
        clausal = child.dep_ in {"ccomp", "xcomp"} and lemma not in _SENSES
        if (clausal or child.dep_ in {"dobj", "oprd"}) and child.i > verb.i and lemma in table.object:
            return True
    return False
