"""Counts without a number word: "a man was killed" (one), "nobody was hurt" (none), "both men", "no casualties"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from comparer.analysis.numbers.build import COUNT, PERSON
from comparer.analysis.numbers.counted import Counted
from comparer.analysis.numbers.page import Page
from comparer.analysis.numbers.roles import Scene, read_role
from comparer.analysis.report import Form, Quantity

_ARTICLES = {"a", "an", "another"}
_NOBODY = {"nobody", "none"}
_VALUES = {"no": 0.0, "nobody": 0.0, "none": 0.0, "neither": 0.0, "both": 2.0}


def read_implied(page: Page, counted: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield persons counted without a number, where they are in a role that counts (killed, arrested, ...)."""
    taken = {
        token for quantity in counted for token in range(page.token_at(quantity.start), page.token_from(quantity.end))
    }
    for token in page.doc:
        if token.i not in taken and (token.lower_ in _ARTICLES or token.lower_ in _VALUES):
            quantity = _implied(page, token)
            if quantity is not None:
                yield quantity


def _implied(page: Page, token: Token) -> Quantity | None:
    noun = _noun(page, token)
    if noun is None:
        return None
    value = _VALUES.get(token.lower_, 1.0)
    end = page.sentence(token.i)[1]
    counted = Counted(noun.i, noun.i + 1, noun) if noun.i != token.i else Counted(token.i + 1, token.i + 1)
    role = read_role(Scene(page.doc, counted, token.i, token.i + 1, end, people=True, words=page.words))
    rule = page.words.role_rules.get(role or "")
    if rule is None or not rule.apart or not rule.people:
        return None
    person = noun.i == token.i or page.words.is_person(noun.lemma_.lower())
    form: Form = "exact" if token.lower_ in _VALUES else "implied"
    last = page.doc[token.i + 1] if token.lower_ == "no" and noun.i == token.i else noun
    start, stop = token.idx, last.idx + len(last)
    return Quantity(
        start, stop, value, value, True, True, PERSON if person else COUNT,
        noun.text if noun.i != token.i else "people", role, None,
        head=noun.lemma_.lower() if noun.i != token.i else "people",
        qualifiers=tuple(child.lemma_.lower() for child in noun.lefts if child.dep_ in ("amod", "compound")), form=form,
        about=tuple(word.lemma_.lower() for word in (noun.head, *noun.head.children) if word.pos_ in ("VERB", "NOUN", "PROPN")),
    )  # fmt: skip


def _noun(page: Page, token: Token) -> Token | None:
    """The noun that "a", "no" or "both" stands before; the word itself for "nobody" and "no one"."""
    if token.lower_ in _NOBODY:
        return token
    following = page.doc[token.i + 1] if token.i + 1 < len(page.doc) else None
    if following is not None and token.lower_ == "no" and following.lower_ == "one":
        return token
    noun = token.head
    if token.dep_ not in ("det", "predet") or noun.pos_ != "NOUN" or not token.i < noun.i <= token.i + 5:
        return None
    lemma = noun.lemma_.lower()
    if token.lower_ == "no":
        return noun if page.words.is_person(lemma) or lemma in page.words.roles_of else None
    singular = noun.tag_ == "NN" and not any(child.pos_ == "NUM" for child in noun.children)
    person = page.words.is_person(lemma) and lemma not in page.words.gatherings
    return noun if person and (singular or token.lower_ == "both") else None
