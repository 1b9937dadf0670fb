"""Places of two aligned passages: which tell where the same thing happened, and whether they agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from comparer.analysis.around import only_differ_in
from comparer.analysis.bonds import LIKELY, POSSIBLE, SURE, Alike, event_bond, loose_bond, sole_bond
from comparer.analysis.happenings import happenings
from comparer.analysis.kinship import shares_stem
from comparer.analysis.places.geography import Agreement, agree, are_two_towns, lies_beyond
from comparer.analysis.places.sites import is_common, site_table
from comparer.analysis.report import Place, Sureness

_SURENESS: tuple[Sureness, ...] = ("possible", "likely", "sure")
_BESIDE = 150
_ANYWHERE = frozenset({"living", "arriving", "departing", "reporting_fault", "sickness", "change_of_seat"})
_OWN_PART = re.compile(r"(?:the|this|that|its) (?:country|region|state|province|island)['’]s (\w{4})", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst (?:\w+ ){1,2}(?:in|at|near)(?: the)? $")
_ROLES = {"in": "where", "near": "where", "through": "where", "from": "from where", "to": "where to"}


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """`left` and `right` are positions in the sequences compared; `slot` is a plain label for the card."""

    left: int
    right: int
    verdict: Literal["same", "compatible", "conflict"]
    sureness: Sureness
    explanation: str
    slot: str
    confirmed: bool = False
    """Both sides tell of one happening in one kind of words, so that they ask after one place."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    left: int
    right: int
    bond: int
    agreement: Agreement
    sureness: int
    slot: str
    frame: bool
    """One of the two only frames a nearer place of its own passage: "fighting in Ukraine ... seized in Luhansk"."""
    site_in_town: bool
    """One of the two may stand anywhere in the other: "Mill Street", "Orsa"."""
    telling: bool
    """Both sides tell the same happening with the same kind of verb."""


def compare_places(
    left: Sequence[Place],
    right: Sequence[Place],
    *,
    left_text: str,
    right_text: str,
    alike: Alike = shares_stem,
    one_event: bool = False,
) -> tuple[PlaceMatch, ...]:
    """Match the places of a left and a right passage that play the same part in the same event, and judge each match.

    The texts are those that the offsets of the places count in. `alike` says whether two lemmas tell of the
    same kind of event; `one_event`: it is known that the passages tell of one event. Origins are held against origins only, and where one of several places agrees,
    the others are no conflict.
    """
    texts = left_text, right_text
    candidates = sorted(_candidates(left, right, alike, texts, one_event=one_event), key=_best_first)
    agreed = {_slot(candidate, left) for candidate in candidates if _settles(candidate, left)}
    used_left: set[int] = set()
    used_right: set[int] = set()
    matches: list[PlaceMatch] = []
    for candidate in candidates:
        if candidate.left in used_left or candidate.right in used_right:
            continue
        if candidate.agreement == "conflict" and (_slot(candidate, left) in agreed or _named(candidate, left, right)):
            continue
        here, there = left[candidate.left], right[candidate.right]
        if candidate.agreement == "conflict" and (
            _is_told_within(here, left_text, there, right_text)
            or _is_told_within(there, right_text, here, left_text)
            or _is_another(here, left_text) != _is_another(there, right_text)
        ):
            continue
        used_left.add(candidate.left)
        used_right.add(candidate.right)
        words = _words(left_text, left[candidate.left]), _words(right_text, right[candidate.right])
        matches.append(_match(candidate, words))
    return tuple(sorted(matches, key=lambda match: (match.left, match.right)))


def _settles(candidate: _Candidate, left: Sequence[Place]) -> bool:
    """True where both name one place: what else they name can then be no conflict, but in the Alps or off the Black Sea's coast."""
    return candidate.agreement == "same" and left[candidate.left].kind != "area"


def _named(candidate: _Candidate, left: Sequence[Place], right: Sequence[Place]) -> bool:
    """True for where something happened if the other side names that place too, for whatever happens there."""
    if candidate.slot != "where":
        return False
    here, there = left[candidate.left].name, right[candidate.right].name
    return here != there and (here in _names(right) or there in _names(left))


def _names(places: Sequence[Place]) -> frozenset[str]:
    return frozenset(place.name for place in places if place.relation in _ROLES)


def _is_told_within(one: Place, text: str, other: Place, other_text: str) -> bool:
    """True where the words show that both belong together: "Richmond Hill, Queens" in one of the texts, or the same words twice."""
    inner, outer = _words(text, one), _words(other_text, other)
    if is_common(one) or is_common(other):
        return False
    if _is_one_site(inner, outer) or _is_one_part(inner, outer):
        return True
    if inner.lower() == outer.lower() and one.kind != other.kind:
        return True  # a hospital called after another town
    near = _undotted(other_text[max(0, other.start - _BESIDE) : other.end + _BESIDE])
    if one.kind == "unknown" and re.search(rf"\b{re.escape(_undotted(inner))}\b", near):
        return True  # the other side names it beside its own place: "the Corden supermarket in the Norland town"
    held = re.compile(rf"\b{re.escape(inner)}(?:,| in| \() ?{re.escape(outer)}\b", re.IGNORECASE)
    return bool(held.search(text) or held.search(other_text))


def _is_another(place: Place, text: str) -> bool:
    """True for "a second plant in Orsa" and "first seen in Orsa", beside which there are others."""
    before = text[max(0, place.start - _BESIDE) : place.start]
    thing = re.escape(place.events[0]) if place.events else ""
    second = bool(thing) and re.search(rf"\b(?:an additional|a second|a third|another) {thing}\b", before) is not None
    return second or _FIRST.search(before) is not None


def _undotted(words: str) -> str:
    """Without the dots by which "Mt. Orsa" and "Mt Orsa" differ."""
    return words.lower().replace(".", "")


def _is_one_site(one: str, other: str) -> bool:
    """True for "the Vandel Factory" and "the Vandel plant": one name, and words for one kind of site."""
    (*first, kind), (*second, other_kind) = one.lower().split(), other.lower().split()
    return bool(first) and first == second and kind != other_kind and site_table().akin(kind, other_kind)


def _is_one_part(one: str, other: str) -> bool:
    """True for "the country's north" on both sides: whose country it is stands elsewhere, and is easily missed."""
    ours, theirs = _OWN_PART.match(one), _OWN_PART.match(other)
    return ours is not None and theirs is not None and ours[1].lower() == theirs[1].lower()


def _slot(candidate: _Candidate, left: Sequence[Place]) -> tuple[str, bool]:
    return candidate.slot, is_common(left[candidate.left])


def _candidates(
    left: Sequence[Place], right: Sequence[Place], alike: Alike, texts: tuple[str, str], *, one_event: bool
) -> list[_Candidate]:
    ours, theirs = _finest(left), _finest(right)
    found: list[_Candidate] = []
    for i in ours:
        for j in theirs:
            slot = _slot_of(left[i], right[j])
            if slot is None or left[i].of_saying != right[j].of_saying:
                continue
            if is_common(left[i]) != is_common(right[j]) or _strange_sites(left[i], right[j]):
                continue
            if _in_two_things(left[i], left, right[j], right):
                continue
            agreement, sureness = agree(left[i], right[j])
            framed = only_differ_in(texts[0], left[i], texts[1], right[j])
            if framed and (agreement, sureness) == ("compatible", POSSIBLE) and are_two_towns(left[i], right[j]):
                agreement, sureness = "conflict", LIKELY
            alone = _is_alone(left, i, ours) and _is_alone(right, j, theirs)
            bond = SURE if framed else _bond(left[i], right[j], alike, alone=alone)
            if one_event and alone and bond in (None, POSSIBLE):
                bond = sole_bond(left[i], right[j])
            shared = _share_participants(left[i], right[j])
            if bond is not None and _worth_telling(agreement, bond, sureness, shared=shared):
                frame = _frames(left, i, ours) or _frames(right, j, theirs)
                site = agreement == "compatible" and (left[i].kind == "site") != (right[j].kind == "site")
                weight = min(bond, sureness)
                found.append(_Candidate(i, j, bond, agreement, weight, slot, frame, site, _is_telling(left[i])))
    return found


def _is_telling(place: Place) -> bool:
    """True for what happens at one place, where people live and move and report in many."""
    return bool(place.events) and bool(happenings().families.get(place.events[0], frozenset()) - _ANYWHERE)


def _strange_sites(one: Place, other: Place) -> bool:
    """Two places without a name of which nothing says that they are one, or that they cannot be."""
    if not is_common(one) or one.name == other.name:
        return False
    table = site_table()
    return not (table.exclude(one.name, other.name) or table.akin(one.name, other.name))


def _in_two_things(one: Place, left: Sequence[Place], other: Place, right: Sequence[Place]) -> bool:
    """True for "a school in Orsa burned" beside "a church in Merrow burned", not for "held in a school", "in a church"."""
    ours, theirs = _things(one, left), _things(other, right)
    hangs = bool(set(ours) & set(one.events[:1]) or set(theirs) & set(other.events[:1]))
    return hangs and bool(ours and theirs) and not any(site_table().akin(a, b) for a in ours for b in theirs)


def _things(place: Place, beside: Sequence[Place]) -> list[str]:
    """What stands there or takes part, of the sorts of buildings and grounds, unless it happened in it: "school"."""
    levels, no_things = site_table().levels, {other.name for other in beside if _role(other)}
    words = (word for word in (*place.events[:1], *place.about) if word not in happenings().families)
    return [word for word in words if word not in no_things and "room" not in levels.get(word, {"room"})]


def _is_alone(places: Sequence[Place], position: int, located: Sequence[int]) -> bool:
    """The only place of its sort: with a name, or without."""
    return sum(is_common(places[other]) == is_common(places[position]) for other in located) == 1


def _worth_telling(agreement: Agreement, bond: int, sureness: int, *, shared: bool) -> bool:
    """A weak bond needs places that are surely apart, the same ones taking part, or places not merely unknown to each other."""
    if bond != POSSIBLE or agreement == "same":
        return True
    if agreement == "conflict":
        return sureness == SURE or (shared and sureness > POSSIBLE)
    return sureness > POSSIBLE


def _share_participants(one: Place, other: Place) -> bool:
    return any(shares_stem(first.lower(), second.lower()) for first in one.about for second in other.about)


def _finest(places: Sequence[Place]) -> list[int]:
    """Positions of the places where something happens, without those that only say where another one lies."""
    located = [i for i, place in enumerate(places) if _role(place) and not place.metonym]
    return [i for i in located if not any(_holds(places[i], places[j]) for j in located if i != j)]


def _slot_of(one: Place, other: Place) -> str | None:
    """The question that both places answer: who travels to Vienna for talks meets there."""
    roles = _role(one), _role(other)
    if roles[0] == roles[1]:
        return roles[0]
    way = one if roles[0] == "where to" else other
    met = any("meeting" in happenings().families.get(word, ()) for word in way.events[1:])
    return "where" if met and set(roles) == {"where", "where to"} else None


def _role(place: Place) -> str | None:
    """Which question the place answers: "where" also for "the shelling of Orsa"; None where it answers none."""
    struck = (
        place.relation == "of" and bool(place.events) and "attack" in happenings().families.get(place.events[0], ())
    )
    return "where" if struck else _ROLES.get(place.relation or "")


def _holds(outer: Place, inner: Place) -> bool:
    """True for "Hamburg, in northern Germany": the wider place adds nothing where both belong to one event."""
    if not _together(outer, inner) or lies_beyond(outer):
        return False
    whole = outer.within[0] if outer.kind == "part" else outer.name
    return whole in inner.within and inner.kind != "part"


def _frames(places: Sequence[Place], position: int, located: Sequence[int]) -> bool:
    return any(places[position].name in places[other].within for other in located)


def _together(one: Place, other: Place) -> bool:
    return _role(one) == _role(other) and (
        not one.events or not other.events or bool(set(one.events) & set(other.events))
    )


def _bond(one: Place, other: Place, alike: Alike, *, alone: bool) -> int | None:
    bond = event_bond(one, other, alike)
    if bond is None and alone:
        bond = LIKELY if _by_one_landmark(one, other) else loose_bond(one, other)
    return bond


def _by_one_landmark(one: Place, other: Place) -> bool:
    """True for "east of Orsa" and "west of Orsa": both sides count from one town, so they tell of one thing."""
    if one.relation != "near" or other.relation != "near" or {one.kind, other.kind} != {"part"}:
        return False
    (_, first, here), (_, second, there) = one.name.partition(" of "), other.name.partition(" of ")
    return bool(first and second) and here == there


def _best_first(candidate: _Candidate) -> tuple[int, int, int, int]:
    """Agreement first; a frame that holds the other side's place says little, so it comes last, and so does a street beside a town."""
    last = candidate.frame or candidate.site_in_town
    order = 3 if last else {"same": 0, "compatible": 1, "conflict": 2}[candidate.agreement]
    if candidate.agreement == "same":
        order = 0
    return order, -candidate.bond, candidate.left, candidate.right


def _words(text: str, place: Place) -> str:
    return text[place.start : place.end]


def _match(candidate: _Candidate, words: tuple[str, str]) -> PlaceMatch:
    first, second = words
    explanations = {
        "same": f"Both name the same place: left “{first}”, right “{second}”.",
        "compatible": f"Left names “{first}”; right names “{second}”: both can be true, one place can lie in the other.",
        "conflict": f"Left names “{first}” as the place {_asked(candidate.slot)}; right names “{second}”.",
    }
    sureness = _SURENESS[candidate.sureness]
    return PlaceMatch(
        candidate.left,
        candidate.right,
        candidate.agreement,
        sureness,
        explanations[candidate.agreement],
        candidate.slot,
        candidate.telling and candidate.bond == SURE,
    )


def _asked(slot: str) -> str:
    return {"where": "where this happened", "from where": "it came from", "where to": "it went to"}[slot]
