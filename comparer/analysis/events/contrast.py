"""Two sentences in nearly the same words, of which one says no, or the opposite: found by their words alone.

Where the parser or the roles fail, the words that only one side has still tell: one negation or one pair of
opposites between two sentences that otherwise speak of the same is a contradiction; two cancel out. Names, things,
numbers or verbs of its own on each side show that the two speak of different things, and then nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.participants import agent_of, likeness, patient_of
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.quantifiers import says_all_but
from comparer.analysis.events.told_words import (
    OWNING,
    Side,
    are_alike,
    are_opposite,
    are_short_enough,
    both_tell_more,
    have_much_in_common,
    is_open,
    shared_words,
    sides_of,
)
from comparer.analysis.events.words import Actors, american
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Excerpt, Slot, Token

_PARTIAL = frozenset({"some", "several", "many", "most", "few", "other", "another", "half", "part"})
_NEARLY = frozenset({("hardly", "any"), ("almost", "all"), ("nearly", "all"), ("virtually", "all"), ("almost", "no")})
# Adjectives that tell one from another of a kind: "the upper house".
_WHICH = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper", "lower", "low", "first", "second",
    "third", "fourth", "last", "next", "left", "right", "younger", "young", "older", "old", "elder", "male", "female", "home",
    "public", "private", "local", "regional", "national", "federal", "summer", "winter", "early", "late", "previous", "revise",
    "revised", "original", "final", "initial", "foreign", "domestic", "civil", "criminal", "other", "new",
})  # fmt: skip
_PERIODS = frozenset({"year", "month", "week", "day", "quarter", "season", "morning", "night", "evening"})
# They say no by themselves, unless the other side has their opposite.
_REFUSING = frozenset({
    "fail", "refuse", "decline", "reject", "deny", "lack", "cancel", "call off", "scrap", "prevent", "avoid", "stop",
    "unable", "rule out", "cease", "abandon", "drop", "oppose", "miss", "skip", "veto", "block", "ban", "forbid", "halt",
    "vote down", "defeat", "turn down", "throw out",
})  # fmt: skip


def compare_wording_of_no(left: Passage, right: Passage, predicates: Predicates, actors: Actors) -> Finding | None:
    """Return the one contradiction between two sentences in nearly the same words; None where there is none."""
    if not are_short_enough(left, right) or is_open(left) != is_open(right):
        return None
    if (_of_some(left) and _of_some(right)) or says_all_but(left.text) or says_all_but(right.text):
        return None
    ours, theirs = sides_of(left, right, predicates)
    shared = set(shared_words(ours, theirs, predicates, actors))
    if not have_much_in_common(ours, theirs, shared):
        return None
    only, others = ours.own(shared), theirs.own(shared)
    opposed = next(((a, b) for a, b in product(only, others) if are_opposite(a, b, predicates)), None)
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


def _speak_of_others(only: dict[str, Token], others: dict[str, Token], *, refused: bool) -> bool:
    """Both sides have a thing or a verb that the other has not; a verb of refusing is one of them."""
    if refused and any(token.pos in {"VERB", "PROPN"} for held in (only, others) for token in held.values()):
        return True
    return both_tell_more(only, others)


def _narrows(own: dict[str, Token]) -> bool:
    """Who "did not apologize to the family" may have apologized: a no with more words denies less."""
    return any(token.pos != "ADV" for token in own.values())


def _bears_on(side: Side, negations: Sequence[Token], own: dict[str, Token]) -> bool:
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
            are_opposite(one, other, predicates) or are_alike(one, other, predicates)
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
    tokens = [token for token in passage.tokens if token.lemma not in OWNING]  # "the women's team"
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


def _finding(ours: Side, theirs: Side, opposed: tuple[str, str] | None, refusing: Sequence[Sequence[Token]]) -> Finding:
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


def _mark(side: Side, tokens: Sequence[Token]) -> tuple[Excerpt, ...]:
    """The words that say it; where there are none, the verb that the other side denies."""
    verbs = [token for token in side.words.values() if token.pos == "VERB"]
    held = tokens or verbs[:1] or list(side.words.values())[:1]
    return tuple(excerpt(side.passage.reading, token) for token in held)
