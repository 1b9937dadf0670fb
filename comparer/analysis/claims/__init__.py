"""Sentences into claims: stretches that assert something of their own, and whose voice they are in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from comparer.analysis.claims.segments import segments
from comparer.analysis.report import Attribution, Claim, Paragraph, Range, Sentence, Voice
from comparer.analysis.text.rules import is_signature

__all__ = ["read_claims"]

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
        for segment in [tokens] if whole else segments(doc, tokens, near.values()):
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


def _characters(doc: Doc, span: Range, sentence: Sentence) -> Range:
    """Return the characters under the tokens, without white space at the ends, inside the sentence."""
    tokens = [token for token in doc[span[0] : span[1]] if not token.is_space]
    if not tokens:
        return sentence.start, sentence.end
    return max(tokens[0].idx, sentence.start), min(tokens[-1].idx + len(tokens[-1]), sentence.end)
