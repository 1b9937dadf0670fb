"""What happens to the counted thing: killed, wounded, fined, a rise; read from the words around the number."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from comparer.analysis.numbers.counted import Counted
from comparer.analysis.numbers.words import LEVEL, START, NumberWords, RoleRule

_SKIPPED_BEHIND = {"others", "other", "more", "people", "were", "was", "are", "is", "been", "be", "being", "have", "had", "has",
                   "who", "that", "which", "still", "also", "reported", "confirmed", "feared", "believed", "known", "left",
                   "seriously", "badly", "critically", "slightly", "presumed", "listed", "as", "of", "them", "whom", "reportedly",
                   "allegedly", "already", "so", "far", "now", "later", "remained", "remain", "remains", "got", "to", "thought",
                   "dead", "or", "either", "then", "subsequently", "initially", "not", "yet", "apparently"}  # fmt: skip
_OBJECTS = {"dobj", "nsubjpass", "attr", "oprd", "obj"}
_STEPS = 6


def read_role(
    doc: Doc, counted: Counted, first: int, last: int, end: int, *, people: bool | None, words: NumberWords
) -> str | None:
    """Return the role of the number in tokens [first, last).

    `people`: whether it counts people, None where no noun says so. The words
    nearest to the number speak first: its noun, its adjectives, what follows,
    the clauses that hang on it, then what governs it.
    """
    loose: str | None = None
    for token in _witnesses(doc, counted, first, last, end):
        if people is not False and _acts(token, counted, first, last):
            continue
        rule = _rule(token, people, words)
        if rule and rule.apart:
            return _level(doc, first, rule.name)
        if rule and loose is None:
            loose = rule.name
    return loose or _governing_verb(doc, counted, first, last, words)


def _rule(token: Token, people: bool | None, words: NumberWords) -> RoleRule | None:
    rules = words.roles_of.get(token.lemma_.lower()) or words.roles_of.get(token.lower_) or ()
    if people is not False:
        fitting = [rule for rule in rules if rule.people or not rule.apart]
    else:
        fitting = [rule for rule in rules if not rule.people] or list(rules)
    return fitting[0] if fitting else None


def _level(doc: Doc, first: int, role: str) -> str:
    """Tell a rise of 3 percent from a rise to 3 percent."""
    if role not in ("rise", "fall"):
        return role
    place = first - 1
    while place > 0 and doc[place].lower_ in (
        "about",
        "around",
        "nearly",
        "almost",
        "over",
        "than",
        "more",
        "least",
        "at",
        "just",
        "some",
        "$",
        "£",
        "€",
    ):
        place -= 1
    return {"to": LEVEL, "from": START, "at": LEVEL}.get(doc[place].lower_, role) if place >= 0 else role


def _witnesses(doc: Doc, counted: Counted, first: int, last: int, end: int) -> Iterator[Token]:
    """The tokens that may name the role, the strongest first."""
    if counted.head is not None:
        yield counted.head
        yield from (token for token in doc[counted.first : counted.last] if token.i != counted.head.i)
    behind = max(last, counted.last)
    yield from _state_behind(doc, behind, end)
    anchor = counted.head or doc[last - 1]
    for child in anchor.children:
        if child.dep_ in ("acl", "relcl") and child.i < end:
            yield child
    yield from _governors(anchor)


def _state_behind(doc: Doc, at: int, end: int) -> Iterator[Token]:
    """Yield the states behind the number: "30 injured", "12 people were reported killed"."""
    for place in range(at, min(at + 6, end)):
        token = doc[place]
        if token.pos_ in ("ADJ", "VERB", "NOUN"):
            if token.tag_ not in ("VBZ", "VBP"):
                yield token
            if token.lower_ not in _SKIPPED_BEHIND:
                return
        elif token.lower_ not in _SKIPPED_BEHIND:
            return


def _governors(anchor: Token) -> Iterator[Token]:
    """The words that the number hangs on, nearest first, with the subject where it names what is counted."""
    token = anchor
    for _ in range(_STEPS):
        governor = token.head
        if governor.i == token.i:
            return
        if governor.pos_ in ("VERB", "NOUN", "ADJ", "AUX", "PROPN"):
            yield governor
        if governor.pos_ in ("VERB", "AUX"):
            yield from _subject_words(governor, token)
            if token.dep_ not in ("conj", "prep", "xcomp", "ccomp", "advcl", "acl", "pcomp"):
                return
        token = governor


def _subject_words(verb: Token, below: Token) -> Iterator[Token]:
    """Yield the words of the subject, which may say what is counted: "the death toll rose to 12"."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass") and child.i != below.i:
            yield child
            yield from (token for token in child.lefts if token.dep_ in ("compound", "amod"))
            for prep in child.children:
                if prep.dep_ == "prep":
                    yield from (token for token in prep.children if token.dep_ == "pobj")


def _acts(token: Token, counted: Counted, first: int, last: int) -> bool:
    """True where the counted ones do it to somebody else: "five gunmen killed ..."."""
    if token.pos_ != "VERB" or any(child.dep_ == "auxpass" for child in token.children):
        return False
    anchor = counted.head.i if counted.head is not None else last - 1
    subjects = [child for child in token.children if child.dep_ == "nsubj"]
    objects = [child for child in token.children if child.dep_ == "dobj"]
    return bool(objects) and any(child.i == anchor or first <= child.i < last for child in subjects)


def _governing_verb(doc: Doc, counted: Counted, first: int, last: int, words: NumberWords) -> str | None:
    """Lemma of the verb that the number hangs on, where no list knows it."""
    token = counted.head or doc[last - 1]
    for _ in range(_STEPS):
        if token.pos_ == "VERB":
            lemma = token.lemma_.lower()
            return None if lemma in words.saying else lemma
        if token.head.i == token.i:
            return None
        token = token.head
    return None
