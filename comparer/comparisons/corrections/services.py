"""What people do with corrections: each function one act, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from comparer.analysis.report import Report
from comparer.comparisons.brief import count_for_lists
from comparer.comparisons.corrections.apply import Corrected, apply
from comparer.comparisons.corrections.changes import Action, Target, target_to_json
from comparer.comparisons.corrections.kept import Kept
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.models import Comparison
from comparer.comparisons.presenting.sides import Side

MANY = 200
"""From so many corrections on, laying them over the report is worth keeping: it takes more than 5 ms."""
KEPT = Kept(most=4)


class ChangedMeanwhileError(Exception):
    """Somebody else corrected the same thing since this person saw it. `corrections`: what stands there now."""

    def __init__(self, corrections: tuple[Correction, ...]) -> None:
        super().__init__("Somebody corrected this in the meantime.")
        self.corrections = corrections


def read_corrected(*, comparison: Comparison, report: Report) -> Corrected:
    """Return the comparison's own report with all corrections that stand: two queries at most.

    Where there are many, what was worked out last is kept until something changes.
    """
    state = comparison.corrections.all().state()
    if not state.made:
        return apply(report, ())
    if state.made < MANY:
        return lay_over(comparison=comparison, report=report)
    found = KEPT.get(comparison.pk, state, comparison.report)
    if found is None:
        found = lay_over(comparison=comparison, report=report)
        KEPT.put(comparison.pk, state, comparison.report, found)
    return found


def lay_over(*, comparison: Comparison, report: Report) -> Corrected:
    """Return any report of these two texts with the comparison's corrections that stand: one query."""
    return apply(report, comparison.corrections.standing().as_changes())


@transaction.atomic
def correct(
    *, comparison: Comparison, target: Target, action: Action, value: str = "", made_by: int, revision: int
) -> Correction:
    """Keep one correction. `revision` is what `revision_of` gave when the person saw the target.

    The same act twice, from a second click, is one. ChangedMeanwhileError where the target was touched since.
    """
    Comparison.objects.select_for_update().only("pk").get(pk=comparison.pk)
    corrections = comparison.corrections
    standing = tuple(corrections.standing().filter(target=target.key).select_related("made_by"))
    if standing and (standing[-1].action, standing[-1].value, standing[-1].made_by_id) == (action, value, made_by):
        return standing[-1]
    # A note overwrites nothing: it stands beside what others did.
    if action != "note" and corrections.all().revision_of(target.key) != revision:
        raise ChangedMeanwhileError(standing)
    return corrections.create(
        action=action, target=target.key, anchor=target_to_json(target), value=value, made_by_id=made_by
    )


@transaction.atomic
def correct_side(
    *, comparison: Comparison, side: Side, values: Mapping[Action, str], made_by: int, revision: int
) -> None:
    """Keep outlet, title or date of one piece, each as a correction of its own; none if `values` is empty.

    ChangedMeanwhileError where the piece was touched since `revision`.
    """
    target = Target(side)
    for number, (action, value) in enumerate(values.items()):
        correct(
            comparison=comparison,
            target=target,
            action=action,
            value=value,
            made_by=made_by,
            revision=revision + number,
        )


def count_anew(*, comparison: Comparison, report: Report) -> None:
    """Let the counts in lists follow the corrections."""
    corrected = read_corrected(comparison=comparison, report=report)
    Comparison.objects.filter(pk=comparison.pk).update(summary=count_for_lists(corrected.report))


@transaction.atomic
def edit_note(*, correction: Correction, value: str, made_by: int) -> Correction:
    """Put a note into other words; the earlier ones stay in the history, and come back if this is undone.

    ChangedMeanwhileError where the note has been edited or taken back since.
    """
    _lock(correction)
    if correction.value == value:
        return correction
    if not Correction.objects.standing().filter(pk=correction.pk, action="note").exists():
        standing = Correction.objects.standing().filter(comparison=correction.comparison_id, target=correction.target)
        raise ChangedMeanwhileError(tuple(standing.filter(action="note").select_related("made_by")))
    return _repeat(correction, value, made_by)


@transaction.atomic
def do_again(*, correction: Correction, made_by: int, value: str = "") -> Correction:
    """Bring back what was taken back, as a correction of its own, with another value if one is given.

    Asked for twice, it is brought back once.
    """
    _lock(correction)
    again = Correction.objects.standing().filter(instead_of=correction).first()
    if again or Correction.objects.standing().filter(pk=correction.pk).exists():
        return again or correction
    return _repeat(correction, value or correction.value, made_by)


@transaction.atomic
def undo_correction(*, correction: Correction, undone_by: int) -> bool:
    """Take a correction back; it stays in the history. False where it stood no more."""
    _lock(correction)
    if not Correction.objects.standing().filter(pk=correction.pk).exists():
        return False
    Correction.objects.filter(pk=correction.pk).update(undone=timezone.now(), undone_by_id=undone_by)
    return True


@transaction.atomic
def remove_note(*, correction: Correction, removed_by: int) -> bool:
    """Take a note back with all its earlier words, which undoing an edit would bring back."""
    removed = undo_correction(correction=correction, undone_by=removed_by)
    earlier = correction.instead_of
    while removed and earlier is not None:
        if earlier.undone is None:
            undo_correction(correction=earlier, undone_by=removed_by)
        earlier = earlier.instead_of
    return removed


def _lock(correction: Correction) -> None:
    Comparison.objects.select_for_update().only("pk").get(pk=correction.comparison_id)


def _repeat(correction: Correction, value: str, made_by: int) -> Correction:
    return Correction.objects.create(
        comparison_id=correction.comparison_id,
        action=correction.action,
        target=correction.target,
        anchor=correction.anchor,
        value=value,
        made_by_id=made_by,
        instead_of=correction,
    )
