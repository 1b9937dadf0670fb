"""Read what everybody and everything is called: names, nouns for people, groups and events, and in whose words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from comparer.analysis.events.tree import Tree
from comparer.analysis.events.words import Actors
from comparer.analysis.framing.mentions import Mention, equations, is_title
from comparer.analysis.framing.referents import Referents
from comparer.analysis.framing.voices import Voices
from comparer.analysis.labels import Labels
from comparer.analysis.report import Attribution, Name, Quote, Range

_NAMED = frozenset({"PERSON", "ORG"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_NOT_HEADS = frozenset({"compound", "amod", "punct", "npadvmod", "intj"})
_NO_PART_OF_NAMES = frozenset(
    {"called", "likely", "apparent", "several", "many", "other", "such", "more", "most"}
    | {"described", "styled", "proclaimed", "self"}
)
_MOST_MODIFIERS = 5


def read_names(
    doc: Doc, *, attributions: Sequence[Attribution], quotes: Sequence[Quote], labels: Labels, actors: Actors
) -> tuple[Name, ...]:
    """Return what referents are called, in the order of the text.

    Names with one `referent` are of the same one, by rules that are seldom
    wrong: the same name or noun, "X, a Y", "X is a Y", "called X a Y".
    """
    tree = Tree(doc)
    voices = Voices(tree.text, attributions, quotes)
    mentions = _Mentions(tree, voices, labels, actors).read()
    referents = Referents(mentions)
    for one, other in equations(tree, mentions):
        referents.join(one, other)
    return tuple(
        Name(
            *mention.span,
            referent=referents.id_of(position),
            text=tree.text[slice(*mention.span)],
            whose=(owner := voices.owner(mention.span)).whose,
            distanced=mention.distanced,
            head=mention.label,
            speaker=owner.speaker,
        )
        for position, mention in _outermost(mentions)
    )


def _outermost(mentions: Mapping[int, Mention]) -> Iterator[tuple[int, Mention]]:
    """Leave out what lies inside another: "Orsa" in "Bank of Orsa"."""
    end = 0
    for position, mention in mentions.items():
        if mention.span[1] > end:
            end = mention.span[1]
            yield position, mention


class _Mentions:
    """Finds the noun phrases of one text that name people, groups and clashes, or take a side."""

    def __init__(self, tree: Tree, voices: Voices, labels: Labels, actors: Actors) -> None:
        self._tree = tree
        self._voices = voices
        self._labels = labels
        self._actors = actors
        people = [entity.text.split() for entity in tree.doc.ents if entity.label_ == "PERSON"]
        self._surnames = {words[-1] for words in people if len(words) > 1}

    def read(self) -> dict[int, Mention]:
        return {token.i: mention for token in self._tree.doc if (mention := self._mention(token)) is not None}

    def _mention(self, token: Token) -> Mention | None:
        if token.pos_ not in {"NOUN", "PROPN"} or (token.dep_ in _NOT_HEADS and not is_title(token)):
            return None
        first = _first_modifier(self._tree, token)
        span = self._tree.range(first, _last(self._tree, token) + 1)
        label = self._label(token)
        if self._is_name(token) and label not in self._labels.charged:
            entity = self._tree.entity(token)
            inner = entity is not None and entity.root.i != token.i
            name = self._tree.name(token)
            return None if inner else Mention(token, name, frozenset(), span, True, self._distanced(token, span))
        distanced = self._distanced(token, span) or (bool(self._labels.kind(label)) and self._voices.stands_off(span))
        if not distanced and not self._is_label(token, label):
            return None
        words = {self._actors.canonical(word.text) for word in self._tree.doc[first : token.i]}
        return Mention(token, label, frozenset(words & self._actors.lands), span, False, distanced)

    def _is_name(self, token: Token) -> bool:
        entity = self._tree.entity(token)
        if (
            entity is not None
            and len(entity) == 1
            and entity.label_ != "PERSON"
            and self._labels.kind(self._label(token))
        ):
            # "Guerrillas" at the start of a sentence is no organization.
            return False
        return token.pos_ == "PROPN" and (token.ent_type_ in _NAMED or token.text in self._surnames)

    def _is_label(self, token: Token, label: str) -> bool:
        """False for "States" in "United States" and "fire" in "cease-fire"."""
        if label in self._labels.vague or not self._labels.names(label):
            return False
        if label in self._labels.charged:
            return True
        if token.pos_ == "PROPN":
            return self._tree.entity(token) is None
        return token.i == 0 or self._tree.doc[token.i - 1].text != "-"

    def _label(self, token: Token) -> str:
        """The lemma, with the word before it where both make one label: "death squad"."""
        lemma = token.lemma_.lower() if token.pos_ == "PROPN" else self._tree.canonical_lemma(token)
        both = f"{self._tree.doc[token.i - 1].lower_} {lemma}" if token.i else lemma
        if both in self._labels.groups:
            return both
        # The tagger takes "whistleblower" for a form of a verb.
        if token.lower_.removesuffix("s") in self._labels.groups:
            return token.lower_.removesuffix("s")
        singular = lemma.removesuffix("s")
        return singular if not self._labels.kind(lemma) and self._labels.kind(singular) else lemma

    def _distanced(self, token: Token, span: Range) -> bool:
        """True behind "so-called", "self-styled" and the like, which a tokenizer may cut in three."""
        before = self._tree.text[max(span[0] - 16, 0) : token.idx].lower().replace("so called", "so-called")
        inside = token.idx - span[0] + 3
        found = [before.rfind(word) + len(word) for word in self._labels.distancing if word in before]
        return any(len(before) - end <= inside for end in found)


def _first_modifier(tree: Tree, head: Token) -> int:
    """Where the phrase starts without article, number and possessor: "Chinese nationals"."""
    first = head.i
    doc = tree.doc
    for position in range(head.i - 1, max(head.i - 1 - _MOST_MODIFIERS, -1), -1):
        token = doc[position]
        joined = token.text == "-" or token.tag_ == "HYPH"
        modifies = token.head.i == head.i and token.dep_ in _MODIFIERS and token.pos_ != "NUM"
        if not joined and (not modifies or token.lower_ in _NO_PART_OF_NAMES or _of_number(doc, position)):
            break
        first = position if not joined else first
    return first


def _of_number(doc: Doc, position: int) -> bool:
    """True for "year" in "three-year war"."""
    return position > 1 and doc[position - 1].text == "-" and doc[position - 2].pos_ == "NUM"


def _last(tree: Tree, head: Token) -> int:
    """The head, or the end of a name with "of" in it: "Bank of Orsa", "prisoners of war"."""
    for child in tree.children(head, "prep"):
        if child.lower_ == "of" and child.i == head.i + 1:
            things = list(tree.children(child, "pobj"))
            bare = things and things[0].i == child.i + 1
            if bare and (head.pos_ == "PROPN" or things[0].lower_ == "war"):
                return things[0].i
    return head.i
