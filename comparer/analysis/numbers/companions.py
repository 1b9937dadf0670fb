"""Single persons told of beside a counted group: the captain of "the captain and six sailors were rescued"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from comparer.analysis.numbers.page import Page
from comparer.analysis.report import Quantity

_REACH, _LONGEST_LIST = 8, 12
_TOGETHER = {"with", "alongside", "besides", "plus"}
_SUBJECTS = ("nsubj", "nsubjpass")


def read_companions(page: Page, counted: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield one implied person for each single one joined to a counted group, in the role of the group."""
    for quantity in counted:
        if quantity.unit == "person" and quantity.part is None and quantity.head:
            noun = _noun(page, quantity)
            beside = [*_joined(noun), *_together(noun)] if noun is not None else []
            yield from (_one(token, quantity) for token in beside if _is_single(page, token))


def _noun(page: Page, quantity: Quantity) -> Token | None:
    first = page.token_at(quantity.start)
    near = page.doc[first : min(first + _REACH, page.sentence(first)[1])]
    return next((token for token in near if token.pos_ == "NOUN" and token.lemma_.lower() == quantity.head), None)


def _joined(noun: Token) -> Iterator[Token]:
    """The other members of the list in which the noun stands."""
    top = noun
    for _ in range(_LONGEST_LIST):
        if top.dep_ != "conj" or top.head.pos_ not in ("NOUN", "PROPN"):
            break
        top = top.head
    members = [top]
    for member in members:
        if len(members) >= _LONGEST_LIST:
            break
        members += [child for child in member.children if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN")]
    yield from (member for member in members if member.i != noun.i)


def _together(noun: Token) -> Iterator[Token]:
    """The subject of "the man was arrested with two accomplices"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in _TOGETHER:
        return
    verb = preposition.head
    yield from (child for child in verb.children if child.dep_ in _SUBJECTS and child.pos_ in ("NOUN", "PROPN"))


def _is_single(page: Page, token: Token) -> bool:
    if token.pos_ == "PROPN":
        return token.ent_type_ == "PERSON"
    lemma = token.lemma_.lower()
    numbered = any(child.pos_ == "NUM" for child in token.children)
    return token.tag_ == "NN" and not numbered and page.words.is_person(lemma) and lemma not in page.words.gatherings


def _one(token: Token, group: Quantity) -> Quantity:
    return Quantity(
        start=token.idx,
        end=token.idx + len(token),
        low=1.0,
        high=1.0,
        low_inclusive=True,
        high_inclusive=True,
        unit="person",
        measures=token.text,
        role=group.role,
        hedge=None,
        head="people" if token.pos_ == "PROPN" else token.lemma_.lower(),
        about=group.about,
        form="implied",
    )
