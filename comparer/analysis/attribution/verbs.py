"""Cues that are verbs: said that, refused to, criticised, called for, is expected to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from comparer.analysis.attribution.relation import Relation, merged, subtree, trimmed, without, without_asides
from comparer.analysis.attribution.source import SUBJECTS, is_passive, noun_phrase, parallel, source_of_verb
from comparer.analysis.attribution.table import CueTable, lemma_of
from comparer.analysis.report import Range

_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "oprd", "attr", "acomp", "prep", "nsubjpass"})
_ADDING = frozenset({"after", "although", "though", "as", "when", "while", "before", "because", "since", "once"})
_RECIPIENTS = frozenset({"tell", "ask", "remind", "assure", "reassure", "inform", "notify", "advise", "warn", "brief"})


def verb_relations(doc: Doc, table: CueTable) -> Iterator[Relation]:
    """Yield a relation for each verb that the table lists in the construction found, in order."""
    for token in doc:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}:
            continue
        if token.lower_ != "according":
            content = _content(token, lemma_of(token.lemma_), table)
            if content:
                yield _relation(token, content)


def verb_group(verb: Token) -> Range:
    """Return the verb with its auxiliaries, negation, particle and the adverbs between them."""
    inside = [child.i for child in verb.children if child.dep_ in _GROUP]
    start, end = min([verb.i, *inside]), max([verb.i, *inside]) + 1
    if start < verb.i - 5 or any(child.dep_ in SUBJECTS and start < child.i < verb.i for child in verb.children):
        start = verb.i
    return start, (end if end <= verb.i + 3 else verb.i + 1)


def _relation(verb: Token, content: tuple[Range, ...]) -> Relation:
    cue = verb_group(verb)
    source = source_of_verb(verb)
    content = without(content, cue)
    if source is not None:
        content = without(content, source)
    return Relation(verb.i, lemma_of(verb.lemma_), cue, source, content)


def _content(verb: Token, lemma: str, table: CueTable) -> tuple[Range, ...]:
    """Try the constructions from the surest to the least sure."""
    children = list(verb.children)
    if lemma in table.clause and (found := _as_clause(verb, children)):
        return found
    if is_passive(verb):
        return _passive_content(verb, children) if lemma in table.passive else ()
    if lemma in table.clause:
        found = _clause(verb, children, trailing=lemma in table.quote) or _parenthetical(verb)
        if found:
            return found
    if lemma in table.infinitive and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in children):
        return _after(verb, children, lemma)
    if lemma in table.prepositions and any(_linked(c, table.prepositions[lemma]) for c in children):
        return _after(verb, children, lemma)
    if lemma in table.object and any(c.dep_ in {"dobj", "oprd", "ccomp", "xcomp"} and c.i > verb.i for c in children):
        return _after(verb, children, lemma)
    if lemma in table.object:
        return _fronted(verb)
    return ()


def _linked(child: Token, prepositions: frozenset[str]) -> bool:
    return child.dep_ in {"prep", "prt", "advmod", "dative"} and child.lower_ in prepositions


def _as_clause(verb: Token, children: list[Token]) -> tuple[Range, ...]:
    """ "As the ministry reported, ...": the clause reports what it hangs on."""
    if verb.dep_ != "advcl" or not any(c.lower_ == "as" and c.dep_ in {"mark", "advmod", "prep"} for c in children):
        return ()
    if any(c.dep_ in {"ccomp", "dobj", "xcomp"} and c.i > verb.i for c in children):
        return ()
    pieces = without([subtree(verb.head)], subtree(verb))
    return merged(trimmed(verb.doc, piece, quotes=True) for piece in pieces)


def _clause(verb: Token, children: list[Token], *, trailing: bool) -> tuple[Range, ...]:
    clauses = [child for child in children if child.dep_ == "ccomp" or child.dep_ == "xcomp" and child.tag_ != "VB"]
    if not clauses:
        return ()
    right = [child for child in clauses if child.i > verb.i]
    if right:
        return (_reported(verb, right[0]),)
    broken = any(token.text in {":", ";"} for token in verb.doc[clauses[0].i : verb.i])
    return _around(verb, clauses[0]) if trailing and verb.dep_ != "conj" and not broken else ()


def _reported(verb: Token, clause: Token) -> Range:
    """Return the clause without what the writer adds to it and without a verb joined to the cue."""
    start, end = subtree(clause)
    joined = [child for child in clause.children if child.dep_ == "conj" and parallel(child) is not None]
    if joined:
        end = min(child.left_edge.i for child in joined)
        while end > clause.i + 1 and verb.doc[end - 1].dep_ in {"cc", "punct", "preconj"}:
            end -= 1
    start, end = without_asides(verb.doc, (start, end), clause.i)
    for child in clause.children:
        if child.dep_ == "advcl" and child.i > clause.i and added_clause(child, needs_comma=True):
            end = min(end, child.left_edge.i)
    return trimmed(verb.doc, (start, end), quotes=True)


def _parenthetical(verb: Token) -> tuple[Range, ...]:
    """ "The bridge, she said, would close": the reporting clause hangs inside what it reports."""
    if verb.dep_ == "parataxis" and verb.head.i != verb.i:
        return _around(verb, verb.head)
    return ()


def _around(verb: Token, clause: Token) -> tuple[Range, ...]:
    """Return the clause without the reporting clause that stands behind or inside it."""
    own = [verb.i, *(child.i for child in verb.children if child.dep_ in _GROUP)]
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            own += range(*noun_phrase(child, verb))
    hole = min(own), max(own) + 1
    pieces = without([subtree(clause)], hole)
    return merged(trimmed(verb.doc, piece, quotes=True) for piece in pieces)


def _after(verb: Token, children: list[Token], lemma: str) -> tuple[Range, ...]:
    """Return what follows the verb as its complements, without the person spoken to."""
    parts = [child for child in children if child.dep_ in _COMPLEMENTS and child.i > verb.i]
    if lemma in _RECIPIENTS and len(parts) > 1:
        parts = [child for child in parts if child.dep_ not in {"dobj", "dative"}]
    if not parts:
        return ()
    start = max(min(subtree(part)[0] for part in parts), verb.i + 1)
    end = max(subtree(part)[1] for part in parts)
    start, end = without_asides(verb.doc, (start, end), start)
    for token in verb.doc[start:end]:
        if token.dep_ == "advcl" and token.left_edge.i > start and added_clause(token, needs_comma=False):
            end = min(end, token.left_edge.i)
    return merged([trimmed(verb.doc, (start, end), quotes=True)])


def added_clause(verb: Token, *, needs_comma: bool) -> bool:
    """Whether a clause with a subject of its own ("after ...", "although ...") is the writer's addition."""
    first = verb.left_edge
    words = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
    if not words & _ADDING or not any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children):
        return False
    return not needs_comma or (first.i > 0 and verb.doc[first.i - 1].text in {",", "—", "–"})


def _fronted(verb: Token) -> tuple[Range, ...]:
    """ "which they promoted": the object stands before the verb in a relative clause."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.i < verb.i:
            return (subtree(child),)
    return ()


def _passive_content(verb: Token, children: list[Token]) -> tuple[Range, ...]:
    parts = []
    if verb.dep_ == "acl" and verb.head.i < verb.i:
        parts.append(trimmed(verb.doc, (verb.head.left_edge.i, verb.i)))
    for child in children:
        if child.dep_ == "nsubjpass" and child.lower_ not in {"it", "there"}:
            parts.append(noun_phrase(child, verb))
        elif child.dep_ in {"xcomp", "ccomp", "oprd", "prep"} and child.i > verb.i:
            parts.append(trimmed(verb.doc, subtree(child), quotes=True))
    return merged(parts)
