"""Two sentences in nearly the same words, of which one says no, or the opposite: found by their words alone.

Where the parser or the roles fail, the words that only one side has still tell: one negation or one pair of
opposites between two sentences that otherwise speak of the same is a contradiction; two cancel out. Names, things,
numbers or verbs of its own on each side show that the two speak of different things, and then nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.participants import agent_of, likeness, patient_of, same_actor
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.quantifiers import says_all_but
from comparer.analysis.events.words import Actors, american
from comparer.analysis.kinship import shares_stem
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Excerpt, Slot, Token

_LONGEST = 45
"""Words of a sentence; longer ones say too many things."""
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
_PARTIAL = frozenset({"some", "several", "many", "most", "few", "other", "another", "half", "part"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_NEARLY = frozenset({("hardly", "any"), ("almost", "all"), ("nearly", "all"), ("virtually", "all"), ("almost", "no")})
# "No more than", "not only", "not one".
_BOUNDS = frozenset({
    "only", "just", "more", "less", "few", "fewer", "late", "later", "early", "earlier", "soon", "one", "merely",
})  # fmt: skip
_NEAR = 6
# Adjectives that tell one from another of a kind: "the upper house".
_WHICH = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper", "lower", "low", "first", "second",
    "third", "fourth", "last", "next", "left", "right", "younger", "young", "older", "old", "elder", "male", "female", "home",
    "public", "private", "local", "regional", "national", "federal", "summer", "winter", "early", "late", "previous", "revise",
    "revised", "original", "final", "initial", "foreign", "domestic", "civil", "criminal", "other", "new",
})  # fmt: skip
_PERIODS = frozenset({"year", "month", "week", "day", "quarter", "season", "morning", "night", "evening"})
_EMPTY = frozenset({
    "be", "have", "do", "say", "tell", "get", "make", "take", "use", "find", "give", "go", "come", "remain", "stay", "accord",
    "still", "also", "already", "now", "yet", "so", "then", "again", "just", "even", "very", "however", "long", "one", "mr",
    "mrs", "ms", "dr", "year", "time", "there", "put", "keep", "see", "report", "announce", "add", "can", "will",
})  # fmt: skip
# They say no by themselves, unless the other side has their opposite.
_REFUSING = frozenset({
    "fail", "refuse", "decline", "reject", "deny", "lack", "cancel", "call off", "scrap", "prevent", "avoid", "stop",
    "unable", "rule out", "cease", "abandon", "drop", "oppose", "miss", "skip", "veto", "block", "ban", "forbid", "halt",
    "vote down", "defeat", "turn down", "throw out",
})  # fmt: skip


@dataclass(frozen=True)
class _Side:
    passage: Passage
    words: dict[str, Token]
    """Content words by lemma, verbs with their particle."""
    negations: tuple[Token, ...]

    def own(self, shared: set[str]) -> dict[str, Token]:
        return {word: token for word, token in self.words.items() if word not in shared}


def compare_wording_of_no(left: Passage, right: Passage, predicates: Predicates, actors: Actors) -> Finding | None:
    """Return the one contradiction between two sentences in nearly the same words; None where there is none."""
    lengths = {len(left.tokens), len(right.tokens)}
    if not 0 < min(lengths) <= max(lengths) <= _LONGEST or _is_open(left) != _is_open(right):
        return None
    if (_of_some(left) and _of_some(right)) or says_all_but(left.text) or says_all_but(right.text):
        return None
    ours, theirs = _side(left, predicates, _forms(right)), _side(right, predicates, _forms(left))
    shared = set(_shared(ours, theirs, predicates, actors))
    only, others = ours.own(shared), theirs.own(shared)
    fewer = min(len(ours.words), len(theirs.words))
    common = fewer - min(len(only), len(others))
    more = max(len(ours.words), len(theirs.words))
    if common < _FEWEST_SHARED or common < _SHARED * fewer or common < _SHARED_OF_LONGER * more:
        return None
    opposed = next(((a, b) for a, b in product(only, others) if _opposite(a, b, predicates)), None)
    for word, held in zip(opposed or (), (only, others), strict=False):
        held.pop(word)
    refusing = [[held.pop(word) for word in list(held) if word in _REFUSING] for held in (only, others)]
    said_no = [(*side.negations, *said) for side, said in zip((ours, theirs), refusing, strict=True)]
    turns = len(said_no[0]) + len(said_no[1]) + (opposed is not None)
    if turns % 2 == 0 or _speak_of_others(only, others, refused=any(refusing)):
        return None
    own = (only, others)
    apart = not all(_bears_on(side, no, held) for side, no, held in zip((ours, theirs), said_no, own, strict=True))
    if apart or (opposed is None and _narrows(own[len(said_no[0]) % 2 == 0])):
        return None
    others_do = opposed and _done_by_others(ours.words[opposed[0]], theirs.words[opposed[1]], left, right, actors)
    return None if others_do else _finding(ours, theirs, opposed, refusing)


def _side(passage: Passage, predicates: Predicates, told: set[str]) -> _Side:
    """`told`: the words of the other side."""
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
        elif lemma in {"against", "unable"} or (
            token.pos in _CONTENT and f"{before} {lemma}" not in words and lemma not in _EMPTY | _SOME
        ):
            words.setdefault(lemma, token)
    return _Side(passage, words, tuple(negations))


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


def _is_open(passage: Passage) -> bool:
    return any(token.lemma in _OPEN for token in passage.tokens)


def _shared(ours: _Side, theirs: _Side, predicates: Predicates, actors: Actors) -> Iterator[str]:
    for one, other in product(ours.words, theirs.words):
        if one == other:
            yield one
            continue
        names = ours.words[one].pos == theirs.words[other].pos == "PROPN"
        alike = same_actor(one, other, actors) if names else _alike(one, other, predicates)
        alike = alike or actors.same_word(one, other)
        if alike and not _opposite(one, other, predicates):
            yield from (one, other)


def _alike(one: str, other: str, predicates: Predicates) -> bool:
    return predicates.are_same(one, other) or (shares_stem(one, other) and " " not in one and " " not in other)


def _opposite(one: str, other: str, predicates: Predicates) -> bool:
    return predicates.are_opposite(one, other) or _undone(one, other) or _undone(other, one)


def _undone(one: str, other: str) -> bool:
    """Tell "unaccounted" beside "account"."""
    return one.startswith("un") and len(other) > 4 and one[2:].startswith(other[:-1])


def _speak_of_others(only: dict[str, Token], others: dict[str, Token], *, refused: bool) -> bool:
    """Both sides have a thing or a verb that the other has not; a verb of refusing is one of them."""
    if refused and any(token.pos in {"VERB", "PROPN"} for held in (only, others) for token in held.values()):
        return True
    return all(any(token.pos != "ADV" for token in held.values()) for held in (only, others))


def _narrows(own: dict[str, Token]) -> bool:
    """Who "did not apologize to the family" may have apologized: a no with more words denies less."""
    return any(token.pos != "ADV" for token in own.values())


def _bears_on(side: _Side, negations: Sequence[Token], own: dict[str, Token]) -> bool:
    """True where each negation stands before words that both sides have, not in a clause that one side adds."""
    added = {token.start for token in own.values()}
    held = sorted(token.start for token in side.words.values())
    following = (next((start for start in held if start > token.start), None) for token in negations)
    return all(start not in added for start in following)


def tell_of_different_ones(left: Passage, right: Passage, predicates: Predicates) -> bool:
    """True where one word is narrowed down in two ways: "the north plant" beside "the south plant"."""
    shares = _shares(left), _shares(right)
    if shares[0] and shares[1] and shares[0] != shares[1]:
        return True  # 20 percent full is 80 percent empty
    ours, theirs = _narrowed(left), _narrowed(right)
    for thing in ours.keys() & theirs.keys():
        if not ours[thing] & theirs[thing] and not any(
            _opposite(one, other, predicates) or _alike(one, other, predicates)
            for one, other in product(ours[thing], theirs[thing])
        ):
            return True
    return False


def _shares(passage: Passage) -> set[str]:
    return {one.lemma for one, unit in pairwise(passage.tokens) if unit.lemma in {"%", "percent"}}


def _narrowed(passage: Passage) -> dict[str, set[str]]:
    """The words right before each noun that appears once."""
    found: dict[str, set[str]] = {}
    lemmas = [token.lemma for token in passage.tokens]
    tokens = [token for token in passage.tokens if token.lemma not in _OWNING]  # "the women's team"
    for before, noun in pairwise(tokens):
        narrowing = before.pos in {"NOUN", "PROPN"} or before.lemma in _WHICH
        if noun.pos == "NOUN" and narrowing and lemmas.count(noun.lemma) == 1:
            found.setdefault(noun.lemma, set()).add(american(before.lemma))
    return found


def _of_some(passage: Passage) -> bool:
    """True for "some schools", "two of the ships", "not all"."""
    lemmas = [token.lemma for token in passage.tokens]
    pairs = set(pairwise(lemmas))
    numbers = [token.lemma for token in passage.tokens if token.pos == "NUM"]
    counted = any((number, "of") in pairs for number in numbers)
    return (
        counted
        or bool(_PARTIAL & set(lemmas))
        or bool(_NEARLY & pairs)
        or any(("not", word) in pairs for word in ("all", "every", "everyone"))
    )


def _done_by_others(one: Token, other: Token, left: Passage, right: Passage, actors: Actors) -> bool:
    """True where the two opposites are said of two who are not the same."""
    ours = next((event for event in left.events if event.start <= one.start < event.end), None)
    theirs = next((event for event in right.events if event.start <= other.start < event.end), None)
    if ours is None or theirs is None:
        return False
    theme = likeness(patient_of(ours) or agent_of(ours), patient_of(theirs) or agent_of(theirs), actors)
    doers = likeness(agent_of(ours), agent_of(theirs), actors)
    if {ours.agent_head, theirs.agent_head} & _PERIODS:
        return False  # "Last year profits fell": the parser takes the year for the one who does it
    return doers == "other" or (theme == "other" and doers != "same")


def _finding(
    ours: _Side, theirs: _Side, opposed: tuple[str, str] | None, refusing: Sequence[Sequence[Token]]
) -> Finding:
    if opposed is not None:
        marks = _mark(ours, [ours.words[opposed[0]]]), _mark(theirs, [theirs.words[opposed[1]]])
        words = f"Left says “{marks[0][0].text}”; right says “{marks[1][0].text}”, the opposite."
    else:
        said = [(*side.negations, *no) for side, no in zip((ours, theirs), refusing, strict=True)]
        marks = _mark(ours, said[0]), _mark(theirs, said[1])
        no = 0 if said[0] and len(said[0]) % 2 else 1
        first, second = ("Left", "right") if no == 0 else ("Right", "left")
        words = f"{first} says no (“{marks[no][0].text}”); {second} says yes."
    slot = Slot("whether it is so", marks[0][0].text, marks[1][0].text, "conflict")
    return Finding("polarity", "conflict", marks[0], marks[1], words, slot=slot)


def _mark(side: _Side, tokens: Sequence[Token]) -> tuple[Excerpt, ...]:
    """The words that say it; where there are none, the verb that the other side denies."""
    verbs = [token for token in side.words.values() if token.pos == "VERB"]
    held = tokens or verbs[:1] or list(side.words.values())[:1]
    return tuple(excerpt(side.passage.reading, token) for token in held)
