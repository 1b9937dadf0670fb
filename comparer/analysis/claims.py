"""Sentences into claims: stretches that assert something of their own, and whose voice they are in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from comparer.analysis.report import Attribution, Claim, Paragraph, Range, Sentence, Voice
from comparer.analysis.text.rules import is_signature

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
_RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})
_HEADINGS = frozenset({"title", "heading"})
_LEAST_SHARE = 0.34
"""Of the words that are neither source nor cue."""
_HEARSAY = frozenset({"say", "report", "believe", "think"})
_OTHERS_WORDS = frozenset({"statement", "belief"})


def read_claims(
    doc: Doc,
    *,
    sentences: tuple[Sentence, ...],
    paragraphs: tuple[Paragraph, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Claim, ...]:
    """Return the claims in the order of the text; together they cover every word of every sentence.

    A claim never crosses a sentence; a title or heading is one claim. The line
    below a post that says whose it is claims nothing.
    """
    text, starts = doc.text, [token.idx for token in doc]
    touching = _by_sentence(sentences, attributions)
    claims: list[Claim] = []
    for number, sentence in enumerate(sentences):
        paragraph = paragraphs[sentence.paragraph]
        if paragraph.role == "post" and is_signature(text[paragraph.start : paragraph.end]):
            continue
        tokens = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        near = touching[number]
        whole = paragraph.role in _HEADINGS
        for segment in [tokens] if whole else _segments(doc, tokens, near.values()):
            span = _characters(doc, segment, sentence)
            position = _covering(span, near)
            voice: Voice = "own" if position is None else near[position].voice
            claims.append(Claim(*span, f"c{len(claims) + 1}", number, sentence.paragraph, voice, position))
    return tuple(claims)


def _by_sentence(sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> list[dict[int, Attribution]]:
    """Return for each sentence the attributions that touch it, by their position."""
    starts = [sentence.start for sentence in sentences]
    touching: list[dict[int, Attribution]] = [{} for _ in sentences]
    for position, attribution in enumerate(attributions):
        for start, end in filter(None, (attribution.source, attribution.cue, *attribution.content)):
            for number in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
                touching[number][position] = attribution
    return touching


def _covering(span: Range, attributions: Mapping[int, Attribution]) -> int | None:
    """Return the attribution that most of the claim, frame aside, stands under."""
    spoken = {position: attribution for position, attribution in attributions.items() if _in_others_voice(attribution)}
    frames = sum(_overlap(span, piece) for a in spoken.values() for piece in (a.source, a.cue) if piece)
    shares = {position: sum(_overlap(span, piece) for piece in a.content) for position, a in spoken.items()}
    if sum(shares.values()) < _LEAST_SHARE * max(1, span[1] - span[0] - frames):
        return None
    return max(shares, key=lambda position: (spoken[position].quoted, shares[position]), default=None)


def _in_others_voice(attribution: Attribution) -> bool:
    """Whether somebody else answers for the content: "is expected to" without a source is the writer's."""
    if attribution.kind not in _OTHERS_WORDS or attribution.voice == "own":
        return False
    known = attribution.source is not None or attribution.quoted or attribution.stance == "doubt"
    return known or attribution.cue_lemma in _HEARSAY


def _overlap(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _segments(doc: Doc, sentence: Range, attributions: Iterable[Attribution]) -> list[Range]:
    """Cut a sentence where a clause of its own begins or ends."""
    if sentence[0] >= sentence[1]:
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
    head = verb.head
    if verb.dep_ != "ccomp" or verb.i > head.i or verb.doc[verb.right_edge.i + 1].text != ",":
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


def _characters(doc: Doc, span: Range, sentence: Sentence) -> Range:
    """Return the characters under the tokens, without white space at the ends, inside the sentence."""
    tokens = [token for token in doc[span[0] : span[1]] if not token.is_space]
    if not tokens:
        return sentence.start, sentence.end
    return max(tokens[0].idx, sentence.start), min(tokens[-1].idx + len(tokens[-1]), sentence.end)
