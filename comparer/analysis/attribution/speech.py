"""Direct speech: which reporting verb, or colon, each quotation belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from comparer.analysis.attribution.relation import Relation, merged, sentence_of, trimmed
from comparer.analysis.attribution.setting import ENDS, is_ended, is_set_off, runs_into, stands_alone
from comparer.analysis.attribution.source import own_subject, source_of_verb
from comparer.analysis.attribution.table import CueTable, lemma_of
from comparer.analysis.attribution.verbs import verb_group
from comparer.analysis.report import Range

_FARTHEST = 30
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NEAR = 4
_LONGEST_BARE = 6


@dataclass(frozen=True, slots=True)
class Speech:
    """Quotations with their cue, and those that stand as sentences of their own without one."""

    relations: tuple[Relation, ...]
    loose: tuple[Range, ...]


def read_speech(doc: Doc, quotes: Sequence[Range], starts: Sequence[int], table: CueTable) -> Speech:
    """Give each quotation that is set off as speech its cue.

    `quotes` counts tokens, marks included, in order; `starts` holds the first token of each paragraph.
    """
    relations: list[Relation] = []
    loose: list[Range] = []
    for position, quote in enumerate(quotes):
        first, last = _paragraph(starts, quote[0], len(doc))
        before = max(first, quotes[position - 1][1]) if position else first
        after = min(last, quotes[position + 1][0]) if position + 1 < len(quotes) else last
        found = _cue_behind(doc, quote, (before, after), table) or _cue_ahead(doc, quote, before, table)
        if found is not None:
            relations.append(found)
        elif stands_alone(doc, quote, first):
            loose.append(quote)
    return Speech(tuple(relations), tuple(loose))


def _paragraph(starts: Sequence[int], place: int, length: int) -> Range:
    position = bisect_right(starts, place)
    return starts[position - 1] if position else 0, starts[position] if position < len(starts) else length


def _cue_behind(doc: Doc, quote: Range, limits: Range, table: CueTable) -> Relation | None:
    """Find the reporting clause that follows in the same sentence: "...", she said."""
    if not is_set_off(doc, quote) and not runs_into(doc, quote):
        return None
    before, after = limits
    if quote[1] >= after or (is_ended(doc, quote) and not _bare_report(doc, quote[1], after, table)):
        return None
    verb = _first_reporting(_clause_ahead(doc, quote[1], after), table)
    if verb is None or not (is_set_off(doc, quote) or _adjoins(verb, quote)):
        return None
    start = quote[0]
    if not is_set_off(doc, quote):
        start = max(before, sentence_of(doc[start])[0])
    return _relation(verb, (start, quote[1]))


def _cue_ahead(doc: Doc, quote: Range, limit: int, table: CueTable) -> Relation | None:
    """Find the reporting clause, or the name and colon, that leads: She said: "..."."""
    if not is_set_off(doc, quote):
        return None
    clause = _clause_back(doc, quote[0], limit)
    verbs = [token for token in clause if _reports(token, table)]
    if verbs:
        return _relation(min(verbs, key=lambda v: (_in_aside(v) and quote[0] - v.i > _NEAR, -v.i)), quote)
    if clause and clause[-1].text == ":" and len(clause) > 1:
        colon = clause[-1]
        source = trimmed(doc, (clause[0].i, colon.i))
        if source[1] - source[0] <= 6:
            return Relation(colon.i, ":", (colon.i, colon.i + 1), source, (quote,), quoted=True)
    return None


def _relation(verb: Token, content: Range) -> Relation:
    source = source_of_verb(verb)
    if source is not None and source[0] < content[1] and content[0] < source[1]:
        source = (content[1], source[1]) if content[1] < source[1] and source[0] <= content[0] else None
    if source is None and content[1] <= verb.i < len(verb.doc) - 1:
        source = _speaker_behind(verb)
    if source is not None:
        source = trimmed(verb.doc, source)
        source = source if source[0] < source[1] else None
    return Relation(verb.i, lemma_of(verb.lemma_), verb_group(verb), source, merged([content]), quoted=True)


def _speaker_behind(verb: Token) -> Range | None:
    """Return the noun phrase right behind an inverted verb: "said Ana Ruiz, half joking", "added the nurse"."""
    end = verb.i + 1
    while end < len(verb.doc) and verb.doc[end].pos_ in {"PROPN", "DET", "ADJ", "NOUN"}:
        end += 1
    known = any(token.pos_ in {"PROPN", "NOUN"} for token in verb.doc[verb.i + 1 : end])
    return (verb.i + 1, end) if known and verb.tag_ in {"VBD", "VBZ"} else None


def _clause_ahead(doc: Doc, start: int, limit: int) -> list[Token]:
    tokens = []
    for token in doc[start : min(limit, start + _FARTHEST)]:
        if token.text in ENDS or token.text.startswith("\n"):
            break
        tokens.append(token)
    return tokens


def _clause_back(doc: Doc, end: int, limit: int) -> list[Token]:
    tokens: list[Token] = []
    for i in range(end - 1, max(limit, end - _FARTHEST) - 1, -1):
        if doc[i].text in ENDS or doc[i].text.startswith("\n"):
            break
        tokens.append(doc[i])
    return tokens[::-1]


def _adjoins(verb: Token, quote: Range) -> bool:
    """Whether nothing but its subject and adverbs stands between the quotation and a finite reporting verb."""
    start = quote[1]
    subject = own_subject(verb)
    if subject is None or subject.i < start or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    if any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children) or _only_participle(
        verb.doc, (sentence_of(verb.doc[quote[0]])[0], quote[1])
    ):
        return False
    between = verb.doc[start : verb.i]
    return all(
        token.pos_ in {"ADV", "AUX", "PUNCT"} or subject.is_ancestor(token) or token.i == subject.i for token in between
    )


def _only_participle(doc: Doc, span: Range) -> bool:
    """Whether the quotation belongs to a participle: "Calling it 'a farce,' she said"."""
    if doc[span[0]].tag_ not in {"VBG", "VBN"}:
        return False
    subjects = (own_subject(token, passive=True) for token in doc[span[0] : span[1]] if token.tag_ in _FINITE)
    return not any(subject is not None and subject.i < span[1] for subject in subjects)


def _first_reporting(clause: list[Token], table: CueTable) -> Token | None:
    verbs = [token for token in clause if _reports(token, table)]
    return min(verbs, key=lambda verb: (_in_aside(verb), verb.i), default=None)


def _in_aside(verb: Token) -> bool:
    return verb.dep_ in {"relcl", "acl"}


def _reports(token: Token, table: CueTable) -> bool:
    return token.pos_ in {"VERB", "AUX"} and lemma_of(token.lemma_) in table.quote


def _bare_report(doc: Doc, start: int, limit: int, table: CueTable) -> bool:
    """Whether a sentence that only says who spoke follows: "Smith said"."""
    clause = _clause_ahead(doc, start, limit)
    return 2 <= len(clause) <= _LONGEST_BARE and _reports(clause[-1], table) and clause[-1].tag_ in {"VBD", "VBZ"}


def positions(quotes: Sequence[Range]) -> Iterator[int]:
    """Yield every token position inside a quotation."""
    for start, end in quotes:
        yield from range(start, end)
