"""One word in the place of another that excludes it: "a red van" and "a white van", "her sister called" and "her brother called"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.exclusive_words import Group, load_groups
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.told_words import (
    Side,
    are_alike,
    are_short_enough,
    both_tell_more,
    have_much_in_common,
    is_open,
    shared_words,
    sides_of,
)
from comparer.analysis.events.words import Actors, american
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Kind, Slot, Token

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_AUXILIARIES = frozenset({"be", "have", "do"})
_SPEAKING = frozenset(
    {"say", "tell", "add", "ask", "warn", "claim", "argue", "welcome", "praise", "criticize", "thank"}
)
_SLOTS = {"person": "who", "place": "where", "date": "when", "polarity": "which it was"}


def compare_exclusive(left: Passage, right: Passage, predicates: Predicates, actors: Actors) -> Finding | None:
    """Return the conflict of two sentences in much the same words that differ in two words that exclude each other.

    The words stand in one place: beside a word that both sentences have. Words of its own on each side beyond these
    show that the two may tell of different things, and then nothing is said.
    """
    if not are_short_enough(left, right) or is_open(left) != is_open(right):
        return None
    if not _may_exclude(left, right):
        return None
    ours, theirs = sides_of(left, right, predicates)
    if bool(ours.negations) != bool(theirs.negations):
        return None
    shared = set(shared_words(ours, theirs, predicates, actors))
    for kind, one, other in _excluding(ours, theirs):
        alike = shared - {one, other}
        if have_much_in_common(ours, theirs, alike) and not both_tell_more(
            ours.own({*alike, one}), theirs.own({*alike, other})
        ):
            first, second = ours.words[one], theirs.words[other]
            if _in_one_place(left.tokens, first, right.tokens, second, predicates):
                return _finding(kind, left, first, right, second)
    return None


def _may_exclude(left: Passage, right: Passage) -> bool:
    """The cheap question first: most sentences have no such words."""
    said, told = ({american(token.lemma) for token in side.tokens} for side in (left, right))
    return any(
        not said.isdisjoint(group.lines) and not told.isdisjoint(group.lines) for group in load_groups().values()
    )


def _excluding(ours: Side, theirs: Side) -> Iterator[tuple[Kind, str, str]]:
    """The words of the two sides that exclude each other, where neither side has both."""
    for group in load_groups().values():
        said, told = _told(ours, group), _told(theirs, group)
        if len(said) == len(told) == 1 and group.exclude(said[0], told[0]):
            yield group.kind, said[0], told[0]


def _told(side: Side, group: Group) -> list[str]:
    tokens = side.passage.tokens
    return [word for word, token in side.words.items() if word in group.lines and _stands(tokens, token, group)]


def _stands(tokens: Sequence[Token], token: Token, group: Group) -> bool:
    if token.pos not in group.tags if group.tags else token.pos == "PROPN":
        return False  # the Black Sea is not black
    at = tokens.index(token)
    following = american(tokens[at + 1].lemma) if at + 1 < len(tokens) else ""
    earlier = {tokens[place].lemma.lower() for place in range(max(at - 2, 0), at)}
    return (not group.before or following in group.before) and (not group.behind or bool(earlier & group.behind))


def _in_one_place(
    left: Sequence[Token], first: Token, right: Sequence[Token], second: Token, predicates: Predicates
) -> bool:
    """True where the word before both, or that behind both, is one."""
    beside = _beside(left, first), _beside(right, second)
    if any(behind in _SPEAKING for _, behind in beside):
        return False  # many speak
    return any(
        ours is not None and theirs is not None and (ours == theirs or are_alike(ours, theirs, predicates))
        for ours, theirs in zip(*beside, strict=True)
    )


def _beside(tokens: Sequence[Token], token: Token) -> tuple[str | None, str | None]:
    """The nearest telling words before and behind."""
    at = tokens.index(token)
    before = (each for each in reversed(tokens[:at]) if _tells(each))
    behind = (each for each in tokens[at + 1 :] if _tells(each))
    return _lemma(next(before, None)), _lemma(next(behind, None))


def _tells(token: Token) -> bool:
    return token.pos in _TELLING and token.lemma not in _AUXILIARIES


def _lemma(token: Token | None) -> str | None:
    return american(token.lemma) if token is not None else None


def _finding(kind: Kind, left: Passage, first: Token, right: Passage, second: Token) -> Finding:
    ours, theirs = excerpt(left.reading, first), excerpt(right.reading, second)
    words = f"Left says “{ours.text}”; right says “{theirs.text}”: both can hardly be true."
    slot = Slot(_SLOTS[kind], ours.text, theirs.text, "conflict")
    return Finding(kind, "conflict", (ours,), (theirs,), words, slot=slot, confirmed=kind != "place")
