"""Read what everybody and everything is called: names, nouns for people, groups and events, and in whose words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from comparer.analysis.events.negation import own_negations
from comparer.analysis.events.tree import Tree
from comparer.analysis.events.words import Actors
from comparer.analysis.framing.referents import Referents
from comparer.analysis.framing.voices import Voices
from comparer.analysis.labels import Labels
from comparer.analysis.report import Attribution, Name, Quote, Range

_NAMED = frozenset({"PERSON", "ORG"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_NOT_HEADS = frozenset({"compound", "amod", "punct", "npadvmod", "intj"})
_CALLING = frozenset(
    {"call", "label", "name", "brand", "dub", "term", "describe", "denounce", "portray", "know", "depict"}
)
_COPULAS = frozenset({"be", "become", "remain"})
_NO_PART_OF_NAMES = frozenset({"called", "likely", "apparent", "several", "many", "other", "such", "more", "most"})
_MOST_MODIFIERS = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names somebody or something."""

    token: Token
    label: str
    """Canonical name, or the lower-case lemma of the head noun (two words where both decide)."""
    lands: frozenset[str]
    """Countries in its modifiers."""
    span: Range
    named: bool
    distanced: bool


def read_names(
    doc: Doc, *, attributions: Sequence[Attribution], quotes: Sequence[Quote], labels: Labels, actors: Actors
) -> tuple[Name, ...]:
    """Return what referents are called, in the order of the text.

    Names with one `referent` are of the same one, by rules that are seldom
    wrong: the same name or noun, "X, a Y", "X is a Y", "called X a Y".
    """
    tree = Tree(doc)
    voices = Voices(tree.text, attributions, quotes)
    mentions = {token.i: mention for token in doc if (mention := _mention(tree, token, labels, actors, voices))}
    referents = Referents(mentions)
    for one, other in _equations(tree, mentions):
        referents.join(one, other)
    ends = 0
    outer = {}
    for position, mention in mentions.items():
        if mention.span[1] > ends:
            outer[position] = mention
            ends = mention.span[1]
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
        for position, mention in outer.items()
    )


def _mention(tree: Tree, token: Token, labels: Labels, actors: Actors, voices: Voices) -> Mention | None:
    if token.pos_ not in {"NOUN", "PROPN"} or (token.dep_ in _NOT_HEADS and not _titles(token)):
        return None
    first = _first_modifier(tree, token)
    span = tree.range(first, _last(tree, token) + 1)
    label = _label(tree, token, labels)
    distanced = _distanced(tree, token, span, labels) or voices.stands_off(span)
    if token.pos_ == "PROPN" and token.ent_type_ in _NAMED and label not in labels.charged:
        entity = tree.entity(token)
        if entity is None or entity.root.i != token.i:
            return None
        return Mention(token, tree.name(token), frozenset(), span, named=True, distanced=distanced)
    if not distanced and (
        not labels.names(label) or label in labels.vague or _part_of_name(tree, token, label, labels)
    ):
        return None
    words = {actors.canonical(word.text) for word in tree.doc[first : token.i]}
    return Mention(token, label, frozenset(words & actors.lands), span, named=False, distanced=distanced)


def _part_of_name(tree: Tree, token: Token, label: str, labels: Labels) -> bool:
    """True for "States" in "United States" and "fire" in "cease-fire"."""
    if label in labels.charged:
        return False
    return tree.entity(token) is not None if token.pos_ == "PROPN" else tree.doc[token.i - 1].text == "-"


def _titles(token: Token) -> bool:
    """True for "spokesman" in "spokesman Lin Jian"."""
    return token.dep_ == "compound" and token.pos_ == "NOUN" and token.head.ent_type_ == "PERSON"


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
    """The head, or the end of a name with "of" in it: "Axis of Aggressors", "prisoners of war"."""
    for child in tree.children(head, "prep"):
        if child.lower_ == "of" and child.i == head.i + 1:
            things = list(tree.children(child, "pobj"))
            bare = things and things[0].i == child.i + 1
            if bare and (head.pos_ == "PROPN" or things[0].lower_ == "war"):
                return things[0].i
    return head.i


def _label(tree: Tree, token: Token, labels: Labels) -> str:
    """The lemma, with the word before it where both make one label: "death squad"."""
    lemma = tree.canonical_lemma(token) if token.pos_ != "PROPN" else token.lemma_.lower()
    before = tree.doc[token.i - 1] if token.i else None
    if before is not None:
        both = f"{before.lower_} {lemma}"
        if both in labels.groups:
            return both
    if not labels.kind(lemma) and labels.kind(lemma.removesuffix("s")):
        return lemma.removesuffix("s")
    return lemma


def _distanced(tree: Tree, token: Token, span: Range, labels: Labels) -> bool:
    """True behind "so-called", "self-styled" and the like, which a tokenizer may cut in three."""
    before = tree.text[max(span[0] - 16, 0) : span[0]].lower().rstrip(" “\"'‘").replace("so called", "so-called")
    beside = any(child.lower_ in labels.distancing for child in tree.children(token, "amod", "compound"))
    return beside or before.endswith(tuple(labels.distancing))


def _equations(tree: Tree, mentions: dict[int, Mention]) -> Iterator[tuple[int, int]]:
    """Yield the positions of mentions that the sentence says are the same one."""
    for position, mention in mentions.items():
        token = mention.token
        for other in _equal_to(tree, token):
            kernel = tree.kernel(other)
            if kernel.i in mentions and kernel.i != position:
                yield position, kernel.i


def _equal_to(tree: Tree, token: Token) -> Iterator[Token]:
    head = token.head
    if token.dep_ == "appos" or _titles(token):
        yield head
    elif token.dep_ in {"attr", "oprd"} and head.lemma_ in _COPULAS | _CALLING:
        yield from _named_by(tree, head)
    elif token.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_.lower() in _CALLING:
        yield from _named_by(tree, head.head)
    elif token.dep_ == "pobj" and head.lower_ == "of" and _part_of(head.head):
        yield from _named_by(tree, head.head.head)


def _part_of(word: Token) -> bool:
    """True for "part" in "are part of an axis"."""
    return word.lower_ in {"part", "member", "members"} and word.dep_ == "attr" and word.head.lemma_ in _COPULAS


def _named_by(tree: Tree, verb: Token) -> Iterator[Token]:
    """Whom "X is" and "called X" name; nobody where it is negated."""
    if own_negations(tree, verb):
        return
    if verb.lemma_ in _COPULAS or tree.child(verb, "nsubjpass") is not None:
        yield from tree.children(verb, "nsubj", "nsubjpass")
    else:
        yield from tree.children(verb, "dobj")
    if verb.dep_ == "acl":
        yield verb.head
