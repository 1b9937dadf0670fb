"""What a sum, a share or a length is the measure of: the fine in "a $5 million fine", the cocaine in "50 kg of cocaine"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from comparer.analysis.numbers.counted import Counted, counted_behind
from comparer.analysis.numbers.holders import name_before

_STEPS = 5
_JOINERS = {"of", "worth"}
_MONEY_JOINERS = {"of", "worth", "in"}
_DIMENSIONS = {"long", "wide", "high", "tall", "deep", "thick", "away", "heavy", "old", "north", "south", "east", "west",
               "outside", "off"}  # fmt: skip
_STRETCHES = {"year", "month", "week", "day", "night", "hour", "quarter", "decade", "time"}
_VAGUE_NOUNS = {"equivalent", "total", "amount", "sum", "kind", "sort", "lot", "period", "term", "spell", "stretch"}
_GAPPED = 3


def measured_by(doc: Doc, first: int, last: int, end: int, *, money: bool = False, changed: bool = False) -> Counted:
    """Return the noun phrase whose measure stands in tokens [first, last); an empty one where none is found.

    `changed`: the measure is that of a change, which befalls the object: the tax of "cut the tax by 10 percent".
    """
    behind = _behind(doc, last, end, _MONEY_JOINERS if money else _JOINERS)
    if behind.head is not None:
        return behind
    if first and doc[first - 1].lower_ == "(" and (name := name_before(doc, first)):
        return name
    token = (
        _worth(doc, first) or _without_verb(doc, first) or _governing_noun(doc[last - 1], first, last, changed=changed)
    )
    if token is None:
        return Counted(last, last)
    start = min((left.i for left in token.lefts if left.dep_ in ("amod", "compound", "nmod")), default=token.i)
    return Counted(start, token.i + 1, token)


def _worth(doc: Doc, first: int) -> Token | None:
    """Return the jewels of "jewels worth about 2 million euros"."""
    for place in range(first - 1, max(first - 5, 0), -1):
        if doc[place].lower_ in ("worth", "totalling", "totaling", "costing"):
            before = doc[place - 1]
            return before if before.pos_ == "NOUN" else None
    return None


def _without_verb(doc: Doc, first: int) -> Token | None:
    """Return the imports of "exports rose 8 percent and imports 3 percent", where the verb is not told again."""
    if first < _GAPPED or doc[first - 2].lower_ not in ("and", ",", "but", "while"):
        return None
    noun, told = doc[first - 1], doc[first - _GAPPED]
    measured = told.like_num or told.lower_ in ("percent", "%") or told.dep_ == "npadvmod"
    return noun if measured and noun.text.islower() and noun.tag_ in ("NN", "NNS", "VBZ") else None


def _behind(doc: Doc, at: int, end: int, joiners: set[str]) -> Counted:
    while at < end and doc[at].lower_ in ("-", "–"):
        at += 1
    if at >= end or doc[at].lower_ in _DIMENSIONS:
        return Counted(at, at)
    joined = doc[at].lower_ in joiners
    start = at + 1 if joined and doc[at].lower_ != "of" else at
    while start < end and doc[start].lower_ in ("of", "the", "a", "an", "its", "their", "all", "his", "her"):
        start += 1
    if not joined and start != at:
        return Counted(at, at)
    found = counted_behind(doc, start, end)
    named = found.head is not None and found.head.pos_ == "PROPN" and not joined
    if found.head is None or named or found.head.lemma_.lower() in _STRETCHES:
        return Counted(at, at)
    return found


def _governing_noun(token: Token, first: int, last: int, *, changed: bool) -> Token | None:
    """Climb to the noun that the measure belongs to, or to the subject or object of its verb."""
    for _ in range(_STEPS):
        if token.pos_ == "NOUN" and not first <= token.i < last and token.lower_ not in _VAGUE_NOUNS:
            return token
        if token.pos_ in ("VERB", "AUX"):
            return _argument(token, first, last, changed=changed)
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _argument(verb: Token, first: int, last: int, *, changed: bool) -> Token | None:
    """The subject of the verb, or its object where the subject is a pronoun or a name, or the object is what is `changed`."""
    while verb.dep_ == "conj" and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        verb = verb.head
    children = [child for child in verb.children if not first <= child.i < last and child.pos_ == "NOUN"]
    told = (("nsubj", "nsubjpass"), ("dobj",))
    for roles in reversed(told) if changed else told:
        for child in children:
            if child.dep_ in roles:
                return child
    return None
