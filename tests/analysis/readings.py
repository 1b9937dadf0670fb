"""Small readings made by hand, for tests of what compares them."""

from __future__ import annotations

import base64

import numpy as np

from comparer.analysis.report import (
    Attribution,
    Claim,
    Index,
    Paragraph,
    Quote,
    Reading,
    Sentence,
    Stance,
    Token,
    Voice,
)


def reading_of(*paragraphs: str, title: bool = True, vectors: list[list[float]] | None = None) -> Reading:
    """Return a reading with one sentence and one claim a paragraph; words are tokens, all nouns."""
    text = "\n".join(paragraphs)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 1
    rows = vectors or [[1.0, 0.0]] * len(paragraphs)
    return Reading(
        text=text,
        title=paragraphs[0] if title and paragraphs else None,
        outlet=None,
        published=None,
        language="en",
        engine="test",
        paragraphs=tuple(
            Paragraph(*span, role="title" if title and number == 0 else "body") for number, span in enumerate(spans)
        ),
        sentences=tuple(Sentence(*span, paragraph=number) for number, span in enumerate(spans)),
        claims=tuple(Claim(*span, f"c{number + 1}", number, number) for number, span in enumerate(spans)),
        index=Index(_words(text), _packed(rows * 2), 2),
    )


def _words(text: str) -> tuple[Token, ...]:
    tokens, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        tokens.append(Token(start, start + len(word), word.lower().strip(".,“”"), "NOUN"))
        start += len(word)
    return tuple(tokens)


def _packed(rows: list[list[float]]) -> str:
    return base64.b64encode(np.array(rows, dtype="<f2").tobytes()).decode()


def saying(text: str, source: str, cue: str, *, stance: Stance = "neutral", voice: Voice = "named") -> Attribution:
    """Return an attribution whose source and cue are found in `text`."""
    at, cue_at = text.index(source), text.index(cue)
    return Attribution(
        source=(at, at + len(source)),
        speaker=source,
        cue=(cue_at, cue_at + len(cue)),
        stance=stance,
        content=((0, len(text)),),
        quoted=False,
        voice=voice,
        cue_lemma=cue,
    )


def quotes_in(text: str) -> tuple[Quote, ...]:
    """Return the spans between curly quotation marks."""
    found, start = [], 0
    while (start := text.find("“", start)) >= 0:
        end = text.index("”", start)
        found.append(Quote(start + 1, end))
        start = end
    return tuple(found)
