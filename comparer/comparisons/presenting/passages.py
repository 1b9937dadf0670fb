"""The passages of a card: a claim in its context, its own words told from those that the other side has too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from comparer.analysis.report import Reading, Span
from comparer.analysis.wording import Piece, diff_words, share_of_words

# Below this the two passages have so little in common that marking words says nothing.
LEAST_SHARED = 0.25
# At the ends of words of one side only, these say nothing.
BETWEEN_WORDS = " \n\t,.;:"


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a passage: around it (context), only on this side (own), what the difference is about (hit)."""

    text: str
    context: bool = False
    own: bool = False
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    words: tuple[Words, ...]
    paragraph: int


def compare_passages(
    left: tuple[Reading, Sequence[Span], Sequence[Span]],
    right: tuple[Reading, Sequence[Span], Sequence[Span]],
    *,
    paired: bool = True,
) -> tuple[Passage | None, Passage | None, bool]:
    """Return both passages in context, and whether they share enough words to tell them apart word by word.

    Each side is (reading, claims, hits): what is compared, and the words that
    the difference is about. A side without either has no passage. Passages that
    are no pair are not compared.
    """
    claims = [_tidy(claims or hits) for _, claims, hits in (left, right)]
    texts = [_joined(reading, own) for (reading, _, _), own in zip((left, right), claims, strict=True)]
    pieces = diff_words(*texts) if paired and all(texts) else ()
    tells = bool(pieces) and LEAST_SHARED <= share_of_words(pieces) < 1
    made = [
        _passage(reading, own, hits, _own_words(pieces, side, own) if tells else ())
        for (reading, _, hits), own, side in zip((left, right), claims, ("left", "right"), strict=True)
    ]
    return made[0], made[1], tells


def _tidy(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that touch or overlap."""
    tidy: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if tidy and span.start <= tidy[-1].end + 1:
            tidy[-1] = Span(tidy[-1].start, max(tidy[-1].end, span.end))
        else:
            tidy.append(Span(span.start, span.end))
    return tuple(tidy)


def _joined(reading: Reading, spans: Iterable[Span]) -> str:
    return " ".join(reading.text[span.start : span.end] for span in spans)


def _own_words(pieces: Iterable[Piece], side: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return where one side's own words stand in its text; `spans` is what was joined for comparing."""
    joined: list[Span] = []
    place = 0
    for piece in pieces:
        if piece.side in ("both", side):
            if piece.side == side and any(map(str.isalnum, piece.text)):
                joined.append(Span(place, place + len(piece.text)))
            place += len(piece.text)
    found: list[Span] = []
    before = 0
    for span in spans:
        length = span.end - span.start
        for own in joined:
            start, end = max(own.start, before), min(own.end, before + length)
            if start < end:
                found.append(Span(span.start + start - before, span.start + end - before))
        before += length + 1
    return tuple(found)


def _passage(reading: Reading, claims: Sequence[Span], hits: Iterable[Span], own: Iterable[Span]) -> Passage | None:
    if not claims:
        return None
    shown = [_with_context(reading, claim) for claim in claims]
    hits = tuple(hits)
    own = tuple(_trimmed(reading, own, hits))
    words: list[Words] = []
    for number, around in enumerate(_tidy(shown)):
        if number:
            words.append(Words(" … ", context=True))
        words += _cut(reading, around, claims, hits, own)
    paragraph = next((n for n, one in enumerate(reading.paragraphs) if claims[0].start < one.end), 0)
    return Passage(tuple(words), paragraph)


def _trimmed(reading: Reading, own: Iterable[Span], hits: Sequence[Span]) -> Iterable[Span]:
    """Cut what stands between words off the ends of a side's own words; they end where a hit begins or ends."""
    for span in own:
        edges = sorted({span.start, span.end, *(edge for hit in hits for edge in (hit.start, hit.end))})
        for start, end in pairwise(edge for edge in edges if span.start <= edge <= span.end):
            words = reading.text[start:end].strip(BETWEEN_WORDS)
            if any(map(str.isalnum, words)):
                begin = reading.text.index(words, start)
                yield Span(begin, begin + len(words))


def _with_context(reading: Reading, claim: Span) -> Span:
    """Widen a claim by the sentence before and the sentence after it, inside its paragraph."""
    touched = [n for n, one in enumerate(reading.sentences) if one.start < claim.end and claim.start < one.end]
    if not touched:
        return Span(claim.start, claim.end)
    paragraph = reading.sentences[touched[0]].paragraph
    around = [
        one
        for one in reading.sentences[max(0, touched[0] - 1) : touched[-1] + 2]
        if one.paragraph == paragraph or (one.start < claim.end and claim.start < one.end)
    ]
    return Span(min(around[0].start, claim.start), max(around[-1].end, claim.end))


def _cut(
    reading: Reading, around: Span, claims: Sequence[Span], hits: Sequence[Span], own: Sequence[Span]
) -> Iterable[Words]:
    edges = {around.start, around.end}
    for span in (*claims, *hits, *own):
        edges |= {edge for edge in (span.start, span.end) if around.start < edge < around.end}
    places = sorted(edges)
    for start, end in pairwise(places):
        hit = _inside(start, hits)
        yield Words(
            reading.text[start:end].replace("\n", " "),
            context=not hit and not _inside(start, claims),
            own=_inside(start, own),
            hit=hit,
        )


def _inside(place: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)
