"""Whose age or share it is: the name before a comma or bracket, or the noun that the age describes."""

from __future__ import annotations

from spacy.tokens import Doc

from comparer.analysis.numbers.counted import Counted

_BETWEEN = {"aged", "age", "ages", "of", ",", "(", "the", "between", "at"}


def name_before(doc: Doc, first: int) -> Counted | None:
    """Return the name before the number at token `first`: "Ana Ruiz, 34", "Ana Ruiz of Norvale, 34", "Ruiz (12 percent)"."""
    place = first - 1
    if place < 1 or doc[place].lower_ not in (",", "(") or doc[place - 1].pos_ != "PROPN":
        return None
    name = doc[place - 1]
    if name.dep_ == "pobj" and name.head.lower_ in ("of", "from") and name.head.head.pos_ == "PROPN":
        name = name.head.head
    start = name.i
    while start > 0 and doc[start - 1].pos_ == "PROPN":
        start -= 1
    return Counted(start, name.i + 1, name)


def noun_of_clause(doc: Doc, first: int) -> Counted | None:
    """Return the cyclist of "the cyclist, who was 43" for the age at token `first`."""
    if first < 2 or doc[first - 2].lower_ != "who":
        return None
    place = first - 3
    while place > 0 and doc[place].lower_ in (",", "("):
        place -= 1
    return Counted(place, place + 1, doc[place]) if place >= 0 and doc[place].pos_ in ("NOUN", "PROPN") else None


def noun_before_age(doc: Doc, first: int) -> Counted | None:
    """Return the boy of "the boy, aged 12" for the age at token `first`."""
    place = first - 1
    while place > 0 and doc[place].lower_ in _BETWEEN:
        place -= 1
    told = any(token.lower_ in ("aged", "age", "ages") for token in doc[place + 1 : first + 1])
    if not told or place < 0 or doc[place].pos_ not in ("NOUN", "PROPN"):
        return None
    return Counted(place, place + 1, doc[place])
