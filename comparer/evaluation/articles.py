"""Article pairs: which sentences are counterparts, what contradicts, what is no article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from comparer.analysis.tools import Tools, load_tools
from comparer.evaluation.compared import TIERS, Compared, compare_marked
from comparer.evaluation.contrasts import Contrasts
from comparer.evaluation.gold import GoldPair, Side, read_gold
from comparer.evaluation.links import link_notes, tally_decisions, tally_links
from comparer.evaluation.placed import Placed
from comparer.evaluation.tally import Share, Tally, figure
from comparer.evaluation.tasks import Figure, Half, Progress, Table, half_of

DEFINITION = (
    "Unit of decisions and links: a sentence or headline, as split by the test set; what the analysis pairs counts "
    "for every sentence of which it covers half. Core links report one main claim on both sides (grade 2); links of "
    "side details (grade 1) count neither way. Decisions: of the sentences with a core link, those of whose found "
    "links at least half, and at least one, are in the gold; of those without any link, those left alone. Conflicts: "
    "a difference marked conflict is right if it has the kind of a gold conflict and touches its words on both "
    "sides; passages on which careful readers may disagree count neither way; recall counts gold conflicts. Spared: "
    "passages that only look different and are not marked conflict. Framing, omissions: share of the marked ones "
    "that are found. Boilerplate: lines of which less than half is read as article. Micro average over all pairs; "
    "interval: 1,000 bootstrap draws of article pairs."
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
    return Table(DEFINITION, counts, _figures(outcomes), "F1 or share", notes)


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
