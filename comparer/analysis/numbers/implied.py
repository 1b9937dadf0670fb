"""Counts without a number word or without a noun: "a man was killed", "killed two and wounded one", "nobody was hurt", "both men"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from comparer.analysis.numbers.build import COUNT, PERSON
from comparer.analysis.numbers.companions import read_companions
from comparer.analysis.numbers.counted import Counted, counted_behind
from comparer.analysis.numbers.page import Page
from comparer.analysis.numbers.roles import read_role
from comparer.analysis.numbers.scene import Scene
from comparer.analysis.report import Quantity

_ARTICLES = {"a", "an", "another"}
_NOBODY = {"nobody", "none"}
_ONLY_ONE = "one"
# "No one", "another one", "the one who": a pronoun. "One of them", "one who": taken out of others.
_NOT_BEFORE_ONE = {"no", "not", "any", "every", "each", "some", "another", "the", "this", "that", "which", "only"}
_NOT_BEHIND_ONE = {"of", "who", "that", "which", "whose", "'s", "-", "another", "or", "more", "by"}
# "killing two and wounding a third", "wounding another": one more.
_ONE_MORE = {"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
_ACTED_ON = {"dobj", "nsubjpass", "nsubj"}
_REACH = 5
_VALUES = {"no": 0.0, "nobody": 0.0, "none": 0.0, "neither": 0.0, "both": 2.0}


def read_implied(page: Page, counted: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield persons counted without a number, where they are in a role that counts (killed, arrested, ...)."""
    taken = {
        token for quantity in counted for token in range(page.token_at(quantity.start), page.token_from(quantity.end))
    }
    for token in page.doc:
        if token.i not in taken and (
            token.lower_ in _ARTICLES or token.lower_ in _VALUES or _is_only_one(page, token, taken)
        ):
            quantity = _implied(page, token)
            covered = range(token.i, page.token_from(quantity.end)) if quantity is not None else range(0)
            if quantity is not None and taken.isdisjoint(covered):
                taken.update(covered)
                yield quantity
    for companion in read_companions(page, counted):
        if page.token_at(companion.start) not in taken:
            taken.add(page.token_at(companion.start))
            yield companion


def _implied(page: Page, token: Token) -> Quantity | None:
    counted = _counted(page, token)
    if counted is None:
        return None
    people = Scene(page.doc, counted, token.i, token.i + 1, page.sentence(token.i)[1], people=True, words=page.words)
    role = read_role(people)
    rule = page.words.role_rules.get(role or "")
    if rule is None or not rule.apart or not rule.people:
        return None
    value = _VALUES.get(token.lower_, 1.0)
    noun = counted.head
    is_person = noun is None or page.words.is_person(noun.lemma_.lower())
    verb = people.anchor.head
    return Quantity(
        start=token.idx,
        end=_end(page, token, counted),
        low=value,
        high=value,
        low_inclusive=True,
        high_inclusive=True,
        unit=PERSON if is_person else COUNT,
        measures=noun.text if noun is not None else None if _is_one_more(page, token) else "people",
        role=role,
        hedge=None,
        head=noun.lemma_.lower() if noun is not None else "people",
        qualifiers=counted.qualifiers,
        about=tuple(word.lemma_.lower() for word in (verb, *verb.children) if word.pos_ in ("VERB", "NOUN", "PROPN")),
        form="exact" if token.lower_ in _VALUES or noun is None else "implied",
        extra=token.dep_ == "conj",
    )


def _end(page: Page, token: Token, counted: Counted) -> int:
    """Where the words end: behind the noun of "no passengers", behind "one" of "no one", behind "none" of "none of them"."""
    noun = counted.head
    if noun is not None and not counted.of_whole:
        return noun.idx + len(noun)
    if _is_one_more(page, token):
        token = page.doc[counted.last - 1]
    last = page.doc[token.i + 1] if token.lower_ == "no" else token
    return last.idx + len(last)


def _counted(page: Page, token: Token) -> Counted | None:
    """The noun that "a", "no" or "both" stands before; none for "nobody", "none" and "no one"; None where nothing is counted."""
    following = page.doc[token.i + 1] if token.i + 1 < len(page.doc) else None
    if token.lower_ in _NOBODY or (token.lower_ == "no" and following is not None and following.lower_ == "one"):
        of = following is not None and following.lower_ == "of"
        return counted_behind(page.doc, token.i + 1, page.sentence(token.i)[1]) if of else Counted(token.i, token.i)
    if token.lower_ == _ONLY_ONE:
        return Counted(token.i, token.i + 1)
    if _is_one_more(page, token):
        return Counted(token.i, token.i + 1 + (token.lower_ == "a"))
    noun = token.head
    if token.dep_ not in ("det", "predet") or noun.pos_ != "NOUN" or not token.i < noun.i <= token.i + _REACH:
        return None
    return Counted(token.i + 1, noun.i + 1, noun) if _may_be_counted(page, token, noun) else None


def _is_only_one(page: Page, token: Token, taken: set[int]) -> bool:
    """True for the one of "killed two and wounded one" and "one died and five were hurt", beside another number at `taken`."""
    if token.lower_ != _ONLY_ONE or token.dep_ not in _ACTED_ON:
        return False
    if taken.isdisjoint(range(*page.sentence(token.i))):
        return False  # "when one is hurt, all suffer"
    before = token.nbor(-1).lower_ if token.i else ""
    behind = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return before not in _NOT_BEFORE_ONE and behind not in _NOT_BEHIND_ONE


def _is_one_more(page: Page, token: Token) -> bool:
    """True for "a third" and "another" where no noun follows and something is done to them."""
    if token.lower_ == "another":
        return token.dep_ in _ACTED_ON or (token.dep_ == "conj" and token.nbor(-1).lower_ == "and")
    following = page.doc[token.i + 1] if token.i + 1 < len(page.doc) else None
    return (
        token.lower_ == "a" and following is not None and following.lower_ in _ONE_MORE and following.dep_ in _ACTED_ON
    )


def _may_be_counted(page: Page, token: Token, noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if token.lower_ == "no":
        return page.words.is_person(lemma) or lemma in page.words.roles_of
    if lemma in page.words.happenings:
        return False  # "a foot injury" counts nobody
    singular = noun.tag_ == "NN" and not any(child.pos_ == "NUM" for child in noun.children)
    person = page.words.is_person(lemma) and lemma not in page.words.gatherings
    return person and (singular or token.lower_ == "both")
