"""What was brought in at once, and what became of each file, line or page of it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from comparer.library.catalogue.models import Collection, Item, make_item_key
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.web.people import Person

if TYPE_CHECKING:
    from collections.abc import Mapping

SILENT_AFTER = timedelta(seconds=120)
"""Longer than any one row may take: a batch silent for so long has lost its worker."""


def readable(name: str) -> str:
    """Return the name of a row as it can be kept and shown: what its system or archive garbled becomes "?"."""
    sound = name.encode("utf-8", "replace").decode()
    return "".join(character if character.isprintable() else "?" for character in sound)[:600]


class Outcome(models.TextChoices):
    WAITING = "", "waiting"
    ADDED = "added", "added"
    VERSION = "version", "new version"
    DUPLICATE = "duplicate", "already here"
    REFUSED = "refused", "refused"
    OPENED = "opened", "opened"


class BatchQuerySet(models.QuerySet["ImportBatch"]):
    def visible_to(self, person: Person) -> Self:
        """Into collections that this person sees: those who bring articles in work on one library together."""
        return self.filter(collection__in=Collection.objects.visible_to(person))

    def unfinished(self) -> Self:
        return self.filter(finished__isnull=True)


class ImportBatch(models.Model):
    """All that one person, or one command, brought in at once."""

    key = models.CharField(max_length=10, unique=True, default=make_item_key, editable=False)
    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    asked = models.TextField(blank=True)
    """What a command was asked to bring in, so that the same command goes on where it was stopped."""
    may_fetch = models.BooleanField(default=False)
    """Whether web addresses in it may be fetched: whoever brought it in was allowed to."""
    total = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    versions = models.PositiveIntegerField(default=0)
    duplicates = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    created = models.DateTimeField(auto_now_add=True)
    heartbeat = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True, blank=True)
    forgotten = models.DateTimeField(null=True, blank=True)
    """When its rows were deleted: what became of each file or line is no longer known, only how many."""

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = "import"

    def __str__(self) -> str:
        return f"{self.total} into {self.collection}"

    def get_absolute_url(self) -> str:
        return reverse("import_detail", args=[self.key])

    @property
    def done(self) -> int:
        return self.added + self.versions + self.duplicates + self.refused

    @property
    def brought(self) -> ItemQuerySet:
        """The pieces that it added, also those in the bin; not those of which it brought another version."""
        return Item.objects.filter(pk__in=self.rows.filter(outcome=Outcome.ADDED).values("item"))

    @property
    def is_silent(self) -> bool:
        return self.finished is None and self.heartbeat < timezone.now() - SILENT_AFTER


class RowQuerySet(models.QuerySet["ImportRow"]):
    def waiting(self) -> Self:
        return self.filter(outcome=Outcome.WAITING).order_by("pk")

    def for_list(self) -> Self:
        """Without what waits to be read; files that hold many only where they say why they ended early."""
        return self.exclude(outcome=Outcome.OPENED).select_related("item").defer("data")


class ImportRow(models.Model):
    """One file, line of a table, page of an archive or address, and what became of it."""

    class Kind(models.TextChoices):
        FILE = "file", "a file"
        FIELDS = "fields", "an article by its fields"
        ADDRESS = "address", "a web address"
        PATH = "path", "a file on this machine"

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    name = models.CharField(max_length=600)
    kind = models.CharField(max_length=7, choices=Kind)
    file_name = models.CharField(max_length=255, blank=True)
    """By its ending it is told how to read it."""
    data = models.BinaryField(null=True)
    """What waits to be read: bytes, fields as JSON, address or path. Of a refused line its fields stay, for the report."""
    about = models.TextField(blank=True)
    """What is known beside the bytes, as JSON: fields of the same names."""
    taken = models.PositiveIntegerField(default=0)
    """Of a file that holds many: how many have been taken out of it."""
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True, default=Outcome.WAITING)
    reason = models.CharField(max_length=400, blank=True)
    item = models.ForeignKey(Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    """The piece it became or is a version of, or the first of the same text."""

    objects = RowQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="import_row_outcome_is_known"),
            models.CheckConstraint(condition=~Q(outcome="refused") | ~Q(reason=""), name="import_row_refused_says_why"),
        ]
        indexes = [models.Index(fields=["batch", "outcome", "id"], name="import_row_by_outcome")]

    def __str__(self) -> str:
        return self.name

    @property
    def fields(self) -> Mapping[str, str]:
        """Title, text and so on of a line of a table or an entry of a feed; empty for anything else."""
        if self.kind != self.Kind.FIELDS or not self.data:
            return {}
        return dict(json.loads(bytes(self.data)))
