"""What is said: the stretch of words that stands under a verb."""

from __future__ import annotations

from spacy.tokens import Token

from comparer.analysis.attribution.relation import merged, subtree, trimmed, without, without_asides
from comparer.analysis.attribution.source import SUBJECTS, is_dash, noun_phrase, parallel
from comparer.analysis.report import Range

_ADDING = frozenset({"after", "although", "though", "as", "when", "while", "before", "because", "since", "once"})


def clause(verb: Token, *, trailing: bool) -> tuple[Range, ...]:
    """Return the clause under `verb`; one that stands before it only if the verb may be `trailing`."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp" or (c.dep_ == "xcomp" and c.tag_ != "VB")]
    right = [child for child in clauses if child.i > verb.i]
    if right:
        return (_reported(verb, right[0]),)
    if (short := _stands_for_clause(verb)) is not None:
        return ((short.i, short.i + 1),)
    if not clauses or not trailing or verb.dep_ == "conj":
        return ()
    broken = any(token.text in {":", ";"} for token in verb.doc[clauses[0].i : verb.i])
    return () if broken else _around(verb, clauses[0])


def _stands_for_clause(verb: Token) -> Token | None:
    """Return "otherwise" in "the reports say otherwise"."""
    return next((c for c in verb.children if c.i > verb.i and c.lower_ == "otherwise"), None)


def parenthetical(verb: Token) -> tuple[Range, ...]:
    """Return the clause that a reporting clause is put into: "The bridge, she said, would close"."""
    if verb.dep_ == "parataxis" and verb.head.i != verb.i:
        return _around(verb, verb.head)
    return ()


def as_clause(verb: Token) -> tuple[Range, ...]:
    """Return what "As the ministry reported, ..." hangs on."""
    children = list(verb.children)
    if verb.dep_ != "advcl" or not any(c.lower_ == "as" and c.i < verb.i for c in children):
        return ()
    if any(c.dep_ in {"ccomp", "dobj", "xcomp"} and c.i > verb.i for c in children):
        return ()
    return beside(verb.head, subtree(verb))


def beside(head: Token, hole: Range) -> tuple[Range, ...]:
    """Return the clause of `head` on that side of `hole` where its verb stands; both where the hole parts it."""
    start, end = subtree(head)
    start, end = min(start, hole[0]), max(end, hole[1])
    if head.i < hole[0]:
        pieces = [(start, hole[0])]
    elif any(child.dep_ in {"nsubj", "nsubjpass", "expl"} and child.i < hole[0] for child in head.children):
        pieces = [(start, hole[0]), (hole[1], end)]
    else:
        pieces = [(hole[1], end)]
    return merged(trimmed(head.doc, piece, quotes=True) for piece in pieces)


def fronted_object(verb: Token) -> tuple[Range, ...]:
    """Return the object that stands before the verb: "which they promoted"."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.i < verb.i:
            return (subtree(child),)
    return ()


def _reported(verb: Token, said: Token) -> Range:
    """Return the clause without what the writer adds to it and without a verb joined to the cue."""
    start, end = subtree(said)
    for child in said.children:
        if child.i > said.i and parallel(child) is not None:
            end = min(end, child.left_edge.i)
        if child.dep_ == "advcl" and child.i > said.i and is_added(child, needs_comma=True):
            end = min(end, child.left_edge.i)
    end = _before_dash(verb, said.i, end)
    while end > said.i + 1 and verb.doc[end - 1].dep_ in {"cc", "preconj"}:
        end -= 1
    return trimmed(verb.doc, without_asides(verb.doc, (start, end), said.i), quotes=True)


def _before_dash(verb: Token, first: int, end: int) -> int:
    """What a lone dash adds is the writer's; a pair of dashes belongs to what is said."""
    dashes = [i for i in range(first, end) if is_dash(verb.doc[i])]
    return dashes[0] if len(dashes) == 1 else end


def _around(verb: Token, said: Token) -> tuple[Range, ...]:
    """Return the clause without the reporting clause that stands behind or inside it."""
    own = [verb.i, *(child.i for child in verb.children if child.dep_ in {"aux", "auxpass", "neg", "prt"})]
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            own += range(*noun_phrase(child, verb))
    pieces = without([subtree(said)], (min(own), max(own) + 1))
    return merged(trimmed(verb.doc, piece, quotes=True) for piece in pieces)


def is_added(verb: Token, *, needs_comma: bool) -> bool:
    """Whether a clause with a subject of its own ("after ...", "although ...") is the writer's addition."""
    first = verb.left_edge
    words = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
    if not words & _ADDING or not any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children):
        return False
    return not needs_comma or (first.i > 0 and verb.doc[first.i - 1].text in {",", "—", "–"})
