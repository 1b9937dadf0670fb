"""Read article pairs that two readers marked apart: `second.json` beside `gold.json`.

The second marks are only `links` and `conflicts`, in the form of gold.json.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from comparer.evaluation.gold import Contrast, GoldPair, Link, read_gold, sentence_at
from comparer.evaluation.tasks import BadDataError


@checked(frozen=True)
class SecondMarks:
    """What the second reader marked."""

    links: tuple[Link, ...]
    conflicts: tuple[Contrast, ...]


@dataclass(frozen=True, slots=True)
class Twice:
    """One article pair, marked twice."""

    first: GoldPair
    second: GoldPair
    """The same texts with the second links and conflicts; all other marks are those of the first."""


_SECOND = TypeAdapter(SecondMarks)


def read_twice(folder: Path) -> list[Twice]:
    """Return the pairs below `folder` that have second marks. BadDataError if there are none, or for damaged ones."""
    paths = [(pair, folder / pair.name / "second.json") for pair in read_gold(folder)]
    pairs = [Twice(pair, _second(pair, path)) for pair, path in paths if path.exists()]
    if not pairs:
        raise BadDataError(f"No pair in {folder} was marked twice; second.json is looked for beside gold.json.")
    return pairs


def _second(pair: GoldPair, path: Path) -> GoldPair:
    try:
        marks = _SECOND.validate_json(path.read_bytes())
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "its start"
        raise BadDataError(f"{path} is damaged at {where}: {first['msg']}.") from None
    except OSError as problem:
        raise BadDataError(f"{path} cannot be read: {problem}.") from None
    for contrast in marks.conflicts:
        _must_be_found(contrast, pair, path)
    links = _positions(marks.links, pair)
    return replace(pair, marks=replace(pair.marks, links=marks.links, conflicts=marks.conflicts), links=links)


def _positions(links: Sequence[Link], pair: GoldPair) -> Mapping[tuple[int, int], int]:
    (left, right), (ours, theirs) = pair.texts, pair.sentences
    return {(sentence_at(left, ours, link.left), sentence_at(right, theirs, link.right)): link.grade for link in links}


def _must_be_found(contrast: Contrast, pair: GoldPair, path: Path) -> None:
    for text, passages in zip(pair.texts, (contrast.left, contrast.right), strict=True):
        for passage in passages:
            if text.count(passage) != 1:
                raise BadDataError(f"{path}: “{passage}” stands {text.count(passage)} times in the text, not once.")
