"""Read article pairs that two people annotated apart.

For each pair NAME the folder holds NAME.X.json and NAME.Y.json, one for each annotator:

    {"matches": [{"a": "a3", "b": "b6", "grade": 2}],
     "disagreements": [{"a": "a3", "b": "b6", "kind": "number", "verdict": "conflict", "a_span": [0, 9], "b_span": null}]}

Either may add "published": {"a": "2026-03-02", "b": null}. Grade 2 is a main claim told in both lines,
1 a side detail; spans are offsets into the line. The texts are NAME.a.txt and NAME.b.txt, in the same
folder or another, a sentence or headline a line; lines count from 1, blank ones not. Where the article
as it came, with its paragraphs, is there too, as NAME.a.whole.txt, it is that which is read; it must
hold the lines in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from comparer.analysis.report import Range
from comparer.evaluation.files import text_of
from comparer.evaluation.tasks import BadDataError

NEEDED = "a folder with NAME.X.json and NAME.Y.json for each article pair"
TEXTS = "the text of the article, a sentence a line,"
_LINE = re.compile(r"[^\n]*\S[^\n]*")
LineOfA = Annotated[str, Field(pattern=r"^a[1-9]\d{0,5}$")]
LineOfB = Annotated[str, Field(pattern=r"^b[1-9]\d{0,5}$")]
Day = Annotated[str, AfterValidator(lambda day: date.fromisoformat(day).isoformat())]
Links = Mapping[tuple[int, int], int]


@checked(frozen=True)
class Match:
    a: LineOfA
    b: LineOfB
    grade: Literal[1, 2]


@checked(frozen=True)
class Disagreement:
    a: LineOfA
    b: LineOfB
    kind: str
    verdict: str
    a_span: tuple[int, int] | None = None
    b_span: tuple[int, int] | None = None


@checked(frozen=True)
class Published:
    """When the articles came out, where it is known."""

    a: Day | None = None
    b: Day | None = None


@checked(frozen=True)
class Annotation:
    """What one annotator marked."""

    matches: tuple[Match, ...]
    disagreements: tuple[Disagreement, ...] = ()
    published: Published | None = None

    @cached_property
    def links(self) -> Links:
        """Grades by the positions of the lines, counted from 0."""
        return {(line_number(match.a), line_number(match.b)): match.grade for match in self.matches}


@dataclass(frozen=True, slots=True)
class AnnotatedPair:
    name: str
    texts: tuple[str, str]
    sentences: tuple[tuple[Range, ...], tuple[Range, ...]]
    """The lines of both texts."""
    annotators: tuple[Annotation, Annotation]

    @property
    def published(self) -> tuple[str | None, str | None]:
        """The day of each article, as the first annotator who tells it has it."""
        told = next((annotation.published for annotation in self.annotators if annotation.published), Published())
        return told.a, told.b

    @property
    def links(self) -> Links:
        """Grade 2 for what both list and one calls a main claim; 1 for whatever else one of them lists."""
        one, other = (annotation.links for annotation in self.annotators)
        both = one.keys() & other.keys()
        core = {link for link in both if 2 in (one[link], other[link])}
        return {link: 2 if link in core else 1 for link in sorted(one.keys() | other.keys())}


_ANNOTATION = TypeAdapter(Annotation)


def line_number(line: str) -> int:
    """Return the position, from 0, of the line "a1"."""
    return int(line[1:]) - 1


def read_annotations(folder: Path, texts: Path | None = None) -> list[AnnotatedPair]:
    """Return the pairs by name; `texts` is the folder of the texts if it is another. BadDataError for other folders."""
    names = sorted(path.name.removesuffix(".X.json") for path in folder.glob("*.X.json"))
    if not names:
        raise BadDataError(f"{folder} holds no file NAME.X.json; {NEEDED} is needed.")
    if texts is not None and not texts.is_dir():
        raise BadDataError(f"{texts} is no folder; the one with NAME.a.txt and NAME.b.txt is needed.")
    return [_pair(folder, texts or folder, name) for name in names]


def _pair(folder: Path, texts: Path, name: str) -> AnnotatedPair:
    annotators = _annotation(folder / f"{name}.X.json"), _annotation(folder / f"{name}.Y.json")
    (left, ours), (right, theirs) = (_text(texts, f"{name}.{side}") for side in ("a", "b"))
    pair = AnnotatedPair(name, (left, right), (ours, theirs), annotators)
    for i, j in pair.links:
        if i >= len(pair.sentences[0]) or j >= len(pair.sentences[1]):
            raise BadDataError(f"The annotation of {name} joins a{i + 1} and b{j + 1}, but its texts have fewer lines.")
    return pair


def _annotation(path: Path) -> Annotation:
    try:
        return _ANNOTATION.validate_json(text_of(path, NEEDED))
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "its start"
        raise BadDataError(f"{path} is damaged at {where}: {first['msg']}.") from None


def _text(folder: Path, name: str) -> tuple[str, tuple[Range, ...]]:
    """Return the article, and where its lines are in it."""
    lines, whole = text_of(folder / f"{name}.txt", TEXTS), folder / f"{name}.whole.txt"
    if not whole.exists():
        return lines, tuple(line.span() for line in _LINE.finditer(lines))
    text = text_of(whole, TEXTS)
    return text, tuple(_found([line.group().strip() for line in _LINE.finditer(lines)], text, whole))


def _found(lines: Sequence[str], text: str, path: Path) -> Iterator[Range]:
    at = 0
    for number, line in enumerate(lines, start=1):
        start = text.find(line, at)
        if start < 0:
            raise BadDataError(f"Line {number} of {path.name.replace('.whole', '')} is not found in {path}.")
        at = start + len(line)
        yield start, at
