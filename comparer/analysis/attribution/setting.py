"""How a quotation stands in its sentence: set off as speech, run into the clause, or a sentence of its own."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from comparer.analysis.report import Range

ENDS = frozenset(".?!…")
_INTRODUCING = frozenset({",", ":", "—", "–", "-", "--"})


def is_set_off(doc: Doc, quote: Range) -> bool:
    """Whether the quotation starts as speech does: a sentence of its own, or after a comma, a colon or a verb."""
    if quote[0] == 0:
        return True
    previous = _before(doc, quote[0])
    return (
        previous.text in _INTRODUCING or previous.text in ENDS or previous.is_space or bool(doc[quote[0]].is_sent_start)
    )


def runs_into(doc: Doc, quote: Range) -> bool:
    """Whether a reporting clause may follow at once: "It is 'a disaster,' he said"."""
    if quote[1] - 2 > quote[0] and doc[quote[1] - 2].text in {",", "?", "!"}:
        return True
    return quote[1] < len(doc) and doc[quote[1]].text == ","


def is_ended(doc: Doc, quote: Range) -> bool:
    """Whether the sentence is over with the quotation."""
    following = doc[quote[1]]
    return following.is_space or (doc[quote[1] - 2].text == "." and following.is_sent_start is not False)


def _before(doc: Doc, place: int) -> Token:
    """Return the token before `place`, white space aside."""
    i = place - 1
    while i > 0 and doc[i].is_space:
        i -= 1
    return doc[max(0, i)]


def stands_alone(doc: Doc, quote: Range, first: int) -> bool:
    previous = _before(doc, quote[0])
    starts = quote[0] == first or previous.text in ENDS or previous.is_quote
    return starts and quote[1] - quote[0] >= 4
