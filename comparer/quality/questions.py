"""What is asked of the figures, in plain words: a row of the page for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["share", "F1"]


@dataclass(frozen=True, slots=True)
class Question:
    """`figure` names one figure of a file."""

    figure: str
    asks: str
    unit: Unit = "share"
    made: str = ""
    """What precision is the share of right ones of: "the pairs it makes"."""
    false_marks: tuple[str, str] | None = None
    """The counts of false marks and of the words in which there should be none."""
    short: str = ""
    """What the README calls it; "" where it leaves it out."""


COUNTERPARTS = (
    Question(
        "decisions, matches",
        "Is each sentence dealt with rightly? One with a counterpart gets it, one without is left alone.",
        short="a sentence with a counterpart gets it, one without is left alone",
    ),
    Question(
        "links, matches",
        "Which sentences report the same, by what it calls a match?",
        "F1",
        "the pairs it makes",
        short="sentences that report the same, by what it calls a match",
    ),
    Question("links, both tiers", "The same, with the possible matches", "F1", "the pairs it makes"),
    Question("omissions", "What matters and only one tells: does it say so?"),
)
JUDGED = (
    Question("matches", "Two sentences alone: do they report the same?", "F1", "the pairs it makes"),
    Question(
        "both tiers",
        "The same, with the possible matches",
        "F1",
        "the pairs it makes",
        short="two sentences alone: do they report the same, with the possible matches",
    ),
)
JUDGED_REPORTS = (
    Question(
        "judged, matches",
        "Two sentences alone: do they report the same, by what it calls a match?",
        "F1",
        "the pairs it makes",
        short="two sentences alone: do they report the same, by what it calls a match",
    ),
    Question("judged, both tiers", "The same, with the possible matches", "F1", "the pairs it makes"),
)
BOILERPLATE = (
    Question(
        "boilerplate",
        "Lines that are no article, such as share links: are they set aside?",
        "F1",
        "the lines it sets aside",
    ),
)
CONFLICTS = (
    Question(
        "conflicts",
        "Where can’t both be true? Numbers, dates, places, people and yes-or-no together.",
        "F1",
        "the conflicts it marks",
        short="marked as a conflict",
    ),
    Question(
        "compatible, spared",
        "Passages that only look as if they disagreed: are they left unmarked?",
        short="passages that only look as if they disagreed, left unmarked",
    ),
)
AMONG = (
    Question(
        "conflicts",
        "The same where each stands among eleven others: where can’t both be true?",
        "F1",
        "the conflicts it marks",
        short="marked as a conflict, each pair among eleven others",
    ),
)
SLOTS = (
    Question(
        "all pairs",
        "Is everything right that is said of the two? All kinds of difference together.",
        short="two short texts: everything right that is said of them",
    ),
    Question("negatives", "Traps of every kind, which a tool that compares words would mark: are they left unmarked?"),
    Question("number", "Numbers"),
    Question("date", "Dates and times"),
    Question("place", "Places"),
    Question("person", "Who did it, or to whom"),
    Question("polarity", "Yes here, no there"),
)
TELLING = (
    Question("quote", "Quotations in other words"),
    Question("naming", "Names and labels"),
    Question("wording", "Choice of words"),
    Question("attribution", "Said, claimed, admitted"),
    Question("certainty", "How certain"),
    Question("voice", "In whose voice"),
    Question("agency", "Who acts, or is left out"),
    Question("emphasis", "Told first here, in passing there"),
)
WHO_SAYS_WHAT = (
    Question(
        "cue overlap",
        "Does it see that somebody is said to say something?",
        "F1",
        "the statements it sees",
        short="statements: seen",
    ),
    Question(
        "whole relation",
        "Does it also see who says it, and which words are theirs?",
        "F1",
        "the statements it sees",
        short="statements: seen, with who says it and which words are theirs",
    ),
)
LOADED = (
    Question(
        "loaded words",
        "Which words judge instead of telling?",
        "F1",
        "the words it marks",
        false_marks=("false marks in them", "plain words"),
        short="words that judge",
    ),
)
RANKING = (
    Question(
        "hit@1",
        "Of all sentences of the other piece, is the one that it likes best a counterpart?",
        short="the sentence ranked first is a counterpart",
    ),
)
PROPOSITIONS = (
    Question("claims", "Which claims of two sentences report the same?", "F1", "the pairs it makes"),
    Question(
        "propositions",
        "Which statements in them, a verb with who or what it is about, report the same?",
        "F1",
        "the pairs it makes",
        short="statements within two sentences that report the same",
    ),
)
NUMBERS = (
    Question(
        "decisions, NewsNLI",
        "In news: do the numbers of one sentence follow from those of the other?",
        short="do the numbers of a sentence follow from another",
    ),
    Question("decisions, RTE_Quant", "In sentences from a contest: the same"),
)
CALLED_SO = (
    Question(
        "pairs, sure",
        "Claims paired and called sure: do they report the same?",
        short="claims paired and called sure that report the same",
    ),
    Question("pairs, likely", "Called likely"),
    Question("pairs, possible", "Called possible"),
    Question("conflicts, sure", "Conflicts called sure: can’t both be true?"),
    Question("conflicts, likely", "Called likely"),
    Question("conflicts, possible", "Called possible"),
)
REAL_COUNTERPARTS = COUNTERPARTS[:3]
NAMING = (
    Question(
        "people, groups and countries",
        "Is somebody in one article the same as somebody in another, whatever they are called?",
        "F1",
        "the pairs it makes",
        short="who is the same under other names",
    ),
    Question("all", "The same, with things and events", "F1", "the pairs it makes"),
)
