"""Pieces chosen for a comparison: they stand in the address, so that filters, pages and the back button keep them."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from comparer.library.catalogue.models import Item
from comparer.web.people import Person

MOST = 8


@dataclass(frozen=True, slots=True)
class Picked:
    """The chosen pieces, in the order of choice, and the address without each."""

    items: list[Item]
    rest: str
    """The rest of the address, filters only."""

    @property
    def keys(self) -> list[str]:
        return [item.key for item in self.items]

    @property
    def is_full(self) -> bool:
        return len(self.items) >= MOST

    @property
    def without(self) -> list[tuple[Item, str]]:
        """Each chosen piece with the query string in which it is not chosen."""
        return [(item, self._query([key for key in self.keys if key != item.key])) for item in self.items]

    def with_another(self, key: str) -> str:
        """Return the query string in which that piece is chosen, too."""
        return self._query([*self.keys, key])

    def _query(self, keys: list[str]) -> str:
        query = QueryDict(self.rest, mutable=True)
        query.setlist("pick", keys)
        return query.urlencode()


def read_picked(query: QueryDict, *, person: Person) -> Picked:
    """Return what is chosen in the address, as far as this person may see it."""
    keys = [key for key in dict.fromkeys(query.getlist("pick")) if key.isalnum()][:MOST]
    found = {item.key: item for item in Item.objects.visible_to(person).for_list().filter(key__in=keys)} if keys else {}
    rest = query.copy()
    for name in ("pick", "page", "deleted"):
        rest.pop(name, None)
    return Picked([found[key] for key in keys if key in found], rest.urlencode())
