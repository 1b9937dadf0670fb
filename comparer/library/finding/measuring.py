"""How right "other coverage" is: pieces sorted by event go in, the share of places that the right event fills comes out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import numpy as np

from comparer.analysis.compare import read_article
from comparer.analysis.tools import Tools
from comparer.library.finding.scoring import Row, Shelf
from comparer.library.finding.traits import traits_of

PLACES = 5


@dataclass(frozen=True, slots=True)
class Told:
    """One piece of a set: its name, its event, and the group of events that it is measured with."""

    name: str
    event: str
    topic: int
    text: str


@dataclass(frozen=True, slots=True)
class Figures:
    pieces: int
    recall: float
    """Mean share of the pieces of one's event among the first five, of as many as there can be."""
    first: float
    """Share of pieces whose first place is of their event."""


def read_set(path: Path) -> list[Told]:
    """Return the pieces of ECB+ as one JSON file: {"1_10ecbplus": {"0": first sentence, ...}, ...}.

    The number before the line is the topic; "ecb" and "ecbplus" are two events of it. ValueError for another file.
    """
    documents = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(documents, dict):
        raise ValueError(f"{path} is not an object of documents.")  # noqa: TRY004 -- a fault of the data
    return [_told(name, sentences) for name, sentences in sorted(documents.items())]


def _told(name: str, sentences: Mapping[str, str]) -> Told:
    topic, rest = name.split("_", 1)
    event = f"{topic} {'new' if rest.endswith('plus') else 'old'}"
    return Told(name, event, int(topic), "\n".join(sentences.values()))


def lay_out(pieces: list[Told], tools: Tools) -> Iterator[Row]:
    """Yield each piece as the library would store it, read now."""
    for number, piece in enumerate(pieces):
        traits = traits_of(read_article(piece.text, tools=tools))
        yield Row(number, traits.whole, traits.title, traits.terms, day=None)


def measure(pieces: list[Told], shelf: Shelf, *, odd: bool) -> Figures:
    """Ask for the other coverage of each piece of the topics with an odd, or even, number, among all pieces."""
    members = defaultdict(set)
    for number, piece in enumerate(pieces):
        members[piece.event].add(number)
    recalls, firsts = [], []
    for number, piece in enumerate(pieces):
        others = members[piece.event] - {number}
        if not others or bool(piece.topic % 2) is not odd:
            continue
        best = [int(pk) for pk in shelf.pks[np.argsort(-shelf.scores(number))] if pk != number][:PLACES]
        recalls.append(len(others & set(best)) / min(PLACES, len(others)))
        firsts.append(best[0] in others)
    return Figures(len(recalls), mean(recalls), mean(firsts))
