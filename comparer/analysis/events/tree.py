"""The dependencies of one document, children at hand, and the phrases that stand in them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from comparer.analysis.events.words import american
from comparer.analysis.report import Range

_LONGEST_PHRASE = 14
_AFTER_HEAD = frozenset({"prep", "case", "compound", "nummod", "nmod", "amod"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})
# "dozens of villagers": the head says how many, what follows says who.
_AMOUNTS = frozenset(
    {
        "trace",
        "shred",
        "scrap",
        "iota",
        "jot",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "score",
        "number",
        "majority",
        "minority",
        "lot",
        "couple",
        "pair",
    }
    | {
        "role",
        "post",
        "position",
        "series",
        "some",
        "many",
        "most",
        "all",
        "several",
        "few",
        "group",
        "handful",
        "part",
        "half",
        "third",
        "quarter",
    }
    | {
        "percent",
        "rest",
        "bulk",
        "total",
        "ton",
        "wave",
        "kind",
        "sort",
        "type",
        "any",
        "none",
        "each",
        "both",
        "bunch",
    }
)
# Verbs that mean something else with a particle behind them.
_PHRASAL = frozenset(
    {"step", "stand", "break", "give", "turn", "shut", "close", "lay", "pull", "push", "hand", "call", "go"}
    | {"walk", "storm", "knock", "stay", "carry", "take", "fall", "bow", "crash", "rule", "put", "throw", "strike"}
    | {"kick", "send", "see", "set", "wipe", "dump", "come", "miss", "sit", "hold", "back", "press", "forge", "move"}
    | {
        "pick",
        "sweep",
        "wash",
        "tear",
        "burn",
        "wave",
        "nod",
        "snap",
        "block",
        "climb",
        "drive",
        "speed",
        "run",
        "cut",
        "ease",
        "scale",
        "phase",
    }
)
_PARTICLES = frozenset(
    {"down", "up", "out", "off", "back", "over", "way", "aside", "in", "ahead", "away", "on", "through", "apart"}
)
# Entities that do not name anybody.
_NO_NAMES = frozenset(
    {"DATE", "TIME", "MONEY", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "LAW", "LANGUAGE", "EVENT"}
)
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LONGEST_PLACE = 6
_LONGEST_NAME = 3
_TO_WIN = frozenset(
    {"victory", "win", "gold", "silver", "bronze", "medal", "title", "prize", "award", "place", "trophy", "defeat"}
)
_FIGURES = frozenset({"CARDINAL", "DATE", "MONEY", "PERCENT", "QUANTITY", "TIME", "ORDINAL"})
# Words in the names of bodies and places.
_BODIES = frozenset({
    "united", "city", "town", "rovers", "county", "club", "fc", "athletic", "party", "league", "union", "council",
    "front", "ministry", "department", "court", "bank", "group", "company", "corp", "inc", "ltd", "plc", "ag",
    "holdings", "foods", "motors", "airlines", "airways", "media", "news", "times", "post", "institute", "university",
    "college", "school", "hospital", "police", "army", "navy", "force", "forces", "guard", "agency", "authority",
    "commission", "committee", "association", "federation", "alliance", "movement", "coalition", "assembly",
    "parliament", "house", "senate", "congress", "office", "service", "services", "centre", "center", "museum",
    "church", "street", "road", "avenue", "square", "park", "river", "lake", "mount", "valley", "island", "islands",
    "bay", "port", "bridge", "republic", "kingdom", "states", "province", "district", "north", "south", "east", "west",
    "new", "san", "saint", "st", "los", "las", "el", "la", "cup", "prize", "award", "medal", "trophy", "steel",
    "energy", "oil", "gas", "marine", "mills", "mines", "systems", "technologies", "partners", "capital", "insurance",
    "railways", "rail", "lines",
})  # fmt: skip


class Tree:
    """Children of each token in order, found in one pass over `doc`."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        """Kept, for spaCy puts the text together anew each time it is asked."""
        self._children: list[list[Token]] = [[] for _ in doc]
        self._entity = {token.i: entity for entity in doc.ents for token in entity}
        for token in doc:
            if token.head.i != token.i:
                self._children[token.head.i].append(token)

    def children(self, token: Token, *labels: str) -> Iterator[Token]:
        """Yield the children of `token`, all or those with one of the dependency labels."""
        return (child for child in self._children[token.i] if not labels or child.dep_ in labels)

    def child(self, token: Token, *labels: str) -> Token | None:
        """Return the first such child."""
        return next(self.children(token, *labels), None)

    def objects_of(self, token: Token, preposition: str) -> Iterator[Token]:
        """Yield what `preposition` below `token` governs: "of the men" gives "men"."""
        for child in self.children(token, "prep", "agent", "dative"):
            if child.lower_ == preposition:
                yield from self.children(child, "pobj")

    def lemma(self, token: Token) -> str:
        """Return the lemma with its particle, lower case, American spelling: "carry out"."""
        particle = self._particle(token) if token.pos_ == "VERB" else None
        return american(token.lemma_) + (f" {particle.lower_}" if particle is not None else "")

    def _particle(self, verb: Token) -> Token | None:
        """The particle, which the parser takes for an adverb in "stepped down" and "gave way"."""
        found = self.child(verb, "prt")
        if found is None and american(verb.lemma_) in _PHRASAL and verb.i + 1 < len(self.doc):
            after = self.doc[verb.i + 1]
            bare = after.lower_ in _PARTICLES and after.head.i == verb.i and self.child(after, "pobj") is None
            found = after if bare else None
        return found

    def kernel(self, head: Token) -> Token:
        """Return who or what a phrase is about: "villagers" in "dozens of villagers"."""
        if head.lemma_.lower() in _AMOUNTS or head.pos_ == "NUM":
            return next(self.objects_of(head, "of"), head)
        return head

    def apposed(self, noun: Token) -> tuple[Token, Token | None]:
        """Return the name and the noun of "the mayor, Ana Ruiz" and of "Ana Ruiz, the mayor"; else `noun` alone."""
        nearby = (
            child
            for child in self.children(noun, "appos")
            if child.i - noun.i <= _LONGEST_PHRASE
            and not any(word.pos_ in {"VERB", "AUX"} and word.tag_ != "VBN" for word in self.doc[noun.i + 1 : child.i])
            and not any(word.dep_ == "agent" for word in self.doc[noun.i + 1 : child.i])
        )
        beside = next((child for child in nearby if child.pos_ == "PROPN" or child.tag_ == "NN"), None) or self._after(
            noun
        )
        if beside is None:
            return noun, None
        if noun.tag_ == "NN" and beside.pos_ == "PROPN" and beside.ent_type_ not in _NO_NAMES:
            return beside, noun
        if noun.pos_ == "PROPN" and beside.tag_ == "NN" and noun.ent_type_ not in _NO_NAMES:
            return noun, beside
        return noun, None

    def _after(self, noun: Token) -> Token | None:
        """The name right behind "a guard, Rolf Enders", where the parser hangs it on something else."""
        first = self._behind_place(noun)
        if noun.tag_ != "NN" or first >= len(self.doc) or self.doc[first - 1].text != ",":
            return None
        name = self.doc[first]
        while name.dep_ == "compound" and name.pos_ == "PROPN" and name.head.i > name.i:
            name = name.head
        named = name.ent_type_ in {"PERSON", "ORG"} or (first > noun.i + 2 and self._is_full_name(first, name))
        return name if name.dep_ == "appos" and named else None

    def _behind_place(self, noun: Token) -> int:
        """Where the name may stand: behind the comma of "a guard, Rolf Enders" and of "the governor of Orsa, Ana Ruiz"."""
        end = noun.i + 1
        if end < len(self.doc) and self.doc[end].lower_ == "of":
            end += 1
            while end < min(len(self.doc), noun.i + _LONGEST_PLACE) and self.doc[end].pos_ in {"PROPN", "DET"}:
                end += 1
        return end + 1

    def _is_full_name(self, first: int, name: Token) -> bool:
        words = self.doc[first : name.i + 1]
        closed = name.i + 1 < len(self.doc) and self.doc[name.i + 1].text == ","
        return (
            len(words) > 1
            and closed
            and all(word.pos_ == "PROPN" for word in words)
            and not {word.ent_type_ for word in words} & {"GPE", "LOC", "FAC", "DATE"}
        )

    def won(self, noun: Token) -> tuple[str, ...]:
        """Return the content words of what a result is of: "slalom" in "victory in the slalom", "gold in the slalom"."""
        if noun.lemma_.lower() not in _TO_WIN:
            return ()
        things = (thing for word in ("in", "at", "for") for thing in self.objects_of(noun, word))
        return tuple(word for thing in things for word in self.content(thing))

    def like_a_person(self, token: Token) -> bool:
        """True for two or three names in a row without an article or a word that names a body: "Ana Ruiz"."""
        entity = self._entity.get(token.i)
        if entity is None or not 2 <= len(entity) <= _LONGEST_NAME:
            return False
        before = self.doc[entity.start - 1] if entity.start else None
        named = all(word.pos_ == "PROPN" and word.text[:1].isupper() and not word.text.isupper() for word in entity)
        bodies = any(word.lower_ in _BODIES for word in entity)
        return named and not bodies and (before is None or before.lower_ != "the")

    def like_a_body(self, token: Token) -> bool:
        """True for a name with a word that names a body or a place: "Penwick Town"."""
        entity = self._entity.get(token.i)
        return entity is not None and any(word.lower_ in _BODIES for word in entity)

    def phrase(self, head: Token) -> tuple[int, int]:
        """Return first and end token of the noun phrase of `head`, without clauses and appositions."""
        start = max(head.left_edge.i, head.i - _LONGEST_PHRASE)
        while start < head.i and self.doc[start].is_punct:
            start += 1
        end = head.i + 1
        for child in self.children(head):
            if child.i < head.i:
                continue
            if child.dep_ not in _AFTER_HEAD or child.right_edge.i - head.i > _LONGEST_PHRASE:
                break
            if child.dep_ == "prep" and child.lower_ != "of":
                break
            end = child.right_edge.i + 1
        return start, end

    def range(self, start: int, end: int) -> Range:
        """Return the characters from token `start` to before token `end`."""
        last = self.doc[end - 1]
        return self.doc[start].idx, last.idx + len(last)

    def content(self, head: Token) -> tuple[str, ...]:
        """Return the lemmas of the phrase's content words, at most eight."""
        start, end = self.phrase(head)
        found = [
            self.canonical_lemma(token)
            for token in self.doc[start:end]
            if token.pos_ in _CONTENT or token.dep_ == "amod"
        ]
        return tuple(dict.fromkeys(found))[:8]

    def canonical_lemma(self, token: Token) -> str:
        """Return the lemma; of a title-cased word that the tagger takes for a name, its text."""
        lemma = token.lower_ if token.pos_ == "PROPN" else american(token.lemma_)
        return lemma.strip(".'’") or lemma

    def entity(self, token: Token) -> Span | None:
        """Return the named entity that `token` is part of."""
        return self._entity.get(token.i)

    def name(self, head: Token) -> str:
        """Return the name that `head` ends or belongs to, else its lemma."""
        entity = self._entity.get(head.i)
        told = entity is not None and head.pos_ in {"PROPN", "ADJ"} and entity.label_ not in _FIGURES
        if entity is not None and told and not (", " in entity.text and entity.label_ not in _PLACES):
            return str(entity.text).removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
        if head.pos_ != "PROPN":
            return self.canonical_lemma(head)
        parts = [child.text for child in self.children(head, "compound") if child.pos_ == "PROPN"]
        return " ".join([*parts, head.text])
