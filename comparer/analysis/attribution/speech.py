"""Direct speech: which reporting verb, or colon, each quotation belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from comparer.analysis.attribution.relation import Relation, merged, trimmed
from comparer.analysis.attribution.source import own_subject, source_of_verb
from comparer.analysis.attribution.table import CueTable, lemma_of
from comparer.analysis.attribution.verbs import verb_group
from comparer.analysis.report import Range

_FARTHEST = 30
_ENDS = frozenset(".?!…")
_INTRODUCING = frozenset({",", ":", "—", "–", "-", "--"})


@dataclass(frozen=True, slots=True)
class Speech:
    """Quotations with their cue, and those that stand as sentences of their own without one."""

    relations: tuple[Relation, ...]
    loose: tuple[Range, ...]


def read_speech(doc: Doc, quotes: Sequence[Range], table: CueTable) -> Speech:
    """Give each quotation that is set off as speech its cue. `quotes` counts tokens, marks included, in order."""
    relations: list[Relation] = []
    loose: list[Range] = []
    before = 0
    for position, quote in enumerate(quotes):
        after = quotes[position + 1][0] if position + 1 < len(quotes) else len(doc)
        found = _cue_behind(doc, quote, after, table) or _cue_ahead(doc, quote, before, table)
        if found is not None:
            relations.append(found)
        elif _stands_alone(doc, quote):
            loose.append(quote)
        before = quote[1]
    return Speech(tuple(relations), tuple(loose))


def _cue_behind(doc: Doc, quote: Range, limit: int, table: CueTable) -> Relation | None:
    """ "...," she said: the reporting clause follows in the same sentence."""
    if not _set_off(doc, quote) and not _runs_into(doc, quote):
        return None
    if quote[1] >= limit or _ended(doc, quote):
        return None
    verb = _first_reporting(_clause_ahead(doc, quote[1], limit), table)
    if verb is None or not (_set_off(doc, quote) or _adjoins(verb, quote[1])):
        return None
    start = quote[0]
    sentence = doc[quote[0]].sent.start
    if sentence < start and _set_off(doc, quote) is False:
        start = sentence
    return _relation(verb, (start, quote[1]))


def _cue_ahead(doc: Doc, quote: Range, limit: int, table: CueTable) -> Relation | None:
    """She said: "..." """
    if not _set_off(doc, quote):
        return None
    clause = _clause_back(doc, quote[0], limit)
    verbs = [token for token in clause if _reports(token, table)]
    if verbs:
        return _relation(min(verbs, key=lambda v: (v.dep_ in {"relcl", "acl"}, -v.i)), quote)
    if clause and clause[-1].text == ":" and len(clause) > 1:
        colon = clause[-1]
        source = trimmed(doc, (clause[0].i, colon.i))
        if source[1] - source[0] <= 6:
            return Relation(colon.i, ":", (colon.i, colon.i + 1), source, (quote,), quoted=True)
    return None


def _relation(verb: Token, content: Range) -> Relation:
    source = source_of_verb(verb)
    if source is not None and source[0] < content[1] and content[0] < source[1]:
        source = None
    return Relation(verb.i, lemma_of(verb.lemma_), verb_group(verb), source, merged([content]), quoted=True)


def _clause_ahead(doc: Doc, start: int, limit: int) -> list[Token]:
    tokens = []
    for token in doc[start : min(limit, start + _FARTHEST)]:
        if token.text in _ENDS or token.text.startswith("\n"):
            break
        tokens.append(token)
    return tokens


def _clause_back(doc: Doc, end: int, limit: int) -> list[Token]:
    tokens: list[Token] = []
    for i in range(end - 1, max(limit, end - _FARTHEST) - 1, -1):
        if doc[i].text in _ENDS or doc[i].text.startswith("\n"):
            break
        tokens.append(doc[i])
    return tokens[::-1]


def _adjoins(verb: Token, start: int) -> bool:
    """Whether nothing but its subject and adverbs stands between the quotation and a finite reporting verb."""
    subject = own_subject(verb)
    if subject is None or subject.i < start or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    between = verb.doc[start : verb.i]
    return all(
        token.pos_ in {"ADV", "AUX", "PUNCT"} or subject.is_ancestor(token) or token.i == subject.i for token in between
    )


def _first_reporting(clause: list[Token], table: CueTable) -> Token | None:
    verbs = [token for token in clause if _reports(token, table)]
    return min(verbs, key=lambda verb: (verb.dep_ in {"relcl", "acl"}, verb.i), default=None)


def _reports(token: Token, table: CueTable) -> bool:
    return token.pos_ in {"VERB", "AUX"} and lemma_of(token.lemma_) in table.quote


def _set_off(doc: Doc, quote: Range) -> bool:
    """Whether the quotation starts as speech does: a sentence of its own, or after a comma, a colon or a verb."""
    if quote[0] == 0:
        return True
    previous = doc[quote[0] - 1]
    return (
        previous.text in _INTRODUCING
        or previous.text in _ENDS
        or previous.is_space
        or bool(doc[quote[0]].is_sent_start)
    )


def _runs_into(doc: Doc, quote: Range) -> bool:
    """ "It is "a disaster," he said": the quotation ends in a comma and a reporting clause may follow."""
    return (
        quote[1] - 2 > quote[0]
        and doc[quote[1] - 2].text in {",", "?", "!"}
        or (quote[1] < len(doc) and doc[quote[1]].text == ",")
    )


def _ended(doc: Doc, quote: Range) -> bool:
    """Whether the sentence is over with the quotation."""
    following = doc[quote[1]]
    return following.is_space or doc[quote[1] - 2].text == "." and following.is_sent_start is not False


def _stands_alone(doc: Doc, quote: Range) -> bool:
    previous = doc[quote[0] - 1] if quote[0] else None
    starts = previous is None or previous.is_space or previous.text in _ENDS or previous.text in {'"', "”"}
    return starts and quote[1] - quote[0] >= 4


def positions(quotes: Sequence[Range]) -> Iterator[int]:
    """Yield every token position inside a quotation."""
    for start, end in quotes:
        yield from range(start, end)
