"""What is kept of people's acts and of the workers, beside the history of the rows themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

SILENT_AFTER = timedelta(seconds=90)
"""A worker that shows no sign of life for so long is taken for gone."""


class Act(models.TextChoices):
    """What can be done that is no change of a row, or of so many that one line says it better."""

    IMPORTED = "imported", "brought in"
    REREAD = "reread", "had read again"
    TAGGED = "tagged", "tagged"
    MOVED = "moved", "moved"
    MERGED = "merged", "merged"
    BINNED = "binned", "deleted"
    RESTORED = "restored", "brought back"
    FORGOTTEN = "forgotten", "deleted for good"
    TAKEN_DOWN = "taken_down", "took down"
    EXPORTED = "exported", "exported"
    SHARED = "shared", "shared"
    UNSHARED = "unshared", "stopped sharing"
    ROLE_GIVEN = "role_given", "changed the roles of"
    WORDS_CHANGED = "words_changed", "put a version of the word lists to work"
    RETRIED = "retried", "tried again"
    BACKED_UP = "backed_up", "backed up"


class Deed(models.Model):
    """Who did what to what, and when. Never changed; it stays when the person or the piece goes."""

    act = models.CharField(max_length=16, choices=Act)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150, blank=True)
    """The name of whoever did it, also after their account is gone; "" for the site itself or a visitor."""
    about = models.CharField(max_length=300)
    """What it was done to, in words: a title, a number of pieces."""
    note = models.CharField(max_length=300, blank=True)
    """Why, where to, or with what result."""
    pieces = models.PositiveIntegerField(null=True, blank=True)
    """To how many pieces it was done; None where it was done to none. Which they are stands in `done_to`."""
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(act__in=Act.values), name="deed_act_is_known"),
            models.CheckConstraint(condition=~Q(about=""), name="deed_is_about_something"),
        ]

    def __str__(self) -> str:
        return f"{self.by_name or 'The site'} {self.get_act_display()}: {self.about}"


class DeedPiece(models.Model):
    """A piece that something was done to, and where it lay then: who may not see that is not told its name.

    Both stay when the piece or the collection is gone: a name that is kept is kept from the same people.
    """

    deed = models.ForeignKey(Deed, on_delete=models.CASCADE, related_name="done_to")
    item = models.ForeignKey("library.Item", on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    collection = models.ForeignKey(
        "library.Collection", on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )

    is_named = models.BooleanField(default=True)
    """Whether the words of the deed name it; of many they name the first."""

    class Meta:
        indexes = [models.Index(fields=["deed"], condition=Q(is_named=True), name="deed_piece_named")]

    def __str__(self) -> str:
        return f"{self.item_id} in {self.collection_id}"


class WorkerQuerySet(models.QuerySet["Worker"]):
    def alive(self) -> Self:
        return self.filter(seen__gte=timezone.now() - SILENT_AFTER)


class Worker(models.Model):
    """A background process that was seen at work."""

    name = models.CharField(max_length=120, unique=True)
    """Machine and number of the process."""
    started = models.DateTimeField()
    seen = models.DateTimeField()

    objects = WorkerQuerySet.as_manager()

    class Meta:
        ordering = ["-seen"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_alive(self) -> bool:
        return self.seen >= timezone.now() - SILENT_AFTER
