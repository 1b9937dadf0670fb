"""Match the quantities of two aligned passages and say whether both can be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from comparer.analysis.numbers.intervals import Relation, out_of_reach, relate, unit_of
from comparer.analysis.numbers.phrases import explain, label
from comparer.analysis.numbers.sameness import Fit, fit
from comparer.analysis.numbers.words import NumberWords
from comparer.analysis.report import Quantity, Sureness, Time

QuantityVerdict = Literal["same", "compatible", "conflict", "update"]

_LEAST_TO_EQUATE = 0.15
_LEAST_TO_CONTRADICT = 0.42
_SURE, _LIKELY = 0.75, 0.5
_LEAST_IMPLIED = 0.6
_EXACT_FORMS = ("exact", "range")


@dataclass(frozen=True, slots=True)
class QuantityContext:
    """What else decides: both articles' texts and dates, the times in the passages, all quantities of the articles."""

    left_text: str
    right_text: str
    left_published: str | None = None
    right_published: str | None = None
    left_times: Sequence[Time] = ()
    right_times: Sequence[Time] = ()
    left_article: Sequence[Quantity] = ()
    right_article: Sequence[Quantity] = ()


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


def compare_quantities(
    left: Sequence[Quantity], right: Sequence[Quantity], *, context: QuantityContext, words: NumberWords
) -> tuple[QuantityMatch, ...]:
    """Return the matches in the order of the left; each quantity is in at most one.

    Agreement is looked for first, so that a number that has its equal on the
    other side is set against no other. Symmetric: exchanging the sides
    exchanges the matches.
    """
    candidates = sorted(_candidates(left, right, words), key=_rank)
    used_left: set[int] = set()
    used_right: set[int] = set()
    matches: list[QuantityMatch] = []
    for candidate in candidates:
        if candidate.left in used_left or candidate.right in used_right:
            continue
        match = _judge(left, right, candidate, context, words)
        if match is not None:
            used_left.add(candidate.left)
            used_right.add(candidate.right)
            matches.append(match)
    return tuple(sorted(matches, key=lambda match: match.left))


def _candidates(left: Sequence[Quantity], right: Sequence[Quantity], words: NumberWords) -> Iterator[_Candidate]:
    for row, ours in enumerate(left):
        for column, theirs in enumerate(right):
            fitting = fit(ours, theirs, words)
            if fitting is not None and fitting.score >= _LEAST_TO_EQUATE:
                points = unit_of(ours, words).dimension != unit_of(theirs, words).dimension
                yield _Candidate(row, column, fitting, relate(ours, theirs, words), points)


def _rank(candidate: _Candidate) -> tuple[int, float, int, int]:
    """Equal first, then compatible, then apart; inside each the better fit."""
    agreement = {"equal": 0, "other unit": 1, "rounding": 1, "hedge": 2, "vague": 2, "apart": 3}[candidate.relation]
    return (
        (3 if candidate.points else agreement),
        -candidate.fit.score,
        candidate.left + candidate.right,
        candidate.left,
    )


def _judge(
    left: Sequence[Quantity],
    right: Sequence[Quantity],
    candidate: _Candidate,
    context: QuantityContext,
    words: NumberWords,
) -> QuantityMatch | None:
    ours, theirs = left[candidate.left], right[candidate.right]
    relation, score = candidate.relation, candidate.fit.score
    if candidate.points:
        relation = "apart"
        if not _same_figure(ours, theirs):
            return None
    verdict: QuantityVerdict
    if relation == "apart":
        judged = _contradiction(ours, theirs, candidate.fit, context, words)
        if judged is None:
            return None
        verdict, score, note = judged
    else:
        if relation in ("hedge", "vague") and out_of_reach(ours, theirs, words):
            return None
        verdict, note = ("same" if relation == "equal" else "compatible"), ""
    sentence = explain(
        ours, theirs, relation, texts=(context.left_text, context.right_text), words=words, points=candidate.points
    )
    return QuantityMatch(
        left=candidate.left,
        right=candidate.right,
        verdict=verdict,
        slot=label(ours, words),
        why=candidate.fit.reasons,
        sureness=_sureness(score, ours, theirs),
        explanation=f"{sentence} {note}".strip(),
        score=round(score, 4),
    )


def _same_figure(ours: Quantity, theirs: Quantity) -> bool:
    """3 percent against 3 percentage points: only the same figure shows that one of them is mistaken."""
    return ours.low == theirs.low and ours.high == theirs.high


def _contradiction(
    ours: Quantity, theirs: Quantity, fitting: Fit, context: QuantityContext, words: NumberWords
) -> tuple[QuantityVerdict, float, str] | None:
    """Return (verdict, score, note) for numbers that differ; None where nothing follows from that."""
    least = _LEAST_IMPLIED if "implied" in (ours.form, theirs.form) else _LEAST_TO_CONTRADICT
    if fitting.equal_only or fitting.score < least or _other_times(context):
        return None
    if _grew(ours, theirs, context, words):
        return "update", fitting.score, "The later report counts more: the toll may have risen in between."
    echoed_left = _echoed(ours, context.right_article, words)
    echoed_right = _echoed(theirs, context.left_article, words)
    if echoed_left and echoed_right:
        return None
    if echoed_left or echoed_right:
        side = "Right" if echoed_left else "Left"
        return "conflict", fitting.score * 0.6, f"Elsewhere {side} gives the other number too."
    return "conflict", fitting.score, ""


def _echoed(quantity: Quantity, article: Sequence[Quantity], words: NumberWords) -> bool:
    """True where the other article gives this very number for the same thing somewhere."""
    for other in article:
        fitting = fit(quantity, other, words)
        if fitting and fitting.score >= _LEAST_TO_CONTRADICT and relate(quantity, other, words) == "equal":
            return True
    return False


def _grew(ours: Quantity, theirs: Quantity, context: QuantityContext, words: NumberWords) -> bool:
    """True where the role is a toll, the reports are of different days, and the later one has the larger number."""
    rule = words.role_rules.get(ours.role or "") or words.role_rules.get(theirs.role or "")
    if rule is None or not rule.cumulative or not context.left_published or not context.right_published:
        return False
    if context.left_published[:10] == context.right_published[:10]:
        return False
    earlier, later = (ours, theirs) if context.left_published < context.right_published else (theirs, ours)
    return (later.low or 0.0) > (earlier.low or 0.0)


def _other_times(context: QuantityContext) -> bool:
    """True where the passages speak of different months or years: unemployment in March and in June."""
    left, right = _spans(context.left_times), _spans(context.right_times)
    return bool(left and right) and all(a[1] < b[0] or b[1] < a[0] for a in left for b in right)


def _spans(times: Sequence[Time]) -> list[tuple[str, str]]:
    coarse = ("month", "season", "year", "decade")
    return [
        (t.earliest, t.latest) for t in times if t.earliest and t.latest and t.precision in coarse and not t.of_saying
    ]


def _sureness(score: float, ours: Quantity, theirs: Quantity) -> Sureness:
    if "implied" in (ours.form, theirs.form) or score < _LIKELY:
        return "possible"
    firm = ours.form in _EXACT_FORMS and theirs.form in _EXACT_FORMS
    return "sure" if score >= _SURE and firm else "likely"
