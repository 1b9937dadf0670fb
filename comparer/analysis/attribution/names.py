"""The people that an article names: where, by which full name, and whether a man or a woman where it shows."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from comparer.analysis.attribution.table import CueTable

_TITLES = {"mr": "man", "mr.": "man", "mrs": "woman", "mrs.": "woman", "ms": "woman", "ms.": "woman"}
_WEIGHT_OF_FULL_NAME = 6
_OF_PLACES = frozenset(
    {"upper", "lower", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "lake", "river",
     "mount", "valley", "bay", "port", "dam", "bridge", "street", "road", "island", "hill", "creek", "county"}
)  # fmt: skip
_OTHERS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})


@dataclass(frozen=True, slots=True)
class Mention:
    place: int
    """Token position of the name's head."""
    name: str
    """The fullest form that the article gives."""


@dataclass(frozen=True)
class People:
    mentions: tuple[Mention, ...]
    genders: dict[str, str]
    """Grows as pronouns are resolved."""
    persons: frozenset[str]
    """Words that are more often part of a person's name than of anything else's."""
    fullest: dict[str, str]
    """Full name for each form of a name."""

    def before(self, place: int, limit: int) -> Sequence[Mention]:
        """Return the last `limit` mentions that stand before the token `place`."""
        end = bisect_left(self.mentions, place, key=lambda mention: mention.place)
        return self.mentions[max(0, end - limit) : end]

    def inside(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions between two token positions."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention.place)
        last = bisect_left(self.mentions, end, key=lambda mention: mention.place)
        return self.mentions[first:last]


def read_people(doc: Doc, cues: CueTable) -> People:
    """Return the people of the article as the language model's entities show them."""
    entities = [entity for entity in doc.ents if entity.label_ == "PERSON" or entity.label_ in _OTHERS]
    votes = _votes(doc, entities, cues)
    persons = frozenset(word for word, count in votes.items() if count > 0)
    others = frozenset(word for word, count in votes.items() if count < 0)
    spans = [
        entity
        for entity in entities
        if not _is_place(entity)
        and (_all_in(entity, persons) or (entity.label_ == "PERSON" and not _all_in(entity, others)))
    ]
    names = [_without_role(span, cues) for span in spans]
    fullest = _fullest(names)
    mentions: list[Mention] = []
    genders: dict[str, str] = {}
    for span, short in zip(spans, names, strict=True):
        name = fullest[short]
        mentions.append(Mention(span.root.i, name))
        gender = _gender_beside(doc, span, cues)
        if gender:
            genders.setdefault(name, gender)
    mentions.sort(key=lambda mention: mention.place)
    return People(tuple(mentions), genders, persons, fullest)


def gender_of(lemma: str, cues: CueTable) -> str | None:
    """Return "man" or "woman" where the word says so."""
    return "woman" if lemma in cues.women else "man" if lemma in cues.men else None


def _without_role(span: Span, cues: CueTable) -> str:
    """Return the name without what the model took for a part of it: "Norrport spokeswoman Lena Orth"."""
    roles = cues.people | cues.women | cues.men | _TITLES.keys()
    behind = [token.i + 1 for token in span[:-1] if token.lower_.rstrip(".") in roles]
    return plain_name(span.doc[behind[-1] if behind else span.start : span.end].text)


def _votes(doc: Doc, entities: Sequence[Span], cues: CueTable) -> Counter[str]:
    """Count for each word of a name how often it is a person's, less how often it is anything else's."""
    votes: Counter[str] = Counter()
    for entity in entities:
        vote = _vote(doc, entity, cues)
        for token in entity:
            if vote and token.pos_ == "PROPN":
                votes[token.text] += vote
    return votes


def _vote(doc: Doc, entity: Span, cues: CueTable) -> int:
    """First name and surname, or a title, say more than a single word's label; "X, the company" says all."""
    if is_explained(entity.root, cues):
        return -2 * _WEIGHT_OF_FULL_NAME
    if entity.label_ in _OTHERS:
        return -1
    if _is_place(entity):
        return -1
    titled = entity.start > 0 and doc[entity.start - 1].lower_ in _TITLES
    return _WEIGHT_OF_FULL_NAME if titled or len(entity) > 1 else 1


def is_explained(head: Token, cues: CueTable) -> bool:
    """Whether the text says that a name is an institution's: "Norrport, the company that"."""
    return any(child.dep_ == "appos" and child.lemma_.lower() in cues.institutions for child in head.children)


def _is_place(entity: Span) -> bool:
    """Whether a word of the name says so, or "in" before it: the model takes small places for people."""
    if any(token.lower_ in _OF_PLACES for token in entity):
        return True
    return entity.start > 0 and entity.doc[entity.start - 1].lower_ in {"in", "near", "at", "outside"}


def _all_in(entity: Iterable[Token], words: frozenset[str]) -> bool:
    tokens = [token for token in entity if token.text not in {"'s", "’s", "the", "The"}]
    return bool(tokens) and all(token.text in words for token in tokens)


def plain_name(text: str) -> str:
    """Return the name on one line, without a genitive ending."""
    name = " ".join(text.split())
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    return name


def _fullest(names: Sequence[str]) -> dict[str, str]:
    """Map a single word to the first longer name that ends, or else begins, in it."""
    ends: dict[str, str] = {}
    begins: dict[str, str] = {}
    for name in names:
        words = name.split()
        if len(words) > 1:
            ends.setdefault(words[-1], name)
            begins.setdefault(words[0], name)
    full = {name: name if " " in name else ends.get(name) or begins.get(name, name) for name in names}
    return begins | ends | full


def _gender_beside(doc: Doc, span: Span, cues: CueTable) -> str | None:
    before = doc[span.start - 1].lower_ if span.start else ""
    if before in _TITLES:
        return _TITLES[before]
    root = span.root
    beside = [root.head] if root.dep_ in {"appos", "compound"} else []
    words = [before, doc[span.start].lower_, *(token.lemma_.lower() for token in (*beside, *root.children))]
    return next((gender for word in words if (gender := gender_of(word, cues))), None)
