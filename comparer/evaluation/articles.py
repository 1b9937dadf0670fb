"""Article pairs: which sentences are counterparts, what contradicts, what is no article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from comparer.analysis.tools import Tools, load_tools
from comparer.evaluation.agreement import share_decisions, tally_conflicts, tally_core
from comparer.evaluation.compared import TIERS, Compared, compare_marked
from comparer.evaluation.contrasts import Contrasts
from comparer.evaluation.gold import Contrast, GoldPair, Side, read_gold
from comparer.evaluation.links import link_notes, tally_decisions, tally_links
from comparer.evaluation.overlap import METHOD, overlap_floor
from comparer.evaluation.placed import Placed
from comparer.evaluation.tally import Share, Tally, figure, value_of
from comparer.evaluation.tasks import Figure, Half, Progress, Table, half_of
from comparer.evaluation.twice import read_twice

DEFINITION = (
    "Unit of decisions and links: a sentence or headline, as split by the test set; what the analysis pairs counts "
    "for every sentence of which it covers half. Core links report one main claim on both sides (grade 2); links of "
    "side details (grade 1) count neither way. Decisions: of the sentences with a core link, those of whose found "
    "links at least half, and at least one, are in the gold; of those without any link, those left alone. Conflicts: "
    "a difference marked conflict is right if it has the kind of a gold conflict and touches its words on both "
    "sides; passages on which careful readers may disagree count neither way; recall counts gold conflicts. Spared: "
    "passages that only look different and are not marked conflict. Framing, omissions: share of the marked ones "
    "that are found. Boilerplate: lines of which less than half is read as article. Micro average over all pairs; "
    "interval: 1,000 bootstrap draws of article pairs. "
    f"{METHOD}; they conflict if both hold numbers and share none. Agreement: between the two markings of those pairs "
    "that were marked twice, as the task `agreement` counts it."
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The counts of one article pair by the name of the figure, and what went wrong, in words."""

    shares: dict[str, Share]
    tallies: dict[str, Tally]
    notes: tuple[str, ...]


def evaluate_articles(path: Path, half: Half, progress: Progress) -> Table:
    """Return scores on the pairs in the folder `path`. BadDataError for other folders."""
    pairs, tools = half_of(read_gold(path), half), load_tools()
    outcomes = []
    for number, pair in enumerate(pairs):
        progress(number, len(pairs))
        outcomes.append(outcome_of(pair, tools))
    counts = {
        "article pairs": len(pairs),
        "sentences": sum(len(side) for pair in pairs for side in pair.sentences),
        "core links": sum(grade == 2 for pair in pairs for grade in pair.links.values()),
        "conflicts": sum(len(pair.marks.conflicts) for pair in pairs),
    }
    notes = [note for outcome in outcomes for note in outcome.notes]
    return Table(DEFINITION, counts, _figures(outcomes), "F1 or share", notes, _floor(pairs), _agreement(path))


def compared(pair: GoldPair, tools: Tools) -> Compared:
    """Read and compare one pair."""
    published = pair.marks.left.published, pair.marks.right.published
    return compare_marked(pair.texts, pair.sentences, tools=tools, published=published)


def outcome_of(pair: GoldPair, tools: Tools) -> Outcome:
    """Read and compare one pair, and count."""
    one, marks = compared(pair, tools), pair.marks
    matches, both = (one.links(tiers) for tiers in TIERS)
    contrasts = Contrasts(pair, one.report, one.left, one.right)
    return Outcome(
        {
            "decisions, matches": tally_decisions(pair, matches),
            "decisions, both tiers": tally_decisions(pair, both),
            "compatible, spared": contrasts.spared(),
            "framing": contrasts.framing(),
            "omissions": contrasts.omissions(),
        },
        {
            "links, matches": tally_links(pair.links, matches),
            "links, both tiers": tally_links(pair.links, both),
            "conflicts": contrasts.conflicts(),
            "boilerplate": _boilerplate(((one.left, marks.left), (one.right, marks.right))),
        },
        (*contrasts.notes(), *link_notes(pair, matches, both)),
    )


def _floor(pairs: Sequence[GoldPair]) -> dict[str, float]:
    floor = overlap_floor(pairs)
    conflicts = [tally_sentences(pair, links) for pair, links in zip(pairs, floor.other_numbers(), strict=True)]
    return floor.values() | {"conflicts": value_of(conflicts)}


def tally_sentences(pair: GoldPair, links: Collection[tuple[int, int]]) -> Tally:
    """Count sentences said to conflict in a number: right if they hold both sides of such a conflict."""
    held = [_sentences_of(pair, conflict) for conflict in pair.marks.conflicts]
    numbers = [
        places for mark, places in zip(pair.marks.conflicts, held, strict=True) if "number" in (mark.kind, *mark.also)
    ]
    right = sum(any(link in places for places in numbers) for link in links)
    reached = sum(any(link in places for link in links) for places in numbers)
    return Tally(right, len(links), reached, len(held))


def _sentences_of(pair: GoldPair, conflict: Contrast) -> frozenset[tuple[int, int]]:
    ours, theirs = (
        [
            number
            for number, (start, end) in enumerate(sentences)
            for words in passages
            if start <= text.index(words) < end
        ]
        for text, sentences, passages in zip(pair.texts, pair.sentences, (conflict.left, conflict.right), strict=True)
    )
    return frozenset((i, j) for i in ours for j in theirs)


def _agreement(path: Path) -> dict[str, float]:
    """Return how far the readers of those pairs agree that were marked twice."""
    if not any(path.glob("*/second.json")):
        return {}
    twice = read_twice(path)
    decisions, links = (
        value_of([share_decisions(pair) for pair in twice]),
        value_of([tally_core(pair) for pair in twice]),
    )
    conflicts = value_of([tally_conflicts(pair, spare_open=True) for pair in twice])
    by_tiers = {
        f"{name}, {tiers}": value for name, value in (("decisions", decisions), ("links", links)) for tiers in TIERS
    }
    return by_tiers | {"conflicts": conflicts}


def _boilerplate(sides: Iterable[tuple[Placed, Side]]) -> Tally:
    right = found = gold = 0
    for placed, side in sides:
        aside = placed.lines_set_aside()
        right += len(aside & set(side.boilerplate))
        found += len(aside)
        gold += len(side.boilerplate)
    return Tally(right, found, right, gold)


def _figures(outcomes: list[Outcome]) -> list[Figure]:
    first = outcomes[0]
    shares = [figure(name, [outcome.shares[name] for outcome in outcomes]) for name in first.shares]
    return shares + [figure(name, [outcome.tallies[name] for outcome in outcomes]) for name in first.tallies]
