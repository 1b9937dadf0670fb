"""Putting a piece into the library: a new item, another version of one, or the same text again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from django.db import transaction
from django.db.models import Max

from comparer.library.catalogue.models import Collection, Item, ItemState, Outlet, Tag
from comparer.library.finding.indexing import index_words
from comparer.library.models import Article
from comparer.library.services import GivenArticle

Outcome = Literal["added", "version", "duplicate", "taken_down"]


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is known of a piece beside its text; empty where nothing is."""

    byline: str = ""
    updated: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """`item` is the new piece, the one that has a new version, or the one that had the same text before.

    That one may have been taken down since: then nothing is kept.
    """

    item: Item
    outcome: Outcome


@transaction.atomic
def file_article(
    *, given: GivenArticle, collection: Collection, added_by_id: int | None = None, about: Particulars | None = None
) -> Filed:
    """Keep `given` in `collection`.

    The same text, title, outlet, day and address again is a duplicate of the
    first, wherever in the library that lies and unless it is in the bin; what was
    taken down does not come back. Another text under an address that the
    collection knows is a new version of that piece. The item waits to be read:
    ask for it with `read_later`.
    """
    about = about or Particulars()
    same = Article.objects.filter(fingerprint=given.fingerprint, item__isnull=False, item__binned__isnull=True)
    if first := same.select_related("item").order_by("pk").first():
        assert first.item is not None  # noqa: S101 -- the filter above
        return Filed(first.item, "taken_down" if first.item.taken_down else "duplicate")
    known = None
    if given.address:
        known = Item.objects.select_for_update().live().filter(collection=collection, address=given.address).first()
    item = known or _make_item(given, collection, added_by_id, about)
    _add_version(item, given)
    return Filed(item, "version" if known else "added")


def _make_item(given: GivenArticle, collection: Collection, added_by_id: int | None, about: Particulars) -> Item:
    return Item.objects.create(
        collection=collection,
        outlet=outlet_named(given.outlet),
        title=given.headline[:300],
        byline=about.byline[:300],
        published=given.published,
        updated=about.updated or None,
        language=about.language[:8],
        address=given.address,
        added_by_id=added_by_id,
    )


def _add_version(item: Item, given: GivenArticle) -> None:
    last = item.versions.aggregate(last=Max("number"))["last"] or 0
    item.current = Article.objects.create(
        item=item,
        number=last + 1,
        raw=given.raw,
        title=given.title,
        outlet=given.outlet,
        published=given.published,
        address=given.address,
        headline=given.headline,
        file_name=given.file_name,
        file_bytes=given.file_bytes,
        file_sha256="" if given.file_bytes is None else hashlib.sha256(given.file_bytes).hexdigest(),
        fingerprint=given.fingerprint,
    )
    item.state, item.trouble = ItemState.WAITING, ""
    # Nothing that people keep of it has changed.
    item.save_without_historical_record(update_fields=["current", "state", "trouble", "changed"])  # type: ignore[attr-defined]
    index_words([item.pk])


def outlet_named(name: str) -> Outlet | None:
    """Return the outlet of that name in whatever case, made now if it is new; None for no name."""
    name = " ".join(name.split())[:120]
    if not name:
        return None
    return Outlet.objects.filter(name__iexact=name).first() or Outlet.objects.create(name=name)


def tag_named(name: str) -> Tag:
    """Return the topic of that name in whatever case, made now if it is new."""
    return Tag.objects.filter(name__iexact=name).first() or Tag.objects.create(name=name)
