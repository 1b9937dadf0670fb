"""Places that no gazetteer knows: what the model takes for one, "in Halvik", "the Orsa valley", "eastern Norland"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from comparer.analysis.places.gazetteer import Gazetteer
from comparer.analysis.places.mention import Mention
from comparer.analysis.places.sites import number_of, site_table
from comparer.analysis.places.vocabulary import (
    BEFORE_NAME,
    DIRECTIONS,
    GOING,
    LOCATIVE,
    NATURE_WORDS,
    NOT_NAMES,
    OF_NAME,
    OTHER_LABELS,
    PLACE_LABELS,
    REGION_WORDS,
    SETTLEMENTS,
    SIDES,
    SITE_WORDS,
    SITES_BEFORE_NAME,
    TAKE_IN,
    TIME_WORD,
    TYPE_WORDS,
    WATERS_AND_HEIGHTS,
    WAYS,
)
from comparer.analysis.report import PlaceKind

_SHORTEST_IN_CAPITALS = 5
_ACROSS = frozenset({"over", "across", "into", "in", "along", "on", "from"})
_HOUSED = frozenset({"street", "road", "avenue", "lane", "square", "drive", "boulevard", "crescent", "terrace", "row"})
_HOUSE = re.compile(r"\d{1,3}[A-Za-z]?")
_ROAD = re.compile(r"[AEMN]\d{1,2}|I-\d{1,3}")
_ON_ROAD = frozenset({"on", "along", "off", "onto", "near", "from", "of"})
_ROADS = frozenset({"motorway", "road", "autobahn", "highway", "expressway", "freeway", "interstate"})
_OVER_WATER = frozenset({
    "bridge", "footbridge", "viaduct", "ferry", "dam", "crossing", "swim", "drown", "row", "wade", "float", "flow", "fish",
    "barge", "boat", "raft", "lock", "weir", "plunge", "fall", "jump", "pull", "capsize", "sink", "cross", "drift", "tunnel",
})  # fmt: skip
"""What is over, in or from a river: its name needs no "River"."""
_IN_PLACE = frozenset({"pobj", "conj", "appos"})


def unknown_mentions(doc: Doc, tokens: Sequence[Token], gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield what looks like a place, the surest kinds of sign first; mentions may overlap."""
    words = [(token, token.lower_) for token in tokens]
    for token, word in words:
        if word in TYPE_WORDS or word in BEFORE_NAME:
            yield from _typed(doc, token, word)
        if word in site_table().numbered:
            yield from _numbered(doc, token, word)
        if _ROAD.fullmatch(token.text):
            yield from _road(doc, token)
    for entity in doc.ents:
        if entity.label_ in {"GPE", "LOC"}:
            yield from _by_model(doc, entity, gazetteer)
    for token, word in words:
        yield from _by_neighbour(doc, token, word, gazetteer)


def _by_neighbour(doc: Doc, token: Token, word: str, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield the names that the word before or after gives away."""
    if word in _ACROSS:
        yield from _river(doc, token)
    if word == "from":
        yield from _both_ends(doc, token, gazetteer)
    if word in LOCATIVE | WAYS or word == "of":
        yield from _after_preposition(doc, token, word, gazetteer)
    elif word in DIRECTIONS or word in SIDES:
        yield from _after_direction(doc, token)
    elif token.lemma_ == "host" and token.pos_ == "VERB":
        yield from _hosting(doc, token)


def waters(doc: Doc, tokens: Sequence[Token], gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield "the Gulf of Bothnia", which must not be read as the country or town in its name."""
    for token in tokens:
        if token.lower_ not in OF_NAME or not token.text[0].isupper() or token.i + 2 >= len(doc):
            continue
        end = _name_end(doc, token.i + 2)
        if doc[token.i + 1].lower_ == "of" and end > token.i + 2:
            words = doc[token.i : end].text
            if not gazetteer.find(words):
                yield Mention(token.i, end, words, "area")


def named_again(doc: Doc, tokens: Sequence[Token], names: set[str], taken: Container[int]) -> Iterator[Mention]:
    """Yield the other mentions of names that are places somewhere in the text."""
    beginnings: dict[str, list[str]] = {}
    for name in sorted(filter(str.strip, names), key=len, reverse=True):
        beginnings.setdefault(name.split()[0], []).append(name)
    for token in tokens:
        if token.text in beginnings and token.i not in taken and token.pos_ == "PROPN":
            yield from _whole_name(doc, token, beginnings[token.text])


def _whole_name(doc: Doc, token: Token, names: Sequence[str]) -> Iterator[Mention]:
    for name in names:
        end = token.i + len(name.split())
        inside = (token.i and is_name(doc[token.i - 1])) or (end < len(doc) and is_name(doc[end]))
        if not inside and doc[token.i : end].text == name:
            yield Mention(token.i, end, name, "unknown")
            return


def is_name(token: Token) -> bool:
    """True for a capitalised proper name that is no people and no time."""
    named = token.pos_ == "PROPN" and token.text[0].isupper()
    return named and token.ent_type_ not in {"NORP", "TIME"} and not TIME_WORD.fullmatch(token.text)


def _typed(doc: Doc, token: Token, word: str) -> Iterator[Mention]:
    """Names with a type: "the Orsa valley", "Queen's Park", "Lake Tarn", "Port Merrow"."""
    if word in TYPE_WORDS and token.i and not _goes_on(token) and (last := _before_type(doc, token)) is not None:
        start = _name_start(doc, last)
        if word in _HOUSED and start > 1 and doc[start - 2].pos_ == "ADP" and _HOUSE.fullmatch(doc[start - 1].text):
            start -= 1
        end = token.i if word in REGION_WORDS or word in SETTLEMENTS else token.i + 1
        yield Mention(start, token.i + 1, doc[start:end].text, _kind(word))
    elif word in BEFORE_NAME and token.text[0].isupper():
        end = _name_end(doc, token.i + 1)
        if end > token.i + 1:
            site: PlaceKind = "site" if word in SITES_BEFORE_NAME else "unknown"
            kind: PlaceKind = "area" if word in WATERS_AND_HEIGHTS else site
            yield Mention(token.i, end, doc[token.i : end].text, kind)


def _goes_on(token: Token) -> bool:
    """True for "Road" in "Corrin Road station", and for the first word of a sentence, which ends no name."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    longer = after is not None and token.dep_ == "compound" and token.head == after and after.lower_ in SITE_WORDS
    return longer or bool(token.is_sent_start)


def _before_type(doc: Doc, token: Token) -> int | None:
    """The position of the last word of the name before a type; None if there is no name."""
    before = doc[token.i - 1]
    if is_name(before) or (before.ent_type_ == "NORP" and before.tag_ == "NNP" and before.dep_ == "compound"):
        return token.i - 1
    possessive = doc[token.i - 1].text in {"'s", "’s"} and token.i > 1 and token.text[0].isupper()
    return token.i - 2 if possessive and is_name(doc[token.i - 2]) else None


def _numbered(doc: Doc, token: Token, word: str) -> Iterator[Mention]:
    """Yield "Gate Six" and "platform 4" behind a preposition."""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    before = doc[token.i - 1] if token.i else None
    if after is None or before is None or before.pos_ != "ADP" or after.is_sent_start:
        return
    number = number_of(after.text)
    counts = after.i + 1 < len(doc) and doc[after.i + 1].tag_ == "NNS" and after.dep_ == "nummod"
    if number is not None and not counts and not after.text.endswith(("th", "st", "nd", "rd")):
        yield Mention(token.i, after.i + 1, f"{word.capitalize()} {number}", "site")


def _road(doc: Doc, token: Token) -> Iterator[Mention]:
    """Yield "A7" of "on the A7" and "M25 motorway" of "on the M25 motorway"."""
    before = [word.lower_ for word in doc[max(token.i - 2, 0) : token.i]]
    sort = token.i + 1 < len(doc) and doc[token.i + 1].lower_ in _ROADS
    end = token.i + 1 + sort
    goes_on = end < len(doc) and doc[end].pos_ in {"NOUN", "PROPN"} and doc[end].dep_ != "npadvmod"
    if before[-1:] == ["the"] and before[0] in _ON_ROAD and not goes_on:
        yield Mention(token.i, end, token.text, "site")


def _kind(word: str) -> PlaceKind:
    if word in REGION_WORDS:
        return "region"
    if word in NATURE_WORDS:
        return "area"
    return "unknown" if word in SETTLEMENTS else "site"


def _name_start(doc: Doc, position: int) -> int:
    while position and is_name(doc[position - 1]) and not doc[position].is_sent_start:
        position -= 1
    return position


def _name_end(doc: Doc, position: int) -> int:
    while position < len(doc) and is_name(doc[position]):
        position += 1
    return position


def _by_model(doc: Doc, entity: Span, gazetteer: Gazetteer) -> Iterator[Mention]:
    start, end = entity.start, entity.end
    while start < end and (not doc[start].text[0].isupper() or doc[start].lower_ == "the"):
        start += 1
    while end > start and (doc[end - 1].pos_ == "PART" or doc[end - 1].is_punct):
        end -= 1
    if start == end or any(token.lower_ in NOT_NAMES or token.text in gazetteer.adjectives for token in doc[start:end]):
        return
    coded = any(token.is_upper and len(token) < _SHORTEST_IN_CAPITALS for token in doc[start:end])
    if doc[start].pos_ in {"PROPN", "NOUN", "X"} and not coded and not any(map(str.isdigit, doc[start:end].text)):
        yield Mention(start, end, doc[start:end].text, "unknown")


def _after_preposition(doc: Doc, token: Token, word: str, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield "Halvik" of "in Halvik" and "in Orsa and Halvik", whatever the model takes it for, if nothing speaks against."""
    of_type = word == "of" and bool(token.i) and _leads_to_place(doc[token.i - 1].lower_)
    leads = of_type or word in LOCATIVE or _leads_on(token, word)
    if token.pos_ != "ADP" or not leads or (word == "in" and token.head.lemma_ in TAKE_IN):
        return
    start = token.i + 1
    if of_type and start < len(doc) and doc[start].lower_ == "the":
        start += 1
    while start < len(doc):
        end = _unlabelled_end(doc, start, gazetteer)
        if start == end or not _may_be_place(doc[start:end], strict=word == "at" or word in WAYS):
            return
        yield Mention(start, end, doc[start:end].text, "unknown")
        start = _next_in_list(doc, end)


def _both_ends(doc: Doc, token: Token, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield both names of "from Orsa to Halvik" where one of them is taken for a place: then the other is one too."""
    middle = _name_end(doc, token.i + 1)
    if middle == token.i + 1 or middle >= len(doc) or doc[middle].lower_ != "to":
        return
    ends = [(token.i + 1, middle), (middle + 1, _name_end(doc, middle + 1))]
    if ends[1][0] < ends[1][1] and any(_is_known(doc[start:end], gazetteer) for start, end in ends):
        yield from (Mention(start, end, doc[start:end].text, "unknown") for start, end in ends)


def _is_known(name: Span, gazetteer: Gazetteer) -> bool:
    return any(word.ent_type_ in {"GPE", "LOC"} for word in name) or bool(gazetteer.find(name.text))


def _unlabelled_end(doc: Doc, position: int, gazetteer: Gazetteer) -> int:
    """The end of a name that the model may take for a people: "near Ostby", but not "in Danish waters"."""
    end = _name_end(doc, position)
    first = doc[position]
    if end > position or first.pos_ != "PROPN" or not first.text[0].isupper() or first.text in gazetteer.adjectives:
        return end
    alone = position + 1 == len(doc) or doc[position + 1].pos_ not in {"NOUN", "PROPN", "ADJ"}
    return position + 1 if first.ent_type_ == "NORP" and first.tag_ == "NNP" and alone else position


def _leads_on(token: Token, word: str) -> bool:
    """True for "to" in "sailed to Halvik" and "from Orsa to Halvik"."""
    return word in WAYS and (token.head.lemma_.lower() in GOING or token.head.head.lemma_.lower() in GOING)


def _leads_to_place(word: str) -> bool:
    return word in TYPE_WORDS or word in SIDES


def _next_in_list(doc: Doc, end: int) -> int:
    while end < len(doc) and (doc[end].text == "," or doc[end].lower_ in {"and", "or"}):
        end += 1
    return end


def _after_direction(doc: Doc, token: Token) -> Iterator[Mention]:
    """Yield "Norland" of "eastern Norland"."""
    end = _name_end(doc, token.i + 1)
    if token.text.islower() and end > token.i + 1:
        yield Mention(token.i + 1, end, doc[token.i + 1 : end].text, "unknown")


def _river(doc: Doc, token: Token) -> Iterator[Mention]:
    """Yield "Sorrel" of "a bridge over the Sorrel" and "fell into the Sorrel"."""
    start = token.i + 2
    if token.head.lemma_.lower() not in _OVER_WATER or start >= len(doc) or doc[start - 1].lower_ != "the":
        return
    end = _name_end(doc, start)
    if end > start and (end == len(doc) or doc[end].pos_ not in {"NOUN", "PROPN"}):
        yield Mention(start, end, doc[start:end].text, "area")


def _hosting(doc: Doc, verb: Token) -> Iterator[Mention]:
    """Yield "Halvik" of "Halvik will host the final"."""
    for child in verb.lefts:
        if child.dep_ == "nsubj" and is_name(child) and child.ent_type_ in {"", "ORG"}:
            start = _name_start(doc, child.i)
            if start == child.i:
                yield Mention(start, child.i + 1, child.text, "unknown")


def _may_be_place(span: Span, *, strict: bool) -> bool:
    if span.root.dep_ not in _IN_PLACE or any(token.lower_ in NOT_NAMES or token.is_upper for token in span):
        return False
    labels = {token.ent_type_ for token in span}
    allowed = PLACE_LABELS if strict or len(span) > 2 else OTHER_LABELS | {"NORP"}
    after = span.doc[span.end] if span.end < len(span.doc) else None
    followed = after is not None and (after.text in {"'s", "’s"} or after.pos_ == "NOUN")
    return labels <= allowed and not followed
