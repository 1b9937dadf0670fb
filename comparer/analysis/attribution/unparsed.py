"""What is said where the parser hung it elsewhere, found by the order of the words."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from comparer.analysis.attribution.relation import merged, sentence_of, subtree, trimmed
from comparer.analysis.attribution.source import SUBJECTS, noun_phrase
from comparer.analysis.report import Range

_OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "who", "when", "where"})
_FARTHEST_OPENER = 12
_FARTHEST_COLON = 5
_LONGEST_TAIL = 3
_LONGEST_OPENING = 40


def opening_participle(verb: Token) -> tuple[Range, ...]:
    """Return what stands between "Dismissing", first word of the sentence, and the comma that ends its phrase."""
    if not verb.is_sent_start or not verb.text.endswith("ing"):
        return ()
    for token in _following(verb, _LONGEST_OPENING):
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return ()
        if token.text == ",":
            return merged([trimmed(verb.doc, (verb.i + 1, token.i), quotes=True)])
    return ()


def unparsed(verb: Token) -> tuple[Range, ...]:
    """Return what is reported where the parser hung it elsewhere; empty if the words do not show it plainly."""
    return _behind_opener(verb) or _behind_colon(verb) or _before_report(verb)


def _behind_opener(verb: Token) -> tuple[Range, ...]:
    """Return the clause that "that" or "whether" opens shortly behind the verb."""
    for token in _following(verb, _FARTHEST_OPENER):
        if token.is_punct or token.pos_ == "VERB":
            return ()
        if token.lower_ in _OPENERS and token.dep_ in {"mark", "advmod"} and token.head.i > token.i:
            return (trimmed(verb.doc, (token.i, max(subtree(token.head)[1], token.i + 1)), quotes=True),)
    return ()


def _behind_colon(verb: Token) -> tuple[Range, ...]:
    """Return the rest of the sentence, or the next one, behind "She said:"."""
    doc = verb.doc
    for token in _following(verb, _FARTHEST_COLON):
        if token.text == ":":
            end = sentence_of(token)[1]
            if token.i + 1 == end and end < len(doc):
                end = sentence_of(doc[end])[1]
            return merged([trimmed(doc, (token.i + 1, end), quotes=True)])
    return ()


def _before_report(verb: Token) -> tuple[Range, ...]:
    """Return the sentence up to a closing ", she said on Tuesday"."""
    doc = verb.doc
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or not subjects or subjects[0].lower_ in {"who", "which", "that"}:
        return ()
    subject = noun_phrase(min(subjects, key=lambda child: abs(child.i - verb.i)), verb)
    start, end = min(subject[0], verb.i), max(subject[1], verb.i + 1)
    if start < 1 or not (doc[start - 1].is_punct or doc[start - 1].is_quote):
        return ()
    rest = [token for token in _following(doc[end - 1], 2 * _LONGEST_TAIL) if not token.is_punct]
    first = sentence_of(verb)[0]
    if len(rest) > _LONGEST_TAIL or start - first < 2:
        return ()
    return merged([trimmed(doc, (first, start), quotes=True)])


def _following(token: Token, count: int) -> Iterator[Token]:
    """Yield up to `count` tokens behind `token` in its sentence."""
    for i in range(token.i + 1, min(token.i + 1 + count, len(token.doc))):
        if token.doc[i].is_sent_start:
            return
        yield token.doc[i]
