"""The same text twice: filed again, or carried by several outlets.

A text is here already where those who read the collection find it: in that collection, or in one that everybody sees.
What lies where they do not see it is no reason to refuse it, and is not hinted at. The same words under the name of
another outlet are another piece, for who carries an agency's report is worth knowing; both pages say that they are the
same, and comparisons fold what they share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Case, Q, When

from comparer.library.catalogue.models import Collection, Item, Seen
from comparer.library.models import Article
from comparer.library.querysets import ArticleQuerySet
from comparer.library.services import GivenArticle
from comparer.web.people import Person


def find_same_piece(*, given: GivenArticle, collection: Collection) -> Item | None:
    """Return the piece that is the same: of the same text, by the same outlet or where one of the two is not known."""
    for article in _found_by_readers_of(collection).filter(text_sha256=given.text_sha256):
        assert article.item is not None  # noqa: S101 -- by the filter
        outlets = {_plain(article.outlet), _plain(article.item.outlet.name if article.item.outlet else "")}
        if _plain(given.outlet) in outlets | {""} or outlets == {""}:
            return article.item
    return None


def find_same_file(*, sha256: str, collection: Collection) -> Item | None:
    """Return the piece that came as the very same file."""
    article = _found_by_readers_of(collection).filter(file_sha256=sha256).first()
    return article.item if article else None


def find_taken_down(given: GivenArticle) -> Item | None:
    """Return a piece of the same text that was taken down, wherever it lay: it does not come back anywhere."""
    same = Q(text_sha256=given.text_sha256) | Q(fingerprint=given.fingerprint)
    gone = Article.objects.filter(same, item__isnull=False, item__taken_down__isnull=False)
    article = gone.without_texts().select_related("item").first()
    return article.item if article else None


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


def _found_by_readers_of(collection: Collection) -> ArticleQuerySet:
    """Versions of live pieces, those of the collection itself first."""
    live = Article.objects.filter(item__isnull=False, item__binned__isnull=True, item__taken_down__isnull=True)
    found = live.filter(Q(item__collection=collection) | Q(item__collection__seen=Seen.BY_ALL))
    found = found.without_texts().select_related("item__outlet")
    return found.order_by(Case(When(item__collection=collection, then=0), default=1), "pk")


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
