"""Places are found with canonical names and containers; people, papers and peoples are none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from comparer.analysis.places.gazetteer import Gazetteer
from comparer.analysis.places.read import read_places
from comparer.analysis.report import Place
from comparer.analysis.sentences import parse
from comparer.analysis.text import clean_article

MARKED = re.compile(r"\[([^\]]*)\]")

# Every place in brackets, and their canonical names, each with its containers: "Name < Container < Container".
NAMED = [
    ("Its head office would move from [Salbury] to [Tolmin].", ["Salbury", "Tolmin"]),
    ("The bank is moving its office from [Lisbon] to [Brennick].", ["Lisbon < Portugal", "Brennick"]),
    ("The mill burned down in [Kyiv].", ["Kyiv < Ukraine"]),
    ("The mill burned down in [Kiev].", ["Kyiv < Ukraine"]),
    ("The mill burned down in [Kharkov].", ["Kharkiv < Ukraine"]),
    ("The mill burned down in [Odessa].", ["Odesa < Ukraine"]),
    ("The mill burned down in [Bombay].", ["Mumbai < Maharashtra < India"]),
    ("The mill burned down in [Peking].", ["Beijing < China"]),
    ("The mill burned down in [Saigon].", ["Ho Chi Minh City < Vietnam"]),
    ("The mill burned down in [Munich].", ["Munich < Bavaria < Germany"]),
    ("The mill burned down in [München].", ["Munich < Bavaria < Germany"]),
    ("The mill burned down in [Cologne].", ["Cologne < North Rhine-Westphalia < Germany"]),
    ("The mill burned down in [Turin].", ["Turin < Piedmont < Italy"]),
    ("The mill burned down in [Burma].", ["Myanmar"]),
    ("The mill burned down in the [UK].", ["United Kingdom"]),
    ("The mill burned down in the [U.S.] on Monday.", ["United States"]),
    ("The mill burned down in [Britain].", ["United Kingdom"]),
    ("The mill burned down in the [Netherlands].", ["Netherlands"]),
    ("The mill burned down in [São Paulo].", ["São Paulo < Brazil"]),
    ("The mill burned down in [Sao Paulo].", ["São Paulo < Brazil"]),
    ("The mill burned down in [Bavaria].", ["Bavaria < Germany"]),
    ("The mill burned down in [Catalonia].", ["Catalonia < Spain"]),
    ("The mill burned down in [Scotland].", ["Scotland < United Kingdom"]),
    ("The mill burned down in [Kent].", ["Kent < England < United Kingdom"]),
    ("The mill burned down in [Aceh].", ["Aceh < Sumatra < Indonesia"]),
    ("The mill burned down in [Kursk].", ["Kursk < Russia"]),
    ("The mill burned down in [Sinaloa].", ["Sinaloa < Mexico"]),
    ("The mill burned down in [Xinjiang].", ["Xinjiang < China"]),
    ("The mill burned down in [Texas].", ["Texas < United States"]),
    ("The mill burned down in [Darfur].", ["Darfur < Sudan"]),
    ("The mill burned down in the [Gaza Strip].", ["Gaza Strip < Palestinian Territories"]),
    ("The mill burned down in [Rafah].", ["Rafah < Gaza Strip < Palestinian Territories"]),
    ("The mill burned down in the [Luhansk region].", ["Luhansk < Donbas < Ukraine"]),
    ("The mill burned down in [Lugansk oblast].", ["Luhansk < Donbas < Ukraine"]),
    ("The mill burned down in [Kramatorsk].", ["Kramatorsk < Donetsk < Donbas < Ukraine"]),
    ("The mill burned down in [Borno state].", ["Borno < Nigeria"]),
    ("The mill burned down in [Tbilisi], [Georgia].", ["Tbilisi < Georgia", "Georgia"]),
    ("The mill burned down in [Atlanta], [Georgia].", ["Atlanta < Georgia < United States", "Georgia < United States"]),
    ("The mill burned down in [Springfield], [Illinois].", [
        "Springfield < Illinois < United States", "Illinois < United States",
    ]),
    ("The mill burned down in [Paris], [Texas].", ["Paris < Texas < United States", "Texas < United States"]),
    ("The mill burned down in [Paris].", ["Paris < Ile-de-France < France"]),
    ("The mill burned down in [Reading], [England].", ["Reading < England < United Kingdom", "England < United Kingdom"]),
    ("The mill burned down in [Nice].", ["Nice < Provence-Alpes-Cote d'Azur < France"]),
    ("Shells fell on [Kramatorsk] and [Pokrovsk].", [
        "Kramatorsk < Donetsk < Donbas < Ukraine", "Pokrovsk < Donetsk < Donbas < Ukraine",
    ]),
    ("The convoy drove from [Kharkiv] to [Odesa].", ["Kharkiv < Ukraine", "Odesa < Ukraine"]),
    ("The ferry sank in the [Black Sea] off [Turkey].", ["Black Sea", "Turkey"]),
    ("[KYIV] (The Herald) - The mill burned down.", ["Kyiv < Ukraine"]),
    ("The mill burned down in [eastern Ukraine].", ["eastern Ukraine < Ukraine"]),
    ("The mill burned down in [north-eastern Syria].", ["northeastern Syria < Syria"]),
    ("The mill burned down in [northwest Syria].", ["northwestern Syria < Syria"]),
    ("The mill burned down in the [south of Spain].", ["southern Spain < Spain"]),
    ("The mill burned down in [southern Norland].", ["southern Norland < Norland"]),
    ("[Chile] said the mill burned down in [the country's north].", ["Chile", "northern Chile < Chile"]),
    ("[Quito] said a ferry sank off [the country's southern coast].", [
        "Quito < Pichincha < Ecuador", "southern Ecuador < Ecuador",
    ]),
    ("Two spies were held on [Polish territory].", ["Poland"]),
    ("The march reached the [Polish capital].", ["Warsaw < Mazovia < Poland"]),
    ("The mill burned down in [Halvik].", ["Halvik"]),
    ("The mill burned down in [Merrow].", ["Merrow"]),
    ("The mill burned down in [Port Merrow].", ["Port Merrow"]),
    ("Police in [Orsa] and [Merrow] held five men.", ["Orsa", "Merrow"]),
    ("A landslide in the [Orsa valley] blocked the road.", ["Orsa valley"]),
    ("The ferry sank near [Tarn Island].", ["Tarn Island"]),
    ("Fishermen on [Lake Tarn] saw the crash.", ["Lake Tarn"]),
    ("The dam above the village of [Ulvik] broke.", ["Ulvik"]),
    ("The mill burned down in [Halvik], in the [Orsa district].", ["Halvik < Orsa", "Orsa"]),
    ("The mill burned down in [Halvik], [Norland].", ["Halvik < Norland", "Norland"]),
    ("The mill burned down in the [Orsa district] of [Norland].", ["Orsa < Norland", "Norland"]),
    ("The mill burned down in [Ulvik], [Norway].", ["Ulvik < Norway", "Norway"]),
    ("The mill in [Velden], a port in [Peru], burned down.", ["Velden < Peru", "Peru"]),
    ("The mill burned in [Halvik]. People in [Halvik], [Norland], wept.", ["Halvik < Norland", "Halvik < Norland", "Norland"]),
    ("The mill burned down in [Halvik]. [Halvik] is a quiet town.", ["Halvik", "Halvik"]),
    ("In [New York], stocks fell.", ["New York < New York State < United States"]),
    ("He flew from [Washington, D.C.] to [Lisbon].", ["Washington < United States", "Lisbon < Portugal"]),
]  # fmt: skip

NOT_PLACES = [
    "Anna moved from Microsoft to Google.",
    "The shop is open from Monday to Friday.",
    "Two Chinese citizens were held.",
    "The Ukrainian army advanced.",
    "French wine sold well.",
    "Paris Hilton opened the gala.",
    "The actor Denzel Washington arrived. Washington smiled.",
    "Jordan Smith won the race.",
    "The Bank of England raised rates.",
    "Manchester United lost again.",
    "The New York Times praised the cook.",
    "The Kyiv Independent praised the cook.",
    "Reading a book calms the mind.",
    "A nice mobile phone lay on the table.",
    "They ate turkey and drank port.",
    "He wore a jersey and a panama hat.",
    "The china cabinet fell over.",
    "In May the choir sang.",
    "In English the word means bread.",
    "In Parliament the debate went on.",
    "In September the mill burned down.",
    "She believes in justice.",
    "Tell us more, the clerk said.",
    "The bath was hot.",
    "The orange juice was cold.",
    "Mr. Lincoln sold the farm.",
    "The Boston Symphony played well.",
    "Victoria Beckham designed the coat.",
    "The phone was made by Nokia.",
    "Chelsea Clinton gave a speech.",
    "He studied the Pythagorean theorem.",
    "The split was bitter.",
    "The central bank cut rates.",
    "Boris Johnson left early.",
]

# The relation and what happens there.
RELATIONS = [
    ("Two men were seized in [Halvik].", "in", ("seize",)),
    ("Two men were seized near [Halvik].", "near", ("seize",)),
    ("The convoy set out from [Halvik].", "from", ("set out",)),
    ("The convoy returned to [Halvik].", "to", ("return",)),
    ("The storm hit [Lisbon].", "in", ("hit",)),
    ("The troops reached [Lisbon].", "to", ("reach",)),
    ("Thousands fled [Lisbon].", "from", ("flee",)),
    ("The ferry passed through the [Suez Canal].", "through", ("pass",)),
    ("The mayor of [Lisbon] resigned.", "of", ()),
    ("The men were seized near [Lisbon]. This happened in May.", "near", ("seize",)),
    ("The men were seized. This happened in [Lisbon].", "in", ("seize", "happen")),
    ("Two fighters in [Lisbon] were seized.", "in", ("seize",)),
    ("The shells fell on the port of [Odesa].", "in", ("fall",)),
]

GOVERNMENTS = [
    ("[Kyiv] denied the report.", True),
    ("[Beijing] warned the company.", True),
    ("[Norway] joined the pact.", True),
    ("The report was denied by [Moscow].", True),
    ("The report was denied in [Moscow].", False),
    ("The storm hit [Norway].", False),
    ("[Munich] won the match.", False),
]


def plain(marked: str) -> str:
    return MARKED.sub(r"\1", marked)


def ranges(marked: str) -> list[tuple[int, int]]:
    """Where the bracketed words stand once the brackets are gone."""
    found = []
    for count, match in enumerate(MARKED.finditer(marked)):
        start = match.start() - 2 * count
        found.append((start, start + len(match[1])))
    return found


def chain(place: Place) -> str:
    return " < ".join((place.name, *place.within))


@pytest.mark.parametrize(("marked", "names"), NAMED)
def test_read_places_names_and_contains(nlp: Language, gazetteer: Gazetteer, marked: str, names: list[str]) -> None:
    places = read_places(nlp(plain(marked)), gazetteer=gazetteer)
    assert [chain(place) for place in places] == names
    assert [(place.start, place.end) for place in places] == ranges(marked)


@pytest.mark.parametrize("text", NOT_PLACES)
def test_read_places_leaves_other_names_alone(nlp: Language, gazetteer: Gazetteer, text: str) -> None:
    places = read_places(nlp(text), gazetteer=gazetteer)
    assert [text[place.start : place.end] for place in places] == []


@pytest.mark.parametrize(("marked", "relation", "events"), RELATIONS)
def test_read_places_tells_what_happens_there(
    nlp: Language, gazetteer: Gazetteer, marked: str, relation: str, events: tuple[str, ...]
) -> None:
    (place,) = read_places(nlp(plain(marked)), gazetteer=gazetteer)
    assert (place.relation, place.events) == (relation, events)


@pytest.mark.parametrize(("marked", "metonym"), GOVERNMENTS)
def test_read_places_tells_governments_from_places(
    nlp: Language, gazetteer: Gazetteer, marked: str, *, metonym: bool
) -> None:
    (place,) = read_places(nlp(plain(marked)), gazetteer=gazetteer)
    assert place.metonym is metonym


WORDS = st.sampled_from([
    "in", "the", "Kyiv", "Halvik", "region", "of", "east", "country's", "’s", ",", ".", "and", "said", "northern", "Georgia",
    "Paris", "Port", "river", "from", "to", "US", "-", "Ukrainian", "territory", "capital",
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(text=st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=20).map(" ".join)))
def test_read_places_never_fails_and_stays_inside_the_text(nlp: Language, gazetteer: Gazetteer, text: str) -> None:
    start = 0
    for place in read_places(nlp(text), gazetteer=gazetteer):
        assert start <= place.start < place.end <= len(text)
        assert place.name not in place.within
        start = place.start


def test_read_places_reads_curly_apostrophes_like_straight_ones(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "After Lima said that it had seized two men in the country’s east, the talks ended."
    places = read_places(parse(clean_article(text), nlp), gazetteer=gazetteer)
    assert [(place.name, place.relation, place.events) for place in places[1:]] == [("eastern Peru", "in", ("seize",))]
