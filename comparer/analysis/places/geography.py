"""Whether two places can be the same place: containment, spellings and directions, without a map."""

from __future__ import annotations

import re
from dataclasses import replace
from math import cos, hypot, radians
from typing import Literal

from rapidfuzz.fuzz import ratio

from comparer.analysis.places.sites import is_common, site_table
from comparer.analysis.report import Place

Agreement = Literal["same", "compatible", "conflict"]
SURE, LIKELY, POSSIBLE = 2, 1, 0
_SPELLING = 86
_SHORTEST = 4
_WATERS = frozenset({"sea", "gulf", "strait", "canal", "channel", "bay", "lake", "river"})
_BOUNDED = frozenset({
    "lake", "river", "mount", "mountain", "gulf", "strait", "cape", "bay", "fjord", "lagoon", "isle", "creek", "canal", "glacier",
    "valley", "forest", "hills", "mountains", "island", "plateau", "peninsula", "canyon", "gorge", "desert", "beach", "hill",
    "volcano", "reef", "ridge", "moor", "marsh", "cave", "waterfall",
})  # fmt: skip
_OCEANS = frozenset({"mediterranean sea", "atlantic ocean", "pacific ocean", "indian ocean", "arctic ocean"})
_NEAR = 60
"""Kilometres within which two reports can mean one place by "near"."""
_ONE_TOWN = 12
"""Kilometres within which one of two known towns may be a district of the other: Altona and Hamburg."""
_KILOMETRES_A_DEGREE = 111.2
_ROAD = re.compile(r"[A-Z]-?\d{1,3}")
_OPPOSITE = (("north", "south"), ("east", "west"))
_FIXED = frozenset({"city", "region", "country"})


def agree(left: Place, right: Place) -> tuple[Agreement, int]:
    """Return whether both can name one place, and how sure that is (0 to 2). Symmetric."""
    if _same_name(left, right):
        return ("conflict", LIKELY) if _namesakes(left, right) else ("same", SURE)
    if is_common(left) or is_common(right):
        return _unnamed(left, right)
    if left.name in right.within or right.name in left.within:
        return "compatible", SURE
    return _of_two_names(left, right)


def _of_two_names(left: Place, right: Place) -> tuple[Agreement, int]:
    if _one_name_in_other(left.name, right.name) or _of_two_networks(left.name, right.name):
        return "compatible", POSSIBLE
    if "part" in {left.kind, right.kind}:
        return _parts(left, right)
    if not _two_areas(left, right) and _is_open(left, right):
        return "compatible", POSSIBLE
    return "conflict", _sureness(left, right)


def are_two_towns(left: Place, right: Place) -> bool:
    """Return whether two names are of towns, neither of which can lie in the other, whichever towns of that name they are."""
    towns = left.kind == right.kind == "city" and not _one_name_in_other(left.name, right.name)
    return towns and left.name != right.name and not _may_be_one_town(left, right)


def _unnamed(left: Place, right: Place) -> tuple[Agreement, int]:
    """Rooms, buildings and grounds without a name; a named place may hold any of them."""
    if not (is_common(left) and is_common(right)):
        return "compatible", POSSIBLE
    return ("conflict", LIKELY) if site_table().exclude(left.name, right.name) else ("compatible", POSSIBLE)


def _is_open(left: Place, right: Place) -> bool:
    """Nothing tells whether one lies in the other: a sea, a place nobody knows, a stretch near a town."""
    if "area" in {left.kind, right.kind} or _may_hold(left, right) or _may_hold(right, left):
        return True
    if left.guessed or right.guessed or (_known(left) != _known(right) and not left.kind == right.kind == "unknown"):
        return True
    if _may_be_one_town(left, right):
        return True
    if "near" not in {left.relation, right.relation} or _apart(left, right):
        return False
    if left.relation == right.relation and left.spot is None and right.spot is None:
        return False  # "near Orsa" and "near Merrow": a reporter names the nearest place
    apart = kilometres(left, right)
    return apart is None or apart < _NEAR


def _two_areas(left: Place, right: Place) -> bool:
    """Two islands of one country, or two seas: Sumatra and Java, the Black Sea and the Baltic Sea."""
    if not left.kind == right.kind == "area":
        return False
    if (_sorts(left.name) or len(left.name.split()) == 1) and (_sorts(right.name) or len(right.name.split()) == 1):
        return True
    if left.within and right.within:
        return left.within[-1] == right.within[-1]
    names = left.name.lower(), right.name.lower()
    return all(name.split()[-1] in _WATERS and name not in _OCEANS for name in names)


def _sorts(name: str) -> frozenset[str]:
    """The words that say what the area is: "river" in "River Aske"; oceans and seas may hold others."""
    return frozenset(name.lower().split()) & _BOUNDED


def _same_name(left: Place, right: Place) -> bool:
    if left.name.casefold() == right.name.casefold():
        return True
    return not _known(left) and not _known(right) and _spelt_alike(left.name, right.name)


def _spelt_alike(one: str, other: str) -> bool:
    """Word by word, so that "Mill Street" is not "Hill Street" nor "Gate 4" "Gate 5"."""
    ours, theirs = one.casefold().split(), other.casefold().split()
    if len(ours) != len(theirs):
        return False
    differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    directions = any(word.startswith(("north", "south", "east", "west")) for pair in differing for word in pair)
    return not directions and all(
        min(len(first), len(second)) > _SHORTEST and ratio(first, second) >= _SPELLING for first, second in differing
    )


def _known(place: Place) -> bool:
    """Placed somewhere: in the gazetteer or by the text."""
    return bool(place.within) or place.kind == "country"


def _top(place: Place) -> str | None:
    if place.kind == "country":
        return place.name
    return place.within[-1] if place.within else None


def _apart(left: Place, right: Place) -> bool:
    """Both are placed, and in different outermost containers: Georgia in the Caucasus and in the United States."""
    first, second = _top(left), _top(right)
    return first is not None and second is not None and first != second


def kilometres(left: Place, right: Place) -> float | None:
    """Return about how far apart two cities are; None where that is not known."""
    if left.spot is None or right.spot is None:
        return None
    (north, east), (other_north, other_east) = left.spot, right.spot
    across = (east - other_east) * cos(radians((north + other_north) / 2))
    return _KILOMETRES_A_DEGREE * hypot(north - other_north, across)


def _may_be_one_town(left: Place, right: Place) -> bool:
    """True for towns next to each other that nothing puts into two regions, as it does Mannheim and Ludwigshafen."""
    apart = kilometres(left, right)
    two_regions = min(len(left.within), len(right.within)) > 1 and left.within != right.within
    return apart is not None and apart < _ONE_TOWN and not two_regions and not _apart(left, right)


def _namesakes(left: Place, right: Place) -> bool:
    """Two places of one name: Georgia in the Caucasus and in America, Springfield in Illinois and in Oregon."""
    if left.kind not in _FIXED or right.kind not in _FIXED or left.guessed or right.guessed:
        return False
    if left.kind == right.kind == "city" and min(len(left.within), len(right.within)) > 1:
        return left.within[0] not in right.within and right.within[0] not in left.within
    return _apart(left, right)


def _one_name_in_other(one: str, other: str) -> bool:
    """True for "Orsa" and "South Orsa"."""
    shorter, longer = sorted((one.casefold(), other.casefold()), key=len)
    return longer.endswith(f" {shorter}") or longer.startswith(f"{shorter} ")


def _of_two_networks(one: str, other: str) -> bool:
    """True for "A7" and "E45", which number one road in two ways."""
    roads = _ROAD.fullmatch(one), _ROAD.fullmatch(other)
    return all(roads) and one[0] != other[0]


def _may_hold(outer: Place, inner: Place) -> bool:
    """What is not placed may lie in a larger place; a square or bridge may lie in any town."""
    if inner.kind == "site" and not (inner.within and outer.kind == "city" and _known(outer)):
        return outer.kind != "site" and not _apart(outer, inner)
    if _known(inner) and _known(outer):
        return False
    if inner.kind in {"country", "region"} and outer.kind == inner.kind:
        return False
    return outer.kind in {"country", "region"} and not _apart(outer, inner)


def _sureness(left: Place, right: Place) -> int:
    if left.kind in _FIXED and right.kind in _FIXED and _known(left) and _known(right):
        settled = left.kind == right.kind or _apart(left, right) or (len(left.within) > 1 and len(right.within) > 0)
        return SURE if settled or len(right.within) > 1 else LIKELY
    return LIKELY


def _parts(left: Place, right: Place) -> tuple[Agreement, int]:
    if _whole(left) == _whole(right):
        if left.kind == right.kind == "part" and _opposite(left.name, right.name):
            return "conflict", LIKELY
        return "compatible", LIKELY
    if _is_of_city(left) or _is_of_city(right):
        apart = kilometres(left, right)
        near = apart is not None and apart < _NEAR
        return ("compatible", POSSIBLE) if near else agree(_city(left), _city(right))
    first = left.within if left.kind == "part" else (left.name, *left.within)
    second = right.within if right.kind == "part" else (right.name, *right.within)
    if set(first) & set(second):
        return "compatible", LIKELY
    return ("conflict", LIKELY) if _apart(left, right) else ("compatible", POSSIBLE)


def _is_of_city(place: Place) -> bool:
    """True for "east London"."""
    return place.kind == "part" and place.spot is not None and not lies_beyond(place)


def _city(place: Place) -> Place:
    """The city of which it is a part; any other place as it is."""
    return replace(place, kind="city", name=place.within[0], within=place.within[1:]) if _is_of_city(place) else place


def _whole(place: Place) -> str | None:
    if place.kind != "part":
        return place.name
    return place.within[0] if not lies_beyond(place) else place.name.split(" of ", 1)[1]


def lies_beyond(place: Place) -> bool:
    """True for "north of Orsa", which is not in Orsa."""
    return place.kind == "part" and " of " in place.name and not place.name.split(maxsplit=1)[0].endswith("ern")


def _opposite(one: str, other: str) -> bool:
    """Eastern against western, but neither against southeastern."""
    first, second = one.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
    return any(
        (a in first and b in second) or (b in first and a in second)
        for a, b in _OPPOSITE
    ) and not any(side in first and side in second for pair in _OPPOSITE for side in pair)  # fmt: skip
