"""How often what is told with a word of sureness is right: sure, likely, possible."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from comparer.analysis.report import Sureness
from comparer.analysis.tools import Tools, load_tools
from comparer.evaluation.annotated import MarkedConflicts
from comparer.evaluation.annotations import AnnotatedPair, read_annotations
from comparer.evaluation.articles import compared
from comparer.evaluation.compared import Compared, compare_marked
from comparer.evaluation.contrasts import Contrasts
from comparer.evaluation.gold import GoldPair, read_gold
from comparer.evaluation.links import predicted_links
from comparer.evaluation.tally import Share, Tally, figure, value_of
from comparer.evaluation.tasks import BadDataError, Figure, Half, Progress, Table, half_of

DEFINITION = (
    "Unit: a pair of claims of the report, or a difference marked conflict, by its word of sureness. A pair is right "
    "if people link any two of the sentences that it joins, as a main claim or a side detail (in annotated pairs: if "
    "one annotator does). A conflict is right if people mark one of its kind whose words it touches on both sides; in "
    "the own test set those on which careful readers may disagree are left out. Share that is right, over all article "
    "pairs (micro average); interval: 1,000 bootstrap draws of article pairs that hold any. Floor: the share that is right whatever "
    "the word: a word that tells something lies above or below it."
)
WORDS: tuple[Sureness, ...] = get_args(Sureness)
Shares = Mapping[Sureness, Share]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Pairs and conflicts of one article pair that are right, by word."""

    pairs: Shares
    conflicts: Shares


def evaluate_confidence(path: Path, half: Half, progress: Progress, texts: Path | None = None) -> Table:
    """Return shares by sureness on a folder of article pairs of either form. BadDataError for others."""
    documents, tools = half_of(_documents(path, texts), half), load_tools()
    outcomes = []
    for number, document in enumerate(documents):
        progress(number, len(documents))
        outcomes.append(outcome_of(document, tools))
    by_name = {"pairs": [one.pairs for one in outcomes], "conflicts": [one.conflicts for one in outcomes]}
    counts = {name: sum(share.of for one in shares for share in one.values()) for name, shares in by_name.items()}
    return Table(
        DEFINITION,
        {"article pairs": len(outcomes), **counts},
        [one for name, shares in by_name.items() for one in _figures(name, shares)],
        "share right",
        floor=dict(one for name, shares in by_name.items() for one in _floor(name, shares)),
    )


def outcome_of(document: GoldPair | AnnotatedPair, tools: Tools) -> Outcome:
    """Compare one article pair and count."""
    if isinstance(document, GoldPair):
        one = compared(document, tools)
    else:
        one = compare_marked(document.texts, document.sentences, tools=tools, published=document.published)
    conflicts = {word: _conflicts(document, one, word) for word in WORDS}
    return Outcome(
        {word: _pairs(one, document.links, word) for word in WORDS},
        {word: Share(tally.right, tally.found) for word, tally in conflicts.items()},
    )


def _pairs(one: Compared, links: Collection[tuple[int, int]], word: Sureness) -> Share:
    joined = [predicted_links([pair], one.left, one.right) for pair in one.report.pairs if pair.sureness == word]
    return Share(sum(any(link in links for link in found) for found in joined), len(joined))


def _conflicts(document: GoldPair | AnnotatedPair, one: Compared, word: Sureness) -> Tally:
    found = tuple(difference for difference in one.report.differences if difference.sureness == word)
    if isinstance(document, AnnotatedPair):
        return MarkedConflicts(document, one).tally(found)
    return Contrasts(document, replace(one.report, differences=found), one.left, one.right).conflicts()


def _documents(path: Path, texts: Path | None) -> Sequence[GoldPair | AnnotatedPair]:
    if any(path.glob("*/gold.json")):
        return read_gold(path)
    if any(path.glob("*.X.json")):
        return read_annotations(path, texts)
    raise BadDataError(f"{path} holds no article pairs: neither folders with gold.json nor files NAME.X.json.")


def _floor(name: str, outcomes: Sequence[Shares]) -> Iterator[tuple[str, float]]:
    share = value_of([share for one in outcomes for share in one.values()])
    for word in WORDS:
        if any(one[word].of for one in outcomes):
            yield f"{name}, {word}", share


def _figures(name: str, outcomes: Sequence[Shares]) -> Iterator[Figure]:
    for word in WORDS:
        shares = [one[word] for one in outcomes]
        if cases := sum(share.of for share in shares):
            yield figure(f"{name}, {word} ({cases})", shares)
