"""Names of the gazetteer in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from comparer.analysis.places.gazetteer import Entry, Gazetteer
from comparer.analysis.places.mention import Mention
from comparer.analysis.places.vocabulary import DIRECTIONS, NATURE_WORDS, REGION_WORDS, SITE_WORDS, TOWN_PARTS
from comparer.analysis.report import PlaceKind

_FIRST_WORDS = frozenset(
    {"North", "South", "East", "West", "Upper", "Lower", "New", "Old", "Little", "Fort", "Camp", "Lake", "Mount"}
)

_BESIDE_TOWN = frozenset({"near", "outside"})
_TOWNS = frozenset({"city", "town", "village", "port", "outskirts", "suburbs", "suburb", "mayor"})


def known_mentions(doc: Doc, tokens: Sequence[Token], gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield the longest known name at each capitalised token, none overlapping."""
    text = doc.text
    free = 0
    for token in tokens:
        if token.i >= free and token.text[:1].isupper() and not _ends_name(doc, token):
            mention = _longest(doc, text, token, gazetteer)
            if mention is not None:
                free = mention.end
                yield mention


def _longest(doc: Doc, text: str, first: Token, gazetteer: Gazetteer) -> Mention | None:
    limit = first.idx + gazetteer.reach(first.text)
    ends: list[tuple[int, int]] = []
    for position in range(first.i, len(doc)):
        last = doc[position]
        if last.idx + len(last) > limit:
            break
        ends.append((position + 1, last.idx + len(last)))
    for end, stop in reversed(ends):
        words = text[first.idx : stop]
        entries = gazetteer.find(words)
        if entries and _is_part_of_town(doc, first.i, end) and all(entry.kind == "city" for entry in entries):
            return None
        if entries:
            ranked = _with_word_before(doc, first, entries)
            return _with_type(doc, Mention(first.i, end, words, ranked[0].kind, ranked))
    return None


def _is_part_of_town(doc: Doc, start: int, end: int) -> bool:
    """True for "the Altona district" and "the district of Altona", not for "a district of Hamburg"."""
    after = doc[end].lower_ if end < len(doc) else ""
    before = [token.lower_ for token in doc[max(start - 3, 0) : start]]
    named = len(before) == 3 and before[0] == "the" and before[1] in TOWN_PARTS and before[2] == "of"
    return named or (after in TOWN_PARTS and doc[end].text.islower())


def _with_word_before(doc: Doc, first: Token, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Regions first after a direction, "northern Gaza"; of one country, towns first in "near Gao" and "the city of Gao"."""
    before = doc[first.i - 1].lower_ if first.i else ""
    if before in DIRECTIONS:
        return tuple(sorted(entries, key=lambda entry: entry.kind == "city"))
    town = before in _BESIDE_TOWN or (before == "of" and first.i > 1 and doc[first.i - 2].lower_ in _TOWNS)
    if not town or entries[0].kind != "region":
        return entries
    return tuple(sorted(entries, key=lambda entry: (entry.within[-1:] != entries[0].within[-1:], entry.kind != "city")))


def _ends_name(doc: Doc, token: Token) -> bool:
    """True for "Springs" in "Palm Springs", "Forest" in "Bavarian Forest" and "Orsa" in "South Orsa", where the first word is no place and no title."""
    before = doc[token.i - 1] if token.i and not token.is_sent_start else None
    if before is not None and before.pos_ == "PROPN" and before.text in _FIRST_WORDS and not before.is_sent_start:
        return True
    if before is None or before.pos_ != "PROPN" or before.dep_ != "compound" or before.head != token:
        return False
    named = before.ent_type_ in {"GPE", "LOC", "FAC"} or token.lower_ in NATURE_WORDS
    return before.text[0].isupper() and named and token.ent_iob_ == "I"


def _with_type(doc: Doc, mention: Mention) -> Mention:
    """Take in "region" of "Donetsk region", and prefer the region then; "the Donetsk valley" is a place of its own."""
    after = doc[mention.end] if mention.end < len(doc) else None
    if after is None or after.is_sent_start or mention.kind == "country" or _goes_on(after):
        return mention
    if after.lower_ in NATURE_WORDS or after.lower_ in SITE_WORDS:
        kind: PlaceKind = "area" if after.lower_ in NATURE_WORDS else "site"
        return Mention(mention.start, mention.end + 1, doc[mention.start : mention.end + 1].text, kind)
    if after.lower_ not in REGION_WORDS:
        return mention
    regions = tuple(entry for entry in mention.entries if entry.kind == "region")
    return Mention(mention.start, mention.end + 1, mention.words, "region", regions or mention.entries)


def _goes_on(word: Token) -> bool:
    """True for "State" in "Lagos State University": the type word is part of a longer name."""
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return word.text[0].isupper() and after is not None and after.pos_ == "PROPN" and after.text[0].isupper()
