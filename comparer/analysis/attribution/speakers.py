"""Who a source is: a name carried over pronouns and role nouns, and what kind of voice it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from comparer.analysis.attribution.relation import Relation, holds
from comparer.analysis.attribution.table import CueTable
from comparer.analysis.report import Range, Voice

_PERSONAL = {"he": "man", "him": "man", "his": "man", "she": "woman", "her": "woman"}
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_TITLES = {"mr": "man", "mr.": "man", "mrs": "woman", "mrs.": "woman", "ms": "woman", "ms.": "woman"}
_INSTITUTIONS = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})
_LONGEST_PHRASE = 8
_REACH = 6
"""Sentences that a pronoun looks back."""


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str | None
    voice: Voice


@dataclass
class Speakers:
    """Resolves sources in the order of the text, remembering who has spoken."""

    doc: Doc
    cues: CueTable
    _people: list[tuple[int, str]] = field(init=False)
    _genders: dict[str, str] = field(init=False)
    _spoken: list[tuple[int, Range, Speaker]] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        entities = [entity for entity in self.doc.ents if entity.label_ == "PERSON" and "\n" not in entity.text]
        fullest = _fullest_names([_plain_name(entity.text) for entity in entities])
        self._people = [(entity.root.i, fullest[_plain_name(entity.text)]) for entity in entities]
        self._genders = {}
        for entity, (_, name) in zip(entities, self._people, strict=True):
            gender = self._gender_beside(entity.start, entity.root)
            if gender:
                self._genders.setdefault(name, gender)

    def resolve(self, relation: Relation, earlier: Sequence[Relation]) -> Speaker:
        """Return who speaks in `relation`; `earlier` are the relations before it, already resolved."""
        if relation.source is None:
            return Speaker(None, "unnamed")
        speaker = self._of_source(relation.source, earlier)
        self._spoken.append((relation.head, relation.source, speaker))
        return speaker

    def _of_source(self, source: Range, earlier: Sequence[Relation]) -> Speaker:
        head = _head(self.doc, source)
        lower = head.lower_
        if source[1] - source[0] <= 2 and lower in _PERSONAL:
            return self._personal(head, _PERSONAL[lower], earlier)
        if lower in {"it", "they", "its", "their"} and source[1] - source[0] == 1:
            return self._last_of({"institution", "document"} if lower in {"it", "its"} else {"unnamed", "institution"})
        if lower in _RELATIVE and head.head.dep_ == "relcl":
            antecedent = head.head.head
            return self._of_source(_short_phrase(antecedent), earlier)
        named = [name for place, name in self._people if source[0] <= place < source[1]]
        if named and (head.pos_ == "PROPN" or head.ent_type_ == "PERSON" or _apposed(self.doc, source, head)):
            return Speaker(self._nearest_name(source, head), "named")
        return self._phrase(source, head)

    def _phrase(self, source: Range, head: Token) -> Speaker:
        lemma = head.lemma_.lower()
        if head.pos_ == "PROPN":
            known = {token for _, name in self._people for token in name.split()}
            if head.ent_type_ in _INSTITUTIONS or lemma in self.cues.institutions:
                return Speaker(self._text(source, head), "institution")
            voice: Voice = "named" if head.text in known or head.ent_type_ == "PERSON" else "institution"
            return Speaker(self._text(source, head), voice)
        if lemma in self.cues.documents:
            return Speaker(self._text(source, head), "document")
        if lemma in self.cues.institutions:
            return Speaker(self._text(source, head), "institution")
        carried = self._role(head) if self.doc[source[0]].lower_ in {"the", "that", "this"} else None
        return carried or Speaker(self._text(source, head), "unnamed")

    def _role(self, head: Token) -> Speaker | None:
        """ "The official": who was last called an official."""
        modified = any(child.dep_ in {"amod", "compound", "prep", "relcl", "nmod", "poss"} for child in head.children)
        if modified:
            return None
        for _, source, speaker in reversed(self._spoken):
            if any(token.lemma_.lower() == head.lemma_.lower() for token in self.doc[source[0] : source[1]]):
                return speaker
        gender = _gender_of(head.lemma_.lower(), self.cues)
        return self._personal(head, gender, ()) if gender else None

    def _personal(self, token: Token, gender: str, earlier: Sequence[Relation]) -> Speaker:
        """Return the most salient person before a pronoun: near, a subject, a speaker rather than one spoken of."""
        best: tuple[float, Speaker] | None = None
        sentence = token.sent.start
        for place, name in self._people[: bisect_left(self._people, (token.i, ""))][-12:]:
            other = self._genders.get(name, gender)
            distance = _sentences_between(self.doc, place, sentence)
            if other != gender or distance > _REACH:
                continue
            score = -distance + 1.5 * (self.doc[place].dep_ in {"nsubj", "nsubjpass"}) + 0.001 * place / (token.i + 1)
            score -= 1.5 * any(holds(relation.content, place) for relation in earlier[-4:])
            best = (
                max(best, (score, Speaker(name, "named")), key=lambda pair: pair[0])
                if best
                else (score, Speaker(name, "named"))
            )
        for place, _, speaker in self._spoken[-3:]:
            distance = _sentences_between(self.doc, place, sentence)
            if speaker.voice in {"named", "unnamed"} and speaker.name and distance <= _REACH:
                if self._genders.get(speaker.name, gender) == gender:
                    score = 2.0 - distance + 0.001 * place / (token.i + 1)
                    if best is None or score > best[0]:
                        best = score, speaker
        if best is None:
            return Speaker(None, "unnamed")
        if best[1].name and best[1].voice == "named":
            self._genders.setdefault(best[1].name, gender)
        return best[1]

    def _last_of(self, voices: set[str]) -> Speaker:
        for _, _, speaker in reversed(self._spoken[-4:]):
            if speaker.voice in voices:
                return speaker
        return Speaker(None, "institution" if "document" in voices else "unnamed")

    def _nearest_name(self, source: Range, head: Token) -> str:
        inside = [(place, name) for place, name in self._people if source[0] <= place < source[1]]
        return min(inside, key=lambda pair: abs(pair[0] - head.i))[1]

    def _gender_beside(self, start: int, root: Token) -> str | None:
        before = self.doc[start - 1].lower_ if start else ""
        if before in _TITLES:
            return _TITLES[before]
        words = [before, root.head.lemma_.lower(), *(child.lemma_.lower() for child in root.children)]
        return next((gender for word in words if (gender := _gender_of(word, self.cues))), None)

    def _text(self, source: Range, head: Token) -> str:
        start, end = source
        if end - start > _LONGEST_PHRASE:
            start, end = _short_phrase(head)
        return " ".join(self.doc[start:end].text.split())


def _head(doc: Doc, source: Range) -> Token:
    return doc[source[0] : source[1]].root


def _short_phrase(head: Token) -> Range:
    """Return the noun with what stands before it and its "of" or "for" phrase, without clauses."""
    start = head.i
    while start > head.left_edge.i and head.i - start < _LONGEST_PHRASE:
        start -= 1
    return start, head.i + 1


def _apposed(doc: Doc, source: Range, head: Token) -> bool:
    return any(child.dep_ == "appos" and child.ent_type_ == "PERSON" for child in head.children)


def _gender_of(lemma: str, cues: CueTable) -> str | None:
    return "woman" if lemma in cues.women else "man" if lemma in cues.men else None


def _plain_name(text: str) -> str:
    name = " ".join(text.split())
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    return name


def _fullest_names(names: Sequence[str]) -> dict[str, str]:
    """Map each name to the first longer name in the text that ends in it."""
    fullest: dict[str, str] = {}
    by_last: dict[str, str] = {}
    for name in names:
        last = name.split()[-1] if name.split() else name
        if len(name.split()) > 1:
            by_last.setdefault(last, name)
    for name in names:
        fullest[name] = by_last.get(name, name) if " " not in name else name
    return fullest


def _sentences_between(doc: Doc, place: int, sentence: int) -> int:
    """Sentences from the one that holds `place` to the one that starts at `sentence`; 20 stands for many."""
    count = 0
    for i in range(place + 1, sentence + 1):
        count += bool(doc[i].is_sent_start)
        if count > _REACH:
            return 20
    return count
