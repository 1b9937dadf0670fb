"""A question by a teacher's hand: sentences chosen in the texts become a question to be finished. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from comparer.classroom.content import Choice, Content, Item, Line, Side, Task, TaskKind
from comparer.classroom.making import label, match, sort, speaker
from comparer.classroom.making.disagree import NOTHING
from comparer.classroom.making.material import NONE, PLACES, both, shuffle

SHARED: frozenset[TaskKind] = frozenset({"match", "sort", "label", "speaker"})
"""Kinds whose questions all have the same choices, as a rule."""
USUAL_LABELS = ("number", "date", "place", "naming", "wording", "voice", "certainty")
FEWEST_TO_MATCH, MOST_FACTS = 5, 4
FACT = re.compile(
    r"""\d[\d.,:]*(?<![.,:])(?:\s?%|\s+[\w’-]+)?               # 14 people, 6%
    | \b(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|dozens|hundreds|thousands|half)\s+[\w’-]+
    | (?<=[\w,;:’”]\s)[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)*         # names, not the word that begins a sentence
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Wants:
    """Which sentences a question is about: how many of the first piece, of the second, and of both together."""

    asks: str
    left: tuple[int, int]
    right: tuple[int, int]
    total: tuple[int, int]
    of_one_piece: bool = False

    def fits(self, lines: Sequence[Line]) -> bool:
        first = sum(one.id.startswith("l") for one in lines)
        counts = zip((first, len(lines) - first, len(lines)), (self.left, self.right, self.total), strict=True)
        mixed = 0 < first < len(lines)
        return all(least <= count <= most for count, (least, most) in counts) and not (self.of_one_piece and mixed)

    def widget(self, side: Side) -> tuple[Literal["radio", "checkbox"], str]:
        """Return how sentences of a piece are chosen, and the name of the field."""
        if self.total[1] == 1:
            return "radio", "line"
        most = self.left[1] if side == "left" else self.right[1]
        return ("radio", side) if most == 1 else ("checkbox", "line")


ONE_OF_EACH = Wants("Choose one sentence of each piece: two that are about the same thing.", (1, 1), (1, 1), (2, 2))
WANTS: Mapping[TaskKind, Wants] = MappingProxyType({
    "match": Wants(
        "Choose one sentence of the first piece, and in the second those that tell the same. Choose none there if "
        "nothing does.",
        (1, 1), (0, 4), (1, 5),
    ),
    "disagree": ONE_OF_EACH,
    "sort": Wants("Choose the sentence that holds the words. You shorten it in the next step.", (0, 1), (0, 1), (1, 1)),
    "label": ONE_OF_EACH,
    "loaded": Wants(
        "Choose one to four sentences of one piece. You mark their words in the next step.", (0, 4), (0, 4), (1, 4), True
    ),
    "speaker": Wants("Choose one sentence.", (0, 1), (0, 1), (1, 1)),
    "missing": Wants(
        "Choose two to eight sentences of one piece: some that the other piece leaves out, and some that both tell.",
        (0, 8), (0, 8), (2, 8), True,
    ),
    "sure": Wants("Choose two to six sentences that do not all sound equally sure.", (0, 6), (0, 6), (2, 6)),
    "reflect": Wants("Choose up to four sentences that the question is about, or none.", (0, 4), (0, 4), (0, 4)),
})  # fmt: skip


def choices_of_all(task: Task | None) -> tuple[Choice, ...]:
    """Return the choices that all questions of the task have in common; () where each has its own."""
    every = (*task.items, *task.spare) if task and task.kind in SHARED else ()
    return every[0].choices if every and all(one.choices == every[0].choices for one in every) else ()


def suggest_pairs(content: Content, kind: TaskKind) -> list[tuple[Line, Line]]:
    """Return pairs of sentences about the same thing for kinds that ask about pairs: those matched elsewhere in the exercise.

    For what disagrees, only pairs with a number, a day or a name on both sides. None that is asked about already.
    """
    if WANTS[kind] is not ONE_OF_EACH:
        return []
    lines = {one.id: one for one in content.lines()}
    tasks = (*content.tasks, *content.spare)
    asked = {item.lines for task in tasks if task.kind == kind for item in (*task.items, *task.spare)}
    pairs = [
        (item.lines[0], key)
        for task in tasks
        if task.kind == "match"
        for item in (*task.items, *task.spare)
        for key in item.key
        if item.lines and {item.lines[0], key} <= lines.keys()
    ]
    found = [(lines[first], lines[second]) for first, second in dict.fromkeys(pairs) if (first, second) not in asked]
    return [(a, b) for a, b in found if kind != "disagree" or (any(_facts(a)) and any(_facts(b)))]


def draft_question(content: Content, kind: TaskKind, task: Task | None, lines: Sequence[Line]) -> Item:
    """Return a question about these sentences: what can be known is filled in, the key is mostly still to be given."""
    every = (*task.items, *task.spare) if task else ()
    free = next(number for number in range(1, len(every) + 2) if f"i{number}" not in {one.id for one in every})
    return DRAFTS[kind](f"i{free}", content, choices_of_all(task), lines)


Given = tuple[Choice, ...]


def _match(name: str, content: Content, given: Given, lines: Sequence[Line]) -> Item:
    asked, *partners = sorted(lines, key=lambda one: one.id.startswith("r"))
    sentences = [one for one in given if one.id != match.NOTHING.id]
    known = {one.id for one in sentences}
    added = [Choice(one.id, one.text) for one in partners if one.id not in known]
    if not given:
        spare = [one for one in content.right.lines if one not in partners and len(one.text.split()) > 2]
        missing = max(0, FEWEST_TO_MATCH - len(partners))
        added += [Choice(one.id, one.text) for one in _spread(spare, missing)]
    offered = sorted((*sentences, *added), key=lambda one: _place(content, one.id))
    key = tuple(one.id for one in offered if one.id in {line.id for line in partners}) or (match.NOTHING.id,)
    return Item(name, "one", asked.text, (*offered, match.NOTHING), key, lines=(asked.id,))


def _spread(lines: Sequence[Line], count: int) -> Iterator[Line]:
    """Yield so many lines from all over the piece."""
    step = max(1.0, len(lines) / count) if count else 1.0
    yield from (lines[int(at * step)] for at in range(min(count, len(lines))))


def _place(content: Content, choice: str) -> int:
    return next((at for at, one in enumerate(content.right.lines) if one.id == choice), len(content.right.lines))


def _disagree(name: str, _content: Content, _given: Given, lines: Sequence[Line]) -> Item:
    first, second = sorted(lines, key=lambda one: one.id)
    choices = (*_facts(first), *_facts(second), NOTHING)
    return Item(name, "many", both(first, second), choices, lines=(first.id, second.id))


def _facts(line: Line) -> Iterator[Choice]:
    found = list(dict.fromkeys(one[0].strip() for one in FACT.finditer(line.text)))[:MOST_FACTS]
    yield from (passage(line, at, words) for at, words in enumerate(found, start=1))


def passage(line: Line, number: int, words: str) -> Choice:
    """Return words of a sentence as a choice."""
    return Choice(f"{line.id}-{number}", f"“{words}” in {PLACES[side_of(line)]}")


def side_of(line: Line) -> Side:
    return "left" if line.id.startswith("l") else "right"


def _sort(name: str, _content: Content, given: Given, lines: Sequence[Line]) -> Item:
    side = side_of(lines[0])
    why = f"These words stand in {PLACES[side]}."
    return Item(name, "one", f"“{lines[0].text}”", given or sort.CHOICES, (side,), lines=(lines[0].id,), why=why)


def _label(name: str, _content: Content, given: Given, lines: Sequence[Line]) -> Item:
    first, second = sorted(lines, key=lambda one: one.id)
    usual = (*(Choice(kind, words) for kind, words in label.LABELS.items() if kind in USUAL_LABELS), label.AGREE)
    return Item(name, "one", both(first, second), given or usual, lines=(first.id, second.id))


def _loaded(name: str, _content: Content, _given: Given, lines: Sequence[Line]) -> Item:
    words = [Choice(f"{line.id}w{at}", word) for line in lines for at, word in enumerate(line.text.split(), start=1)]
    shown = f"From {PLACES[side_of(lines[0])]}"
    return Item(name, "many", shown, tuple(words), lines=tuple(one.id for one in lines))


def _speaker(name: str, _content: Content, given: Given, lines: Sequence[Line]) -> Item:
    return Item(name, "one", lines[0].text, given or speaker.CHOICES, lines=(lines[0].id,))


def _missing(name: str, _content: Content, _given: Given, lines: Sequence[Line]) -> Item:
    side = side_of(lines[0])
    other = PLACES["right" if side == "left" else "left"]
    shown = f"All these sentences stand in {PLACES[side]}. Which does {other} not tell?"
    return Item(name, "many", shown, (*_shuffled(lines), NONE), lines=tuple(one.id for one in lines))


def _sure(name: str, _content: Content, _given: Given, lines: Sequence[Line]) -> Item:
    shown = "Which sounds surest? Put the surest first."
    return Item(name, "order", shown, _shuffled(lines), lines=tuple(one.id for one in lines))


def _reflect(name: str, _content: Content, _given: Given, lines: Sequence[Line]) -> Item:
    places: dict[Side, str] = {"left": "First piece", "right": "Second piece"}
    quoted = [f"{places[side_of(one)]}: {one.text}" for one in lines]
    return Item(name, "text", "\n".join(["", *quoted] if quoted else []), lines=tuple(one.id for one in lines))


def _shuffled(lines: Iterable[Line]) -> tuple[Choice, ...]:
    return shuffle(Choice(one.id, one.text) for one in lines)


DRAFTS: Mapping[TaskKind, Callable[[str, Content, Given, Sequence[Line]], Item]] = MappingProxyType({
    "match": _match,
    "disagree": _disagree,
    "sort": _sort,
    "label": _label,
    "loaded": _loaded,
    "speaker": _speaker,
    "missing": _missing,
    "sure": _sure,
    "reflect": _reflect,
})  # fmt: skip
