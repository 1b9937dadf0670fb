"""What a number without a noun of its own counts: the noun of an earlier number, a gathering, or the subject."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from comparer.analysis.numbers.counted import Counted
from comparer.analysis.numbers.measured import measured_by
from comparer.analysis.numbers.page import Page
from comparer.analysis.report import Quantity

_REACH_OF_GATHERING = 5
_FARTHEST = 12
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj")


def is_of_pronoun(doc: Doc, first: int) -> bool:
    """True for "of whom 40", "of which 40", "of them 40" with the number at token `first`."""
    before = [token.lower_ for token in doc[max(first - 2, 0) : first]]
    return before in (["of", "whom"], ["of", "which"], ["of", "them"], ["of", "those"], ["of", "these"])


def opening_whole(page: Page, first: int, opening: int, before: Sequence[Quantity]) -> Quantity | None:
    """Return the 200 flights of "Of the 200 flights planned, 40 were cancelled" for the number at token `first`."""
    if page.doc[opening].lower_ != "of" or page.doc[first].dep_ not in _ARGUMENTS:
        return None
    start = page.doc[opening].idx
    inside = [each for each in before[-_FARTHEST:] if each.start > start and each.unit in ("person", "count")]
    near = bool(inside) and page.token_at(inside[0].start) <= opening + _REACH_OF_GATHERING
    return inside[0] if near and inside[0].head else None


def gathering(page: Page, first: int, opening: int) -> Token | None:
    """Return the noun of "a crowd of 5,000" or "a family of five" for a number at token `first`."""
    for noun, joiner in pairwise(page.doc[max(opening, first - _REACH_OF_GATHERING) : first]):
        if joiner.lower_ == "of" and noun.lemma_.lower() in page.words.gatherings:
            return noun
    return None


def earlier_noun(quantity: Quantity, token: Token, before: Sequence[Quantity], sentence: int) -> Quantity | None:
    """Return the earlier number whose noun `quantity`, written at `token`, shares; `sentence` is where its sentence starts.

    "Killed 12 people and wounded 30", "12 were hurt, two of them seriously".
    Outside its sentence only a part looks back.
    """
    earlier = next(
        (each for each in reversed(before[-_FARTHEST:]) if each.head and each.unit in ("person", "count")), None
    )
    if earlier is None or (earlier.start < sentence and not quantity.part):
        return None
    return earlier if quantity.unit == earlier.unit or quantity.part or _continues(token, earlier) else None


def _continues(number: Token, earlier: Quantity) -> bool:
    """True for the three of "bought eight players and sold three", and of "16 guests were hurt; three are in hospital"."""
    verb = number.head
    if number.dep_ in ("nsubj", "nsubjpass"):
        return True
    if number.dep_ == "dobj" and verb.dep_ == "conj":
        return any(child.dep_ == "dobj" and child.lemma_.lower() == earlier.head for child in verb.head.children)
    return number.dep_ == "conj" and verb.lemma_.lower() == earlier.head


def subject_noun(page: Page, first: int, last: int, end: int) -> Counted:
    """Return the subject: the flights of "the number of flights rose to 40", the index of "the index fell to 4,512"."""
    noun = measured_by(page.doc, first, last, end)
    if (
        noun.head is not None
        and noun.head.head.pos_ == "VERB"
        and noun.head.head.lemma_.lower() not in page.words.of_subject
    ):
        return Counted(last, last)
    if noun.head is None or noun.head.lemma_.lower() not in page.words.counters:
        return noun
    inner = next((token for prep in noun.head.children if prep.lower_ == "of" for token in prep.children), None)
    if inner is None or inner.i >= first:
        return noun
    start = min((left.i for left in inner.lefts if left.dep_ in ("amod", "compound")), default=inner.i)
    return Counted(start, inner.i + 1, inner)
