"""Places of an article: canonical names, what contains them, and what happens there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from comparer.analysis.attachment import attachment
from comparer.analysis.places.choosing import Choice, choose_entries
from comparer.analysis.places.containment import Containers, Located, containers_in
from comparer.analysis.places.gazetteer import Entry, Gazetteer
from comparer.analysis.places.mention import Mention
from comparer.analysis.places.mentions import find_mentions
from comparer.analysis.places.parts import (
    Part,
    by_adjective,
    country_before,
    land_before,
    parts_of_the_country,
    side_before,
    side_name,
)
from comparer.analysis.places.relation import stance
from comparer.analysis.places.sites import site_name, site_spans
from comparer.analysis.places.trust import is_place, surnames
from comparer.analysis.places.vocabulary import TOWN_PARTS
from comparer.analysis.report import Place, PlaceKind


@dataclass(frozen=True, slots=True)
class _Named:
    span: Span
    name: str
    kind: PlaceKind
    within: tuple[str, ...]
    guessed: bool = False
    spot: tuple[float, float] | None = None
    beyond: bool = False
    """It lies outside what is named: "north of Orsa"."""


def read_places(doc: Doc, *, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places that `doc` (English) names, in order, with offsets into the text of the Doc.

    Peoples ("Chinese citizens") are no places; a capital or country that acts ("Kyiv said") is one marked as metonym.
    """
    people = surnames(doc)
    mentions = [mention for mention in find_mentions(doc, gazetteer) if is_place(doc, mention, people)]
    chosen = list(zip(mentions, choose_entries(doc, mentions, gazetteer=gazetteer), strict=True))
    located = [_located(doc, mention, choice.entry, gazetteer) for mention, choice in chosen]
    located += [
        Located(part.start, part.end, part.country, _land(part.country, gazetteer))
        for part in by_adjective(doc, gazetteer)
        if part.country is not None
    ]
    containers = containers_in(doc.text, sorted(located, key=lambda one: one.start))
    named = [_lying_in(_named(doc, mention, choice, containers), gazetteer) for mention, choice in chosen]
    parts = _parts(doc, named, gazetteer)
    held = {position for part in parts for position in range(part.span.start, part.span.end)}
    named = [one for one in named if held.isdisjoint(range(one.span.start, one.span.end))] + parts
    named.extend(_sites(doc, named))
    places = [_place(one, gazetteer) for one in sorted(named, key=lambda one: one.span.start)]
    return tuple(places)


def _land(name: str | None, gazetteer: Gazetteer) -> Entry | None:
    """The country or region of that name."""
    entries = gazetteer.find(name) if name else ()
    return next((entry for entry in entries if entry.kind in {"country", "region"}), None)


def _located(doc: Doc, mention: Mention, entry: Entry | None, gazetteer: Gazetteer) -> Located:
    span = mention.span(doc)
    land = _land(land_before(doc, mention.start, gazetteer), gazetteer)
    return Located(span.start_char, span.end_char, entry.name if entry else mention.words, entry, land)


def _named(doc: Doc, mention: Mention, choice: Choice, containers: Containers) -> _Named:
    entry = choice.entry
    name = entry.name if entry else mention.words
    kind: PlaceKind = entry.kind if entry else mention.kind
    within = entry.within if entry else containers.chain(name)
    side = side_before(doc, mention.start)
    if side is not None and side.beyond:
        return _Named(doc[side.first : mention.end], f"{side.word} of {name}", "part", within, beyond=True)
    spot = entry.spot if entry else None
    if side is not None and kind == "city" and side.word != "central":
        return _Named(
            doc[side.first : mention.end], f"{side_name(side.word)} {name}", "part", (name, *within), spot=spot
        )
    if side is not None and kind != "city":
        return _Named(doc[side.first : mention.end], f"{side_name(side.word)} {name}", "part", (name, *within))
    return _Named(mention.span(doc), name, kind, within, guessed=choice.guessed, spot=spot)


def _lying_in(one: _Named, gazetteer: Gazetteer) -> _Named:
    """Place "Lisbon airport" in Lisbon, where its name is a town's and its sort is told with a small letter."""
    town, _, sort = one.name.rpartition(" ")
    entries = (
        gazetteer.find(town)
        if one.kind == "site" and not one.within and sort.islower() and sort not in TOWN_PARTS
        else ()
    )
    entry = next((entry for entry in entries if entry.kind == "city"), None)
    return one if entry is None else replace(one, within=(entry.name, *entry.within))


def _parts(doc: Doc, named: Sequence[_Named], gazetteer: Gazetteer) -> list[_Named]:
    countries = _countries(named, gazetteer)
    found: list[_Named] = []
    for part in (*parts_of_the_country(doc.text), *by_adjective(doc, gazetteer)):
        country = part.country or country_before(part.start, countries)
        span = doc.char_span(part.start, part.end, alignment_mode="expand")
        if country is not None and span is not None and (country in gazetteer.capital_of or not part.capital):
            found.append(_part(part, country, span, gazetteer))
    return found


def _sites(doc: Doc, named: Sequence[_Named]) -> list[_Named]:
    """Places without a name: "in the kitchen", "from the railway station"."""
    taken = {position for one in named for position in range(one.span.start, one.span.end)}
    spans = (span for span in site_spans(doc) if taken.isdisjoint(range(span.start, span.end)))
    return [_Named(span, site_name(span), "site", ()) for span in spans]


def _countries(named: Sequence[_Named], gazetteer: Gazetteer) -> list[tuple[int, str]]:
    """Every mention's country in order: of "Kyiv", Ukraine."""
    countries: Mapping[str, str] = gazetteer.capital_of
    found: list[tuple[int, str]] = []
    for one in named:
        country = next((name for name in (one.name, *reversed(one.within)) if name in countries), None)
        if country is not None:
            found.append((one.span.start_char, country))
    return found


def _part(part: Part, country: str, span: Span, gazetteer: Gazetteer) -> _Named:
    if part.capital:
        capital = gazetteer.capital_of.get(country, "")
        entry = next((entry for entry in gazetteer.find(capital) if country in entry.within), None)
        return _Named(span, capital, "city", entry.within if entry else (country,))
    if part.side is None and (land := _land(country, gazetteer)) is not None:
        return _Named(span, country, land.kind, land.within)
    return _Named(span, f"{part.side} {country}", "part", (country,))


def _purposes(span: Span) -> Iterator[str]:
    """Yield "talk" of "travelled to Vienna for talks"."""
    way = span.root.head
    for above in (way.head, way, span.root):
        for link in above.children:
            if link.lower_ == "for":
                yield from (thing.lemma_.lower() for thing in link.children if thing.pos_ == "NOUN")


def _place(one: _Named, gazetteer: Gazetteer) -> Place:
    attached = attachment(one.span)
    ground = one.span[0].text in gazetteer.adjectives  # "on Ukrainian territory", "the Ukrainian side of the border"
    governs = (one.kind == "country" and not ground) or (one.kind == "city" and one.name in gazetteer.capitals)
    how = stance(one.span, governs=governs)
    return Place(
        one.span.start_char,
        one.span.end_char,
        one.name,
        one.within,
        kind=one.kind,
        relation="near" if one.beyond and how.relation in (None, "to") else how.relation,
        events=(*attached.events, *_purposes(one.span)) if how.relation == "to" else attached.events,
        of_saying=attached.of_saying,
        about=attached.about,
        spot=one.spot,
        guessed=one.guessed,
        metonym=governs and how.acts,
    )
