"""Ages told with "to be" of a name or a noun: "Ana Ruiz was 88", "the pianist, who died on Tuesday, was 88"."""

from __future__ import annotations

from spacy.tokens import Token

from comparer.analysis.numbers.ages import AGE
from comparer.analysis.numbers.amounts import Amount
from comparer.analysis.numbers.page import Page

_YOUNGEST, _OLDEST = 1, 125
_SUBJECTS = ("nsubj", "nsubjpass")


def read_told_age(page: Page, place: int) -> Amount | None:
    """Return the age in plain figures at lexeme `place` that a person is said to be; None for everything else."""
    lexeme = page.lexemes[place]
    if not lexeme.text.isdecimal() or len(lexeme.text) > 3 or not _YOUNGEST <= float(lexeme.text) <= _OLDEST:
        return None
    token = page.doc[page.token_at(lexeme.start)]
    if token.text != lexeme.text or token.dep_ not in ("attr", "acomp") or token.head.lemma_ != "be":
        return None
    behind = page.doc[token.i + 1] if token.i + 1 < len(page.doc) else None
    alone = behind is None or behind.is_punct or behind.lower_ in ("and", "when", "at", "on", "in")
    if not alone or any(child.pos_ in ("NOUN", "NUM", "SYM") for child in token.children):
        return None
    subject = next((child for child in token.head.children if child.dep_ in _SUBJECTS), None)
    if subject is None or not _is_person(page, subject):
        return None
    value = float(lexeme.text)
    return Amount(place, place + 1, value, value, 1.0, "exact", AGE)


def _is_person(page: Page, token: Token) -> bool:
    if token.pos_ == "PROPN":
        return token.ent_type_ in ("PERSON", "")
    lemma = token.lemma_.lower()
    return token.tag_ == "NN" and page.words.is_person(lemma) and lemma not in page.words.gatherings
