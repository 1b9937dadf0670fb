"""Read every quantity of an article: interval, unit, hedge, what is counted and what happens to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from comparer.analysis.numbers.ages import read_age
from comparer.analysis.numbers.amounts import Amount
from comparer.analysis.numbers.build import COUNT, PERSON, build_quantity
from comparer.analysis.numbers.guards import counts_nothing
from comparer.analysis.numbers.implied import read_implied
from comparer.analysis.numbers.life_terms import read_life_term
from comparer.analysis.numbers.multiples import read_multiple
from comparer.analysis.numbers.occurrences import read_occurrences
from comparer.analysis.numbers.page import Page, open_page
from comparer.analysis.numbers.ranges import read_amount
from comparer.analysis.numbers.ranks import read_rank
from comparer.analysis.numbers.ratios import read_ratio
from comparer.analysis.numbers.scores import read_score
from comparer.analysis.numbers.told_ages import read_told_age
from comparer.analysis.numbers.words import LEVEL, START, NumberWords
from comparer.analysis.report import Quantity, Time

_NEAR, _CODE = 12, 3
_JOINS = re.compile(
    r",? (?:or|and|to|from|instead of|rather than|not|but|up from|down from|against|compared with) (?:only |just |about )?"
)
_NO_COUNT_BEFORE = {"last", "past", "first", "next", "final", "previous", "top"}


def read_quantities(doc: Doc, *, times: tuple[Time, ...], words: NumberWords) -> tuple[Quantity, ...]:
    """Return the quantities of `doc` in order, without overlap; offsets are those of `doc.text`.

    What `times` covers (dates, "two weeks ago") is left out, and so are years,
    clock times, names with figures, addresses and telephone numbers.
    A result ("3-1") has the unit "score" and reaches from the smaller to the larger number.
    Money in hundredths (cents) comes in whole currency units. Persons without
    a number ("a man was killed", "nobody was hurt") come with the form
    "implied" or as zero.
    """
    if len(doc) == 0:
        return ()
    page = open_page(doc, words)
    found: list[Quantity] = []
    for amount in _amounts(page, times):
        if _names_something(page, amount):
            continue
        quantity = build_quantity(page, amount, found)
        if _says_something(page, amount, quantity) and (not found or found[-1].end <= quantity.start):
            found.append(quantity)
    both = sorted([*found, *read_implied(page, found)], key=lambda quantity: quantity.start)
    return tuple(_share_roles(page, list(_lend_units(page, both))))


def _amounts(page: Page, times: tuple[Time, ...]) -> Iterator[Amount]:
    taken = sorted((time.start, time.end) for time in times)
    place = 0
    while place < len(page.lexemes):
        amount = _amount(page, place)
        if amount is None:
            place += 1
            continue
        start, end = page.lexemes[amount.first].start, page.lexemes[amount.last - 1].end
        if not _overlaps(start, end, taken) and not counts_nothing(
            page.lexemes, amount, page.words, title_case=page.is_title_case(start)
        ):
            yield amount
        place = max(amount.last, place + 1)


def _amount(page: Page, place: int) -> Amount | None:
    lexemes, words = page.lexemes, page.words
    told = read_age(lexemes, place, words) or read_told_age(page, place)
    told = told or read_multiple(page, place) or read_ratio(page, place) or read_rank(page, place)
    told = told or read_occurrences(page, place) or read_life_term(page, place)
    return told or read_score(lexemes, place, words) or read_amount(lexemes, place, words)


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    place = bisect_left(taken, (end, 0))
    return place > 0 and taken[place - 1][1] > start


def _lend_units(page: Page, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Give a bare number the currency of its neighbour: "200 euros, or 400", "to 12 million from 9 million crowns"."""
    text = page.doc.text
    for place, quantity in enumerate(found):
        behind = found[place + 1] if place + 1 < len(found) else None
        before = found[place - 1] if place else None
        if quantity.unit not in (COUNT, PERSON) or _counts_something(page, quantity):
            yield quantity
        elif before and _goes_on(text, before, quantity):
            role = LEVEL if before.role in (START, None) else before.role
            yield replace(quantity, unit=before.unit, head=before.head, measures=before.measures, role=role)
        elif quantity.unit == PERSON:
            yield quantity
        elif before and _is_money(before) and _JOINS.fullmatch(text[before.end : quantity.start]):
            yield replace(quantity, unit=before.unit, head=before.head, measures=before.measures)
        elif behind and _lends_unit(behind, text[quantity.end : behind.start]):
            yield replace(quantity, unit=behind.unit, head=behind.head, measures=behind.measures)
        else:
            yield quantity


def _goes_on(text: str, before: Quantity, quantity: Quantity) -> bool:
    """True for the 60 of "from 50 percent four years ago to 60"."""
    joined = text[: before.start].endswith("from ") and text[: quantity.start].endswith(" to ")
    return joined and _is_measure(before) and "." not in text[before.end : quantity.start]


def _lends_unit(behind: Quantity, between: str) -> bool:
    return (_is_measure(behind) and between == " to ") or (_is_money(behind) and bool(_JOINS.fullmatch(between)))


def _is_measure(quantity: Quantity) -> bool:
    return quantity.unit not in (PERSON, COUNT, "age", "score", "rank", "times")


def _is_money(quantity: Quantity) -> bool:
    return len(quantity.unit.partition("/")[0]) == _CODE and quantity.unit[:_CODE].isupper()


def _counts_something(page: Page, quantity: Quantity) -> bool:
    """True where a noun follows the number."""
    behind = page.token_from(quantity.end)
    return behind < len(page.doc) and page.doc[behind].pos_ in ("NOUN", "PROPN", "ADJ")


def _share_roles(page: Page, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Give a part the role of its whole: "killed 12 civilians, including three children"."""
    rules = page.words.role_rules
    for place, quantity in enumerate(found):
        rule = rules.get(quantity.role or "")
        own_verb = quantity.part == "of" and quantity.role and rule is None
        if quantity.part and not own_verb and not (rule and rule.apart):
            first, end = page.sentence(page.token_at(quantity.start))
            near = (*reversed(found[max(place - _NEAR, 0) : place]), *found[place + 1 : place + _NEAR])
            inside = (each for each in near if first <= page.token_at(each.start) < end and each.unit == quantity.unit)
            whole = next((each for each in inside if (other := rules.get(each.role or "")) and other.apart), None)
            yield replace(quantity, role=whole.role) if whole else quantity
        else:
            yield quantity


def _names_something(page: Page, amount: Amount) -> bool:
    """Tell "the Slingway 500 streams" and "a Falcon 9" from "in Gaza 12 people died"."""
    if amount.unit is not None or amount.in_words or amount.form != "exact":
        return False
    start = page.lexemes[amount.first].start
    token = page.doc[page.token_at(start)]
    if token.i == 0 or page.is_title_case(start):
        return False
    name = page.doc[token.i - 1]
    if name.pos_ != "PROPN" or name.ent_type_ in ("DATE", "TIME"):
        return False
    following = page.doc[token.i + 1] if token.i + 1 < len(page.doc) else None
    counts = following is not None and following.pos_ in ("NOUN", "ADJ", "PROPN")
    # More than one of something would be in the plural: "the Falcon 9 rocket".
    one_thing = following is not None and following.tag_ in ("NN", "NNP") and amount.high > 1
    return token.head.i == name.i or one_thing or not (counts or token.dep_ in ("nsubj", "nsubjpass", "dobj"))


def _says_something(page: Page, amount: Amount, quantity: Quantity) -> bool:
    """Drop bare numbers, and "one" before a noun that is neither a person nor in a role that counts."""
    if quantity.unit not in (PERSON, COUNT):
        return True
    if page.lexemes[amount.first].lower == "one" and amount.high == 1 and quantity.unit == COUNT:
        rule = page.words.role_rules.get(quantity.role or "")
        return rule is not None and rule.apart and (bool(quantity.head) or quantity.form != "exact")
    place = page.token_at(quantity.start)
    if place and page.doc[place - 1].lower_ in _NO_COUNT_BEFORE and quantity.end == page.lexemes[amount.last - 1].end:
        return not _bare(page, quantity)
    return bool(quantity.head or quantity.role)


def _bare(page: Page, quantity: Quantity) -> bool:
    """True where no noun follows: "the last two"."""
    behind = page.token_from(quantity.end)
    return behind >= len(page.doc) or page.doc[behind].pos_ not in ("NOUN", "PROPN", "ADJ", "VERB", "ADP")
