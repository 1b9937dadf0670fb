"""Which claims of two readings tell the same thing: many to many, in two tiers, with reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from comparer.analysis.differences.quotations import ALIKE
from comparer.analysis.evidence import FEWEST_TO_CENTRE, Evidence, balanced_cosine, gather_evidence
from comparer.analysis.index import vectors
from comparer.analysis.lexicons import Lexicons
from comparer.analysis.others import are_alone, tell_of_others
from comparer.analysis.report import ClaimPair, Reading, Sureness, Tier
from comparer.analysis.similarity import Matrix, among_best

# Of the pairs beyond any of these, more than 95 in 100 were right on annotated articles.
_SURE, _SURE_BY_MEANING, _SURE_BY_EVENTS = 0.8, (0.6, 0.6), (0.6, 2)
# A refrain of two hundred lines is not forty thousand findings.
_MOST_PARTNERS, _FEWEST_PARTNERS, _MOST_PAIRS = 12, 2, 2000
_MATCH = 0.38
# Cosines are higher where there is too little text to take off what all sentences share; and two sentences by themselves
# have no others that would be closer. The second was set on 482 pairs of sentences of real reports, judged by two readers.
_MORE_IN_SHORT_TEXTS, _MORE_OF_SENTENCES = 0.05, 0.14
_POSSIBLE = 0.35
# Two numbers that measure the same thing this well (see numbers.sameness) speak of one fact.
_FITTING = 0.4
# A claim takes part in the pair of its sentence if it is nearly as close to the other side as the closest one.
_TAKES_PART = 0.5
_PLACE = 0.4


@dataclass(frozen=True)
class Alignment:
    """The pairs, and how close every claim of the left (rows) is to every claim of the right (columns)."""

    pairs: tuple[ClaimPair, ...]
    closeness: Matrix
    elsewhen: Matrix
    """1 for each two sentences that tell of different years; shape (sentences left, sentences right)."""

    def same_time(self, left: Reading, right: Reading, pair: ClaimPair) -> bool:
        """Return whether both sides of `pair` may tell of the same year."""
        return not self.elsewhen[left.claim(pair.left[0]).sentence, right.claim(pair.right[0]).sentence]

    def closest_claims(self, pair: ClaimPair) -> tuple[str, str]:
        """Return the ids of the two claims of `pair` that are closest to each other."""
        rows, columns = [int(key[1:]) - 1 for key in pair.left], [int(key[1:]) - 1 for key in pair.right]
        row, column = divmod(int(np.argmax(self.closeness[np.ix_(rows, columns)])), len(columns))
        return pair.left[row], pair.right[column]


@dataclass(frozen=True, slots=True)
class Link:
    """A sentence of the left with one of the right, by position."""

    left: int
    right: int
    score: float
    tier: Tier


def align(left: Reading, right: Reading, *, lexicons: Lexicons) -> Alignment:
    """Return the pairs in the order of the left text. Readings without claims give none.

    Sentences are scored, since a sentence shows what a claim in it is about;
    each link is then narrowed to the claims that take part in it.
    """
    predicates, actors = lexicons.predicates, lexicons.actors
    alone = are_alone(left, right)
    others = alone and tell_of_others(left, right, predicates=predicates, actors=actors)
    if not left.claims or not right.claims or others:
        nothing = np.zeros((len(left.claims), len(right.claims)), dtype=np.float32)
        return Alignment((), nothing, nothing)
    evidence = gather_evidence(left, right, lexicons=lexicons)
    closeness = balanced_cosine(vectors(left)[0], vectors(right)[0])
    claimed = np.outer(_holds_claims(left), _holds_claims(right))
    links = find_links(evidence, claimed, alone=alone)
    pairs = []
    for number, link in enumerate(links, start=1):
        ours, theirs = _claims_taking_part(link, left, right, closeness)
        why = tuple(_reasons(link, evidence))
        pairs.append(
            ClaimPair(
                f"p{number}", tuple(ours), tuple(theirs), link.score, link.tier, why, sureness=_sureness(link, evidence)
            )
        )
    return Alignment(tuple(pairs), closeness, evidence.elsewhen)


def _holds_claims(reading: Reading) -> Matrix:
    """1 for each sentence that claims something, 0 for a line that only signs a post."""
    claimed = {claim.sentence for claim in reading.claims}
    return np.array([number in claimed for number in range(len(reading.sentences))], dtype=np.float32)


def score_links(evidence: Evidence) -> Matrix:
    """Fuse the evidence to one score for each two sentences, 0 to 1.

    Meaning and words weigh alike; shared events and numbers of the same thing
    add a little, other years take a little away. The weights were chosen on the
    project's own article pairs and three annotated pairs of real articles.
    One shared word without a shared event or number is chance, however rare the word.
    """
    by_chance = (evidence.shared < 2) & (evidence.events == 0) & (evidence.numbers < _FITTING)
    fused = evidence.meaning + evidence.words + 0.25 * evidence.claim_words + 0.05 * np.minimum(evidence.events, 2)
    numbered = evidence.numbers >= _FITTING
    fused = fused + 0.05 * numbered - 0.1 * evidence.elsewhen - 0.1 * by_chance
    quoted = np.where(evidence.quotations >= ALIKE, 0.4 + 0.6 * evidence.quotations, 0)
    return np.asarray(np.clip(np.maximum(fused / 1.3, quoted), 0, 1), dtype=np.float32)


def find_links(evidence: Evidence, claimed: Matrix, *, alone: bool = False) -> Iterator[Link]:
    """Yield the links of both tiers in order; only where `claimed` is 1. `alone`: the texts are no more than sentences.

    A match reaches the threshold, the place of both sentences in their articles
    counted in. A possible counterpart is the best of its row or column and
    reaches a lower one, typed slots counted in: the worst disagreements make
    two sentences unlike each other.
    """
    alike = score_links(evidence) * claimed
    short = sum(alike.shape) < FEWEST_TO_CENTRE
    enough = _MATCH + (_MORE_OF_SENTENCES if alone else _MORE_IN_SHORT_TEXTS if short else 0)
    scores = np.clip(alike - _PLACE * evidence.apart, 0, 1)
    with_slots = add_slots(alike, evidence) * claimed
    best = np.minimum.outer(with_slots.max(axis=1), with_slots.max(axis=0))
    possible = (with_slots >= best) & (with_slots >= _POSSIBLE)
    partners = min(_MOST_PARTNERS, max(_FEWEST_PARTNERS, _MOST_PAIRS // max(scores.shape)))
    found = ((scores >= enough) | possible) & among_best(with_slots, partners)
    for row, column in np.argwhere(found):
        score = float(scores[row, column])
        yield Link(int(row), int(column), round(score, 4), "match" if score >= enough else "possible")


def add_slots(scores: Matrix, evidence: Evidence) -> Matrix:
    """Raise the scores where both sentences number the same thing or tell of the same event."""
    numbers = np.where(evidence.numbers >= _FITTING, 0.45 * evidence.numbers, 0)
    return np.asarray(scores + numbers + np.where(evidence.events > 0, 0.1, 0), dtype=np.float32)


def _claims_taking_part(link: Link, left: Reading, right: Reading, closeness: Matrix) -> tuple[list[str], list[str]]:
    rows = [row for row, claim in enumerate(left.claims) if claim.sentence == link.left]
    columns = [column for column, claim in enumerate(right.claims) if claim.sentence == link.right]
    block = closeness[np.ix_(rows, columns)]
    enough = min(block.max(), block.max() * _TAKES_PART)  # closeness may lie below 0
    return (
        [left.claims[row].id for row, best in zip(rows, block.max(axis=1), strict=True) if best >= enough],
        [right.claims[column].id for column, best in zip(columns, block.max(axis=0), strict=True) if best >= enough],
    )


def _sureness(link: Link, evidence: Evidence) -> Sureness:
    if link.tier == "possible":
        return "possible"
    meaning, events = evidence.meaning[link.left, link.right], evidence.events[link.left, link.right]
    enough, meant = _SURE_BY_MEANING
    enough_with_events, told = _SURE_BY_EVENTS
    sure = (
        link.score >= _SURE
        or (link.score >= enough and meaning >= meant)
        or (link.score >= enough_with_events and events >= told)
    )
    return "sure" if sure else "likely"


def _reasons(link: Link, evidence: Evidence) -> Iterator[str]:
    at = link.left, link.right
    if evidence.quotations[at] >= ALIKE:
        yield "they quote the same words"
    if evidence.events[at]:
        yield "they tell of the same event"
    if evidence.numbers[at] >= _FITTING:
        yield "they give a number for the same thing"
    if evidence.words[at] >= 0.25:
        yield "they share words that are rare in these two texts"
    if evidence.meaning[at] >= 0.45:
        yield "they mean nearly the same"
    if link.tier == "possible":
        yield "it is the closest passage on the other side"
