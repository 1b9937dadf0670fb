"""The nine kinds of task: what each asks, how long it takes, and whether a comparison holds enough for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from comparer.classroom.content import KINDS, NAMES, Content, Item, Task, TaskKind
from comparer.classroom.making.disagree import make_disagree
from comparer.classroom.making.label import make_label
from comparer.classroom.making.loaded import make_loaded
from comparer.classroom.making.match import make_match
from comparer.classroom.making.material import Material
from comparer.classroom.making.missing import make_missing
from comparer.classroom.making.reflect import RUBRIC, make_reflect
from comparer.classroom.making.sort import make_sort
from comparer.classroom.making.speaker import make_speaker
from comparer.classroom.making.sure import make_sure


@dataclass(frozen=True, slots=True)
class Recipe:
    """How tasks of one kind are made. `needs` completes "These two pieces hold too little for this: ..."."""

    make: Callable[[Material], tuple[Item, ...]]
    instructions: str
    needs: str
    teaches: str
    minutes: int
    difficulty: int
    least: int = 2


RECIPES: Mapping[TaskKind, Recipe] = MappingProxyType({
    "match": Recipe(
        make_match,
        "Each question shows a sentence of the first piece. Find the sentence of the second piece that tells the same "
        "thing. Careful: sometimes there is none.",
        "at least two sentences that both tell",
        "Students see what is told twice before they look at how.",
        8, 1,
    ),
    "disagree": Recipe(
        make_disagree,
        "Look at each pair of passages. Mark the numbers, dates, places or people that can’t both be right. "
        "“More than 100” and “120” can both be right.",
        "at least two passages about the same thing with a number, date, place or name in both, one pair of which disagrees",
        "Students check facts against each other, and learn which only look different.",
        8, 2,
    ),
    "sort": Recipe(
        make_sort,
        "Here are words from the two pieces. Which of the pieces do you think they come from?",
        "at least two turns of phrase that only one of the pieces uses",
        "Students feel the tone of each piece before they know who wrote it.",
        5, 1,
    ),
    "label": Recipe(
        make_label,
        "Both passages of each pair are about the same thing. What is different between them? Choose the answer that "
        "fits best.",
        "at least two pairs of passages that differ",
        "Students get names for what differs, and see that some differences are in form only.",
        8, 2,
    ),
    "loaded": Recipe(
        make_loaded,
        "Some words don’t only tell what happened. They also judge it: they make it sound good, bad or frightening. "
        "Mark these words. Most words are not loaded.",
        "at least two passages with words that judge",
        "Students mark framing in the text itself, which studies find is what teaches people to see it.",
        8, 2,
    ),
    "speaker": Recipe(
        make_speaker,
        "Who says what this sentence tells? Look for words such as “said”, “according to” or “show”. If there are none, "
        "the newspaper says it itself.",
        "at least two sentences by different kinds of speakers",
        "Students ask of each statement where it comes from.",
        6, 2,
    ),
    "missing": Recipe(
        make_missing,
        "Some sentences tell things that the other piece leaves out. Mark them. Look for what is told, not for the same "
        "words.",
        "a sentence that only one piece tells, and one that both tell",
        "Students notice what a reader of one piece would never learn.",
        8, 3, 1,
    ),
    "sure": Recipe(
        make_sure,
        "Put the sentences in order: first the one that sounds surest, last the one that leaves most open. It isn’t "
        "about whether they are true.",
        "sentences of at least three degrees of sureness",
        "Students hear the difference between “did”, “said” and “may have”.",
        6, 3, 1,
    ),
    "reflect": Recipe(
        make_reflect,
        "Write two or three sentences for each question. Quote words from the pieces.",
        "two pieces",
        "Students put in their own words what they saw.",
        10, 2,
    ),
})  # fmt: skip
assert tuple(RECIPES) == KINDS  # noqa: S101 -- every kind has its recipe, in order


FIRST_CHOSEN: frozenset[TaskKind] = frozenset({"match", "disagree", "loaded", "reflect"})
"""What is ticked before anybody chooses: one lesson's work."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind of task that a comparison allows, or the reason why it does not."""

    kind: TaskKind
    task: Task | None
    why_not: str = ""

    @property
    def name(self) -> str:
        return NAMES[self.kind]

    @property
    def teaches(self) -> str:
        return RECIPES[self.kind].teaches


def offer_tasks(material: Material) -> tuple[Offer, ...]:
    """Return for each kind the task that can be made, or why there is none."""
    return tuple(_offer(material, kind) for kind in KINDS)


def make_content(material: Material, kinds: Sequence[TaskKind], *, title: str, blind: bool = True) -> Content:
    """Return an exercise with these kinds of task, in this order; the others that can be made lie ready, left out."""
    order = tuple(dict.fromkeys((*kinds, *KINDS)))
    chosen = set(kinds)
    offers = [offer for kind in order if (offer := _offer(material, kind)).task]
    tasks = [replace(offer.task, id=f"t{at}") for at, offer in enumerate(offers, start=1) if offer.task]
    return Content(
        title,
        material.left.piece,
        material.right.piece,
        tuple(one for one in tasks if one.kind in chosen),
        blind=blind,
        spare=tuple(one for one in tasks if one.kind not in chosen),
    )


def _offer(material: Material, kind: TaskKind) -> Offer:
    recipe = RECIPES[kind]
    items = recipe.make(material)
    if len(items) < recipe.least:
        return Offer(kind, None, f"These two pieces hold too little for this: it needs {recipe.needs}.")
    task = Task(
        kind, kind, NAMES[kind], recipe.instructions, items, recipe.minutes, recipe.difficulty, len(items),
        RUBRIC if kind == "reflect" else "",
    )  # fmt: skip
    return Offer(kind, task)
