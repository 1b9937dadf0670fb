"""Who is said to say what: source, cue and content of every attribution."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from comparer.analysis.attribution.layout import layout_relations
from comparer.analysis.attribution.nesting import apart, joined, outermost, with_loose, with_whole_quotes
from comparer.analysis.attribution.phrases import phrase_relations
from comparer.analysis.attribution.relation import Relation
from comparer.analysis.attribution.speakers import Speaker, Speakers
from comparer.analysis.attribution.speech import positions, read_speech
from comparer.analysis.attribution.table import CueTable, lemma_of
from comparer.analysis.attribution.verbs import verb_relations
from comparer.analysis.report import Attribution, Paragraph, Quote, Range

__all__ = ["CueTable", "read_attributions"]


def read_attributions(
    doc: Doc,
    *,
    paragraphs: tuple[Paragraph, ...],
    quotes: tuple[Quote, ...],
    cues: CueTable,
) -> tuple[Attribution, ...]:
    """Return the attributions in the order of their cues. Offsets are characters of the text."""
    marked = _quote_tokens(doc, quotes)
    lines = _paragraph_starts(doc, paragraphs)
    starts = _outside(marked, lines)
    speech = read_speech(doc, marked, starts, cues)
    quoted = set(positions(marked))
    layout = list(layout_relations(doc, paragraphs, lines, cues))
    found = [r for r in (*verb_relations(doc, cues), *phrase_relations(doc, cues)) if r.head not in quoted]
    relations = outermost(doc, with_whole_quotes(joined([*layout, *speech.relations, *found]), marked))
    relations = [apart(relation) for relation in with_loose(doc, relations, speech.loose, starts)]
    relations = [relation for relation in relations if relation.content]
    speakers = Speakers(doc, cues)
    return tuple(
        _attribution(doc, relation, speakers.resolve(relation, relations[max(0, position - 4) : position]), cues)
        for position, relation in enumerate(relations)
    )


def _quote_tokens(doc: Doc, quotes: Sequence[Quote]) -> list[Range]:
    """Return the quotations as token ranges, their marks included where there are any."""
    ranges: list[Range] = []
    for quote in quotes:
        span = doc.char_span(quote.start, quote.end, alignment_mode="expand") if quote.end > quote.start else None
        if span is not None:
            start = span.start - (span.start > 0 and doc[span.start - 1].is_quote)
            end = span.end + (span.end < len(doc) and doc[span.end].is_quote)
            if ranges and _runs_on(doc, ranges[-1][1], int(start)):
                ranges[-1] = ranges[-1][0], int(end)
            elif not ranges or start >= ranges[-1][1]:
                ranges.append((int(start), int(end)))
    return ranges


def _runs_on(doc: Doc, end: int, start: int) -> bool:
    """True where no mark stands between two quotations: it is one, in a text with a line for each sentence."""
    return end == start and not doc[end - 1].is_quote and not doc[start].is_quote


def _outside(quotes: Sequence[Range], starts: Sequence[int]) -> list[int]:
    """The starts of paragraphs that no quotation runs over."""
    inside = {place for first, last in quotes for place in range(first + 1, last)}
    return [start for start in starts if start not in inside]


def _paragraph_starts(doc: Doc, paragraphs: Sequence[Paragraph]) -> list[int]:
    starts = []
    position = 0
    for paragraph in paragraphs:
        while position < len(doc) and doc[position].idx < paragraph.start:
            position += 1
        starts.append(position)
    return starts


def _attribution(doc: Doc, relation: Relation, speaker: Speaker, cues: CueTable) -> Attribution:
    return Attribution(
        source=_characters(doc, relation.source) if relation.source else None,
        speaker=speaker.name,
        cue=_characters(doc, relation.cue),
        stance="deny" if _calls_untrue(doc, relation, cues) else cues.stance(relation.lemma, _following(doc, relation)),
        content=tuple(_characters(doc, span) for span in relation.content),
        quoted=relation.quoted,
        voice=speaker.voice,
        cue_lemma=relation.lemma,
        kind=cues.kind(relation.lemma, verb=_is_verb(doc, relation)),
    )


def _calls_untrue(doc: Doc, relation: Relation, cues: CueTable) -> bool:
    """True for "called the report false" and "described the claim as a lie"."""
    if doc[relation.head].lemma_.lower() not in cues.judging:
        return False
    said = [token for start, end in relation.content for token in doc[start:end] if token.pos_ != "PUNCT"]
    words = (token for token in said if token in (said[0], said[-1]) or token.nbor(-1).lower_ in {"as", "a"})
    untrue = any(token.lemma_.lower() in cues.untrue for token in words)
    return untrue and any(token.lemma_.lower() in cues.assertions for token in said)


def _is_verb(doc: Doc, relation: Relation) -> bool:
    head = doc[relation.head]
    return head.pos_ in {"VERB", "AUX"} and lemma_of(head.lemma_) == relation.lemma


def _following(doc: Doc, relation: Relation) -> str:
    behind = [start for start, _ in relation.content if start >= relation.cue[1]]
    return doc[min(behind)].lower_ if behind else ""


def _characters(doc: Doc, span: Range) -> Range:
    last = doc[span[1] - 1]
    return doc[span[0]].idx, last.idx + len(last)
