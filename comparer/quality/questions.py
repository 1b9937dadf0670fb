"""What the page asks of the figures, in plain words: its parts, the files each draws on, and a row for each figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["share", "F1"]


@dataclass(frozen=True, slots=True)
class Question:
    """`figure` names one figure of a file; `found` and `reached` say precision and recall, with `{n}` in 100."""

    figure: str
    asks: str
    unit: Unit = "share"
    found: str = ""
    reached: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """One file of figures: on which texts, with the file's counts by name, and how the analysis stands to them."""

    file: str
    texts: str
    standing: str
    questions: tuple[Question, ...]
    of: str = "cases"
    """What is counted in brackets behind a figure's name."""


@dataclass(frozen=True, slots=True)
class Part:
    id: str
    title: str
    intro: str
    samples: tuple[Sample, ...]


SEEN = "The analysis was developed on these texts, so expect less on others. One person marked them, so there is no agreement between annotators to compare with."
HALF_SEEN = "The analysis was developed on the other half of the set and never saw this one."

LINK_WORDS = ("Of 100 that it pairs, {n} belong together.", "Of 100 that belong together, it pairs {n}.")
PIECES = "{article pairs} pairs of invented articles written for this project, {sentences} sentences."
SHORT = "{pairs} pairs of short invented texts written for this project, {negatives} of them traps."

COUNTERPARTS = (
    Question(
        "decisions, both tiers",
        "Is a sentence dealt with rightly? One that has a counterpart gets it, and one that has none is left alone.",
    ),
    Question("links, matches", "Which sentences report the same? What it calls a match.", "F1", *LINK_WORDS),
    Question("links, both tiers", "The same, with the possible matches.", "F1", *LINK_WORDS),
)
CONFLICTS = (
    Question(
        "conflicts",
        "Where can’t both be true? Numbers, dates, places, people and yes-or-no together.",
        "F1",
        "Of 100 that it marks, {n} are such.",
        "Of 100 that there are, it marks {n}.",
    ),
    Question("compatible, spared", "Passages that only look as if they disagreed: are they left unmarked?"),
)
ALONE = (
    Question("omissions", "What matters and is told by one only: is it shown as that?"),
    Question(
        "boilerplate",
        "Lines that are no article, such as share links: are they set aside?",
        "F1",
        "Of 100 lines set aside, {n} are no article.",
        "Of 100 that are no article, it sets {n} aside.",
    ),
)
SLOTS = (
    Question("number", "Numbers"),
    Question("date", "Dates and times"),
    Question("place", "Places"),
    Question("person", "Who did it, or to whom"),
    Question("polarity", "Yes here, no there"),
    Question("negatives", "Traps of every kind: two texts that look different and are not. Are they left unmarked?"),
)
TELLING = (
    Question("quote", "Quotations in other words"),
    Question("naming", "Names and labels"),
    Question("wording", "Choice of words"),
    Question("attribution", "Said, claimed, admitted"),
    Question("certainty", "How certain"),
    Question("voice", "In whose voice"),
    Question("agency", "Who acts, or who is left out"),
    Question("emphasis", "Told first here, in passing there"),
)
WHO_SAYS_WHAT = (
    Question(
        "cue overlap",
        "Does it see that somebody is said to say something?",
        "F1",
        "Of 100 that it sees, {n} are such.",
        "Of 100 that there are, it sees {n}.",
    ),
    Question(
        "whole relation",
        "Does it also know who says it, and which words are theirs?",
        "F1",
        "Of 100 that it reads, {n} are right in both.",
        "Of 100 that there are, it reads {n} rightly.",
    ),
)
LOADED = (
    Question(
        "loaded words",
        "Which words judge instead of telling?",
        "F1",
        "Of 100 words that it marks, experts marked {n}.",
        "Of 100 words that experts marked, it marks {n}.",
    ),
)

PARTS = (
    Part(
        "counterparts",
        "Finding counterparts",
        "Before anything can be compared, sentences that report the same must find each other.",
        (Sample("articles", PIECES, SEEN, (*COUNTERPARTS, *ALONE)),),
    ),
    Part(
        "facts",
        "Numbers, dates, places, people",
        "A mark should stand where both can’t be true, and nowhere else. In whole articles this is hard, because two sentences must be paired first; in two short texts it is easier.",
        (
            Sample("articles", PIECES, SEEN, CONFLICTS),
            Sample("minimal", SHORT, SEEN, SLOTS, "pairs"),
        ),
    ),
    Part(
        "telling",
        "How it is told",
        "The same thing in other words, in another voice, more or less certain.",
        (
            Sample("minimal", SHORT, SEEN, TELLING, "pairs"),
        ),
    ),
    Part(
        "voices",
        "Who says what",
        "Which words of an article are somebody’s, and whose.",
        (
            Sample("attribution", "PolNeAR: {articles} news articles with {gold} statements, marked by trained annotators.", HALF_SEEN, WHO_SAYS_WHAT),
        ),
    ),
    Part(
        "loaded",
        "Loaded words",
        "Words that judge. People agree on them only in part: two experts reach about the same as the analysis does.",
        (
            Sample("loaded", "BABE: {sentences} sentences from the news in which experts marked biased words.", HALF_SEEN, LOADED),
        ),
    ),
)  # fmt: skip
