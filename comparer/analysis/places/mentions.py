"""Where a text may name places: known names, names that the model takes for places, and names with a word like "valley"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from comparer.analysis.places.gazetteer import Entry, Gazetteer
from comparer.analysis.report import PlaceKind
from comparer.analysis.times.phrases import MONTH, WEEKDAY

REGION_WORDS = frozenset({
    "region", "oblast", "province", "state", "district", "county", "governorate", "prefecture", "canton", "department",
    "republic", "territory", "municipality", "raion", "area",
})  # fmt: skip
NATURE_WORDS = frozenset({
    "valley", "river", "peninsula", "island", "islands", "bay", "strait", "desert", "mountain", "mountains", "forest",
    "coast", "gulf", "sea", "lake", "delta", "plateau", "hills", "canyon", "sound", "reef", "creek", "glacier", "plain", "pass",
})  # fmt: skip
TOWN_WORDS = frozenset({
    "city", "town", "village", "suburb", "neighborhood", "neighbourhood", "quarter", "square", "street", "avenue", "road",
    "airport", "dam", "bridge", "camp", "port", "harbor", "harbour", "crossing", "borough", "base", "stadium", "station",
})  # fmt: skip
_SETTLEMENTS = frozenset({"city", "town", "village"})
TYPE_WORDS = REGION_WORDS | NATURE_WORDS | TOWN_WORDS
_BEFORE = frozenset({"lake", "mount", "mt.", "port", "cape", "fort", "river", "camp", "isle"})
_DIRECTIONS = frozenset({
    "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern", "southwestern",
})  # fmt: skip
_TAKE_IN = frozenset({
    "believe", "confide", "trust", "invest", "specialise", "specialize", "interest", "interested", "deal", "result", "faith",
    "confidence", "belief", "stake", "share", "investment", "engage", "involve",
})  # fmt: skip
_SIDES = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "center", "centre", "outskirts",
})  # fmt: skip
_LOCATIVE = frozenset({"in", "near", "outside", "around", "at"})
_NOT_NAMES = frozenset({
    "parliament", "congress", "senate", "house", "court", "council", "english", "french", "german", "spanish", "russian",
    "chinese", "arabic", "hebrew", "reuters", "bloomberg", "god", "christ", "islam", "christianity", "covid", "ai", "nato", "eu", "un", "chapter",
    "article", "section", "phase", "group", "series", "class", "grade", "mr.", "ms.", "mrs.", "dr.", "twitter", "facebook",
    "instagram", "tiktok", "telegram", "whatsapp", "internet", "olympics", "euro", "gmt", "premier", "league",
})  # fmt: skip


_PLACE_LABELS = frozenset({"", "GPE", "LOC"})
_OTHER_LABELS = _PLACE_LABELS | {"PERSON", "ORG", "DATE", "FAC", "PRODUCT"}
_TIME_WORD = re.compile(rf"{WEEKDAY}s?|{MONTH}|Christmas|Easter|Ramadan|Thanksgiving|Passover")


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens from `start` to `end` (exclusive) that may name a place. `entries` is empty for a name that is not known."""

    start: int
    end: int
    words: str
    kind: PlaceKind
    entries: tuple[Entry, ...] = ()

    def span(self, doc: Doc) -> Span:
        return doc[self.start : self.end]


def find_mentions(doc: Doc, gazetteer: Gazetteer) -> list[Mention]:
    """Return the candidates in order, none overlapping; known names come first where two claim the same words."""
    known = list(_known(doc, gazetteer))
    taken = {position for mention in known for position in range(mention.start, mention.end)}
    unknown: list[Mention] = []
    for mention in (*_typed(doc), *_by_model(doc), *_after_preposition(doc), *_after_direction(doc)):
        positions = range(mention.start, mention.end)
        if taken.isdisjoint(positions):
            taken.update(positions)
            unknown.append(mention)
    again = _named_again(doc, {mention.words for mention in unknown}, taken)
    return sorted([*known, *unknown, *again], key=lambda mention: mention.start)


def _known(doc: Doc, gazetteer: Gazetteer) -> Iterator[Mention]:
    position = 0
    text = doc.text
    while position < len(doc):
        mention = _longest(doc, text, position, gazetteer) if doc[position].text[:1].isupper() else None
        if mention is not None:
            yield mention
        position = mention.end if mention is not None else position + 1


def _longest(doc: Doc, text: str, start: int, gazetteer: Gazetteer) -> Mention | None:
    token = doc[start]
    reach = gazetteer.reach(token.text)
    end = start
    while reach and end < len(doc) and doc[end].idx + len(doc[end]) - token.idx <= reach:
        end += 1
    for last in range(end, start, -1):
        words = text[token.idx : doc[last - 1].idx + len(doc[last - 1])]
        entries = gazetteer.find(words)
        if entries:
            return _with_type(doc, Mention(start, last, words, entries[0].kind, entries))
    return None


def _with_type(doc: Doc, mention: Mention) -> Mention:
    """Take in "region" of "Donetsk region", and prefer the region then; "the Donetsk valley" is a place of its own."""
    after = doc[mention.end] if mention.end < len(doc) else None
    if after is not None and after.lower_ in NATURE_WORDS and not after.is_sent_start:
        return Mention(mention.start, mention.end + 1, doc[mention.start : mention.end + 1].text, "area")
    if after is None or after.lower_ not in REGION_WORDS or after.is_sent_start:
        return mention
    regions = tuple(entry for entry in mention.entries if entry.kind == "region")
    return Mention(mention.start, mention.end + 1, mention.words, "region", regions or mention.entries)


def _typed(doc: Doc) -> Iterator[Mention]:
    """Names with a type: "the Orsa valley", "Lake Tarn", "Port Merrow"."""
    for token in doc:
        if token.lower_ in TYPE_WORDS and token.i and _is_name(doc[token.i - 1]):
            start = _name_start(doc, token.i - 1)
            keeps_type = token.lower_ not in REGION_WORDS | _SETTLEMENTS
            end = token.i + 1 if keeps_type else token.i
            words = doc[start:end].text
            yield Mention(start, token.i + 1, words, _kind(token))
        elif (
            token.lower_ in _BEFORE
            and token.text[0].isupper()
            and token.i + 1 < len(doc)
            and _is_name(doc[token.i + 1])
        ):
            end = _name_end(doc, token.i + 1)
            yield Mention(token.i, end, doc[token.i : end].text, "unknown")


def _kind(type_word: Token) -> PlaceKind:
    if type_word.lower_ in REGION_WORDS:
        return "region"
    if type_word.lower_ in NATURE_WORDS:
        return "area"
    return "unknown" if type_word.lower_ in _SETTLEMENTS else "site"


def _is_name(token: Token) -> bool:
    named = token.pos_ == "PROPN" and token.text[0].isupper()
    return named and token.ent_type_ not in {"NORP", "TIME"} and not _TIME_WORD.fullmatch(token.text)


def _name_start(doc: Doc, position: int) -> int:
    while position and _is_name(doc[position - 1]) and not doc[position].is_sent_start:
        position -= 1
    return position


def _name_end(doc: Doc, position: int) -> int:
    while position < len(doc) and _is_name(doc[position]):
        position += 1
    return position


def _by_model(doc: Doc) -> Iterator[Mention]:
    for entity in doc.ents:
        if entity.label_ not in {"GPE", "LOC"}:
            continue
        start, end = entity.start, entity.end
        while start < end and not doc[start].text[0].isupper():
            start += 1
        if start < end and doc[start].lower_ in {"the", "north", "south", "east", "west"} and end - start > 1:
            start += 1 if doc[start].lower_ == "the" else 0
        while end > start and (doc[end - 1].pos_ == "PART" or doc[end - 1].is_punct):
            end -= 1
        if start < end and doc[start].pos_ in {"PROPN", "NOUN", "X"} and doc[start].lower_ not in _NOT_NAMES:
            yield Mention(start, end, doc[start:end].text, "unknown")


def _after_preposition(doc: Doc) -> Iterator[Mention]:
    """Yield "Halvik" of "in Halvik" and "in Orsa and Halvik", whatever the model takes it for, if nothing speaks against."""
    for token in doc:
        if token.pos_ != "ADP" or not (token.lower_ in _LOCATIVE or _is_of_type(token)):
            continue
        if token.lower_ == "in" and token.head.lemma_.lower() in _TAKE_IN:
            continue
        start = token.i + 1
        if start < len(doc) and doc[start].lower_ == "the":
            start += _is_of_type(token)
        while start < len(doc):
            end = _name_end(doc, start)
            if start == end or not _may_be_place(doc[start:end], strict=token.lower_ == "at"):
                break
            yield Mention(start, end, doc[start:end].text, "unknown")
            start = _next_in_list(doc, end)


def _is_of_type(token: Token) -> bool:
    """True for the "of" of "the village of Halvik" and "the south of Norland"."""
    before = token.nbor(-1) if token.i else token
    return token.lower_ == "of" and (before.lower_ in TYPE_WORDS or before.lower_ in _SIDES)


def _next_in_list(doc: Doc, end: int) -> int:
    while end < len(doc) and (doc[end].text == "," or doc[end].lower_ in {"and", "or"}):
        end += 1
    return end


def _after_direction(doc: Doc) -> Iterator[Mention]:
    """Yield "Norland" of "eastern Norland"."""
    for token in doc[:-1] if len(doc) else ():
        end = _name_end(doc, token.i + 1)
        if token.lower_ in _DIRECTIONS | _SIDES and token.text.islower() and end > token.i + 1:
            yield Mention(token.i + 1, end, doc[token.i + 1 : end].text, "unknown")


def _may_be_place(span: Span, *, strict: bool) -> bool:
    if any(token.lower_ in _NOT_NAMES or token.is_upper for token in span) or span.root.dep_ not in {
        "pobj",
        "conj",
        "appos",
    }:
        return False
    labels = {token.ent_type_ for token in span}
    allowed = _PLACE_LABELS if strict or len(span) > 2 else _OTHER_LABELS
    after = span.doc[span.end] if span.end < len(span.doc) else None
    followed = after is not None and (after.text in {"'s", "’s"} or after.pos_ == "NOUN")
    return labels <= allowed and not followed


def _named_again(doc: Doc, names: set[str], taken: set[int]) -> Iterator[Mention]:
    """Later and earlier mentions of a name that was a place once."""
    first_words = {name.split()[0]: name for name in names if name}
    for token in doc:
        name = first_words.get(token.text)
        if name is None or token.i in taken or token.pos_ != "PROPN":
            continue
        end = token.i + len(name.split())
        beside = doc[end] if end < len(doc) else None
        whole = doc[token.i : end].text == name and not (beside is not None and _is_name(beside))
        if whole and not (token.i and _is_name(doc[token.i - 1])):
            yield Mention(token.i, end, name, "unknown")
