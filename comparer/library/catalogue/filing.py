"""Putting a piece into the library: a new item, another version of one, or the same text again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from django.db import transaction
from django.db.models import Max, Value
from django.db.models.functions import Lower

from comparer.library.catalogue.models import Collection, Item, ItemState, Outlet, Tag
from comparer.library.catalogue.same import carriers_of
from comparer.library.finding.indexing import index_words
from comparer.library.models import Article
from comparer.library.services import GivenArticle, shorten

LONGEST_TITLE = 300
Named = TypeVar("Named", Outlet, Tag)
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

    The same text again is a duplicate of the first, whatever its title, where `same`
    finds it and unless it is in the bin; what was taken down does not come back, nor
    does another text in its collection at its address. Under an address that the
    collection knows, another text or another headline is a new version of that piece.
    The item waits to be read: ask for it with `read_later`.
    """
    # One at a time into a collection: else two workers would each find nothing and both file it.
    Collection.objects.select_for_update(no_key=True).only("pk").get(pk=collection.pk)
    carriers = carriers_of(given, collection=collection)
    known = _known_by_address(given, collection)
    gone = known if known and known.taken_down else carriers.taken_down()
    if gone:
        return Filed(gone, "taken_down")
    is_headline_new = known is not None and _has_new_headline(known, given)
    if not is_headline_new and (first := carriers.same_piece(given.outlet)):
        return Filed(first, "duplicate")
    item = known or _make_item(given, collection, added_by_id, about or Particulars())
    _add_version(item, given)
    return Filed(item, "version" if known else "added")


def _known_by_address(given: GivenArticle, collection: Collection) -> Item | None:
    if not given.address:
        return None
    there = Item.objects.select_for_update().filter(binned__isnull=True)
    known = there.filter(collection=collection, address=given.address).order_by()
    # In no order, and there is no second: sorting would have it looked for along all days.
    return next(iter(known[:1]), None)


def _has_new_headline(known: Item, given: GivenArticle) -> bool:
    """True where the words stayed and only the headline was changed: that, too, is worth keeping."""
    last = Article.objects.without_texts().filter(current_of=known).first()
    return (
        last is not None
        and last.text_sha256 == given.text_sha256
        and bool(given.title and last.title)
        and shorten(given.title) != shorten(last.title)
    )


def _make_item(given: GivenArticle, collection: Collection, added_by_id: int | None, about: Particulars) -> Item:
    return Item.objects.create(
        collection=collection,
        outlet=outlet_named(given.outlet),
        title=given.headline[:LONGEST_TITLE],
        found_title=given.headline[:LONGEST_TITLE],
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
        text_sha256=given.text_sha256,
    )
    item.state, item.trouble = ItemState.WAITING, ""
    follow_title(item, given.headline, why=f"version {last + 1} has another headline")
    item.save_without_historical_record(update_fields=["current", "state", "trouble", "changed"])  # type: ignore[attr-defined]
    index_words([item.pk])


def follow_title(item: Item, headline: str, *, why: str) -> None:
    """Call the item by what its text is called now, unless a person has written its title. The history says why."""
    headline = headline[:LONGEST_TITLE]
    if item.found_title == headline:
        return
    columns = ["found_title"] if item.has_own_title else ["found_title", "title"]
    for column in columns:
        setattr(item, column, headline)
    if "title" not in columns:
        item.save_without_historical_record(update_fields=[*columns, "changed"])  # type: ignore[attr-defined]
        return
    item._change_reason = why  # type: ignore[attr-defined]  # noqa: SLF001 -- as simple_history asks for it
    item.save(update_fields=[*columns, "changed"])
    item._change_reason = None  # type: ignore[attr-defined]  # noqa: SLF001 -- of this change only


def outlet_named(name: str) -> Outlet | None:
    """Return the outlet of that name in whatever case, made now if it is new; None for no name."""
    name = " ".join(name.split())[:120]
    if not name:
        return None
    return _named(Outlet, name) or Outlet.objects.create(name=name)


def tag_named(name: str) -> Tag:
    """Return the topic of that name in whatever case, made now if it is new."""
    return _named(Tag, name) or Tag.objects.create(name=name)


def _named(kind: type[Named], name: str) -> Named | None:
    """By the index of names in small letters; the database folds both, so that they fold alike."""
    rows: Any = kind._default_manager.annotate(plain=Lower("name"))  # noqa: SLF001 -- as generic views do
    found: Named | None = rows.filter(plain=Lower(Value(name))).order_by().first()
    return found
