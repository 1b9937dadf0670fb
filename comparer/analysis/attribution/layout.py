"""Cues that the layout shows: "Mayor: Bridge is safe", "Union slams offer", a post with its author below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from comparer.analysis.attribution.relation import Relation, merged, trimmed
from comparer.analysis.attribution.table import CueTable
from comparer.analysis.report import Paragraph, Range

_DASHES = frozenset({"—", "–", "-", "--", "―"})
_HEADINGS = frozenset({"title", "heading"})
_LONGEST_LABEL = 6
_SHORTEST_CONTENT = 3
_TURNS = frozenset({"Q", "A"})
_LISTING = frozenset({"lists", "names", "shows", "notes", "reports", "claims", "details", "documents"})
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "other", "last"})
_NOUNS = frozenset({"NNS", "NNPS", "NNP", "NN"})


def layout_relations(
    doc: Doc, paragraphs: Sequence[Paragraph], starts: Sequence[int], table: CueTable
) -> Iterator[Relation]:
    """Yield the relations of headlines, transcripts and posts, in order."""
    for position, paragraph in enumerate(paragraphs):
        first = starts[position]
        last = starts[position + 1] if position + 1 < len(starts) else len(doc)
        if paragraph.role == "post":
            signed = _signature(doc, paragraphs, starts, position)
            if signed is not None:
                yield signed
            continue
        heading = paragraph.role in _HEADINGS
        label = _label(doc, (first, last), heading=heading, table=table)
        if label is not None:
            yield label
        elif heading:
            yield from _mistaken_verb(doc, (first, last), table)
        else:
            yield from _lists(doc, (first, last))


def _signature(doc: Doc, paragraphs: Sequence[Paragraph], starts: Sequence[int], position: int) -> Relation | None:
    """Return the relation of a post and the line below it: "— Name (@handle) April 8"."""
    first = starts[position]
    last = starts[position + 1] if position + 1 < len(starts) else len(doc)
    end = next((i for i in range(first + 1, last) if doc[i].text in {"(", "/", "@"} or "@" in doc[i].text), first)
    if doc[first].text not in _DASHES or end < first + 2:
        return None
    above = position
    while above and paragraphs[above - 1].role == "post" and doc[starts[above - 1]].text not in _DASHES:
        above -= 1
    if above == position:
        return None
    below = position + 1
    while below < len(paragraphs) and paragraphs[below].role == "post" and doc[starts[below]].text not in _DASHES:
        below += 1
    rest = last, starts[below] if below < len(paragraphs) else len(doc)
    content = merged([(starts[above], first), rest])
    return Relation(first, "—", (first, first + 1), (first + 1, end), content, quoted=True)


def _label(doc: Doc, span: Range, *, heading: bool, table: CueTable) -> Relation | None:
    """Return the relation of "Name: what they say"."""
    for i in range(span[0] + 1, min(span[1], span[0] + _LONGEST_LABEL + 1)):
        if doc[i].text == ":":
            content = trimmed(doc, (i + 1, span[1]), quotes=True)
            speaker = (span[0], i)
            if content[1] - content[0] >= _SHORTEST_CONTENT and _speaks(doc, speaker, heading=heading, table=table):
                return Relation(i, ":", (i, i + 1), speaker, (content,), quoted=not heading)
            return None
    return None


def _speaks(doc: Doc, span: Range, *, heading: bool, table: CueTable) -> bool:
    tokens = doc[span[0] : span[1]]
    if len(tokens) == 1 and tokens[0].text in _TURNS:
        return True
    if any(token.pos_ in {"VERB", "AUX", "NUM"} or token.is_punct for token in tokens):
        return False
    last = tokens[-1]
    if not heading:
        return all(token.pos_ == "PROPN" for token in tokens) and (last.ent_type_ == "PERSON" or last.text.isupper())
    speakers = table.people | table.institutions | table.documents
    return last.pos_ == "PROPN" or last.lemma_.lower() in speakers


def _mistaken_verb(doc: Doc, span: Range, table: CueTable) -> Iterator[Relation]:
    """Yield the relation of a headline's verb that the tagger took for a noun: "Union Slams Offer"."""
    if any(token.tag_ in {"VBZ", "VBD", "VBP", "MD"} for token in doc[span[0] : span[1]]):
        return
    for token in doc[span[0] + 1 : span[1] - 1]:
        lemma = _third_person(token)
        if token.tag_ in _NOUNS and lemma in table.object and token.nbor(-1).pos_ in {"PROPN", "NOUN"}:
            content = trimmed(doc, (token.i + 1, span[1]), quotes=True)
            if token.nbor().pos_ != "ADP" and content[0] < content[1]:
                yield Relation(token.i, lemma, (token.i, token.i + 1), (span[0], token.i), (content,))
                return


def _lists(doc: Doc, span: Range) -> Iterator[Relation]:
    """Yield the relation of "A second lists 40 repairs", whose verb the tagger takes for a noun."""
    for token in doc[span[0] + 2 : span[1] - 1]:
        if token.text not in _LISTING or token.tag_ != "NNS" or token.nbor().pos_ not in {"NUM", "DET", "ADJ"}:
            continue
        if token.nbor(-1).lower_ in _ORDINALS and doc[token.i - 2].is_sent_start:
            end = next((i for i in range(token.i + 1, span[1]) if doc[i].is_sent_start), span[1])
            content = trimmed(doc, (token.i + 1, end), quotes=True)
            yield Relation(token.i, token.lower_[:-1], (token.i, token.i + 1), (token.i - 2, token.i), (content,))


def _third_person(token: Token) -> str:
    word = token.lower_
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else ""
