"""Propositions measured on QA-ALIGN: what the analysis pairs below the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from comparer.analysis.compare import compare_readings
from comparer.analysis.events.match import match_events
from comparer.analysis.passages import passage_of
from comparer.analysis.report import ClaimPair, Event
from comparer.analysis.tools import Tools, load_tools
from comparer.evaluation.asked import AskedSentence, Links, same_roles
from comparer.evaluation.qa_align import AlignedPair, read_qa_align
from comparer.evaluation.tally import Tally, figure
from comparer.evaluation.tasks import Half, Progress, Table, half_of

DEFINITION = (
    "Three units below the sentence, each counted where both sides have questions. Propositions: a verb with one "
    "question and its answer; two are found if the analysis pairs their sentences and tells the events of their verbs "
    "to be one, and the answers are in the same role of it (agent or patient), or in neither and share a content word. "
    "A gold alignment of several questions is reached by any two of them. Predicates: verbs of which any two "
    "questions are aligned; found are those of events told to be one. Claims: claims that hold such predicates; found "
    "are those that stand in one pair. Micro average over all; interval: 1,000 bootstrap draws of topics. Half takes "
    "every other topic. Floor: same lemma of the verb; for propositions, besides, a content word in both answers; for "
    "claims, a verb of the same lemma in both."
)
_UNITS = ("propositions", "predicates", "claims")


@dataclass(frozen=True, slots=True)
class Counts:
    """Tallies of one sentence pair by unit: of the analysis, and of the floor."""

    ours: dict[str, Tally]
    floor: dict[str, Tally]


def evaluate_propositions(path: Path, half: Half, progress: Progress) -> Table:
    """Return F1 by unit on the file of QA-ALIGN at `path`. BadDataError for other files."""
    topics = half_of(_by_topic(read_qa_align(path)), half)
    pairs = [pair for topic in topics for pair in topic]
    tools, counted = load_tools(), []
    for number, pair in enumerate(pairs):
        progress(number, len(pairs))
        counted.append(count(pair, tools))
    counts = {
        "sentence pairs": len(pairs),
        "topics": len(topics),
        "aligned propositions": sum(len(pair.alignments) for pair in pairs),
        "aligned predicates": sum(one.ours["predicates"].gold for one in counted),
    }
    by_topic = list(_grouped(counted, [len(topic) for topic in topics]))
    figures = [figure(unit, [_sum([one.ours[unit] for one in topic]) for topic in by_topic]) for unit in _UNITS]
    floor = {unit: figure(unit, [one.floor[unit] for one in counted]).value for unit in _UNITS}
    return Table(DEFINITION, counts, figures, floor=floor)


def count(pair: AlignedPair, tools: Tools) -> Counts:
    """Compare the two sentences and count every unit."""
    left, right = (
        AskedSentence(tokens, asked, tools) for tokens, asked in zip(pair.tokens, pair.propositions, strict=True)
    )
    report = compare_readings(left.placed.reading, right.placed.reading, lexicons=tools.lexicons)
    events = list(_same_events(report.pairs, left, right, tools))
    predicates = frozenset((i, j) for one, other in events for i in left.verbs_of(one) for j in right.verbs_of(other))
    found = frozenset(link for one, other in events for link in same_roles(one, other, left, right))
    claims = frozenset(
        (int(one[1:]), int(other[1:])) for paired in report.pairs for one in paired.left for other in paired.right
    )
    lemmas = left.same_lemma(right)
    by_words = frozenset(
        (i, j)
        for i, one in enumerate(left.asked)
        for j, other in enumerate(right.asked)
        if (one.verb, other.verb) in lemmas and left.words(one) & right.words(other)
    )
    gold = frozenset(link for alignment in pair.alignments for link in alignment.pairs)
    verbs = frozenset((left.asked[i].verb, right.asked[j].verb) for i, j in gold)
    return Counts(
        {
            "propositions": _tally_alignments(pair, found),
            "predicates": _tally(verbs, predicates),
            "claims": _tally(left.claims_of(verbs, right), claims & left.asked_claims(right)),
        },
        {
            "propositions": _tally_alignments(pair, by_words),
            "predicates": _tally(verbs, lemmas),
            "claims": _tally(left.claims_of(verbs, right), left.claims_of(lemmas, right)),
        },
    )


def _same_events(
    pairs: Sequence[ClaimPair], left: AskedSentence, right: AskedSentence, tools: Tools
) -> Iterator[tuple[Event, Event]]:
    """Yield the events that the analysis tells to be one: those matched in its pairs."""
    words = tools.lexicons
    for pair in pairs:
        ours, theirs = passage_of(left.placed.reading, pair.left), passage_of(right.placed.reading, pair.right)
        for match in match_events(ours.events, theirs.events, predicates=words.predicates, actors=words.actors):
            yield match.left, match.right


def _tally_alignments(pair: AlignedPair, found: Links) -> Tally:
    gold = frozenset(link for alignment in pair.alignments for link in alignment.pairs)
    reached = sum(bool(alignment.pairs & found) for alignment in pair.alignments)
    return Tally(len(found & gold), len(found), reached, len(pair.alignments))


def _tally(gold: Links, found: Links) -> Tally:
    right = len(gold & found)
    return Tally(right, len(found), right, len(gold))


def _by_topic(pairs: Sequence[AlignedPair]) -> list[list[AlignedPair]]:
    topics: dict[str, list[AlignedPair]] = {}
    for pair in pairs:
        topics.setdefault(pair.topic, []).append(pair)
    return list(topics.values())


def _grouped(counted: Sequence[Counts], sizes: Sequence[int]) -> Iterator[Sequence[Counts]]:
    start = 0
    for size in sizes:
        yield counted[start : start + size]
        start += size


def _sum(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        sum(tally.right for tally in tallies),
        sum(tally.found for tally in tallies),
        sum(tally.reached for tally in tallies),
        sum(tally.gold for tally in tallies),
    )
