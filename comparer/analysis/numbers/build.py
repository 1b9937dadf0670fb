"""From an amount in its place to a Quantity: hedge, unit, what is counted, in what role, and the words around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Token

from comparer.analysis.numbers.actors import named_actor
from comparer.analysis.numbers.amounts import SHARE, SOLD_BY, Amount, read_rate
from comparer.analysis.numbers.antecedents import (
    earlier_noun,
    gathering,
    is_of_pronoun,
    opening_whole,
    subject_noun,
)
from comparer.analysis.numbers.counted import Counted, counted_behind, is_extra, part_of
from comparer.analysis.numbers.hedging import Hedged, read_hedged
from comparer.analysis.numbers.holders import (
    age_role,
    name_before,
    name_behind,
    name_described,
    noun_before_age,
    noun_of_clause,
    subject_of_age,
)
from comparer.analysis.numbers.measured import measured_by
from comparer.analysis.numbers.page import Page
from comparer.analysis.numbers.roles import has_own_fate, read_role, role_of_noun
from comparer.analysis.numbers.scene import Scene
from comparer.analysis.report import Part, Quantity

PERSON, COUNT = "person", "count"
_ABOUT_WORDS = 10
_WINDOW = 25
_MILLION, _CODE = 1e5, 3
_NEAR, _REACH_OF_CURRENCY = 4, 250
_LEAST_ODDS = 3
_ANYBODY = {"person", "people", "individual", "other", "death", "fatality", "casualty", "injury", "arrest", "victim"}
_WITH_THEM = ("crew", "staff")
_TURNS = ("hour", "day", "night", "week", "month", "year", "season")
_REPEATED = ("money", "length", "mass", "volume", "area")
_OF_NOUNS = ("length", "duration", "mass", "area", "volume")
_ORDINALS = {"first", "second", "third", "fourth", "last", "final", "spring", "summer", "winter", "autumn"}
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ"}


@dataclass(frozen=True, slots=True)
class _Place:
    """Tokens [first, last) of the number, `start` with its hedge, `behind` what follows, [opening, end) its sentence."""

    start: int
    first: int
    last: int
    behind: int
    opening: int
    end: int


def build_quantity(page: Page, amount: Amount, before: Sequence[Quantity]) -> Quantity:
    """Return `amount` with all that its sentence says of it; `before` are the quantities read so far."""
    hedged = read_hedged(page.lexemes, amount, page.words)
    place = _place(page, amount, hedged)
    whole = opening_whole(page, place.last - 1, place.opening, before) if amount.unit is None else None
    # "Of the 80 homes, 30 lost power": what follows is no noun that the 30 count.
    counted = Counted(place.behind, place.behind) if whole else _counted(page, amount, hedged, place)
    people = whole.unit == PERSON if whole else _counts_people(page, amount, counted, place, before)
    dimension = amount.unit.dimension if amount.unit else ""
    is_age = dimension == "age"
    is_somebody = amount.high == 1 and amount.in_words and amount.unit is None and not _is_anybody(counted)
    scene = Scene(
        page.doc, counted, place.first, place.last, place.end, people, page.words, dimension.partition(":")[0]
    )
    # "A 204-metre tower opened": the verb says nothing of the length; in "a 15-year sentence" the noun does.
    of_noun = dimension in _OF_NOUNS and (amount.joined or _is_attribute(page, counted, place))
    read = role_of_noun if of_noun else read_role
    role = age_role(page.doc, place.last) if is_age else amount.role or read(scene)
    rule = page.words.role_rules.get(role or "")
    rate = _rate(page, amount, hedged, counted, place)
    unit = (
        amount.unit.name if amount.unit else (PERSON if people or (people is None and rule and rule.people) else COUNT)
    )
    quantity = Quantity(
        start=page.lexemes[hedged.first].start,
        end=page.lexemes[hedged.last - 1].end,
        low=_in_units(hedged.low, amount),
        high=_in_units(hedged.high, amount),
        low_inclusive=hedged.low_inclusive,
        high_inclusive=hedged.high_inclusive,
        unit=unit + (f"/{rate}" if rate else ""),
        measures=counted.text,
        role=role,
        hedge=hedged.hedge,
        head=_head(page, counted),
        qualifiers=counted.qualifiers,
        about=_about(page, place),
        step=amount.step,
        form="implied" if is_somebody and hedged.form == "exact" else hedged.form,
        part=_part(page, counted, place, role, whole),
        extra=not _is_relative(dimension) and is_extra(page.doc, counted, place.start),
        overall=_is_overall(page, place),
        actor=named_actor(scene.anchor),
    )
    if whole is not None:
        return replace(quantity, measures=whole.measures, head=whole.head, qualifiers=whole.qualifiers)
    return quantity if quantity.head or amount.unit else _with_noun(page, quantity, place, before)


def _is_anybody(counted: Counted) -> bool:
    """True for "killed one person" and "wounded one": a count, where "one man" may only bring somebody up."""
    return counted.head is None or counted.head.lemma_.lower() in _ANYBODY


def _head(page: Page, counted: Counted) -> str:
    """The lemma of the noun; people for "passengers and crew"."""
    if counted.head is None:
        return ""
    lemma = counted.head.lemma_.lower()
    behind = page.doc[counted.last : counted.last + 2]
    joined = len(behind) > 1 and behind[0].lower_ == "and" and behind[1].lower_ in _WITH_THEM
    return "people" if joined and page.words.is_person(lemma) else lemma


def _is_attribute(page: Page, counted: Counted, place: _Place) -> bool:
    """True for "a trial of six weeks" and "a lorry of 40 tonnes"."""
    before = page.doc[max(place.start - 2, 0) : place.start]
    return counted.head is not None and len(before) > 1 and before[1].lower_ == "of" and before[0].i == counted.head.i


def _part(page: Page, counted: Counted, place: _Place, role: str | None, whole: Quantity | None) -> Part | None:
    """How the number is taken out of a larger one; those whom the verb itself strikes are counted like any others."""
    if is_of_pronoun(page.doc, place.start):
        return "of"
    part = "of" if whole else part_of(page.doc, counted, place.start, place.end)
    if counted.head is None and not counted.pronoun and whole is None:
        return part  # "six of the wounded"
    head = whole.head if whole else counted.head.lemma_.lower() if counted.head is not None else ""
    own_fate = head not in page.words.roles_of and has_own_fate(page.doc, place.last - 1, role, page.words)
    return None if part == "of" and own_fate else part


def _place(page: Page, amount: Amount, hedged: Hedged) -> _Place:
    first = page.token_at(page.lexemes[amount.first].start)
    return _Place(
        page.token_at(page.lexemes[hedged.first].start),
        first,
        max(page.token_from(page.lexemes[amount.last - 1].end), first + 1),
        page.token_from(page.lexemes[hedged.last - 1].end),
        *page.sentence(first),
    )


def _counted(page: Page, amount: Amount, hedged: Hedged, place: _Place) -> Counted:
    if amount.unit is not None and amount.unit.dimension == "age":
        return _holder_of_age(page, place)
    if amount.unit is not None:
        money = amount.unit.dimension.startswith("money")
        changed = _is_change(page, amount, place)
        measured = measured_by(page.doc, place.first, place.last, place.end, money=money, changed=changed)
        return _noun_inside(page, amount, place) or (_goods_of(measured) if money else measured)
    if amount.joined and hedged.last == amount.last and place.behind + 1 < place.end:
        # "A five-member jury": the five are members, and the jury is one.
        member = page.doc[place.behind + 1]
        return Counted(member.i, member.i + 1, member)
    return counted_behind(page.doc, place.behind, place.end)


def _goods_of(measured: Counted) -> Counted:
    """The milk of "a litre of milk costs 1.40 euros"."""
    noun = measured.head
    if noun is None or noun.lower_ not in SOLD_BY:
        return measured
    of = next((child for child in noun.children if child.lower_ == "of"), None)
    goods = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    return measured if goods is None else Counted(goods.i, goods.i + 1, goods)


def _noun_inside(page: Page, amount: Amount, place: _Place) -> Counted | None:
    """The household of "one household in ten"."""
    noun = page.doc[place.first + 1] if place.last - place.first > _LEAST_ODDS else None
    is_share = amount.unit is not None and amount.unit.name == SHARE
    told = is_share and noun is not None and noun.pos_ == "NOUN" and page.doc[noun.i + 1].lower_ in ("in", "out")
    return Counted(noun.i, noun.i + 1, noun) if told and noun is not None else None


def _is_relative(dimension: str) -> bool:
    """True for shares: "8 percent more pay" comes on top of nothing else."""
    return dimension in (SHARE, "points")


def _is_change(page: Page, amount: Amount, place: _Place) -> bool:
    """True for "doubled", and for "by 10 percent"."""
    share = amount.unit is not None and _is_relative(amount.unit.dimension)
    return amount.role is not None or (share and place.start > 0 and page.doc[place.start - 1].lower_ == "by")


def _holder_of_age(page: Page, place: _Place) -> Counted:
    named = name_before(page.doc, place.first) or noun_before_age(page.doc, place.first)
    named = named or name_behind(page.doc, place.last) or name_described(page.doc, place.first)
    clause = named or noun_of_clause(page.doc, place.first)
    found = clause or _of_subject(page, place) or measured_by(page.doc, place.first, place.last, place.end)
    is_age = found.head is not None and found.head.lower_ in ("age", "ages")
    return Counted(place.last, place.last) if is_age else found


def _of_subject(page: Page, place: _Place) -> Counted | None:
    """The subject, where the words do not stand before a noun of their own: not in "a 60-year-old driver"."""
    own = place.last < place.end and page.doc[place.last].pos_ == "NOUN"
    return None if own else subject_of_age(page.doc, place.first)


def _counts_people(
    page: Page, amount: Amount, counted: Counted, place: _Place, before: Sequence[Quantity]
) -> bool | None:
    if amount.unit is not None:
        return False
    if counted.head is not None:
        return page.words.is_person(counted.head.lemma_.lower()) or counted.head.ent_type_ == "NORP"
    if (counted.pronoun or is_of_pronoun(page.doc, place.start)) and before:
        return before[-1].unit == PERSON
    # "Hundreds took to the streets": who acts without a name is people.
    acting = amount.form == "vague" and page.doc[place.first].dep_ in ("nsubj", "nsubjpass")
    return True if acting or gathering(page, place.first, place.opening) else None


def _rate(page: Page, amount: Amount, hedged: Hedged, counted: Counted, place: _Place) -> str | None:
    """The period of "12,000 barrels a day", behind the unit or behind the counted noun."""
    found = read_rate(page.lexemes, hedged.last) or _priced(page, amount, place)
    if found is None and counted.head is not None and amount.unit is None:
        end = counted.head.idx + len(counted.head)
        behind = hedged.last
        while behind < len(page.lexemes) and page.lexemes[behind].start < end:
            behind += 1
        found = read_rate(page.lexemes, behind)
    return found[0] if found else _repeated(page, amount, place)


def _repeated(page: Page, amount: Amount, place: _Place) -> str | None:
    """The year of "every year 400 people die": what happens again and again is told for each time."""
    if amount.unit is not None and not amount.unit.dimension.startswith(_REPEATED):
        return None
    words = [token.lower_ for token in page.doc[place.opening : place.end]]
    return next((period for each, period in pairwise(words) if each in ("every", "each") and period in _TURNS), None)


def _priced(page: Page, amount: Amount, place: _Place) -> tuple[str, int] | None:
    """The litre of "a litre of milk sells for 1.40 euros"."""
    if amount.unit is None or not amount.unit.dimension.startswith("money"):
        return None
    before = page.doc[place.opening : place.first]
    named = zip(before, before[1:], before[2:], strict=False)
    return next(
        (
            (noun.lower_, 0)
            for one, noun, of in named
            if one.lower_ in ("a", "an", "per") and noun.lower_ in SOLD_BY and of.lower_ == "of"
        ),
        None,
    )


def _in_units(value: float | None, amount: Amount) -> float | None:
    """Cents to whole units of their currency; everything else stays as written."""
    if value is None or amount.unit is None or not amount.unit.dimension.startswith("money"):
        return value
    return float(f"{value * amount.unit.factor:.12g}")


def _is_overall(page: Page, place: _Place) -> bool:
    start, end = max(place.opening, place.first - _WINDOW), min(place.end, place.last + _WINDOW)
    near = [token.lower_ for token in page.doc[start:end]]
    return any(
        tuple(near[at : at + length]) in page.words.sums for length in (1, 2, 3) for at in range(len(near) - length + 1)
    )


def _with_noun(page: Page, quantity: Quantity, place: _Place, before: Sequence[Quantity]) -> Quantity:
    """Find what a number without a noun counts: "... killed 12 people and wounded 30"."""
    person = quantity.unit == PERSON
    if quantity.step >= _MILLION and (currency := _currency_before(before, page.doc[place.opening].idx)):
        return replace(quantity, unit=currency)
    amid = place.start > place.opening and page.doc[place.start - 1].lower_ in ("among", "amongst")
    if amid or (person and gathering(page, place.first, place.opening)):
        return replace(quantity, measures="people", head="people", unit=PERSON)
    earlier = earlier_noun(quantity, page.doc[place.last - 1], before, page.doc[place.opening].idx)
    if earlier is not None and person and earlier.unit != PERSON:
        earlier = None
    if earlier is not None and earlier.head != "other":
        qualifiers = earlier.qualifiers if person else ()
        return replace(quantity, measures=earlier.measures, head=earlier.head, qualifiers=qualifiers, unit=earlier.unit)
    if person:
        return replace(quantity, measures="people", head="people")
    noun = subject_noun(page, place.first, place.last, place.end)
    if noun.head is None:
        return quantity
    head = noun.head.lemma_.lower()
    unit = PERSON if page.words.is_person(head) else quantity.unit
    return replace(quantity, measures=noun.text, head=head, qualifiers=noun.qualifiers, unit=unit)


def _is_share(token: Token) -> bool:
    """True for the half of "half of the votes", which is no half of a match."""
    following = token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ in ("of", "a", "an", "the")
    numbered = token.i > 0 and token.doc[token.i - 1].lower_ in _ORDINALS
    return token.lower_ in ("half", "quarter") and following and not numbered


def _currency_before(before: Sequence[Quantity], sentence: int) -> str | None:
    """The currency of "of the 170 million crowns 110 million have been repaid", told in the sentence or the one before."""
    near = [each for each in before[-_NEAR:] if each.start >= sentence - _REACH_OF_CURRENCY]
    money = [each.unit for each in near if len(each.unit) == _CODE and each.unit.isupper()]
    return money[-1] if money else None


def _about(page: Page, place: _Place) -> tuple[str, ...]:
    """The content words of the sentence around the number, nearest first, each once."""
    start = max(place.opening, place.first - _WINDOW)
    end = min(place.end, place.last + _WINDOW)
    around = [
        token
        for token in page.doc[start:end]
        if token.pos_ in _CONTENT and not token.is_stop and not token.like_num and not _is_share(token)
    ]
    outside = [token for token in around if not place.start <= token.i < place.last]
    outside.sort(key=lambda token: (abs(token.i - place.first), token.i))
    lemmas = (token.text if token.pos_ == "PROPN" else token.lemma_.lower() for token in outside)
    return tuple(dict.fromkeys(lemmas))[:_ABOUT_WORDS]
