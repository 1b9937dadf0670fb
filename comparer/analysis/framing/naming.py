"""The same people, groups and events called differently in paired passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.events.words import Actors
from comparer.analysis.framing.rivals import Rivals
from comparer.analysis.framing.swapped import swapped_nouns
from comparer.analysis.labels import Labels
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Name, Range, Reading, Slot, Sureness, Token

_ANYBODY = frozenset(
    {"people", "person", "man", "woman", "one", "member", "figure", "individual", "boy", "girl", "victim"}
)
"""Beside a plain label these say nothing of how somebody is seen."""

Couple = tuple[Name, Name]


def compare_names(
    left: Passage,
    right: Passage,
    matches: Iterable[MatchedEvents],
    *,
    labels: Labels,
    actors: Actors,
    rivals: Rivals,
) -> Iterator[Finding]:
    """Yield what one and the same referent is called differently in two paired passages.

    Two nouns are of one referent where they stand in the same role of the
    same event, or are all that both passages call people of one country, or
    where each is said of the same name, or where they are all that two
    sentences differ in; or it is one noun, held at arm's length on one side.
    """
    namer = _Namer(left, right, labels, actors)
    couples = [*namer.by_role(matches), *namer.by_country(), *namer.by_referent(), *namer.by_distance()]
    telling = [couple for couple in couples if not rivals.interchangeable(couple[0].head, couple[1].head)]
    seen: set[tuple[str, str]] = set()
    # Where nothing else differs, the one word for the other is what there is to see.
    for ours, theirs in (*telling, *namer.by_place()):
        heads = (ours.head, theirs.head)
        plain = not any(labels.takes_side(name.head) or name.distanced for name in (ours, theirs))
        bland = plain and _ANYBODY & {*heads} and not actors.same_word(*heads)
        if heads not in seen and not bland:
            seen.add(heads)
            yield _differs(left.reading, right.reading, ours, theirs, labels)


@dataclass(frozen=True)
class _Namer:
    left: Passage
    right: Passage
    labels: Labels
    actors: Actors

    def by_role(self, matches: Iterable[MatchedEvents]) -> Iterator[Couple]:
        """Names in the same role of the same event."""
        for match in matches:
            if match.relation == "opposite" or match.swapped:
                continue
            for ours, theirs in _roles(match):
                one, other = _name_at(self.left.names, ours), _name_at(self.right.names, theirs)
                if one and other and self._same_lands(one, other) and self._rivals(one, other, match):
                    yield one, other

    def _rivals(self, one: Name, other: Name, match: MatchedEvents) -> bool:
        """In one event that both tell alike, people with a label that takes a side are the other side's people."""
        if self._differ(one, other):
            return True
        told = match.relation == "same" and match.circumstances != "other" and match.left.negated == match.right.negated
        alike = told and "same" in {match.agents, match.patients} and not match.left.predicate.startswith("be")
        people = self.labels.kind(one.head) == self.labels.kind(other.head) == "person"
        return alike and people and one.head != other.head and (self._charged(one) != self._charged(other))

    def by_country(self) -> Iterator[Couple]:
        """The one noun for people of a country here, and the one there."""
        ours, theirs = self._people(self.left.names), self._people(self.right.names)
        for lands in sorted(ours.keys() & theirs.keys(), key=sorted):
            heads = {name.head for name in ours[lands]}, {name.head for name in theirs[lands]}
            if len(heads[0]) == len(heads[1]) == 1 and self._differ(ours[lands][0], theirs[lands][0]):
                yield ours[lands][0], theirs[lands][0]

    def by_referent(self) -> Iterator[Couple]:
        """What each side says that the same one is: "the fighters are mercenaries" beside "are heroes"."""
        for ours in _said_of(self.left):
            for theirs in _said_of(self.right):
                if ours.keys & theirs.keys and self._told_apart(ours.said, theirs.said):
                    yield ours.said, theirs.said

    def by_distance(self) -> Iterator[Couple]:
        """The same noun, held at arm's length here and not there."""
        for ours in self.left.names:
            for theirs in self.right.names:
                if ours.head == theirs.head and ours.distanced != theirs.distanced:
                    yield ours, theirs
        yield from ((ours, plain) for ours in self.left.names if (plain := _plainly(ours, self.right)))
        yield from ((plain, theirs) for theirs in self.right.names if (plain := _plainly(theirs, self.left)))

    def by_place(self) -> Iterator[Couple]:
        """Two nouns for people or bodies, each in the other's place in a sentence of the same words."""
        swapped = swapped_nouns(self.left, self.right)
        if swapped is None:
            return
        heads = [_lemma(word, self.labels) for word, _ in swapped]
        clipped = heads[0].startswith(heads[1]) or heads[1].startswith(heads[0])
        (_, ours), (_, theirs) = swapped
        speak = _speaks(self.left, ours) or _speaks(self.right, theirs)  # who says it is told as the source
        named = all(map(self.labels.acts, heads)) or self.actors.same_word(*heads)
        if named and not (clipped or speak) and _neutral(heads[0]) != _neutral(heads[1]):
            yield _as_name(self.left, ours), _as_name(self.right, theirs)

    def _told_apart(self, one: Name, other: Name) -> bool:
        charged = self._charged(one) or self._charged(other)
        return one.head != other.head and (charged or self._differ(one, other))

    def _charged(self, name: Name) -> bool:
        return name.distanced or self.labels.takes_side(name.head)

    def _differ(self, one: Name, other: Name) -> bool:
        return _neutral(one.head) != _neutral(other.head) and self.labels.can_be_one(one.head, other.head)

    def _people(self, names: Iterable[Name]) -> dict[frozenset[str], list[Name]]:
        found: dict[frozenset[str], list[Name]] = {}
        for name in names:
            lands = self._lands(name)
            if lands and self.labels.kind(name.head) == "person":
                found.setdefault(lands, []).append(name)
        return found

    def _lands(self, name: Name) -> frozenset[str]:
        words = {self.actors.canonical(word) for word in name.text.split()}
        return frozenset(words & self.actors.lands)

    def _same_lands(self, one: Name, other: Name) -> bool:
        ours, theirs = self._lands(one), self._lands(other)
        return not ours or not theirs or bool(ours & theirs)


def _plainly(name: Name, other: Passage) -> Name | None:
    """The noun of a name that is held at arm's length, as the other passage uses it; None where that names nobody by it."""
    if not name.distanced or any(known.head == name.head for known in other.names):
        return None
    noun = next((token for token in other.tokens if token.lemma == name.head and token.pos == "NOUN"), None)
    if noun is None:
        return None
    return _as_name(other, (noun.start, noun.end))


def _lemma(word: Token, labels: Labels) -> str:
    """The lemma; of "Dockers" at the start of a sentence, which the tagger takes for a name, the noun."""
    lemma = word.lemma.lower()
    singular = lemma.removesuffix("s")
    return singular if word.pos == "PROPN" and labels.acts(singular) else lemma


def _speaks(passage: Passage, span: Range) -> bool:
    sources = (said.source for said in passage.reading.attributions if said.source)
    return any(source[0] <= span[0] and span[1] <= source[1] for source in sources)


def _as_name(passage: Passage, span: Range) -> Name:
    """A noun that no list of labels has, with what stands before it, as the name that it is here."""
    text = passage.reading.text[slice(*span)]
    lemmas = [token.lemma for token in passage.tokens if span[0] <= token.start < span[1]]
    return Name(*span, "", text, "own", False, " ".join(lemmas))


def _neutral(label: str) -> str:
    """Return one label for "spokesman", "spokeswoman" and "spokesperson"; "man" by itself is left as it is."""
    for ending in ("person", "woman", "man"):
        if len(label) > len(ending) + 2 and label.endswith(ending):
            return label.removesuffix(ending)
    return label


@dataclass(frozen=True)
class _Said:
    said: Name
    keys: frozenset[str]
    """The other names of the one that it is said of."""


def _said_of(passage: Passage) -> Iterator[_Said]:
    """Each name in the passage beside another name of the same referent."""
    groups: dict[str, list[Name]] = {}
    for name in passage.names:
        groups.setdefault(name.referent, []).append(name)
    for names in groups.values():
        heads = {name.head for name in names}
        for name in names[1:]:
            if len(heads) > 1:
                yield _Said(name, frozenset(heads - {name.head}))


def _roles(match: MatchedEvents) -> Iterator[tuple[Range | None, Range | None]]:
    """Yield where the same one may stand on both sides: the rest of the event must agree if the nouns do not."""
    ours, theirs = match.left, match.right
    if match.relation == "shift":
        yield ours.patient or ours.agent, theirs.patient or theirs.agent
        return
    if match.agents != "other" or match.patients != "other":
        yield ours.agent, theirs.agent
        yield ours.patient, theirs.patient
    if (ours.agent is None) != (theirs.agent is None) and None in {ours.patient, theirs.patient}:
        yield ours.patient or ours.agent, theirs.patient or theirs.agent


def _name_at(names: Iterable[Name], role: Range | None) -> Name | None:
    """The name that ends the phrase of a role: its head stands last, before "of" and clauses."""
    if role is None:
        return None
    inside = [name for name in names if role[0] <= name.start and name.end <= role[1]]
    return inside[0] if inside else None


def _differs(left: Reading, right: Reading, ours: Name, theirs: Name, labels: Labels) -> Finding:
    charged = [name for name in (ours, theirs) if labels.takes_side(name.head) or name.distanced]
    sureness: Sureness = "sure" if charged else "likely"
    ending = " Both words are plain." if not charged else f" “{charged[0].text}” {_charge(charged[0], labels)}."
    return Finding(
        "naming",
        "differs",
        (excerpt(left, ours),),
        (excerpt(right, theirs),),
        f"Left says “{ours.text}”{_owner(ours)}; right says “{theirs.text}”{_owner(theirs)}.{ending}",
        sureness=sureness,
        slot=Slot("what they are called", ours.text, theirs.text, "differs"),
    )


def _charge(name: Name, labels: Labels) -> str:
    if name.distanced:
        return "is held at arm’s length"
    return "takes a side" if name.head in labels.charged else "is a contested label"


def _owner(name: Name) -> str:
    """Say whose words they are, "(quoting Lin)"; nothing where they are the outlet's own."""
    if name.whose == "own":
        return ""
    speaker = name.speaker or "somebody"
    return f" (quoting {speaker})" if name.whose == "quoted" else f" (as {speaker} has it)"
