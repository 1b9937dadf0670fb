"""What each ledger is called, what it holds, what an empty one means, and its terms explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from comparer.comparisons.ledgers.outcome import GROUPS
from comparer.comparisons.presenting.glossary import KINDS, VERDICTS, VOICES

LedgerName = Literal["numbers", "names", "voices", "times", "places", "prominence", "told"]
Terms = tuple[tuple[str, str], ...]

HOW_IT_CAME_OUT: Terms = tuple(GROUPS.values())
KINDS_OF_SOURCES: Terms = (
    (VOICES["named"], "A person with a name."),
    (VOICES["unnamed"], "Somebody whose name is kept back or not given: “an official”, “residents”."),
    (VOICES["institution"], "An office, company or body that speaks as one."),
    (VOICES["document"], "A report, record or letter."),
    (VOICES["own"], "The piece states it itself, and gives no source."),
)


@dataclass(frozen=True, slots=True)
class Title:
    label: str
    intro: str
    empty: str
    """What it means that there is nothing, and what would stand here."""
    terms: Terms


TITLES: dict[LedgerName, Title] = {
    "numbers": Title(
        "Numbers",
        "Every figure of both pieces: what it counts, what its words leave room for, as of when, and who says so.",
        "Neither piece gives a figure. A row here would hold “at least 14 people hurt” against “19 hurt”, and say whether both can be true.",
        (
            ("Leaves room for", "The numbers that the words allow: “at least 14” is 14 or more, “about 4 million” a little less or more."),
            ("As of", "The day of the count, or the day on which it was said, where the text names one: a toll grows."),
            *HOW_IT_CAME_OUT,
        ),
    ),
    "names": Title(
        "Names and labels",
        "What people and things are called on each side, how often, and in whose words.",
        "Neither piece gives anything two names. A row here would hold “demonstrators” against “rioters”, and say whose word each is.",
        (
            (KINDS["naming"].label, KINDS["naming"].meaning),
            ("In its own voice", "The piece uses the word itself."),
            ("In a quotation", "The word stands between quotation marks, in somebody’s mouth."),
            ("In somebody’s account", "The word is given to a source, without quotation marks."),
            ("Held at arm’s length", "With “so-called” or in scare quotes: the piece keeps its distance from the word."),
            ("Listed here", "What both pieces name, what a mark speaks of, and what one piece names twice or in two ways."),
        ),
    ),
    "voices": Title(
        "Voices",
        "Who speaks in each piece and for how many words, and what one piece states flatly that the other gives to a source.",
        "Nobody is reported to say anything in either piece: all of it is in the pieces’ own voice.",
        ((KINDS["voice"].label, KINDS["voice"].meaning), *KINDS_OF_SOURCES),
    ),
    "times": Title(
        "Timeline",
        "What each piece puts on a day or at an hour, in the order of the days. When somebody said something is left out, unless the pieces differ on it.",
        "Neither piece dates anything. A row here would hold “on Monday” against “on 6 May”, and say whether that is the same day.",
        (("Day meant", "Worked out from the words and the day on which the piece was published."), *HOW_IT_CAME_OUT),
    ),
    "places": Title(
        "Places",
        "Where each piece puts what happens. A name that stands for a government (“Kyiv said”) is not a place here.",
        "Neither piece names a place. A row here would hold “Donetsk” against “Luhansk”, and say whether one lies in the other.",
        (("Lies in", "What contains the place, from near to far, where that is known."), *HOW_IT_CAME_OUT),
    ),
    "prominence": Title(
        "Prominence",
        "The same claim, where it stands here and there. What stands first is read by all, what stands last by few.",
        "No claim of one piece was surely found in the other, so there is no place to compare.",
        (
            (KINDS["emphasis"].label, KINDS["emphasis"].meaning),
            ("Earlier", "The places are at least three tenths of the text apart. Where a claim is told more than once, its first telling counts."),
        ),
    ),
    "told": Title(
        "Told by one",
        "What only one piece tells, what a reader of the other would miss most first.",
        "All that either piece tells was found in the other.",
        (
            ("Only in one", VERDICTS["only_left"][1].format(left="One piece", right="the other")),
            ("Nearest there", "The passage of the other piece that comes closest. Read it: it may tell the same in words that were not recognised."),
            ("Marked", "Sentences with a reason at “Why” and a word of sureness are marked in the texts; the others are ordered by what they hold."),
        ),
    ),
}  # fmt: skip
LEDGERS: tuple[LedgerName, ...] = get_args(LedgerName)
