"""Who a source is: a name carried over pronouns and role nouns, and what kind of voice it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from comparer.analysis.attribution.names import Mention, People, gender_of, plain_name, read_people
from comparer.analysis.attribution.relation import Relation, holds, sentence_of
from comparer.analysis.attribution.table import CueTable
from comparer.analysis.attribution.voices import voice_of_noun
from comparer.analysis.report import Range, Voice

_PERSONAL = {"he": "man", "him": "man", "his": "man", "she": "woman", "her": "woman", "hers": "woman"}
_PLURAL = frozenset({"they", "their", "them", "theirs"})
_NEUTER = frozenset({"it", "its"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_ONE_OF = frozenset({"one", "another", "second", "third", "other", "others", "both", "some", "most", "each"})
_DETERMINERS = frozenset({"a", "an", "the", "that", "this", "these", "those", "its", "their", "his", "her"})
_POINTING = frozenset({"the", "that", "this"})
_LONGEST_PHRASE = 9
_REACH = 6
"""Sentences that a pronoun looks back."""


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str | None
    voice: Voice


_NOBODY = Speaker(None, "unnamed")


@dataclass(frozen=True, slots=True)
class _Spoken:
    head: int
    source: Range
    speaker: Speaker


@dataclass
class Speakers:
    """Resolves sources in the order of the text, remembering who has spoken."""

    doc: Doc
    cues: CueTable
    people: People = field(init=False)
    spoken: list[_Spoken] = field(default_factory=list, init=False)
    _voices: dict[str, Voice] = field(default_factory=dict, init=False)
    """What a name was found to be where it was explained: "Norrport, the company that"."""

    def __post_init__(self) -> None:
        self.people = read_people(self.doc, self.cues)

    def resolve(self, relation: Relation, earlier: Sequence[Relation]) -> Speaker:
        """Return who speaks in `relation`; `earlier` are the relations just before it."""
        if relation.source is None:
            return _NOBODY
        speaker = self._of_source(relation.source, relation, earlier)
        if speaker.voice != "own":
            self.spoken.append(_Spoken(relation.head, relation.source, speaker))
        return speaker

    def _of_source(self, source: Range, relation: Relation, earlier: Sequence[Relation]) -> Speaker:
        head = self.doc[source[0] : source[1]].root
        if head.pos_ == "DET" and source[1] - source[0] > 1:
            head = self.doc[source[1] - 1]
        return (
            self._referred(source, head, relation, earlier)
            or self._named(source, head)
            or self._phrase(source, head, relation)
        )

    def _referred(self, source: Range, head: Token, relation: Relation, earlier: Sequence[Relation]) -> Speaker | None:
        """Return whom a pronoun stands for; None for another source."""
        word = head.lower_
        if word in _PERSONAL and source[1] - source[0] <= 2:
            return self._person_before(head, _PERSONAL[word], earlier)
        if word in _NEUTER:
            return self._last_of({"institution", "document"}) or Speaker(None, "institution")
        if word in _PLURAL:
            return self._last_of({"unnamed", "institution"}) or _NOBODY
        if word in _RELATIVE:
            return self._antecedent(head, relation, earlier)
        return self._last_of({"document"}) if head.lemma_.lower() in _ONE_OF else None

    def _named(self, source: Range, head: Token) -> Speaker | None:
        """Return the person whose name the source holds, by the fullest form of it."""
        if head.lower_ in self.cues.metonyms:
            return None
        inside = self.people.inside(*source)
        if inside and (head.pos_ == "PROPN" or head.ent_type_ == "PERSON" or _names_in_apposition(head)):
            return Speaker(min(inside, key=lambda mention: abs(mention.place - head.i)).name, "named")
        if head.text in self.people.persons and head.text[0].isupper():
            return Speaker(self.people.fullest.get(head.text, head.text), "named")
        return None

    def _antecedent(self, pronoun: Token, relation: Relation, earlier: Sequence[Relation]) -> Speaker:
        """Return whom the relative clause hangs on: "Bell, who said"."""
        clause = pronoun
        for _ in range(4):
            if clause.dep_ == "relcl":
                phrase = clause.head.left_edge.i, clause.head.i + 1
                return _NOBODY if clause.head.lower_ in _RELATIVE else self._of_source(phrase, relation, earlier)
            clause = clause.head
        return _NOBODY

    def _phrase(self, source: Range, head: Token, relation: Relation) -> Speaker:
        text = self._text(source, head)
        voice = voice_of_noun(head, text, relation.lemma, self.cues)
        signs = relation.lemma == "—"
        if voice in {"unnamed", "own"} and (signs or (head.text[0].isupper() and self._name(source, head))):
            voice = "named"
        if voice == "named":
            text, voice = self._name(source, head) or text, self._voices.get(head.text, voice)
        elif head.pos_ == "PROPN":
            self._voices.update((t.text, voice) for t in self.doc[source[0] : head.i + 1] if t.pos_ == "PROPN")
        if voice in {"unnamed", "own"} and head.pos_ != "PROPN" and self.doc[source[0]].lower_ in _POINTING:
            return self._role(head) or Speaker(text, voice)
        return Speaker(text, voice)

    def _name(self, source: Range, head: Token) -> str:
        """Return the name behind an office: "Norrport spokeswoman Lena Orth"; empty without one."""
        offices = [i + 1 for i in range(source[0], head.i) if self.doc[i].lemma_.lower() in self.cues.people]
        return self.doc[offices[-1] : head.i + 1].text if offices else ""

    def _role(self, head: Token) -> Speaker | None:
        """Return who was last called an official, for "the official"."""
        if any(child.dep_ in {"amod", "compound", "prep", "relcl", "nmod", "poss"} for child in head.children):
            return None
        lemma = head.lemma_.lower()
        for said in reversed(self.spoken[-_REACH:]):
            if any(token.lemma_.lower() == lemma for token in self.doc[said.source[0] : said.source[1]]):
                return said.speaker
        gender = gender_of(lemma, self.cues)
        return self._person_before(head, gender, ()) if gender else None

    def _person_before(self, token: Token, gender: str, earlier: Sequence[Relation]) -> Speaker:
        """Return the most salient person before a pronoun: near, a subject, a speaker rather than one spoken of."""
        sentence = sentence_of(token)[0]
        ranked: list[tuple[float, int, Speaker]] = []
        for mention in self.people.before(token.i, 12):
            if self.people.genders.get(mention.name, gender) == gender:
                score = self._salience(mention, sentence, earlier)
                ranked.append((score, mention.place, Speaker(mention.name, "named")))
        for said in self.spoken[-3:]:
            name = said.speaker.name
            human = said.speaker.voice in {"named", "unnamed"}
            if name and human and self.people.genders.get(name, gender) == gender:
                score = 2.0 - _sentences_between(self.doc, said.head, sentence)
                ranked.append((score, said.head, said.speaker))
        best = max(ranked, key=lambda entry: entry[:2], default=None)
        if best is None or best[0] < -_REACH:
            return _NOBODY
        if best[2].name and best[2].voice == "named":
            self.people.genders.setdefault(best[2].name, gender)
        return best[2]

    def _salience(self, mention: Mention, sentence: int, earlier: Sequence[Relation]) -> float:
        score = -float(_sentences_between(self.doc, mention.place, sentence))
        score += 1.5 * (self.doc[mention.place].dep_ in {"nsubj", "nsubjpass"})
        return score - 1.5 * any(holds(relation.content, mention.place) for relation in earlier)

    def _last_of(self, voices: set[str]) -> Speaker | None:
        spoken = (said.speaker for said in reversed(self.spoken[-_REACH:]))
        return next((speaker for speaker in spoken if speaker.voice in voices), None)

    def _text(self, source: Range, head: Token) -> str:
        """Return the phrase without what follows its first comma, "a" and "the" in lower case."""
        start, end = source
        for token in self.doc[head.i : end]:
            if token.text in {",", "("}:
                end = token.i
                break
        if end - start > _LONGEST_PHRASE:
            start, end = max(start, head.i + 1 - _LONGEST_PHRASE), head.i + 1
        words = plain_name(self.doc[start:end].text)
        first = words.split(" ", 1)[0]
        return words[0].lower() + words[1:] if first.lower() in _DETERMINERS else words


def _names_in_apposition(head: Token) -> bool:
    return any(child.dep_ == "appos" and child.ent_type_ == "PERSON" for child in head.children)


def _sentences_between(doc: Doc, place: int, sentence: int) -> int:
    """Sentences from the one that holds `place` to the one that starts at `sentence`; 20 stands for many."""
    count = 0
    for i in range(place + 1, sentence + 1):
        count += bool(doc[i].is_sent_start)
        if count > _REACH:
            return 20
    return count
