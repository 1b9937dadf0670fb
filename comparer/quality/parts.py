"""The parts of the page, and the files of figures that each draws on."""

from __future__ import annotations

from dataclasses import dataclass

from comparer.quality.questions import (
    BOILERPLATE,
    CONFLICTS,
    COUNTERPARTS,
    JUDGED,
    LOADED,
    SLOTS,
    TELLING,
    WHO_SAYS_WHAT,
    Question,
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One file of figures: on which texts, with the file's counts by name, and how the analysis stands to them."""

    file: str
    called: str
    """In a few words, for the README."""
    texts: str
    standing: str
    questions: tuple[Question, ...]
    optional: bool = False
    """Nothing is said where the file is missing."""


@dataclass(frozen=True, slots=True)
class Part:
    id: str
    title: str
    intro: str
    samples: tuple[Sample, ...]


SEEN = "The analysis was developed on these texts, so expect less on others."
UNSEEN = "Nobody who worked on the analysis saw these texts before they were measured."
HALF = "The analysis was developed on the other half of this public set; nobody looked at this one."
PIECES = (
    "{article pairs} pairs of whole articles about invented events, {sentences} sentences, written for this project."
)
SHORT = "{pairs} pairs of short texts about invented events, {negatives} of them traps, written for this project."
SENTENCES = "{pairs} pairs of sentences from these articles; in {judged 1} of them both report the same."
POLNEAR = "{articles} news articles with {gold} statements that trained annotators marked (PolNeAR)."
BABE = "{sentences} sentences from the news in which experts marked the words that judge (BABE)."


def _on_pieces(questions: tuple[Question, ...]) -> tuple[Sample, ...]:
    unseen = Sample("articles_unseen", "own article pairs, never seen", PIECES, UNSEEN, questions, optional=True)
    return unseen, Sample("articles", "own article pairs, developed on", PIECES, SEEN, questions)


def _on_short(questions: tuple[Question, ...]) -> tuple[Sample, ...]:
    unseen = Sample("minimal_unseen", "own short texts, never seen", SHORT, UNSEEN, questions, optional=True)
    return unseen, Sample("minimal", "own short texts, developed on", SHORT, SEEN, questions)


PARTS = (
    Part(
        "counterparts",
        "Finding counterparts",
        "Before two pieces can be compared, the sentences that report the same must find each other.",
        (*_on_pieces(COUNTERPARTS + BOILERPLATE), Sample("judged", "sentences of own articles, developed on", SENTENCES, SEEN, JUDGED)),
    ),
    Part(
        "facts",
        "Numbers, dates, places, people",
        "A conflict should be marked where both can’t be true, and nowhere else. Whole articles are the hard case: two sentences must find each other first, and most of their numbers count different things.",
        (*_on_pieces(CONFLICTS), *_on_short(SLOTS)),
    ),
    Part(
        "telling",
        "How it is told",
        "The same thing in other words, in another voice, more or less certain. Few cases each, so the ranges are wide.",
        _on_short(TELLING),
    ),
    Part(
        "voices",
        "Who says what",
        "Which words of an article are somebody’s, and whose.",
        (Sample("attribution", "PolNeAR, data/dev, half never looked at", POLNEAR, HALF, WHO_SAYS_WHAT),),
    ),
    Part(
        "loaded",
        "Loaded words",
        "Words that judge. Even experts agree on them only in part.",
        (Sample("loaded", "BABE, half never looked at", BABE, HALF, LOADED),),
    ),
)  # fmt: skip
