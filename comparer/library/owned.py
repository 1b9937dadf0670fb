"""Rows that belong to one person, to everybody as part of the worked example, or to the library."""

from __future__ import annotations

from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from comparer.web.people import Person

BELONGS_TO_ONE = (
    Q(owner__isnull=False, visitor="", is_example=False)
    | (Q(owner__isnull=True, is_example=False) & ~Q(visitor=""))
    | Q(owner__isnull=True, visitor="", is_example=True)
)


Row = TypeVar("Row", bound=models.Model)


class OwnedQuerySet(models.QuerySet[Row]):
    def of(self, person: Person) -> Self:
        """Rows that this person made."""
        if person.user_id is not None:
            return self.filter(owner_id=person.user_id)
        if person.visitor:
            return self.filter(owner__isnull=True, visitor=person.visitor)
        return self.none()


class Owned(models.Model):
    """Belongs to an account, or to a visitor by the key in their session, or is the public example."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="%(class)ss"
    )
    visitor = models.CharField(max_length=43, blank=True, db_index=True)
    is_example = models.BooleanField(default=False)

    class Meta:
        abstract = True

    def belongs_to(self, person: Person) -> bool:
        if self.owner_id is not None:
            return self.owner_id == person.user_id
        return bool(self.visitor) and self.visitor == person.visitor
