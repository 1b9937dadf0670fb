"""Whether two short texts tell of others throughout: other people, other places, hardly a word in common.

Two reports of one event hardly ever share no name where each has several; two events of one sort ("was elected mayor of
Aberdeen for five years", "was elected mayor of Valparaiso for four years") share all the words between the names.
"""

from __future__ import annotations

from collections.abc import Iterable

from comparer.analysis.events.participants import same_actor
from comparer.analysis.events.predicates import Predicates
from comparer.analysis.events.words import Actors
from comparer.analysis.proper_names import names_in
from comparer.analysis.report import Place, Reading, Span
from comparer.analysis.times.intervals import relate

_FEW_SENTENCES = 3
_FEWEST_NAMES = 2
# Of two texts about two people: how many words each must have of its own, and how many both may have.
_FEWEST_OWN, _MOST_SHARED = 2, 1
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "NUM"})
_EMPTY = frozenset({"say", "tell", "be", "have", "do", "make", "take", "go", "get"})


def are_alone(*readings: Reading) -> bool:
    """Return whether each text is no more than a few sentences: a passage handed in to be compared with another."""
    return all(len(reading.sentences) <= _FEW_SENTENCES for reading in readings)


def tell_of_others(left: Reading, right: Reading, *, predicates: Predicates, actors: Actors) -> bool:
    """Return whether the names, or the people and the words, of two short texts show two different events.

    True where each side has two names or more and none is the other side's; where each names somebody else in
    words that the other has not, or another opponent in another result; and where one tells the opposite of what
    the other does, of something else, elsewhere or at another time.
    """
    ours, theirs = list(names_in(left)), list(names_in(right))
    mine = [one for one in ours if not any(_same(left, one, right, other, actors) for other in theirs)]
    yours = [other for other in theirs if not any(_same(left, one, right, other, actors) for one in ours)]
    if min(len(mine), len(yours)) >= _FEWEST_NAMES and len(mine) == len(ours) and len(yours) == len(theirs):
        return True
    people = all(any(_is_person(side, name) for name in names) for side, names in ((left, mine), (right, yours)))
    if people and _in_other_words(left, right, predicates):
        return True
    if mine and yours and _score(left) and _score(right) and _score(left) != _score(right):
        return True  # two matches of one league
    nowhere_the_same = mine and yours and len(mine) == len(ours) and len(yours) == len(theirs)
    return bool(nowhere_the_same or _at_other_times(left, right)) and _turn_round_others(left, right, predicates)


def _same(left: Reading, one: Span, right: Reading, other: Span, actors: Actors) -> bool:
    ours, theirs = left.text[one.start : one.end], right.text[other.start : other.end]
    if same_actor(ours, theirs, actors) or set(ours.lower().split()) & set(theirs.lower().split()):
        return True
    here, there = _place(left, one), _place(right, other)
    return here is not None and there is not None and bool({here.name, *here.within} & {there.name, *there.within})


def _place(reading: Reading, name: Span) -> Place | None:
    return next((place for place in reading.places if place.start < name.end and name.start < place.end), None)


def _is_person(reading: Reading, name: Span) -> bool:
    """A name and a surname, as far as the form shows."""
    return " " in reading.text[name.start : name.end] and _place(reading, name) is None


def _score(reading: Reading) -> set[tuple[float | None, float | None]]:
    return {(found.low, found.high) for found in reading.quantities if found.unit == "score"}


def _at_other_times(left: Reading, right: Reading) -> bool:
    related = [relate(one, other) for one in left.times for other in right.times]
    return bool(related) and all(found is not None and found[0] == "conflict" for found in related)


def _turn_round_others(left: Reading, right: Reading, predicates: Predicates) -> bool:
    """Tell "the telescope was opened" beside "the visitor centre was closed": the opposite, of something else."""
    ours, theirs = (
        {token.lemma: token for token in (side.index.tokens if side.index else ()) if token.pos in _TELLING}
        for side in (left, right)
    )
    opposed = any(predicates.are_opposite(one, other) for one in ours for other in theirs)
    only = [one for one, token in ours.items() if token.pos == "NOUN" and not _known(one, theirs, predicates)]
    others = [one for one, token in theirs.items() if token.pos == "NOUN" and not _known(one, ours, predicates)]
    return opposed and bool(only and others)


def _known(word: str, words: Iterable[str], predicates: Predicates) -> bool:
    return any(predicates.are_akin(word, other) or predicates.are_opposite(word, other) for other in words)


def _in_other_words(left: Reading, right: Reading, predicates: Predicates) -> bool:
    ours, theirs = _words(left), _words(right)
    own = {one for one in ours if not any(predicates.are_akin(one, other) for other in theirs)}
    others = {other for other in theirs if not any(predicates.are_akin(one, other) for one in ours)}
    shared = max(len(ours - own), len(theirs - others))
    return shared <= _MOST_SHARED and min(len(own), len(others)) >= _FEWEST_OWN


def _words(reading: Reading) -> set[str]:
    tokens = reading.index.tokens if reading.index else ()
    return {token.lemma for token in tokens if token.pos in _TELLING and token.lemma not in _EMPTY}
