"""What each of the nine kinds of task asks, how long it takes, and how a teacher finds more for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from comparer.classroom.content import KINDS, Item, TaskKind
from comparer.classroom.making.disagree import make_disagree
from comparer.classroom.making.label import make_label
from comparer.classroom.making.loaded import make_loaded
from comparer.classroom.making.match import make_match
from comparer.classroom.making.material import Material
from comparer.classroom.making.missing import make_missing
from comparer.classroom.making.reflect import make_reflect
from comparer.classroom.making.sort import make_sort
from comparer.classroom.making.speaker import make_speaker
from comparer.classroom.making.sure import make_sure


@dataclass(frozen=True, slots=True)
class Recipe:
    """How tasks of one kind are made. `needs` completes "The comparison holds too little for this: it needs ..."."""

    make: Callable[[Material], tuple[Item, ...]]
    instructions: str
    needs: str
    teaches: str
    minutes: int
    difficulty: int
    enough: int
    """With fewer questions the teacher is told to add some."""
    by_hand: str
    """How a teacher finds more in the texts."""


RECIPES: Mapping[TaskKind, Recipe] = MappingProxyType({
    "match": Recipe(
        make_match,
        "Each question shows a sentence of the first piece. Find the sentence of the second piece that is about the same "
        "thing. It may use other words, and it may even disagree. Careful: sometimes there is none.",
        "sentences that both tell",
        "Students see what is told twice before they look at how.",
        8, 1, 4,
        "Look for sentences that both pieces tell in other words.",
    ),
    "disagree": Recipe(
        make_disagree,
        "Look at each pair of passages. Mark the numbers, dates, places or people that can’t both be right. "
        "“More than 100” and “120” can both be right.",
        "passages about the same thing with a number, date, place or name in both, one pair of which disagrees",
        "Students check facts against each other, and learn which only look different.",
        8, 2, 3,
        "Look at every number, day, place and name: does the other piece give another one?",
    ),
    "sort": Recipe(
        make_sort,
        "Here are words from the two pieces. Which of the pieces do you think they come from?",
        "turns of phrase that only one of the pieces uses",
        "Students feel the tone of each piece before they know who wrote it.",
        5, 1, 6,
        "Look for words that only one piece would use of the same people or things.",
    ),
    "label": Recipe(
        make_label,
        "Both passages of each pair are about the same thing. What is different between them? Choose the answer that "
        "fits best.",
        "pairs of passages that differ",
        "Students get names for what differs, and see that some differences are in form only.",
        8, 2, 3,
        "Put two passages about the same thing beside each other, and say what differs; some may agree.",
    ),
    "loaded": Recipe(
        make_loaded,
        "Some words don’t only tell what happened. They also judge it: they make it sound good, bad or frightening. "
        "Mark these words. Most words are not loaded.",
        "passages with words that judge",
        "Students mark framing in the text itself, which studies find is what teaches people to see it.",
        8, 2, 3,
        "Read both pieces for words that judge, and mark them in their sentence.",
    ),
    "speaker": Recipe(
        make_speaker,
        "Who says what this sentence tells? Look for words such as “said”, “according to” or “show”. If there are none, "
        "the newspaper says it itself.",
        "sentences by different kinds of speakers",
        "Students ask of each statement where it comes from.",
        6, 2, 4,
        "Look for a sentence of the newspaper’s own, one by a named person, one by nobody named.",
    ),
    "missing": Recipe(
        make_missing,
        "Some sentences tell things that the other piece leaves out. Mark them. Look for what is told, not for the same "
        "words.",
        "a sentence that only one piece tells, and one that both tell",
        "Students notice what a reader of one piece would never learn.",
        8, 3, 2,
        "For each piece, look for what its readers alone would know.",
    ),
    "sure": Recipe(
        make_sure,
        "Put the sentences in order: first the one that sounds surest, last the one that leaves most open. It isn’t "
        "about whether they are true.",
        "sentences of three degrees of sureness",
        "Students hear the difference between “did”, “said” and “may have”.",
        6, 3, 2,
        "Look for “may”, “is said to”, “according to”, and for plain facts.",
    ),
    "reflect": Recipe(
        make_reflect,
        "Write two or three sentences for each question. Quote words from the pieces.",
        "two pieces",
        "Students put in their own words what they saw.",
        10, 2, 2,
        "Ask about a passage that surprised you.",
    ),
})  # fmt: skip
assert tuple(RECIPES) == KINDS  # noqa: S101 -- every kind has its recipe, in order
