"""What one side tells in two sentences ("A bus overturned. Its driver survived") and the other in one."""

from __future__ import annotations

from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.passages import Passage
from comparer.analysis.report import Event

_MOSTLY, _FEWEST = 0.7, 4
_SHORT = 14
"""Words of the sentence that leans on the one before it."""
_DEFINITE = ("the ", "its ", "his ", "her ", "their ", "it ", "he ", "she ", "they ")
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def told_over_two(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    """Return whether a short sentence and the one before it tell together what the other side tells in one.

    Then "its driver" is the driver of the other side's bus.
    """
    if "other" in {pair.agents, pair.patients} or "same" not in {pair.agents, pair.patients}:
        return False
    return _leans(left, pair.left, right) or _leans(right, pair.right, left)


def _leans(short: Passage, event: Event, other: Passage) -> bool:
    theme = event.patient or event.agent
    if theme is None or not 0 < len(short.tokens) <= _SHORT or not _definite(short, theme):
        return False
    sentence = short.claims[0].sentence
    before = tuple(claim for claim in short.reading.claims if claim.sentence == sentence - 1)
    if not before:
        return False
    told, known = _words(other), _words(short) | _words(Passage(short.reading, before))
    return len(told) >= _FEWEST and len(told & known) >= _MOSTLY * len(told)


def _definite(passage: Passage, theme: tuple[int, int]) -> bool:
    return f"{passage.reading.text[slice(*theme)].lower()} ".startswith(_DEFINITE)


def _words(passage: Passage) -> set[str]:
    return {token.lemma for token in passage.tokens if token.pos in _TELLING}
