"""What people do with corrections: each function one act, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from comparer.analysis.report import Report
from comparer.comparisons.brief import count_for_lists
from comparer.comparisons.corrections.apply import Corrected, apply
from comparer.comparisons.corrections.changes import Action, Target, target_to_json
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.models import Comparison
from comparer.comparisons.presenting.sides import Side


class ChangedMeanwhileError(Exception):
    """Somebody else corrected the same thing since this person saw it. `corrections`: what stands there now."""

    def __init__(self, corrections: tuple[Correction, ...]) -> None:
        super().__init__("Somebody corrected this in the meantime.")
        self.corrections = corrections


def read_corrected(*, comparison: Comparison, report: Report) -> Corrected:
    """Return the comparison's report with all corrections that stand: one query."""
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
    if action != "note" and corrections.revision_of(target.key) != revision:
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


def undo_correction(*, correction: Correction, undone_by: int) -> bool:
    """Take a correction back; it stays in the history. False where it was taken back before."""
    standing = Correction.objects.filter(pk=correction.pk, undone__isnull=True)
    return bool(standing.update(undone=timezone.now(), undone_by_id=undone_by))
