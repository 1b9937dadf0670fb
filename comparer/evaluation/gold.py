"""Read the project's own article pairs: two invented pieces on one event, and what a careful reader marks in them.

A pair is a folder with `left.txt`, `right.txt` and `gold.json`. The marks name the text by its own
words, so that they do not depend on how the analysis cleans or splits it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from comparer.analysis.report import Kind, Range
from comparer.evaluation.tasks import BadDataError

Passage = Annotated[str, Field(min_length=1)]
_END = re.compile(
    r"""(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bNo)(?<!\bGen)[.!?]["”’)]*\s+(?=["“‘(\[]?[A-Z0-9])"""  # end of a sentence
)


@checked(frozen=True)
class Side:
    """What is known of one text."""

    style: str
    published: Annotated[str | None, AfterValidator(lambda day: date.fromisoformat(day).isoformat() if day else None)]
    """None, or an empty word in the file, where nobody knows."""
    boilerplate: tuple[Passage, ...] = ()
    """Whole lines that are not article."""


@checked(frozen=True)
class Link:
    """A sentence of each text, by its first words, that report the same; 2 a main claim, 1 a side detail only."""

    left: Passage
    right: Passage
    grade: Literal[1, 2]


@checked(frozen=True)
class Contrast:
    """Two passages that differ, or only look as if they did; each side lists the places where it is told."""

    kind: Kind
    left: tuple[Passage, ...]
    right: tuple[Passage, ...]
    also: tuple[Kind, ...] = ()
    """Other kinds that would be as right."""
    verdict: Literal["compatible", "update"] = "compatible"
    """For what is no conflict: what it is."""


@checked(frozen=True)
class Marks:
    """All that the reader marked. `open` are passages on which careful readers may disagree."""

    left: Side
    right: Side
    links: tuple[Link, ...]
    conflicts: tuple[Contrast, ...]
    compatible: tuple[Contrast, ...]
    open: tuple[Contrast, ...]
    naming: tuple[Contrast, ...]
    attribution: tuple[Contrast, ...]
    only_left: tuple[Passage, ...]
    """First words of sentences that matter and have no counterpart."""
    only_right: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class GoldPair:
    name: str
    texts: tuple[str, str]
    marks: Marks
    sentences: tuple[tuple[Range, ...], tuple[Range, ...]]
    """Of the left and of the right text, boilerplate left out."""
    links: Mapping[tuple[int, int], int]
    """Grade by positions in `sentences`."""


_MARKS = TypeAdapter(Marks)


def read_gold(folder: Path) -> list[GoldPair]:
    """Return the pairs below `folder` by name. BadDataError, in one sentence, for other folders."""
    pairs = [_pair(path.parent) for path in sorted(folder.glob("*/gold.json"))]
    if not pairs:
        raise BadDataError(f"{folder} holds no folders with left.txt, right.txt and gold.json.")
    return pairs


def split(text: str, boilerplate: tuple[str, ...] = ()) -> tuple[Range, ...]:
    """Return the sentences of `text`, each within one line, leaving out the lines that are boilerplate."""
    spans: list[Range] = []
    for line in re.finditer(r"[^\n]+", text):
        words = line.group()
        if words.strip() and words.strip() not in boilerplate:
            cuts = [0, *(end.end() for end in _END.finditer(words)), len(words)]
            spans += [(line.start() + start, line.start() + end) for start, end in pairwise(cuts)]
    return tuple(spans)


def sentence_at(text: str, sentences: tuple[Range, ...], first_words: str) -> int:
    """Return the position of the one sentence that begins with `first_words`, else BadDataError."""
    found = [number for number, (start, _) in enumerate(sentences) if text.startswith(first_words, start)]
    if len(found) != 1:
        raise BadDataError(f"{len(found)} sentences begin with “{first_words}”; one must.")
    return found[0]


def _pair(folder: Path) -> GoldPair:
    try:
        left, right = ((folder / f"{side}.txt").read_text(encoding="utf-8") for side in ("left", "right"))
        marks = _MARKS.validate_json((folder / "gold.json").read_bytes())
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "its start"
        raise BadDataError(f"{folder / 'gold.json'} is damaged at {where}: {first['msg']}.") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise BadDataError(f"{folder} cannot be read: {problem}.") from None
    _must_hold((left, right), marks, folder)
    sentences = (split(left, marks.left.boilerplate), split(right, marks.right.boilerplate))
    try:
        links = {
            (sentence_at(left, sentences[0], link.left), sentence_at(right, sentences[1], link.right)): link.grade
            for link in marks.links
        }
        for text, spans, firsts in zip((left, right), sentences, (marks.only_left, marks.only_right), strict=True):
            for first_words in firsts:
                sentence_at(text, spans, first_words)
    except BadDataError as problem:
        raise BadDataError(f"{folder / 'gold.json'} does not fit its texts: {problem}") from None
    return GoldPair(folder.name, (left, right), marks, sentences, links)


def _must_hold(texts: tuple[str, str], marks: Marks, folder: Path) -> None:
    """BadDataError where a mark names words that its text does not hold."""
    contrasts = (marks.conflicts, marks.compatible, marks.open, marks.naming, marks.attribution)
    for contrast in (contrast for some in contrasts for contrast in some):
        for text, passages in zip(texts, (contrast.left, contrast.right), strict=True):
            for passage in passages:
                if passage not in text:
                    raise BadDataError(f"{folder / 'gold.json'} names “{passage}”, which its text does not hold.")
