"""Whose age or share it is: the name before a comma or bracket, the name behind, or the noun that the age describes."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from comparer.analysis.numbers.counted import Counted
from comparer.analysis.numbers.words import THEN

_BETWEEN = {"aged", "age", "ages", "of", ",", "(", "the", "between", "at"}
_SUBJECTS = ("nsubj", "nsubjpass")
_BEFORE_NAME = 4
_CLAUSE = 6
_NOW = {"die", "kill", "find", "shoot", "arrest", "pass", "disappear", "vanish", "stab", "detain"}
_DEATHS = {"die", "pass", "perish", "succumb", "expire"}


def name_before(doc: Doc, first: int) -> Counted | None:
    """Return the name before the number at token `first`: "Ana Ruiz, 34", "Ana Ruiz of Norvale, 34", "Ruiz (12 percent)"."""
    place = first - 1
    if place < 1 or doc[place].lower_ not in (",", "(") or doc[place - 1].pos_ != "PROPN":
        return None
    name = doc[place - 1]
    if name.dep_ == "pobj" and name.head.lower_ in ("of", "from") and name.head.head.pos_ == "PROPN":
        name = name.head.head
    return _whole_name(name)


def _whole_name(name: Token) -> Counted:
    """The name that ends with `name`."""
    start = name.i
    while start > 0 and name.doc[start - 1].pos_ == "PROPN":
        start -= 1
    return Counted(start, name.i + 1, name)


def name_behind(doc: Doc, last: int) -> Counted | None:
    """Return the name of "52-year-old Ana Ruiz" and "the 52-year-old former teacher Ana Ruiz" for an age that ends before `last`."""
    place = last
    while (
        place < min(len(doc), last + _BEFORE_NAME) and doc[place].pos_ in ("NOUN", "ADJ") and doc[place].tag_ != "NNS"
    ):
        place += 1
    if place >= len(doc) or doc[place].pos_ != "PROPN":
        return None
    end = place
    while end < len(doc) and doc[end].pos_ == "PROPN":
        end += 1
    person = all(token.ent_type_ in ("PERSON", "") for token in doc[place:end])
    return Counted(place, end, doc[end - 1]) if person else None


def name_described(doc: Doc, first: int) -> Counted | None:
    """Return the name of "Ana Ruiz, a 52-year-old teacher" for the age at token `first`."""
    noun = doc[first]
    for _ in range(_BEFORE_NAME):
        if noun.dep_ == "appos":
            return _whole_name(noun.head) if noun.head.pos_ == "PROPN" and noun.head.i < first else None
        noun = noun.head
    return None


def subject_of_age(doc: Doc, first: int) -> Counted | None:
    """Return who "died in Lenz at the age of 91", "was 88" or "died on Monday, aged 77": the subject of the verb."""
    token = _verb_above(doc[first])
    dated = any(word.lower_ == "age" for word in doc[max(0, first - 2) : first])
    if token is None or (dated and token.lemma_ not in _DEATHS):
        return None  # "began to paint at the age of six" is not how old somebody is
    subject = next((child for child in token.children if child.dep_ in _SUBJECTS and child.i < first), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    name = next((child for child in subject.children if child.dep_ == "appos" and child.pos_ == "PROPN"), subject)
    return _described(name if name.i < first else subject)


def age_role(doc: Doc, last: int) -> str | None:
    """Return the role of an age of an earlier time, which ends before token `last`: "was 19 when he enlisted"; None for others."""
    if last >= len(doc) or doc[last].lower_ not in ("when", "while", "as", "then", "at"):
        return None
    clause = doc[last + 1 : last + 1 + _CLAUSE]
    if doc[last].lower_ in ("at", "as") and not (clause and clause[0].lower_ in ("the", "a") and len(clause) > 1):
        return None
    if doc[last].lower_ in ("at", "as") and clause[1].lower_ not in ("time", "boy", "girl", "child", "teenager"):
        return None
    return None if any(token.lemma_ in _NOW for token in clause) else THEN


def _verb_above(token: Token) -> Token | None:
    """The nearest verb above, "aged" left out."""
    for _ in range(2 * _BEFORE_NAME):
        if token.pos_ in ("VERB", "AUX") and token.lower_ not in ("aged", "age"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def noun_of_clause(doc: Doc, first: int) -> Counted | None:
    """Return the cyclist of "the cyclist, who was 43" for the age at token `first`."""
    if first < 2 or doc[first - 2].lower_ != "who":
        return None
    place = first - 3
    while place > 0 and doc[place].lower_ in (",", "("):
        place -= 1
    return _described(doc[place]) if place >= 0 else None


def _described(token: Token) -> Counted | None:
    if token.pos_ == "PROPN":
        return _whole_name(token)
    return Counted(token.i, token.i + 1, token) if token.pos_ == "NOUN" else None


def noun_before_age(doc: Doc, first: int) -> Counted | None:
    """Return the boy of "the boy, aged 12" for the age at token `first`."""
    place = first - 1
    while place > 0 and doc[place].lower_ in _BETWEEN:
        place -= 1
    told = any(token.lower_ in ("aged", "age", "ages") for token in doc[place + 1 : first + 1])
    if not told or place < 0:
        return None
    noun = doc[place]
    if any(token.lower_ == "at" for token in doc[place + 1 : first]):
        return None  # "died in Lenz at the age of 91"
    dated = noun.dep_ in ("pobj", "npadvmod") and noun.ent_type_ in ("DATE", "TIME", "GPE", "LOC", "FAC")
    return None if dated else _described(noun)
