"""What a person put right, as a row: nothing is ever changed or deleted but by undoing, which leaves a trace, too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, Max, OuterRef, Q
from django.db.models.functions import Coalesce

from comparer.comparisons.corrections.changes import ACTIONS, Change, target_from_json


@dataclass(frozen=True, slots=True)
class State:
    made: int
    last: int
    undone: int
    named: int


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def standing(self) -> Self:
        """Neither undone nor replaced, the earliest first: the order in which they are laid over the report."""
        later = type(self)(self.model).filter(instead_of=OuterRef("pk"), undone__isnull=True)
        return self.filter(~Exists(later), undone__isnull=True).order_by("pk")

    def with_fate(self) -> Self:
        """Say of each whether it was replaced (`is_replaced`): what was brought back is, too."""
        later = type(self)(self.model).filter(instead_of=OuterRef("pk"), undone__isnull=True)
        return self.annotate(is_replaced=Exists(later))

    def as_changes(self) -> tuple[Change, ...]:
        columns = ("pk", "action", "anchor", "value", "made_by__username", "made", "instead_of__made_by__username")
        return tuple(
            Change(pk, action, target_from_json(anchor), value, name or "", made, after or "")
            for pk, action, anchor, value, name, made, after in self.values_list(*columns)
        )

    def state(self) -> State:
        """Return what changes with whatever is done to any of these.

        Rows are only added, undone, or lose their person.
        """
        counts = self.aggregate(made=Count("pk"), last=Max("pk"), undone=Count("undone"), named=Count("made_by"))
        return State(counts["made"], counts["last"] or 0, counts["undone"], counts["named"])

    def latest_act(self) -> Correction | None:
        """Return the row that was made or taken back last."""
        by_time = self.annotate(at=Coalesce("undone", "made")).order_by("at", "pk")
        return by_time.select_related("made_by", "undone_by").last()

    def revision_of(self, target: str) -> int:
        """Return a number that grows with whatever is done to the target: 0 while nobody touched it."""
        done = self.filter(target=target).aggregate(made=Count("pk"), undone=Count("undone"))
        return int(done["made"] + done["undone"])


class Correction(models.Model):
    comparison = models.ForeignKey("comparisons.Comparison", on_delete=models.CASCADE, related_name="corrections")
    action = models.CharField(max_length=12, choices=list(ACTIONS.items()))
    target = models.CharField(max_length=32)
    """Target.key of the anchor: equal for corrections of the same thing."""
    anchor = models.TextField()
    """What it is about, as JSON of a Target: words with what stands around them."""
    value = models.TextField(blank=True)
    """What the action sets: a verdict, a kind, an outlet, the words of a note."""
    instead_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="later")
    """The correction that this one replaces, or brings back: the note as it was before it was edited, say."""

    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="corrections"
    )
    made = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    undone = models.DateTimeField(null=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(action__in=list(ACTIONS)), name="correction_action_is_known"),
            models.CheckConstraint(condition=~Q(anchor=""), name="correction_is_anchored"),
            models.CheckConstraint(
                condition=~Q(action__in=["verdict", "kind", "note"], value=""), name="correction_says_what"
            ),
            models.CheckConstraint(
                condition=Q(undone__isnull=False) | Q(undone_by__isnull=True), name="correction_undone_when"
            ),
        ]
        indexes = [models.Index(fields=["comparison", "target"], name="correction_of_target")]

    def __str__(self) -> str:
        return f"{self.action} on {self.comparison_id}"

    def latest(self) -> Correction:
        """Return what replaced this correction last; itself where nothing did."""
        row = self
        while later := row.later.filter(undone__isnull=True).select_related("made_by").first():
            row = later
        return row
