"""Taking a piece of the library down takes it out of everybody's comparisons, too."""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.states import State, Trouble
from comparer.library.catalogue.models import Item
from comparer.library.keeping.takedown import remove_texts


@dataclass(frozen=True, slots=True)
class TakenDownEverywhere:
    versions: int
    copies: int
    comparisons: int
    exercises: int


def exercises_of(item: Item) -> frozenset[int]:
    """Return which exercises copy a text of the piece: made of a comparison of it, or brought from elsewhere."""
    versions = item.versions.exclude(raw="")
    exercises = apps.get_model("classroom", "Exercise").objects.all()
    versions_of = Q(comparison__left__in=versions) | Q(comparison__right__in=versions)
    made = set(exercises.filter(versions_of).values_list("pk", flat=True))
    quoting = exercises.exclude(pk__in=made).quoting(versions.values_list("raw", flat=True))
    return frozenset(made | set(quoting.values_list("pk", flat=True)))


@transaction.atomic
def take_down_item(*, item: Item, reason: str, by: AbstractBaseUser | AnonymousUser | None) -> TakenDownEverywhere:
    """Remove the text of the piece everywhere: versions, copies, reports, corrections and exercises, which quote it.

    The comparisons stay in people's lists and say what happened; their links are switched off.
    """
    exercises = exercises_of(item)
    gone = remove_texts(item=item, reason=reason, by=by)
    emptied = Comparison.objects.filter(Q(left__in=gone.articles) | Q(right__in=gone.articles))
    keys = list(emptied.values_list("pk", flat=True))
    Correction.objects.filter(comparison__in=keys).delete()
    # Exercises copy the texts, and their classes' answers quote them: no part of either can stay.
    held = apps.get_model("classroom", "Exercise").objects.filter(Q(comparison__in=keys) | Q(pk__in=exercises))
    number = held.count()
    held.delete()
    ShareLink.objects.filter(comparison__in=keys).update(is_on=False)
    Comparison.objects.filter(pk__in=keys).update(
        state=State.FAILED,
        trouble=Trouble.TAKEN_DOWN,
        step="",
        report="",
        earlier_report="",
        again_trouble="",
        summary={},
        updated=timezone.now(),
    )
    return TakenDownEverywhere(gone.versions, gone.copies, len(keys), number)
