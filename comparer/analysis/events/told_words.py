"""What two sentences say in words: which of them both have, which only one, and where each says no."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from comparer.analysis.events.participants import same_actor
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.words import Actors, american
from comparer.analysis.kinship import shares_stem
from comparer.analysis.passages import Passage
from comparer.analysis.report import Token

# Words of a sentence; longer ones say too many things.
_LONGEST = 45
_FEWEST_SHARED = 2
_SHARED, _SHARED_OF_LONGER = 0.5, 0.3
_THINGS = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_CONTENT = _THINGS | {"VERB", "ADV"}
_NOT = frozenset(
    {"not", "n't", "n’t", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without", "cannot"}
)
# Where one side has such a word and the other has none, they are not equally certain.
_OPEN = frozenset({
    "may", "might", "could", "if", "whether", "unless", "?", "likely", "possibly", "perhaps", "or", "want", "plan", "hope",
    "expect", "urge", "order", "demand", "ask", "call", "vow", "promise", "consider", "try", "seek", "propose", "due", "will",
    "would", "should", "must", "shall", "threaten", "intend", "fear", "risk", "chance", "allege", "accuse", "allegedly",
})  # fmt: skip
_SOME = frozenset({
    "some", "several", "many", "most", "few", "other", "another", "half", "part", "only", "every", "all", "each", "more", "less",
})  # fmt: skip
# "No more than", "not only", "not one".
_BOUNDS = frozenset({
    "only", "just", "more", "less", "few", "fewer", "late", "later", "early", "earlier", "soon", "one", "merely",
})  # fmt: skip
# They turn what is said round, though they are no content words.
_DECIDING = frozenset({"against", "unable", "inside", "outside"})
OWNING = frozenset({"'s", "’s", "'", "’"})
_NEAR = 6
_EMPTY = frozenset({
    "be", "have", "do", "say", "tell", "get", "make", "take", "use", "find", "give", "go", "come", "remain", "stay", "accord",
    "still", "also", "already", "now", "yet", "so", "then", "again", "just", "even", "very", "however", "long", "one", "mr",
    "mrs", "ms", "dr", "year", "time", "there", "put", "keep", "see", "report", "announce", "add", "can", "will",
})  # fmt: skip


@dataclass(frozen=True)
class Side:
    """One of two sentences: its content words by which they are compared, and its words of denial."""

    passage: Passage
    words: dict[str, Token]
    """Content words by lemma, verbs with their particle."""
    negations: tuple[Token, ...]

    def own(self, shared: set[str]) -> dict[str, Token]:
        """Return the words that are not among those `shared` by both sides."""
        return {word: token for word, token in self.words.items() if word not in shared}


def are_short_enough(left: Passage, right: Passage) -> bool:
    """Return whether both say something, and neither too many things."""
    lengths = {len(left.tokens), len(right.tokens)}
    return 0 < min(lengths) <= max(lengths) <= _LONGEST


def sides_of(left: Passage, right: Passage, predicates: Predicates) -> tuple[Side, Side]:
    """Return the words of both sentences, each read with the forms of the other in sight."""
    return _side_of(left, predicates, _forms(right)), _side_of(right, predicates, _forms(left))


def _side_of(passage: Passage, predicates: Predicates, told: set[str]) -> Side:
    """Return the words of `passage`; `told` are all forms of the other side, which decide what is read as one word."""
    tokens = passage.tokens
    words: dict[str, Token] = {}
    negations: list[Token] = []
    for number, token in enumerate(tokens):
        lemma = american(token.lemma)
        behind = tokens[number + 1 : number + 2]
        after = behind[0].lemma if behind else ""
        before = american(tokens[number - 1].lemma) if number else ""
        if lemma in _NOT:
            negations += [] if after in _BOUNDS or _waits(tokens, number) else [token]
        elif token.pos == "VERB" and behind and _is_one_word(f"{lemma} {after}", behind[0], predicates, told):
            words.setdefault(f"{lemma} {after}", token)
        elif lemma in _DECIDING or (
            token.pos in _CONTENT and f"{before} {lemma}" not in words and lemma not in _EMPTY | _SOME
        ):
            words.setdefault(lemma, token)
    return Side(passage, words, tuple(negations))


def _is_one_word(word: str, behind: Token, predicates: Predicates, told: set[str]) -> bool:
    """True for "turn down", and for "take part" where the other side tells the same or the opposite in one word."""
    known = predicates.related.get(word, frozenset())
    return bool(known) and (behind.pos not in {"NOUN", "PROPN"} or not told.isdisjoint(known))


def _forms(passage: Passage) -> set[str]:
    """All lemmas, and all two in a row."""
    lemmas = [american(token.lemma) for token in passage.tokens]
    return {*lemmas, *(" ".join(two) for two in pairwise(lemmas))}


def _waits(tokens: Sequence[Token], number: int) -> bool:
    """True for "not before June", "did not open until noon"."""
    return any(token.lemma in {"before", "until", "till"} for token in tokens[number + 1 : number + _NEAR])


def is_open(passage: Passage) -> bool:
    """Return whether it is left open that it is so: may, if, plans to."""
    return any(token.lemma in _OPEN for token in passage.tokens)


def shared_words(ours: Side, theirs: Side, predicates: Predicates, actors: Actors) -> Iterator[str]:
    """Yield the words of either side that the other has too, in the same word or in one that means the same."""
    for one, other in product(ours.words, theirs.words):
        if one == other:
            yield one
            continue
        names = ours.words[one].pos == theirs.words[other].pos == "PROPN"
        alike = same_actor(one, other, actors) if names else are_alike(one, other, predicates)
        alike = alike or actors.same_word(one, other)
        if alike and not are_opposite(one, other, predicates):
            yield from (one, other)


def are_alike(one: str, other: str, predicates: Predicates) -> bool:
    """Return whether two lemmas say the same, by the tables or by their stem."""
    return predicates.are_same(one, other) or (shares_stem(one, other) and " " not in one and " " not in other)


def are_opposite(one: str, other: str, predicates: Predicates) -> bool:
    """Return whether two lemmas say the opposite, by the tables or by a prefix."""
    return predicates.are_opposite(one, other) or _undone(one, other) or _undone(other, one)


def _undone(one: str, other: str) -> bool:
    """Tell "unaccounted" beside "account"."""
    return one.startswith("un") and len(other) > 4 and one[2:].startswith(other[:-1])


def both_tell_more(only: Mapping[str, Token], others: Mapping[str, Token]) -> bool:
    """Return whether each side has a thing or a verb that the other has not: then they may speak of different things."""
    return all(any(token.pos != "ADV" for token in own.values()) for own in (only, others))


def have_much_in_common(ours: Side, theirs: Side, shared: set[str]) -> bool:
    """Return whether half the content words of the shorter sentence, and a good part of the longer one, are in both."""
    fewer, more = sorted((len(ours.words), len(theirs.words)))
    common = fewer - min(len(ours.own(shared)), len(theirs.own(shared)))
    return common >= _FEWEST_SHARED and common >= _SHARED * fewer and common >= _SHARED_OF_LONGER * more
