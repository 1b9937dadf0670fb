"""The trail obeys collections: that something was done is told to all who may see the trail, its name is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparer.library.catalogue.models import Collection, Item, Seen, Tag
from comparer.library.importing.models import ImportBatch
from comparer.library.keeping.bin import bin_items, restore_items
from comparer.library.keeping.bulk import move_items, reread_items, tag_items
from comparer.library.keeping.models import Act, Deed, DeedPiece
from comparer.library.keeping.takedown import remove_texts
from comparer.library.keeping.trail import note_deed, note_pieces
from tests.library.catalogue.making import make_collection, make_item
from tests.library.keeping.making import signed_in

pytestmark = pytest.mark.django_db
TRAIL, TABLE = "/library/trail/", "/library/trail/trail.csv"
UNSEEN = "a piece of a collection that you don’t see"


@pytest.fixture
def secret() -> Item:
    return make_item(make_collection("Secret desk", seen=Seen.BY_OWNERS), title="Secret ferry")


def these(item: Item) -> Any:
    return Item.objects.filter(pk=item.pk)


def bin_and_restore(item: Item) -> None:
    bin_items(items=these(item), note="a Secret reason")
    restore_items(items=these(item))


def move_here(item: Item) -> None:
    """From where everybody saw it to where few do."""
    open_item = make_item(title="Secret once open")
    move_items(items=these(open_item), collection=item.collection, by=None)


def edit(item: Item) -> None:
    item.byline = "Ana Bell"
    item.save()


def change_collection(item: Item) -> None:
    item.collection.about = "more"
    item.collection.save()


DONE: dict[str, tuple[Callable[[Item], Any], str]] = {
    # what is done to a piece of a collection with few readers, and what others are told
    "deleted and brought back": (bin_and_restore, f"deleted {UNSEEN}"),
    "read again": (lambda item: reread_items(items=these(item), by=None), f"had read again {UNSEEN}"),
    "tagged": (lambda item: tag_items(items=these(item), tag=Tag.objects.create(name="sea"), by=None), f"tagged {UNSEEN}"),
    "moved": (move_here, f"moved {UNSEEN}"),
    "taken down": (lambda item: remove_texts(item=item, reason="a Secret reason", by=None), f"took down {UNSEEN}"),
    "edited": (edit, f"changed {UNSEEN}"),
    "added": (lambda _item: None, f"added {UNSEEN}"),
    "brought in": (
        lambda item: ImportBatch.objects.create(collection=item.collection, total=3),
        "brought in 3 pieces into a collection that you don’t see",
    ),
    "its collection changed": (change_collection, "changed a collection that you don’t see"),
}  # fmt: skip


def told(client: Client, address: str = TRAIL, **given: str) -> str:
    answer: Any = client.get(address, given)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return " ".join(body.decode().split())


@pytest.mark.parametrize("case", DONE)
def test_trail_names_nothing_of_collections_that_one_does_not_see(case: str, secret: Item, client: Client) -> None:
    do, words = DONE[case]
    do(secret)
    librarian = signed_in(client, "librarian")
    shown = told(librarian)
    assert words in shown
    assert "Secret" not in shown
    assert "Secret" not in told(librarian, TABLE)
    assert "Nothing that was done fits this" in told(librarian, TRAIL, words="ecret")


@pytest.mark.parametrize("case", DONE)
@pytest.mark.parametrize("role", ["admin", "superuser"])
def test_trail_tells_admins_all(case: str, role: str, secret: Item, client: Client) -> None:
    do, _ = DONE[case]
    do(secret)
    shown = told(signed_in(client, role))
    assert "Secret" in shown
    assert "you don’t see" not in shown


def test_trail_tells_owners_of_their_collection(secret: Item, client: Client) -> None:
    bin_and_restore(secret)
    signed_in(client, "librarian", username="ben")
    secret.collection.owners.add(int(client.session["_auth_user_id"]))
    shown = told(client)
    assert "deleted “Secret ferry”" in shown
    assert "a Secret reason" in shown


def test_trail_keeps_names_when_piece_and_collection_are_gone(secret: Item, client: Client) -> None:
    bin_items(items=these(secret))
    Item.objects.all().delete()
    Collection.objects.all().delete()
    shown = told(signed_in(client, "librarian"))
    assert f"deleted {UNSEEN}" in shown
    assert "Secret" not in shown


def test_trail_says_of_many_that_some_are_not_seen(secret: Item, client: Client) -> None:
    pks = [secret.pk, make_item().pk, make_item().pk]
    note_pieces(act=Act.TAGGED, pks=pks)
    assert "tagged 3 pieces, some or all of a collection that you don’t see" in told(signed_in(client, "librarian"))
    assert list(DeedPiece.objects.values_list("item", flat=True)) == pks


def test_deeds_from_before_their_pieces_were_noted_are_told_to_admins_only(client: Client) -> None:
    Deed.objects.create(act=Act.BINNED, about="“Old ferry”", pieces=1)
    note_deed(act=Act.MERGED, about="“Orsa” into “Orsa Post”")
    shown = told(signed_in(client, "librarian"))
    assert ("Old ferry" in shown, "“Orsa” into “Orsa Post”" in shown) == (False, True)


def test_trail_asks_as_often_for_one_hidden_deed_as_for_three(client: Client) -> None:
    librarian, counts = signed_in(client, "librarian"), []
    for _ in range(3):
        bin_items(items=these(make_item(make_collection(seen=Seen.BY_OWNERS))))
        edit(make_item(make_collection(seen=Seen.BY_OWNERS)))
        with CaptureQueriesContext(connection) as asked:
            told(librarian)
        counts.append(len(asked))
    assert counts[0] == counts[2]
