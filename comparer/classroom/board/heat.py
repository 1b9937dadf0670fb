"""The two texts with how many of the class marked each sentence and each word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from comparer.classroom.board.sent import Sent, chosen_in
from comparer.classroom.board.tally import percent
from comparer.classroom.content import Content, Item, Line, Piece, Task

LINE = re.compile(r"[lr]\d+")
WORD = re.compile(r"([lr]\d+)w(\d+)")
"""The choice of one word: its sentence, and its place among the words of it from 1."""
PASSAGE = re.compile(r"([lr]\d+)-\d+")
"""The choice of some words of a sentence; they stand between “ and ” in the choice."""
QUOTED = re.compile(r"“(.+)”")
LEVELS = 5


@dataclass(frozen=True, slots=True)
class Warm:
    """A stretch of text, and how many of `asked` students marked it; None where nobody was asked about it."""

    text: str
    count: int | None = None
    asked: int = 0
    is_key: bool = False
    is_machine: bool = False

    @property
    def level(self) -> int:
        """How warm it is: 0 for nobody, to 5 for nearly everybody."""
        if not self.count:
            return 0
        return max(1, -(-LEVELS * self.count // self.asked))

    @property
    def percent(self) -> int:
        return percent(self.count or 0, self.asked)


@dataclass(frozen=True, slots=True)
class WarmLine:
    """One sentence: warm as a whole, or in its words, or both."""

    line: Line
    whole: Warm
    words: tuple[Warm, ...]


@dataclass(frozen=True, slots=True)
class WarmPiece:
    piece: Piece
    paragraphs: tuple[tuple[WarmLine, ...], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a choice stands: a whole sentence, or characters `start` to `end` of it."""

    line: str
    start: int = 0
    end: int = 0


def can_be_warm(task: Task) -> bool:
    """Return True where some choices of the task are passages of the texts."""
    return any(_names_passage(choice.id) for item in task.items for choice in item.choices)


def _names_passage(choice: str) -> bool:
    return any(form.fullmatch(choice) for form in (LINE, WORD, PASSAGE))


def warm_texts(content: Content, task: Task, sent: Sequence[Sent]) -> tuple[WarmPiece, WarmPiece]:
    """Return both pieces with what the class chose in one task; `sent` holds the answers to it only.

    A choice whose words do not stand in `content` as the exercise has them is left out.
    """
    lines = {line.id: line for line in content.lines()}
    counted = _count(task, sent, lines)
    return _warm_piece(content.left, counted), _warm_piece(content.right, counted)


Counted = Mapping[str, dict[tuple[int, int], Warm]]
"""By sentence and place in it, (0, 0) for the whole."""


def _count(task: Task, sent: Sequence[Sent], lines: Mapping[str, Line]) -> Counted:
    counted: dict[str, dict[tuple[int, int], Warm]] = {}
    for item in task.items:
        chosen = chosen_in(sent, item)
        counts = Counter(one for answer in chosen for one in (answer[:1] if item.asked == "order" else answer))
        for place, choice in _places(item, lines):
            before = counted.setdefault(place.line, {}).get((place.start, place.end))
            warm = Warm(
                "",
                counts[choice],
                len(chosen),
                choice in item.key[: 1 if item.asked == "order" else None],
                choice in item.machine,
            )
            counted[place.line][place.start, place.end] = _add(before, warm)
    return counted


def _add(one: Warm | None, other: Warm) -> Warm:
    """A sentence may be a choice of several items: it counts how often it was taken, of all who could."""
    if one is None:
        return other
    count, asked = (one.count or 0) + (other.count or 0), max(one.asked, other.asked)
    return Warm("", min(count, asked), asked, one.is_key or other.is_key, one.is_machine or other.is_machine)


def _places(item: Item, lines: Mapping[str, Line]) -> Iterator[tuple[Place, str]]:
    for choice in item.choices:
        place = _find(choice.id, choice.text, lines)
        if place:
            yield place, choice.id


def _find(choice: str, text: str, lines: Mapping[str, Line]) -> Place | None:
    if choice in lines:
        return Place(choice)
    if (word := WORD.fullmatch(choice)) and word[1] in lines:
        spans = [found.span() for found in re.finditer(r"\S+", lines[word[1]].text)]
        at = int(word[2]) - 1
        start, end = spans[at] if 0 <= at < len(spans) else (0, 0)
        # Where the name of an outlet is hidden, the words of the sentence are counted otherwise.
        return Place(word[1], start, end) if lines[word[1]].text[start:end] == text else None
    if (passage := PASSAGE.fullmatch(choice)) and passage[1] in lines:
        quoted = QUOTED.search(text)
        words = quoted[1] if quoted else text
        start = lines[passage[1]].text.find(words)
        return Place(passage[1], start, start + len(words)) if start >= 0 else None
    return None


def _warm_piece(piece: Piece, counted: Counted) -> WarmPiece:
    lines = [_warm_line(line, counted.get(line.id, {})) for line in piece.lines]
    return WarmPiece(piece, tuple(tuple(group) for _, group in groupby(lines, key=lambda one: one.line.paragraph)))


def _warm_line(line: Line, counted: Mapping[tuple[int, int], Warm]) -> WarmLine:
    words: list[Warm] = []
    at = 0
    for (start, end), warm in sorted(counted.items()):
        if end == 0 or start < at:
            continue
        words += [Warm(line.text[at:start])] if at < start else []
        words.append(Warm(line.text[start:end], warm.count, warm.asked, warm.is_key, warm.is_machine))
        at = end
    words += [Warm(line.text[at:])] if at < len(line.text) else []
    return WarmLine(line, counted.get((0, 0), Warm("")), tuple(words))
