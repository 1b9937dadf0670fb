"""The words of the result page: kinds, verdicts and sureness in plain English, and the style of each kind.

A style is a colour and a line under the text together (static/css/marks.css).
Whatever its kind, what can't both be true has the style "conflict", and what
differs in form only the style "minor".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from comparer.analysis.report import Difference, Kind, Slot, Stance, Sureness, Verdict, Voice

Style = Literal[
    "conflict", "wording", "naming", "attribution", "voice", "certainty", "agency", "emphasis", "minor", "only", "match"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """A kind of difference: its heading, how it is counted ("1 number", "2 numbers"), what it means."""

    label: str
    one: str
    many: str
    meaning: str
    style: Style


KINDS: dict[Kind, Term] = {
    "number": Term("Numbers", "number", "numbers", "How many, how much, how long: figures for the same thing.", "minor"),
    "date": Term("Dates and times", "date", "dates", "When it happened, or as of when it is told.", "minor"),
    "place": Term("Places", "place", "places", "Where it happened.", "minor"),
    "person": Term("Who", "person", "people", "Who did it, or to whom.", "minor"),
    "polarity": Term(
        "Yes here, no there", "yes-or-no point", "yes-or-no points", "One piece says that it is so, the other that it isn’t.", "minor"
    ),
    "quote": Term("Quotations", "quotation", "quotations", "The same person’s words, quoted differently.", "wording"),
    "naming": Term(
        "Names and labels", "name", "names", "What people or things are called, and in whose words.", "naming"
    ),
    "wording": Term("Choice of words", "word choice", "word choices", "The same thing in stronger or milder words.", "wording"),
    "attribution": Term(
        "Said, claimed, admitted",
        "report of speech",
        "reports of speech",
        "How a statement is reported: “said” is neutral, “claimed” doubts, “admitted” makes it a confession.",
        "attribution",
    ),
    "certainty": Term(
        "How certain", "degree of certainty", "degrees of certainty", "A fact in one piece, a possibility in the other.", "certainty"
    ),
    "voice": Term(
        "In whose voice",
        "voice",
        "voices",
        "One piece states flatly, in its own voice, what the other gives to a source.",
        "voice",
    ),
    "agency": Term("Who acts", "actor", "actors", "Who does it: named, hidden (“was closed”) or exchanged.", "agency"),
    "emphasis": Term("Emphasis", "emphasis", "emphases", "Told first and at length here, late or in passing there.", "emphasis"),
    "omission": Term("Left out", "detail left out", "details left out", "A detail that only one of the two gives.", "only"),
}  # fmt: skip

VERDICTS: dict[Verdict, tuple[str, str]] = {
    "conflict": ("they disagree", "As written, both can’t be true."),
    "differs": ("told differently", "Both may be true; they leave a different impression."),
    "update": ("later news", "The time between the two pieces explains it."),
    "compatible": ("same in another form", "They differ in form only, and agree."),
    "only_left": ("only in {left}", "{left} has it; nothing like it was found in {right}."),
    "only_right": ("only in {right}", "{right} has it; nothing like it was found in {left}."),
}

SURENESS: dict[Sureness, tuple[str, str]] = {
    "sure": ("sure", "The words leave little doubt."),
    "likely": ("likely", "Probably right; read both passages."),
    "possible": ("possible", "A hint only: check it yourself."),
}

VOICES: dict[Voice, str] = {
    "own": "in its own voice",
    "named": "a named source",
    "unnamed": "an unnamed source",
    "institution": "an institution",
    "document": "a document",
}

STANCES: dict[Stance, str] = {
    "neutral": "",
    "doubt": "reported with doubt",
    "assert": "reported with emphasis",
    "deny": "a denial",
    "demand": "a demand",
}

SLOTS: dict[str, str] = {
    "same": "the same",
    "compatible": "can both be true",
    "conflict": "they disagree",
    "update": "later news",
    "differs": "told differently",
    "only_left": "only in {left}",
    "only_right": "only in {right}",
}


def verdict_words(verdict: Verdict, sureness: Sureness) -> str:
    """Return the verdict as the page says it; a conflict that is only a hint is said as one."""
    return "they may disagree" if (verdict, sureness) == ("conflict", "possible") else VERDICTS[verdict][0]


def style_of(difference: Difference) -> Style:
    """Return the style in which a difference is marked."""
    if difference.verdict == "conflict":
        return "conflict"
    if difference.verdict in ("compatible", "update"):
        return "minor"
    return KINDS[difference.kind].style


def slot_words(slot: Slot, left: str, right: str) -> str:
    return SLOTS[slot.verdict].format(left=left, right=right)
