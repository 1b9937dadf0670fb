"""Where a sentence is cut: at clauses that assert something of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from comparer.analysis.report import Attribution, Range

_SHORTEST = 4
"""Words; less is no claim, and is left with its neighbour."""
_SHORTEST_PREDICATE = 7
"""Words on either side of an "and" whose second verb has no subject of its own."""
_STRAY = 2
"""Words behind a clause that the parser may have left out of it."""
_CONJUNCTIONS = frozenset(
    {"after", "although", "though", "as", "because", "before", "once", "since", "when", "whereas", "while", "but"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BREAKS = frozenset({";", "—", "–"})
_FARTHEST = 200
_LONGEST_SENTENCE = 400
_RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})


def segments(doc: Doc, sentence: Range, attributions: Iterable[Attribution]) -> list[Range]:
    """Cut a sentence where a clause of its own begins or ends; endless ones, which are no news, stay whole."""
    if not 0 < sentence[1] - sentence[0] <= _LONGEST_SENTENCE:
        return [sentence]
    cuts = [sentence[0], sentence[1]]
    attributions = tuple(attributions)
    clauses = sorted(_clauses(doc, sentence, attributions), key=lambda clause: clause[0] - clause[1])
    tail = _reporting_tail(doc, sentence, attributions)
    for start, end in clauses:
        position = bisect_left(cuts, start + 1)
        segment = cuts[position - 1], cuts[position] if position < len(cuts) else sentence[1]
        if end > segment[1]:
            continue
        if _words(doc, (end, segment[1])) <= _STRAY or (segment[1] == sentence[1] and end >= tail):
            cut = start
        elif start == segment[0]:
            cut = end
        else:
            continue
        if _words(doc, (segment[0], cut)) >= _SHORTEST and _words(doc, (cut, segment[1])) >= _SHORTEST:
            cuts = sorted({*cuts, cut})
    return list(pairwise(cuts))


def _reporting_tail(doc: Doc, sentence: Range, attributions: Iterable[Attribution]) -> int:
    """Return where a closing ", she said on Tuesday" begins, else the sentence's end."""
    start, end = doc[sentence[0]].idx, doc[sentence[1] - 1].idx
    for attribution in attributions:
        if attribution.cue is None or not start <= attribution.cue[0] <= end:
            continue
        frame = min(attribution.cue[0], attribution.source[0] if attribution.source else attribution.cue[0])
        if any(piece[0] >= frame for piece in attribution.content if piece[0] <= end):
            continue
        return next(i for i in range(*sentence) if doc[i].idx >= frame) - 1 if frame > start else sentence[1]
    return sentence[1]


def _clauses(doc: Doc, sentence: Range, attributions: Sequence[Attribution]) -> Iterator[Range]:
    """Yield the stretch of each clause that asserts something beside its main clause."""
    reporting = [attribution.cue for attribution in attributions if attribution.cue]
    for token in doc[sentence[0] : sentence[1]]:
        if token.text in _BREAKS and _has_clause(doc, (sentence[0], token.i)):
            if _has_clause(doc, (token.i + 1, sentence[1])):
                yield token.i + 1, sentence[1]
        elif token.pos_ in {"VERB", "AUX"} and (_own_claim(token) or _listed(token, reporting)):
            start, end = max(token.left_edge.i, sentence[0]), min(token.right_edge.i + 1, sentence[1])
            yield _with_link(doc, start, sentence[0]), _with_comma(doc, end, sentence[1])


def _has_clause(doc: Doc, span: Range) -> bool:
    """Whether a verb and its subject stand between two tokens, near the first."""
    near = doc[span[0] : min(span[1], span[0] + _FARTHEST)]
    return any(_subject(token) and span[0] <= token.head.i < span[1] for token in near)


def _subject(token: Token) -> bool:
    return token.dep_ in _SUBJECTS


def _listed(verb: Token, reporting: Sequence[Range]) -> bool:
    """Whether a clause is the first of a row without "and": "The council met, the mayor resigned, and"."""
    head, last = verb.head, verb.right_edge.i
    if verb.dep_ != "ccomp" or not last < head.i or verb.doc[last + 1].text != ",":
        return False
    reported = any(start <= head.idx < end for start, end in reporting)
    return not reported and any(_subject(child) for child in verb.children)


def _own_claim(verb: Token) -> bool:
    has_subject = any(_subject(child) for child in verb.children)
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return has_subject or _long_predicate(verb)
    if verb.dep_ in {"advcl", "pcomp"} and has_subject:
        words = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
        return bool(words & _CONJUNCTIONS) or verb.head.lower_ in _CONJUNCTIONS
    if verb.dep_ == "relcl":
        opening = verb.left_edge
        before = verb.doc[opening.i - 1].text if opening.i else ""
        return before == "," and any(t.lower_ in _RELATIVES for t in verb.doc[opening.i : verb.i])
    return False


def _long_predicate(verb: Token) -> bool:
    """Whether one subject has two assertions: "They signed it in May, and left for the coast in June"."""
    start, end = verb.left_edge.i, verb.right_edge.i + 1
    before = start - verb.head.left_edge.i
    comma = verb.i > 1 and any(token.text == "," for token in verb.doc[max(0, start - 2) : start])
    finite = any(token.tag_ in _FINITE for token in (verb, *verb.children) if token.pos_ in {"VERB", "AUX"})
    return comma and finite and end - start >= _SHORTEST_PREDICATE and before >= _SHORTEST_PREDICATE


def _with_link(doc: Doc, start: int, limit: int) -> int:
    """Move back over "and", "but", "after" that lead the clause."""
    while start > limit and (doc[start - 1].dep_ in {"cc", "preconj"} or doc[start - 1].lower_ in _CONJUNCTIONS):
        start -= 1
    return start


def _with_comma(doc: Doc, end: int, limit: int) -> int:
    while end < limit and doc[end].text in {",", ";", "—", "–", ":", "”", '"', "’", "'"}:
        end += 1
    return end


def _words(doc: Doc, span: Range) -> int:
    return sum(not (token.is_punct or token.is_space) for token in doc[span[0] : span[1]])
