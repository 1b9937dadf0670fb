"""From an amount in its place to a Quantity: hedge, unit, what is counted, in what role, and the words around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Token

from comparer.analysis.numbers.amounts import Amount, read_rate
from comparer.analysis.numbers.counted import Counted, counted_behind, is_part
from comparer.analysis.numbers.hedging import Hedged, read_hedged
from comparer.analysis.numbers.measured import measured_by
from comparer.analysis.numbers.page import Page
from comparer.analysis.numbers.roles import read_role
from comparer.analysis.report import Quantity

PERSON, COUNT = "person", "count"
_ABOUT_WORDS = 10
_WINDOW = 25
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ"}


@dataclass(frozen=True, slots=True)
class _Place:
    """Tokens [first, last) of the number itself and [sentence_start, sentence_end) around it."""

    first: int
    last: int
    behind: int
    sentence_start: int
    sentence_end: int


def build_quantity(page: Page, amount: Amount, before: Sequence[Quantity]) -> Quantity:
    """Return `amount` with all that its sentence says of it; `before` are the quantities read so far."""
    hedged = read_hedged(page.lexemes, amount, page.words)
    place = _place(page, amount, hedged)
    counted = _counted(page, amount, place)
    people = _counts_people(page, amount, counted, place)
    role = _role(page, amount, counted, place, people=people)
    rule = page.words.role_rules.get(role or "")
    if people is None and rule is not None and rule.people:
        people = True
    rate = _rate(page, amount, hedged, counted)
    quantity = Quantity(
        start=page.lexemes[hedged.first].start,
        end=page.lexemes[hedged.last - 1].end,
        low=_in_units(hedged.low, amount),
        high=_in_units(hedged.high, amount),
        low_inclusive=hedged.low_inclusive,
        high_inclusive=hedged.high_inclusive,
        unit=_unit_name(amount, people=bool(people)) + (f"/{rate}" if rate else ""),
        measures=counted.text,
        role=role,
        hedge=hedged.hedge,
        head=counted.head.lemma_.lower() if counted.head is not None else "",
        qualifiers=counted.qualifiers,
        about=_about(page, place),
        step=amount.step,
        form=hedged.form,
        part=is_part(page.doc, counted, page.token_at(page.lexemes[hedged.first].start), place.sentence_end),
        extra=counted.extra,
    )
    return quantity if quantity.head else _with_antecedent(page, quantity, place, before, counted)


def _place(page: Page, amount: Amount, hedged: Hedged) -> _Place:
    first = page.token_at(page.lexemes[amount.first].start)
    last = max(page.token_from(page.lexemes[amount.last - 1].end), first + 1)
    behind = page.token_from(page.lexemes[hedged.last - 1].end)
    return _Place(first, last, behind, *page.sentence(first))


def _counted(page: Page, amount: Amount, place: _Place) -> Counted:
    if amount.unit is not None:
        money = amount.unit.dimension.startswith("money")
        return measured_by(page.doc, place.first, place.last, place.sentence_end, money=money)
    return counted_behind(page.doc, place.behind, place.sentence_end)


def _counts_people(page: Page, amount: Amount, counted: Counted, place: _Place) -> bool | None:
    if amount.unit is not None:
        return False
    if counted.head is not None:
        return page.words.is_person(counted.head.lemma_.lower()) or counted.head.ent_type_ == "NORP"
    return True if _gathering(page, place) else None


def _role(page: Page, amount: Amount, counted: Counted, place: _Place, *, people: bool | None) -> str | None:
    """An age happens to nobody; everything else has the role that the words around name."""
    if amount.unit is not None and amount.unit.dimension == "age":
        return None
    return read_role(page.doc, counted, place.first, place.last, place.sentence_end, people=people, words=page.words)


def _gathering(page: Page, place: _Place) -> Token | None:
    """The noun of "a crowd of 5,000", "a family of five"."""
    start = max(place.sentence_start, place.first - 5)
    for noun, joiner in pairwise(page.doc[start : place.first]):
        if joiner.lower_ == "of" and noun.lemma_.lower() in page.words.gatherings:
            return noun
    return None


def _rate(page: Page, amount: Amount, hedged: Hedged, counted: Counted) -> str | None:
    """The period of "12,000 barrels a day", behind the unit or behind the counted noun."""
    found = read_rate(page.lexemes, hedged.last)
    if found is None and counted.head is not None and amount.unit is None:
        end = counted.head.idx + len(counted.head)
        place = hedged.last
        while place < len(page.lexemes) and page.lexemes[place].start < end:
            place += 1
        found = read_rate(page.lexemes, place)
    return found[0] if found else None


def _in_units(value: float | None, amount: Amount) -> float | None:
    """Cents to whole units of their currency; everything else stays as written."""
    if value is None or amount.unit is None or not amount.unit.dimension.startswith("money"):
        return value
    return float(f"{value * amount.unit.factor:.12g}")


def _unit_name(amount: Amount, *, people: bool) -> str:
    if amount.unit is not None:
        return amount.unit.name
    return PERSON if people else COUNT


def _with_antecedent(
    page: Page, quantity: Quantity, place: _Place, before: Sequence[Quantity], counted: Counted
) -> Quantity:
    """Find what a number without a noun counts: "... killed 12 people and wounded 30"."""
    gathering = _gathering(page, place)
    if gathering is not None and quantity.unit == PERSON:
        return replace(quantity, measures="people", head="people")
    if quantity.unit not in (PERSON, COUNT):
        return quantity
    sentence = page.doc[place.sentence_start].idx
    if page.doc[place.first - 1].lower_ in ("among", "amongst") and place.first > place.sentence_start:
        return replace(quantity, measures="people", head="people", unit=PERSON)
    earlier = next((each for each in reversed(before) if each.head and each.unit in (PERSON, COUNT)), None)
    if earlier is not None and (earlier.start >= sentence or counted.pronoun) and _may_share(quantity, earlier):
        kept = earlier.qualifiers if quantity.unit == PERSON else ()
        return replace(quantity, measures=earlier.measures, head=earlier.head, qualifiers=kept, unit=earlier.unit)
    if quantity.unit == PERSON:
        return replace(quantity, measures="people", head="people")
    return _with_subject(page, quantity, place)


def _may_share(quantity: Quantity, earlier: Quantity) -> bool:
    """A number of people takes over a noun for people only; another number any noun, inside one role."""
    if quantity.unit == PERSON:
        return earlier.unit == PERSON
    return quantity.part or earlier.role == quantity.role or quantity.role is None


def _with_subject(page: Page, quantity: Quantity, place: _Place) -> Quantity:
    """Take the subject: "the number of flights rose to 40", "the index fell to 4,512"."""
    noun = measured_by(page.doc, place.first, place.last, place.sentence_end)
    if noun.head is None:
        return quantity
    if noun.head.lemma_.lower() in page.words.counters:
        inner = next((token for prep in noun.head.children if prep.lower_ == "of" for token in prep.children), None)
        if inner is not None and inner.i < place.first:
            start = min((left.i for left in inner.lefts if left.dep_ in ("amod", "compound")), default=inner.i)
            noun = Counted(start, inner.i + 1, inner)
    head = noun.head.lemma_.lower() if noun.head is not None else ""
    unit = PERSON if page.words.is_person(head) else quantity.unit
    return replace(quantity, measures=noun.text, head=head, qualifiers=noun.qualifiers, unit=unit)


def _about(page: Page, place: _Place) -> tuple[str, ...]:
    """The content words of the sentence around the number, nearest first, each once."""
    start = max(place.sentence_start, place.first - _WINDOW)
    end = min(place.sentence_end, place.last + _WINDOW)
    around = [
        token for token in page.doc[start:end] if token.pos_ in _CONTENT and not token.is_stop and not token.like_num
    ]
    outside = [token for token in around if not place.first <= token.i < place.last]
    outside.sort(key=lambda token: (abs(token.i - place.first), token.i))
    return tuple(dict.fromkeys(token.lemma_.lower() for token in outside))[:_ABOUT_WORDS]
