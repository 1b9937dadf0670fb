"""What somebody says that something is: "the levy is robbery", "called the clinic a house of mercy"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from comparer.analysis.events.tree import Tree
from comparer.analysis.framing.mentions import said_to_be
from comparer.analysis.framing.voices import Voices
from comparer.analysis.report import Attribution, Predication, Quote, Range

_NAMING = frozenset({"attr", "oprd", "pobj", "dobj", "acomp", "ROOT", "ccomp"})
_MODIFIERS = ("amod", "compound", "nmod")
_MOST_WORDS = 8
_UNSAID = frozenset(
    {"", "it", "this", "that", "what", "there", "he", "she", "they", "one", "which", "who", "these", "those"}
    | {"we", "i", "you", "us", "him", "her", "them"}
)


def read_predications(
    doc: Doc, *, attributions: Sequence[Attribution], quotes: Sequence[Quote]
) -> tuple[Predication, ...]:
    """Return what the text has somebody say that a thing, a group or somebody is, in the order of the text.

    Only what is attributed or quoted; names ("the winner is Ana Ruiz"), numbers and what a pronoun stands for are
    left out.
    """
    tree = Tree(doc)
    voices = Voices(tree.text, attributions, quotes)
    return tuple(_predications(tree, voices))


def _predications(tree: Tree, voices: Voices) -> Iterator[Predication]:
    for token in tree.doc:
        if token.pos_ != "NOUN" or token.dep_ not in _NAMING or token.ent_type_ in {"DATE", "TIME", "MONEY"}:
            continue
        thing = next(said_to_be(tree, token), None)
        if thing is None or tree.canonical_lemma(thing) in _UNSAID or _begins_with_s(tree, token):
            continue
        span = _phrase(tree, token, thing)
        owner = voices.owner(span)
        if owner.whose != "own" and owner.speaker:
            yield Predication(
                *span,
                head=tree.canonical_lemma(token),
                of=tree.name(thing),
                of_words=tree.content(thing),
                speaker=owner.speaker,
                source=owner.source or span,
            )


def _phrase(tree: Tree, head: Token, thing: Token) -> Range:
    """The noun with what describes it, "house of mercy"; the noun alone where that is long."""
    # In "called the striking miners traitors" the parser takes all of it for one phrase.
    behind = thing.i if thing.head.i == head.i else -1
    first = min((child.i for child in tree.children(head, *_MODIFIERS) if child.i > behind), default=head.i)
    last = head.i
    for child in tree.children(head, "prep"):
        if child.i == head.i + 1:
            last = max(below.i for below in child.subtree)
    return tree.range(first, last + 1) if last - first < _MOST_WORDS else tree.range(head.i, head.i + 1)


def _begins_with_s(tree: Tree, head: Token) -> bool:
    """True for "It’s" torn apart: the "s" is taken for a word of what it is."""
    return any(child.text in {"s", "’s", "'s"} for child in tree.children(head, *_MODIFIERS, "case"))
