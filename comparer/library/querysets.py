from __future__ import annotations

from typing import TYPE_CHECKING, Self

from comparer.library.owned import OwnedQuerySet

if TYPE_CHECKING:
    from comparer.library.models import Article  # noqa: F401 -- names the rows, in quotes below


class ArticleQuerySet(OwnedQuerySet["Article"]):
    def without_texts(self) -> Self:
        """Leave the long columns in the database: for lists and labels."""
        return self.defer("raw", "file_bytes", "reading")

    def unused(self) -> Self:
        """Articles that no comparison holds any more, and the library does not keep."""
        return self.filter(as_left__isnull=True, as_right__isnull=True, is_example=False, item__isnull=True)
