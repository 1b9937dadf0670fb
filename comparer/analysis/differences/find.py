"""All differences of two aligned readings: every kind asked in turn, each difference told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from comparer.analysis.align import Alignment
from comparer.analysis.differences.ages import compare_ages
from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.gate import Setting, credible
from comparer.analysis.differences.magnitudes import compare_magnitudes
from comparer.analysis.differences.nearness import nearness
from comparer.analysis.differences.omissions import important_omissions, nearest_claims
from comparer.analysis.differences.overlap import overlap
from comparer.analysis.differences.prominence import compare_prominence
from comparer.analysis.differences.quotations import compare_quotations
from comparer.analysis.differences.slots import ONE_EVENT, article_numbers, compare_order, compare_slots
from comparer.analysis.differences.spelled import compare_spelled_names
from comparer.analysis.differences.voices import Told, compare_voices
from comparer.analysis.events.compare import compare_events
from comparer.analysis.events.match import match_events
from comparer.analysis.events.offices import compare_identities, compare_ranks
from comparer.analysis.events.participants import same_actor
from comparer.analysis.events.sole_person import compare_sole_persons
from comparer.analysis.framing.compare import compare_framing, load_rivals
from comparer.analysis.framing.labelled import compare_labels
from comparer.analysis.framing.one_sided import compare_naming
from comparer.analysis.lexicons import Lexicons
from comparer.analysis.others import are_alone
from comparer.analysis.passages import Passage, Passages, passage_of
from comparer.analysis.report import ClaimPair, Difference, Nearest, Reading, Slot

_RETOLD = 0.5, 0.5, 3
"""How near in meaning two passages of articles must be, and what share of the longer one's words, and how many, both
must have to tell one thing."""
Located = tuple[str | None, Finding]
"""A finding with the id of its pair, None where it belongs to no pair."""


@dataclass(frozen=True)
class Differences:
    """What comparing adds to two readings; fields as in `Report`."""

    pairs: tuple[ClaimPair, ...]
    differences: tuple[Difference, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]
    nearest_left: tuple[Nearest, ...]
    nearest_right: tuple[Nearest, ...]


def find_differences(left: Reading, right: Reading, alignment: Alignment, *, lexicons: Lexicons) -> Differences:
    """Compare the aligned passages slot by slot, and name what only one side tells."""
    located = list(_compare_pairs(left, right, alignment, lexicons))
    same_speaker = partial(same_actor, actors=lexicons.actors)
    located += compare_voices(_told(left, right, alignment), same_speaker=same_speaker)
    told = [finding for _, finding in located]
    labelled = list(
        compare_labels(
            left,
            right,
            labels=lexicons.labels,
            actors=lexicons.actors,
            rivals=load_rivals(),
            told=told,
            alone=are_alone(left, right),
        )
    )
    located += [(None, finding) for finding in labelled]
    one_sided = compare_naming(left, right, labels=lexicons.labels, told=[*told, *labelled])
    located += [(None, finding) for finding in one_sided]
    located += [(None, finding) for finding in compare_ages(left, right)]
    located += [(None, finding) for finding in compare_magnitudes(left, right)]
    located += [(None, finding) for finding in compare_spelled_names(left, right)]
    pairs = _with_slots(alignment.pairs, located)
    only_left = _unpaired(left, [pair.left for pair in pairs])
    only_right = _unpaired(right, [pair.right for pair in pairs])
    located += compare_prominence(left, right, pairs)
    located += [(None, finding) for finding in important_omissions(left, right, pairs, verdict="only_left")]
    located += [(None, finding) for finding in important_omissions(right, left, pairs, verdict="only_right")]
    return Differences(
        pairs=pairs,
        differences=tuple(_numbered(_told_once(located, {pair.id: pair for pair in pairs}))),
        only_left=only_left,
        only_right=only_right,
        nearest_left=nearest_claims(only_left, left, right, alignment.closeness),
        nearest_right=nearest_claims(only_right, right, left, alignment.closeness.T),
    )


def _compare_pairs(left: Reading, right: Reading, alignment: Alignment, lexicons: Lexicons) -> Iterator[Located]:
    short = are_alone(left, right)
    numbers = article_numbers(left, right, alone=short)
    near = partial(nearness, left=left, right=right, alignment=alignment)
    ours_of, theirs_of = Passages(left), Passages(right)
    for pair in alignment.pairs:
        ours, theirs = ours_of.of(pair.left), theirs_of.of(pair.right)
        # Who did it may stand in another claim of the sentence: "the winner, X, said that".
        whole = ours_of.sentences_of(pair.left), theirs_of.sentences_of(pair.right)
        told = whole[0].events, whole[1].events
        matches = list(match_events(*told, predicates=lexicons.predicates, actors=lexicons.actors))
        setting = Setting.ALONE if short else _setting(pair, *whole, alignment)
        # Of two short texts, what hangs on the claim ("who died in 1986") is said of the same.
        around = whole if setting is Setting.ALONE and pair.tier == "match" else (ours, theirs)
        one_event = setting is not Setting.AMONG_MANY and pair.score >= ONE_EVENT
        known = matches if ours is whole[0] and theirs is whole[1] else None
        findings = [
            *compare_slots(
                ours, theirs, around=around, pair=pair, articles=numbers, one_event=one_event, lexicons=lexicons
            ),
            *compare_events(
                *whole,
                predicates=lexicons.predicates,
                actors=lexicons.actors,
                labels=lexicons.labels,
                matches=matches,
            ),
            *compare_identities(*whole, lexicons.offices, lexicons.actors),
            *compare_ranks(*whole, lexicons.offices, lexicons.actors),
            *compare_framing(ours, theirs, matched=pair.tier == "match", lexicons=lexicons, matches=known),
            *compare_quotations(ours, theirs),
        ]
        if one_event:
            if not any(finding.kind == "person" for finding in findings):
                sole = compare_sole_persons(*whole, lexicons.actors)
                findings += [sole] if sole is not None else []
            if not any(finding.kind == "date" and finding.verdict in ("conflict", "update") for finding in findings):
                findings += compare_order(*whole)
        same_time = alignment.same_time(left, right, pair)
        yield from (
            (pair.id, finding) for finding in credible(findings, pair, same_time=same_time, near=near, setting=setting)
        )


def _setting(pair: ClaimPair, left: Passage, right: Passage, alignment: Alignment) -> Setting:
    """Return in what company the sentences of a pair of two articles stand."""
    meaning, of_longer, shared = _RETOLD
    both = overlap(left, right)
    close = _closeness(alignment, *alignment.closest_claims(pair)) >= meaning
    retold = pair.tier == "match" and close and both.of_longer >= of_longer and both.shared >= shared
    return Setting.RETOLD if retold else Setting.AMONG_MANY


def _told(left: Reading, right: Reading, alignment: Alignment) -> list[Told]:
    """Who says it is compared only where both say the same: in the pairs of the first tier."""
    closest = [(pair, *alignment.closest_claims(pair)) for pair in alignment.pairs if pair.tier == "match"]
    return [
        Told(pair, passage_of(left, [first]), passage_of(right, [second]), _closeness(alignment, first, second))
        for pair, first, second in closest
    ]


def _closeness(alignment: Alignment, first: str, second: str) -> float:
    return float(alignment.closeness[int(first[1:]) - 1, int(second[1:]) - 1])


def _with_slots(pairs: Sequence[ClaimPair], located: Sequence[Located]) -> tuple[ClaimPair, ...]:
    slots: dict[str | None, dict[Slot, None]] = {}
    for key, finding in located:
        if finding.slot:
            slots.setdefault(key, {})[finding.slot] = None
    return tuple(replace(pair, slots=tuple(slots.get(pair.id, ()))) for pair in pairs)


def _unpaired(reading: Reading, paired: Iterable[Sequence[str]]) -> tuple[str, ...]:
    taken = {claim for ids in paired for claim in ids}
    return tuple(claim.id for claim in reading.claims if claim.id not in taken)


def _told_once(located: Sequence[Located], pairs: dict[str, ClaimPair]) -> Iterator[Located]:
    """Keep of each difference in the same words only the telling in the best pair, in the order of the first."""
    best: dict[tuple[object, ...], Located] = {}
    for key, finding in located:
        words = tuple(tuple(mark.text.lower() for mark in side) for side in (finding.left, finding.right))
        identity = finding.kind, finding.verdict, *words
        score = pairs[key].score if key else 0.0
        kept = best.get(identity)
        if kept is None or (kept[0] and score > pairs[kept[0]].score):
            best[identity] = key, finding
    order = {key: number for number, key in enumerate(pairs)}
    yield from sorted(best.values(), key=lambda one: order[one[0]] if one[0] else len(order))


def _numbered(located: Iterable[Located]) -> Iterator[Difference]:
    told = ((pair, finding, finding.verdict) for pair, finding in located)
    differing = ((pair, finding, verdict) for pair, finding, verdict in told if verdict is not None)
    for number, (pair, finding, verdict) in enumerate(differing, start=1):
        yield Difference(
            id=f"d{number}",
            kind=finding.kind,
            verdict=verdict,
            pair=pair,
            left=finding.left,
            right=finding.right,
            explanation=finding.explanation,
            sureness=finding.sureness,
        )
