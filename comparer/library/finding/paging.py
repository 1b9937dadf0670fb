"""Pages of what a search finds: at most so many are counted and listed."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.utils.functional import cached_property

from comparer.library.catalogue.models import Item
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.finding.search import MOST_LISTED


class BoundedPaginator(Paginator[Item]):
    """Counts no further than is listed: a common word is in most of a library, and nobody reads its last page."""

    object_list: ItemQuerySet

    def __init__(self, items: ItemQuerySet, per_page: int, **more: Any) -> None:
        super().__init__(items, per_page, **more)

    @cached_property
    def _counted(self) -> int:
        return self.object_list.order_by()[: MOST_LISTED + 1].count()

    @cached_property
    def count(self) -> int:
        """How many are listed."""
        return min(self._counted, MOST_LISTED)

    @property
    def is_cut(self) -> bool:
        """True where there are more than are listed."""
        return self._counted > MOST_LISTED
