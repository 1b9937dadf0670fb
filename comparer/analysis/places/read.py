"""Places of an article: canonical names, what contains them, and what happens there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from comparer.analysis.attachment import attachment
from comparer.analysis.places.containment import Containers, Located, choose, containers_in, count_chains, is_container
from comparer.analysis.places.gazetteer import Entry, Gazetteer
from comparer.analysis.places.mention import Mention
from comparer.analysis.places.mentions import find_mentions
from comparer.analysis.places.parts import (
    Part,
    by_adjective,
    country_before,
    parts_of_the_country,
    side_before,
    side_name,
)
from comparer.analysis.places.relation import stance
from comparer.analysis.places.trust import is_place, surnames
from comparer.analysis.report import Place, PlaceKind


@dataclass(frozen=True, slots=True)
class _Named:
    span: Span
    name: str
    kind: PlaceKind
    within: tuple[str, ...]
    known: bool


def read_places(doc: Doc, *, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places that `doc` (English) names, in order, with offsets into the text of the Doc.

    Peoples ("Chinese citizens") are no places; a capital or country that acts ("Kyiv said") is one marked as metonym.
    """
    people = surnames(doc)
    mentions = [mention for mention in find_mentions(doc, gazetteer) if is_place(doc, mention, people)]
    entries = _entries(doc, mentions)
    located = [_located(doc, mention, entry) for mention, entry in zip(mentions, entries, strict=True)]
    containers = containers_in(doc.text, located)
    named = [_named(doc, mention, entry, containers) for mention, entry in zip(mentions, entries, strict=True)]
    named.extend(_parts(doc, named, gazetteer))
    places = [_place(one, gazetteer) for one in sorted(named, key=lambda one: one.span.start)]
    return tuple(places)


def _entries(doc: Doc, mentions: Sequence[Mention]) -> list[Entry | None]:
    """Which of several places of one name each mention means."""
    chains = count_chains(mention.entries[0] for mention in mentions if len(mention.entries) == 1)
    chosen: list[Entry | None] = []
    for position, mention in enumerate(mentions):
        entry = None
        if mention.entries:
            last = mentions[position - 1] if position else None
            before = chosen[-1] if last is not None and _next_to(doc, last, mention) else None
            entry = choose(mention.entries, before=before, after=_container(doc, mentions, position), chains=chains)
        chosen.append(entry)
    return chosen


def _next_to(doc: Doc, first: Mention, second: Mention) -> bool:
    return second.start == first.end + 1 and doc[first.end].text == ","


def _container(doc: Doc, mentions: Sequence[Mention], position: int) -> str | None:
    """The name of the region or country right after: "Texas" in "Paris, Texas,"."""
    mention = mentions[position]
    after = mentions[position + 1] if position + 1 < len(mentions) else None
    if after is None or mention.entries[0].kind == "country" or not _next_to(doc, mention, after):
        return None
    outer = next((entry.name for entry in after.entries if entry.kind in {"country", "region"}), None)
    if any(outer in entry.within for entry in mention.entries):
        return outer
    first, second = mention.span(doc), after.span(doc)
    return outer if is_container(doc.text, first.end_char, second.start_char, second.end_char) else None


def _located(doc: Doc, mention: Mention, entry: Entry | None) -> Located:
    span = mention.span(doc)
    return Located(span.start_char, span.end_char, entry.name if entry else mention.words, entry)


def _named(doc: Doc, mention: Mention, entry: Entry | None, containers: Containers) -> _Named:
    name = entry.name if entry else mention.words
    kind: PlaceKind = entry.kind if entry else mention.kind
    within = entry.within if entry else containers.chain(name)
    side = side_before(doc, mention.start)
    if side is not None and kind != "city":
        first, word = side
        return _Named(
            doc[first : mention.end], f"{side_name(word)} {name}", "part", (name, *within), known=entry is not None
        )
    return _Named(mention.span(doc), name, kind, within, known=entry is not None)


def _parts(doc: Doc, named: Sequence[_Named], gazetteer: Gazetteer) -> list[_Named]:
    countries = _countries(named, gazetteer)
    found: list[_Named] = []
    for part in (*parts_of_the_country(doc.text), *by_adjective(doc, gazetteer)):
        country = part.country or country_before(part.start, countries)
        span = doc.char_span(part.start, part.end, alignment_mode="expand")
        if country is not None and country in gazetteer.capital_of and span is not None:
            found.append(_part(part, country, span, gazetteer))
    return found


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
        return _Named(span, capital, "city", entry.within if entry else (country,), known=True)
    if part.side is None:
        return _Named(span, country, "country", (), known=True)
    return _Named(span, f"{part.side} {country}", "part", (country,), known=True)


def _place(one: _Named, gazetteer: Gazetteer) -> Place:
    attached = attachment(one.span)
    governs = one.kind == "country" or (one.kind == "city" and one.name in gazetteer.capitals)
    how = stance(one.span, governs=governs)
    return Place(
        one.span.start_char,
        one.span.end_char,
        one.name,
        one.within,
        kind=one.kind,
        relation=how.relation,
        events=attached.events,
        of_saying=attached.of_saying,
        metonym=governs and how.acts,
    )
