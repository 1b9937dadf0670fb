"""The same text twice: filed again, or carried by several outlets.

A text is here already where those who read the collection find it: in that collection, or in one that everybody sees.
What lies where they do not see it is no reason to refuse it, and is not hinted at. The same words under the name of
another outlet are another piece, for who carries an agency's report is worth knowing; both pages say that they are the
same, and comparisons fold what they share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comparer.library.catalogue.models import Collection, Item, Seen
from comparer.library.models import Article
from comparer.library.querysets import ArticleQuerySet
from comparer.library.services import GivenArticle
from comparer.web.people import Person


@dataclass(frozen=True, slots=True)
class Carriers:
    """Versions of pieces that carry a text, whoever sees them; `collection` is where it would be filed now."""

    versions: tuple[Article, ...]
    collection: Collection

    def taken_down(self) -> Item | None:
        """Return a piece that was taken down, wherever it lay: it does not come back anywhere."""
        return next((item for item in self._items() if item.taken_down), None)

    def same_piece(self, outlet: str) -> Item | None:
        """Return the piece that is the same: of the same outlet, or where one of the two is not known."""
        for version in self.versions:
            item = _item_of(version)
            outlets = {_plain(version.outlet), _plain(item.outlet.name if item.outlet else "")}
            if self._is_found(item) and (_plain(outlet) in outlets | {""} or outlets == {""}):
                return item
        return None

    def any_piece(self) -> Item | None:
        """Return a piece that its readers find, whatever its outlet."""
        return next((item for item in self._items() if self._is_found(item)), None)

    def _items(self) -> Iterator[Item]:
        return map(_item_of, self.versions)

    def _is_found(self, item: Item) -> bool:
        is_live = item.binned is None and item.taken_down is None
        return is_live and (item.collection_id == self.collection.pk or item.collection.seen == Seen.BY_ALL)


def carriers_of(given: GivenArticle, *, collection: Collection) -> Carriers:
    """Return what carries this text already. Two questions by an index each, however large the library."""
    found = list(_with_items().filter(text_sha256=given.text_sha256))
    # what was taken down before texts had a sum of their own
    found += _with_items().filter(text_sha256="", fingerprint=given.fingerprint)
    return _sorted(found, collection)


def carriers_of_file(sha256: str, *, collection: Collection) -> Carriers:
    """Return what came as the very same file."""
    return _sorted(list(_with_items().filter(file_sha256=sha256)), collection)


def _with_items() -> ArticleQuerySet:
    # In no order: a database that sorts by number first walks through all texts from the first on.
    rows = Article.objects.filter(item__isnull=False).without_texts().order_by()
    return rows.select_related("item__outlet", "item__collection")


def _sorted(found: list[Article], collection: Collection) -> Carriers:
    """Those of the collection itself first, then the oldest."""
    found.sort(key=lambda version: (_item_of(version).collection_id != collection.pk, version.pk))
    return Carriers(tuple(found), collection)


def _item_of(version: Article) -> Item:
    assert version.item is not None  # noqa: S101 -- versions are of the library
    return version.item


def same_texts(items: Iterable[Item], *, person: Person) -> dict[int, list[Item]]:
    """Return for each item the other pieces of this very text that the person may see. Three questions, however many."""
    in_library = Article.objects.filter(item__isnull=False).exclude(text_sha256="").order_by()
    mine = dict(in_library.filter(current_of__in=[item.pk for item in items]).values_list("current_of", "text_sha256"))
    # The sums first, by their index: rows of articles hold whole texts.
    alike = in_library.filter(text_sha256__in=set(mine.values()), current_of__isnull=False)
    theirs = dict(alike.values_list("current_of", "text_sha256"))
    others = Item.objects.visible_to(person).for_list().filter(pk__in=theirs).order_by("pk")
    by_sum = defaultdict(list)
    for other in others:
        by_sum[theirs[other.pk]].append(other)
    return {pk: [other for other in by_sum[text] if other.pk != pk] for pk, text in mine.items()}


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
