"""Cues that are verbs: said that, refused to, criticised, called for, is expected to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from comparer.analysis.attribution.content import (
    as_clause,
    clause,
    complements,
    fronted_object,
    opening_participle,
    parenthetical,
    passive_content,
    unparsed,
)
from comparer.analysis.attribution.relation import Relation, without
from comparer.analysis.attribution.source import SUBJECTS, is_passive, own_subject, source_of_verb
from comparer.analysis.attribution.table import CueTable, lemma_of
from comparer.analysis.report import Range

_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
_RAISING = frozenset({"seem", "appear"})
"""Their subject belongs to what is thought, not to who thinks it."""


def verb_relations(doc: Doc, table: CueTable) -> Iterator[Relation]:
    """Yield a relation for each verb that the table lists in the construction found, in order."""
    for token in doc:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}:
            continue
        if token.lower_ != "according":
            lemma = lemma_of(token.lemma_)
            content = _content(token, lemma, table)
            if content:
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
    source = None if lemma in _RAISING else source_of_verb(verb)
    content = without(content, cue)
    if source is not None:
        content = without(content, source)
    return Relation(verb.i, lemma, cue, source, content)


def _content(verb: Token, lemma: str, table: CueTable) -> tuple[Range, ...]:
    """Try the constructions from the surest to the least sure."""
    if lemma in table.clause and (found := as_clause(verb)):
        return found
    if is_passive(verb):
        return passive_content(verb) if lemma in table.passive else ()
    if lemma in table.clause and (found := _reported(verb, lemma, table)):
        return found
    if _takes_complement(verb, lemma, table):
        return complements(verb, lemma, linked=table.prepositions.get(lemma, frozenset()))
    if lemma in table.object and (found := fronted_object(verb) or opening_participle(verb)):
        return found
    return unparsed(verb) if lemma in table.clause and lemma in table.quote else ()


def _reported(verb: Token, lemma: str, table: CueTable) -> tuple[Range, ...]:
    found = clause(verb, trailing=lemma in table.quote) or parenthetical(verb)
    if found and lemma in _RAISING and (subject := own_subject(verb)) is not None:
        return complements(verb, lemma, linked=frozenset()) if subject.i < verb.i else found
    return found


def _takes_complement(verb: Token, lemma: str, table: CueTable) -> bool:
    prepositions = table.prepositions.get(lemma, frozenset())
    for child in verb.children:
        if child.dep_ == "xcomp" and child.tag_ == "VB" and lemma in table.infinitive:
            return True
        if child.dep_ in {"prep", "prt", "advmod", "dative"} and child.lower_ in prepositions:
            return True
        if child.dep_ in {"dobj", "oprd", "ccomp", "xcomp"} and child.i > verb.i and lemma in table.object:
            return True
    return False
