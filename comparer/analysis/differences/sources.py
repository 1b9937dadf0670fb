"""Whether two phrases mean one source: "a spokeswoman for the mill" and "the mill's spokeswoman"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from comparer.analysis.passages import Passage, spans_inside
from comparer.analysis.people import name_words, same_person
from comparer.analysis.report import Attribution, Span, Token

SameSpeaker = Callable[[str, str], bool]

_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "PRON"})
_SPEAKS_FOR = frozenset({"spokes", "office", "statement", "representative", "official", "press", "service"})
"""Whoever is called so says what the body behind it says."""
_ALIKE = (
    frozenset({"head", "chief", "boss", "leader", "director", "commander"}),
    frozenset({"lawyer", "attorney", "counsel", "solicitor", "barrister", "defender", "advocate"}),
    frozenset({"researcher", "scientist", "study", "expert"}),
    frozenset({"doctor", "physician", "medic"}),
    frozenset({"witness", "eyewitness", "onlooker", "bystander"}),
    frozenset({"relative", "family"}),
    frozenset({"resident", "local", "villager", "inhabitant", "people"}),
    frozenset({"minister", "ministry"}),
    frozenset({"official", "authority"}),
    frozenset({"judge", "court"}),
    frozenset({"prosecutor", "prosecution"}),
    frozenset({"organizer", "organiser"}),
    frozenset({"police", "officer", "policeman", "constable", "detective", "investigator"}),
    frozenset({"company", "firm", "operator", "maker", "manufacturer"}),
    frozenset({"chairman", "chair", "president"}),
    frozenset({"ad", "advert", "advertisement", "commercial", "spot"}),
    frozenset({"report", "study", "survey", "paper"}),
    frozenset({"government", "minister", "ministry", "administration"}),
)
_CLAUSES = frozenset({"who", "which", "that", "whose", "where"})
_REACH = 40
"""Characters behind a source in which the name of "the geologist Sven Talle" is looked for."""


@dataclass(frozen=True, slots=True)
class Source:
    """One phrase taken apart. All words but the name are lower-case lemmas."""

    name: str
    head: str
    words: frozenset[str]


def source_of(passage: Passage, said: Attribution) -> Source:
    """Return the source of an attribution that stands in `passage`, by the words around it."""
    if said.source is None:
        return Source(said.speaker or "", "", frozenset())
    parts = list(_parts(_tokens(passage, said.source), passage.reading.text))
    names = [name for name, _, _ in parts if name]
    heads = [head for _, head, _ in parts if head]
    words = frozenset(word for _, _, some in parts for word in some)
    known = said.speaker or "" if said.voice == "named" else ""
    return Source(names[0] if names else known, heads[0] if heads else "", words)


def same_source(one: Source, other: Source) -> bool:
    """Return whether both can be one source. Symmetric; what says too little to tell is the same."""
    if one.name and other.name and not {one.head, other.head} & _SPEAKS_FOR:
        return same_person(one.name, other.name) or _within(one, other) or _within(other, one)
    if _within(one, other) or _within(other, one) or _speaks_for(one, other) or _speaks_for(other, one):
        return True
    if one.name or other.name:
        return False
    ours, theirs = one.words - {one.head}, other.words - {other.head}
    return _alike(one.head, other.head) and (not ours or not theirs or bool(ours & theirs))


def _within(one: Source, other: Source) -> bool:
    """True where the other phrase has all words of the one: "the chief of police" in "Police Chief Arno Weiss"."""
    ours = _all_words(one)
    if not ours or not ours <= _all_words(other):
        return False
    # "The pilot" lies in "the pilot's lawyer" and is somebody else.
    return bool(other.name) or not other.head or _alike(one.head, other.head)


def _all_words(source: Source) -> frozenset[str]:
    return source.words | frozenset(source.name.lower().split())


def _speaks_for(one: Source, other: Source) -> bool:
    behind = one.words - {one.head} | frozenset(one.name.lower().split())
    return one.head in _SPEAKS_FOR and bool(behind & _all_words(other)) and _all_words(other) <= behind | _SPEAKS_FOR


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _ALIKE)


def _tokens(passage: Passage, source: tuple[int, int]) -> list[Token]:
    """The tokens of the source, and of the name right behind it that the reader left out."""
    index = passage.reading.index
    if index is None:
        return []
    inside = list(spans_inside(index.tokens, Span(*source)))
    for token in spans_inside(index.tokens, Span(source[1], source[1] + _REACH)):
        if token.pos != "PROPN" or passage.reading.text[source[1] : token.start].strip(" ").count(","):
            break
        inside.append(token)
    return inside


def _parts(tokens: Sequence[Token], text: str) -> Iterator[tuple[str, str, set[str]]]:
    """Yield (name, head, words) of each stretch between commas, clauses left out."""
    kept: list[Token] = []
    for token in tokens:
        if token.lemma.lower() in _CLAUSES:
            break
        kept.append(token)
    for comma, stretch in groupby(kept, lambda token: token.pos == "PUNCT" and text[token.start] == ","):
        if not comma:
            yield _part(list(stretch), text)


def _part(stretch: Sequence[Token], text: str) -> tuple[str, str, set[str]]:
    telling = [token for token in stretch if token.pos in _TELLING]
    front = telling
    for position, token in enumerate(stretch):
        if token.pos == "ADP" and position:
            front = [word for word in stretch[:position] if word.pos in _TELLING]
            break
    words = {_word(token) for token in telling if token.pos != "PRON"}
    if not front:
        return "", "", words
    if front[-1].pos != "PROPN":
        return "", _word(front[-1]), words
    name = " ".join(name_words(text[front[0].start : front[-1].end]))
    roles = [_word(token) for token in front if token.pos == "NOUN"]
    return name or text[front[0].start : front[-1].end], roles[-1] if roles else "", words


def _word(token: Token) -> str:
    """The lemma, one for man and woman."""
    lemma = token.lemma.lower()
    for ending in ("people", "person", "woman", "man"):
        if len(lemma) > len(ending) + 2 and lemma.endswith(ending):
            return lemma.removesuffix(ending)
    return lemma
