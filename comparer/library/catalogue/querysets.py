"""Which parts of the library a person may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Exists, Q

from comparer.web.people import Person

if TYPE_CHECKING:
    from comparer.library.catalogue.models import Collection, Item  # noqa: F401 -- names the rows, in quotes below


class CollectionQuerySet(models.QuerySet["Collection"]):
    def visible_to(self, person: Person) -> Self:
        """Collections that everybody sees, those of the person's groups, and those they own. Superusers see all."""
        # a subquery, for a person may be of several groups
        return self.filter(pk__in=type(self)(self.model).filter(_seen_by(person)).values("pk"))


class ItemQuerySet(models.QuerySet["Item"]):
    def live(self) -> Self:
        return self.filter(binned__isnull=True, taken_down__isnull=True)

    def in_bin(self) -> Self:
        return self.filter(binned__isnull=False, taken_down__isnull=True)

    def in_collections_of(self, person: Person) -> Self:
        """Pieces in collections that this person sees, in the bin or taken down, too: for those who keep the library."""
        # Collections are few: this asks about them, and not about each piece.
        collections: CollectionQuerySet = apps.get_model("library", "Collection").objects.visible_to(person)
        return self.filter(collection__in=collections.values("pk"))

    def visible_to(self, person: Person) -> Self:
        """Pieces that this person may open: live ones in collections that they see."""
        return self.live().in_collections_of(person)

    def for_list(self) -> Self:
        """With outlet and collection in the same query, without any text."""
        return self.select_related("outlet", "collection")


def _seen_by(person: Person) -> Q:
    everybody = Q(seen="all")
    if person.user_id is None:
        return everybody
    of_groups = Q(seen="groups", groups__user=person.user_id)
    owned = Q(owners=person.user_id)
    superuser = get_user_model().objects.filter(pk=person.user_id, is_superuser=True)
    return everybody | of_groups | owned | Q(Exists(superuser))
