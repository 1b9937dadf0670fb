"""All differences of two aligned readings: every kind asked in turn, each difference told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from comparer.analysis.align import Alignment
from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.omissions import important_omissions, nearest_claims
from comparer.analysis.differences.prominence import compare_prominence
from comparer.analysis.differences.quotations import compare_quotations
from comparer.analysis.differences.slots import compare_slots
from comparer.analysis.differences.voices import compare_voices
from comparer.analysis.events.compare import compare_events
from comparer.analysis.events.participants import same_actor
from comparer.analysis.lexicons import Lexicons
from comparer.analysis.passages import Passage, passage_of
from comparer.analysis.report import ClaimPair, Difference, Nearest, Reading

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
    compared = [(pair, _compare_pair(left, right, pair, lexicons)) for pair in alignment.pairs]
    pairs = tuple(_with_slots(pair, findings) for pair, findings in compared)
    only_left = _unpaired(left, [pair.left for pair in pairs])
    only_right = _unpaired(right, [pair.right for pair in pairs])
    located: list[Located] = [(pair.id, finding) for pair, findings in compared for finding in findings]
    located += compare_prominence(left, right, pairs)
    located += [(None, finding) for finding in important_omissions(only_left, left, verdict="only_left")]
    located += [(None, finding) for finding in important_omissions(only_right, right, verdict="only_right")]
    return Differences(
        pairs=pairs,
        differences=tuple(_numbered(_told_once(located, {pair.id: pair for pair in pairs}))),
        only_left=only_left,
        only_right=only_right,
        nearest_left=nearest_claims(only_left, left, right, alignment.closeness),
        nearest_right=nearest_claims(only_right, right, left, alignment.closeness.T),
    )


def _compare_pair(left: Reading, right: Reading, pair: ClaimPair, lexicons: Lexicons) -> list[Finding]:
    ours, theirs = passage_of(left, pair.left), passage_of(right, pair.right)
    return [
        *compare_slots(ours, theirs),
        *compare_events(ours, theirs, predicates=lexicons.predicates, actors=lexicons.actors),
        *compare_quotations(ours, theirs),
        *compare_voices(ours, theirs, same_speaker=partial(same_actor, actors=lexicons.actors)),
    ]


def _with_slots(pair: ClaimPair, findings: Iterable[Finding]) -> ClaimPair:
    return replace(pair, slots=tuple(dict.fromkeys(finding.slot for finding in findings if finding.slot)))


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
    yield from best.values()


def _numbered(located: Iterable[Located]) -> Iterator[Difference]:
    for number, (pair, finding) in enumerate(located, start=1):
        yield Difference(
            id=f"d{number}",
            kind=finding.kind,
            verdict=finding.verdict,
            pair=pair,
            left=finding.left,
            right=finding.right,
            explanation=finding.explanation,
            sureness=finding.sureness,
        )
