"""Judged sentence pairs: two sentences, and whether people say that they report the same.

A file holds one JSON object a line: {"left": "...", "right": "...", "label": 0 or 1}, and, where it
is known, "article": the name of the article pair that both come from. A folder of article pairs such
as tests/gold/articles does as well: then the pairs are made from its links.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked

from comparer.analysis.compare import compare_readings, read_article
from comparer.analysis.report import Reading
from comparer.analysis.tools import Tools, load_tools
from comparer.evaluation.files import items_of
from comparer.evaluation.gold import GoldPair, read_gold
from comparer.evaluation.tally import Tally, figure
from comparer.evaluation.tasks import BadDataError, Figure, Half, Progress, Table, half_of
from comparer.evaluation.tokens import best_f1, jaccard, token_set

DEFINITION = (
    "Unit: a pair of sentences. It is found if the two, compared as the command `pairs` compares short texts, are "
    "paired: by a match, or by a pair of either tier. Gold are the pairs judged 1. Micro average over all pairs; "
    "interval: 1,000 bootstrap draws of article pairs, of sentence pairs where no article is named. Floor: Jaccard "
    "overlap of words at the threshold that suits these very pairs best. From a folder of article pairs: the "
    "core links are the pairs judged 1; every sentence of either side with that sentence of the other to which it has "
    "no link and with which it shares most words is a pair judged 0, which is hard on the floor."
)
NEEDED = 'a file of JSON lines {"left": "...", "right": "...", "label": 0 or 1}'
_MATCH, _BOTH = "matches", "both tiers"
Text = Annotated[str, Field(min_length=1)]


@checked(frozen=True)
class JudgedPair:
    left: Text
    right: Text
    label: Literal[0, 1]
    article: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    pair: JudgedPair
    tier: Literal["match", "possible", "none"]


_PAIR = TypeAdapter(JudgedPair)


def _unheard(_done: int, _of: int) -> None:
    """Progress that nobody hears."""


def evaluate_judged(path: Path, half: Half, progress: Progress) -> Table:
    """Return F1 on the pairs of the file or folder `path`. BadDataError for others."""
    documents = half_of(_by_article(read_judged(path)), half)
    pairs = [pair for document in documents for pair in document]
    counts = {"pairs": len(pairs), "judged 1": sum(pair.label for pair in pairs), "documents": len(documents)}
    return Table(DEFINITION, counts, judged_figures(pairs, progress), "F1", floor=judged_floor(pairs))


def judged_figures(pairs: Sequence[JudgedPair], progress: Progress = _unheard, *, prefix: str = "") -> list[Figure]:
    """Compare every two sentences and return the figures of both tiers, their names with `prefix`."""
    judge = _Judge(load_tools())
    outcomes = []
    for number, pair in enumerate(pairs):
        progress(number, len(pairs))
        outcomes.append(Outcome(pair, judge.tier(pair)))
    return [replace(one, name=prefix + one.name) for one in _figures(outcomes)]


def judged_floor(pairs: Sequence[JudgedPair]) -> dict[str, float]:
    """Return what overlap of words reaches, by the names of the figures."""
    overlaps = [jaccard(token_set(pair.left), token_set(pair.right)) for pair in pairs]
    return dict.fromkeys((_MATCH, _BOTH), best_f1(overlaps, [pair.label == 1 for pair in pairs]))


def read_judged(path: Path) -> list[JudgedPair]:
    """Return the pairs of a file of JSON lines, or those made from a folder of article pairs."""
    pairs = [pair for gold in read_gold(path) for pair in pairs_of(gold)] if path.is_dir() else _read(path)
    if not any(pair.label for pair in pairs):
        raise BadDataError(f"{path} holds no pair that is judged 1.")
    return pairs


def pairs_of(gold: GoldPair) -> Iterator[JudgedPair]:
    """Yield the core links of an article pair, and of each sentence the closest one of the other side without a link."""
    left, right = (
        [text[a:b].strip() for a, b in spans] for text, spans in zip(gold.texts, gold.sentences, strict=True)
    )
    core = {link for link, grade in gold.links.items() if grade == 2}
    for i, j in sorted(core | set(_near_misses(left, right, gold.links))):
        yield JudgedPair(left[i], right[j], 1 if (i, j) in core else 0, gold.name)


def _near_misses(
    left: Sequence[str], right: Sequence[str], links: Collection[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    ours, theirs = ([token_set(sentence) for sentence in side] for side in (left, right))
    overlaps = {
        (i, j): jaccard(one, other)
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if (i, j) not in links
    }
    for side in (0, 1):
        closest: dict[int, tuple[int, int]] = {}
        for link in sorted(overlaps, key=lambda link: (-overlaps[link], link)):
            closest.setdefault(link[side], link)
        yield from closest.values()


def _read(path: Path) -> list[JudgedPair]:
    pairs = list(items_of(path, _PAIR, NEEDED))
    if not pairs:
        raise BadDataError(f"{path} holds no pairs; {NEEDED} is needed.")
    return pairs


def _by_article(pairs: Iterable[JudgedPair]) -> list[list[JudgedPair]]:
    documents: dict[object, list[JudgedPair]] = {}
    for number, pair in enumerate(pairs):
        documents.setdefault(pair.article or number, []).append(pair)
    return list(documents.values())


class _Judge:
    """Compares sentences; one that stands in several pairs is read once."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._readings: dict[str, Reading] = {}

    def tier(self, pair: JudgedPair) -> Literal["match", "possible", "none"]:
        report = compare_readings(self._read(pair.left), self._read(pair.right), lexicons=self._tools.lexicons)
        tiers = {paired.tier for paired in report.pairs}
        return "match" if "match" in tiers else "possible" if tiers else "none"

    def _read(self, text: str) -> Reading:
        if text not in self._readings:
            self._readings[text] = read_article(text, tools=self._tools)
        return self._readings[text]


def _figures(outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    documents: dict[object, list[Outcome]] = {}
    for number, outcome in enumerate(outcomes):
        documents.setdefault(outcome.pair.article or number, []).append(outcome)
    for name, tiers in ((_MATCH, {"match"}), (_BOTH, {"match", "possible"})):
        yield figure(name, [_tally(document, tiers) for document in documents.values()])


def _tally(outcomes: Sequence[Outcome], tiers: set[str]) -> Tally:
    found = [outcome for outcome in outcomes if outcome.tier in tiers]
    right = sum(outcome.pair.label for outcome in found)
    return Tally(right, len(found), right, sum(outcome.pair.label for outcome in outcomes))
