"""Match the quantities of two aligned passages and say whether both can be true."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comparer.analysis.around import only_differ_in
from comparer.analysis.numbers.among_many import is_only_measure, near_in_size
from comparer.analysis.numbers.exchanged import exchanged_roles
from comparer.analysis.numbers.intervals import Relation, out_of_reach, relate, unit_of
from comparer.analysis.numbers.judging import (
    LEAST_TO_CONTRADICT,
    Judgement,
    QuantityContext,
    QuantityVerdict,
    distance,
    judge_apart,
)
from comparer.analysis.numbers.misprinted import misprinted
from comparer.analysis.numbers.phrases import explain, label
from comparer.analysis.numbers.sameness import Fit, fit, fit_of_one_question, is_firm, with_unit_of
from comparer.analysis.numbers.wholes import SHARES, all_against_some, as_share
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.report import Quantity, Sureness

__all__ = ["QuantityContext", "QuantityMatch", "compare_quantities"]

_LEAST_TO_EQUATE = 0.15
_SURE, _LIKELY = 0.75, 0.5
# Score of two passages from which on they surely tell the same.
_CLOSE = 0.55
_EXACT_FORMS = ("exact", "range")
# Two rivals that fit nearly as well: nobody can say which of them the number contradicts.
_RIVAL = 0.9
_AMBIGUOUS = 0.6
# One that fits at least half as well: the number is not the only one that can be meant.
_ALSO = 0.5
# No passage of an article has more numbers; a table pasted as one line may.
_MOST = 30
_FEW = 12
_ALL_AND_SOME = "all of them on one side, a part of them on the other"
_MISPRINTED = "they are the same figure but for one digit"
_EXCHANGED = "each of the two numbers stands for what the other stands for"


@dataclass(frozen=True, slots=True)
class QuantityMatch:
    """Two quantities for the same thing; `left` and `right` are positions in what was compared.

    `slot` is the plain name of what both measure, `why` the reasons for
    comparing them, `score` from 0 to 1 how well they fit.
    """

    left: int
    right: int
    verdict: QuantityVerdict
    slot: str
    why: tuple[str, ...]
    sureness: Sureness
    explanation: str
    score: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    left: int
    right: int
    fit: Fit
    relation: Relation
    points: bool
    likeness: float
    """The fit, lowered the further apart the numbers are."""


def compare_quantities(
    left: Sequence[Quantity], right: Sequence[Quantity], *, context: QuantityContext, words: NumberWords
) -> tuple[QuantityMatch, ...]:
    """Return the matches in the order of the left; each quantity is in at most one.

    Agreement is looked for first, so that a number that has its equal on the
    other side is set against no other. Symmetric: exchanging the sides
    exchanges the matches. Of a passage only the first 30 quantities are looked at.
    """
    matcher = _Matcher(left, right, context, words)
    return tuple(sorted(matcher.matches(), key=lambda match: match.left))


@dataclass(frozen=True)
class _Matcher:
    left: Sequence[Quantity]
    right: Sequence[Quantity]
    context: QuantityContext
    words: NumberWords

    def matches(self) -> Iterator[QuantityMatch]:
        """Take the candidates by rank, each quantity once."""
        candidates = sorted(self._candidates(), key=_rank)
        used_left: set[int] = set()
        used_right: set[int] = set()
        for told, whole_left, whole_right in self._wholes():
            used_left |= {told.left, whole_left}
            used_right |= {told.right, whole_right}
            yield told
        for left, right in self._exchanged():
            used_left.add(left)
            used_right.add(right)
            yield self._apart(left, right, _EXCHANGED)
        for left, right in self._misprinted():
            if left not in used_left and right not in used_right:
                used_left.add(left)
                used_right.add(right)
                yield self._apart(left, right, _MISPRINTED)
        for candidate in candidates:
            if candidate.left in used_left or candidate.right in used_right:
                continue
            apart = candidate.relation == "apart"  # only these ask what else could be meant
            others = candidates if apart else ()
            free = [other for other in others if other.left not in used_left and other.right not in used_right]
            match = self._match(candidate, free)
            if match is not None:
                used_left.add(candidate.left)
                used_right.add(candidate.right)
                yield match

    def _exchanged(self) -> Iterator[tuple[int, int]]:
        """The positions of numbers that change places: only where the passages surely tell the same."""
        if self.context.matched:
            yield from exchanged_roles(self.left[:_MOST], self.right[:_MOST], self.words)

    def _misprinted(self) -> Iterator[tuple[int, int]]:
        """The positions of long figures that are one but for a digit."""
        if self.context.matched:
            yield from misprinted(self.left[:_MOST], self.right[:_MOST])

    def _wholes(self) -> Iterator[tuple[QuantityMatch, int, int]]:
        """Yield the conflicts of "all 14" with "eleven of the 14", with the positions of both wholes."""
        left, right = self.left[:_MOST], self.right[:_MOST]
        texts = self.context.left_text, self.context.right_text
        for whole, some, total in all_against_some(left, right, left_text=texts[0], right_text=texts[1]):
            yield self._apart(whole, some, _ALL_AND_SOME), whole, total
        for whole, some, total in all_against_some(right, left, left_text=texts[1], right_text=texts[0]):
            yield self._apart(some, whole, _ALL_AND_SOME), total, whole

    def _apart(self, one: int, other: int, reason: str) -> QuantityMatch:
        """A conflict that the two numbers alone do not show."""
        ours, theirs = self.left[one], self.right[other]
        texts = self.context.left_text, self.context.right_text
        sentence = explain(ours, theirs, "apart", texts=texts, words=self.words, points=False, note="")
        return QuantityMatch(one, other, "conflict", label(ours, self.words), (reason,), "likely", sentence, _SURE)

    def _candidates(self) -> Iterator[_Candidate]:
        for row, said in enumerate(self.left[:_MOST]):
            for column, told in enumerate(self.right[:_MOST]):
                ours, theirs = self._levelled(said, told)
                # "A man was killed" on both sides is no number that agrees.
                idle = ours.form == theirs.form == "implied"
                fitting = None if idle else self._fit(ours, theirs)
                if fitting is not None and fitting.score >= _LEAST_TO_EQUATE:
                    dimensions = {unit_of(each, self.words).dimension for each in (ours, theirs)}
                    points = dimensions == {"points", "share"}
                    relation = "apart" if points else relate(ours, theirs, self.words)
                    likeness = fitting.score * (distance(ours, theirs, self.words) if relation == "apart" else 1.0)
                    yield _Candidate(row, column, fitting, relation, points, likeness)

    def _fit(self, ours: Quantity, theirs: Quantity) -> Fit | None:
        if only_differ_in(self.context.left_text, ours, self.context.right_text, theirs) or self._are_all(ours, theirs):
            return fit_of_one_question(ours, theirs, self.words)
        return fit(ours, theirs, self.words)

    def _are_all(self, ours: Quantity, theirs: Quantity) -> bool:
        """Two short texts that tell the same each measure one thing."""
        alone = self.context.matched and not self.context.among_many
        return alone and is_only_measure(ours, theirs, (self.left, self.right), self.words)

    def _levelled(self, said: Quantity, told: Quantity) -> tuple[Quantity, Quantity]:
        """The two with one unit, and both as parts where they are taken out of a whole that both sides name."""
        ours, theirs = with_unit_of(said, told, self.words), with_unit_of(told, said, self.words)
        ours, theirs = self._in_shares(ours, theirs)
        if {ours.part, theirs.part} == {"of", None} and self._of_one_whole(ours, theirs):
            return replace(ours, part="of"), replace(theirs, part="of")
        return ours, theirs

    def _in_shares(self, ours: Quantity, theirs: Quantity) -> tuple[Quantity, Quantity]:
        """The seven of "seven of the 50 samples" as 14 percent beside a share of the samples."""
        if ours.role != theirs.role and (is_firm(ours.role, self.words) or is_firm(theirs.role, self.words)):
            return ours, theirs
        if theirs.unit in SHARES and ours.unit not in SHARES:
            return as_share(ours, self.left), theirs
        if ours.unit in SHARES and theirs.unit not in SHARES:
            return ours, as_share(theirs, self.right)
        return ours, theirs

    def _of_one_whole(self, ours: Quantity, theirs: Quantity) -> bool:
        """True for "35 of the 80 calves died" and "of the 80 calves, 20 died"."""
        wholes = [
            {each.low for each in side if each.part is None and each.unit == ours.unit}
            for side in (self.left, self.right)
        ]
        parts = [each.low for each in (ours, theirs) if each.low is not None]
        return any(whole is not None and len(parts) > 1 and whole > max(parts) for whole in wholes[0] & wholes[1])

    def _match(self, candidate: _Candidate, free: Sequence[_Candidate]) -> QuantityMatch | None:
        said, told = self.left[candidate.left], self.right[candidate.right]
        ours, theirs = self._levelled(said, told)
        judgement = self._judge(candidate, ours, theirs, free)
        if judgement is None:
            return None
        texts = self.context.left_text, self.context.right_text
        sentence = explain(
            ours,
            theirs,
            candidate.relation,
            texts=texts,
            words=self.words,
            points=candidate.points,
            note=judgement.note,
        )
        return QuantityMatch(
            left=candidate.left,
            right=candidate.right,
            verdict=judgement.verdict,
            slot=label(ours, self.words),
            why=candidate.fit.reasons,
            sureness=self._sureness(judgement.score, ours, theirs, firm=candidate.fit.firm),
            explanation=sentence,
            score=round(judgement.score, 4),
        )

    def _judge(
        self, candidate: _Candidate, ours: Quantity, theirs: Quantity, free: Sequence[_Candidate]
    ) -> Judgement | None:
        score = candidate.fit.score
        if candidate.relation != "apart":
            if candidate.relation in ("hedge", "vague") and out_of_reach(ours, theirs, self.words):
                return None
            if any(_counts_anything(each, self.words) for each in (ours, theirs)):
                return None
            return Judgement("same" if candidate.relation == "equal" else "compatible", score)
        if candidate.points and (ours.low, ours.high) != (theirs.low, theirs.high):
            # Only the same figure shows that percent and percentage points were mistaken for each other.
            return None
        score *= _AMBIGUOUS if any(_is_rival(candidate, other) for other in free) else 1.0
        return judge_apart(
            ours,
            theirs,
            replace(candidate.fit, score=score),
            passages=(self.left, self.right),
            sole=not any(
                _shares_one(candidate, other) and other.likeness >= _ALSO * candidate.likeness for other in free
            ),
            context=self.context,
            words=self.words,
        )

    def _sureness(self, score: float, ours: Quantity, theirs: Quantity, *, firm: bool) -> Sureness:
        close = self.context.closeness >= _CLOSE and ours.unit != "age" and near_in_size(ours, theirs, self.words)
        if "implied" in (ours.form, theirs.form) or (score < _LIKELY and not firm and not close):
            return "possible"
        exact = ours.form in _EXACT_FORMS and theirs.form in _EXACT_FORMS
        return "sure" if score >= _SURE and exact else "likely"


def _counts_anything(quantity: Quantity, words: NumberWords) -> bool:
    """True for "a handful" of nobody knows what, to which nothing happens that would tell."""
    few = quantity.form == "vague" and (quantity.high or math.inf) <= _FEW
    return few and not quantity.head and not is_firm(quantity.role, words)


def _is_rival(candidate: _Candidate, other: _Candidate) -> bool:
    """True for another pairing of one of the two numbers, also apart, that fits nearly as well."""
    contradicts = other.relation == "apart" and not other.fit.equal_only and other.fit.score >= LEAST_TO_CONTRADICT
    return _shares_one(candidate, other) and contradicts and other.likeness >= _RIVAL * candidate.likeness


def _shares_one(candidate: _Candidate, other: _Candidate) -> bool:
    return (other.left == candidate.left) != (other.right == candidate.right)


def _rank(candidate: _Candidate) -> tuple[int, float, int, int]:
    """Equal first, then compatible, then apart; inside each the better fit, and of those apart the nearer."""
    agreement = {"equal": 0, "other unit": 1, "rounding": 1, "hedge": 2, "vague": 2, "apart": 3}[candidate.relation]
    return agreement, -candidate.likeness, candidate.left + candidate.right, candidate.left
