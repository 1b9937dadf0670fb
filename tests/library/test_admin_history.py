"""The history of a row in the admin: who did what to it, when, and what stood there before."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comparer.library.catalogue.models import Collection, Item, Outlet, Seen, Tag
from comparer.library.keeping.bin import bin_items
from comparer.library.keeping.bulk import move_items, tag_items
from tests.library.catalogue.making import make_collection, make_item
from tests.library.keeping.making import make_person, signed_in

pytestmark = pytest.mark.django_db


def history(client: Client, row: Model) -> str:
    answer = client.get(reverse(f"admin:library_{row._meta.model_name}_history", args=[row.pk]))
    return words(answer.content.decode()) if answer.status_code == 200 else str(answer.status_code)


def words(page: str) -> str:
    """The words of the table, without its marks."""
    return " ".join(re.sub("<[^>]+>", " ", page[page.index('id="content-main"') :]).split())


@pytest.fixture
def staff(client: Client) -> Client:
    return signed_in(client, "superuser", username="ana", is_staff=True)


def edit_item(staff: Client, item: Item, **given: Any) -> None:
    known = {
        "title": item.title,
        "outlet": item.outlet_id,
        "collection": item.collection_id,
        "published": item.published,
    }
    none = {f"versions-{what}_FORMS": "0" for what in ("TOTAL", "INITIAL")}
    answer = staff.post(reverse("admin:library_item_change", args=[item.pk]), known | none | given)
    assert answer.status_code == 302, words(answer.content.decode())


def test_history_tells_who_changed_what_and_what_stood_before(staff: Client) -> None:
    item, other = make_item(title="Ferry aground"), Outlet.objects.create(name="Tide Weekly")
    edit_item(staff, item, title="Ferry afloat", outlet=other.pk, published="")
    page = history(staff, item)
    assert "ana changed" in page
    for line in (
        "Title : Ferry aground → became Ferry afloat",
        "Outlet : Orsa Post → became Tide Weekly",
        "Published : 2 May 2031 → became nothing",
    ):
        assert line in page
    assert "The site added" in page


def test_history_tells_of_topics_and_readers_which_no_column_holds(staff: Client) -> None:
    item, sea = make_item(), Tag.objects.create(name="sea")
    edit_item(staff, item, tags=[sea.pk])
    assert "tags: none → sea" in history(staff, item)
    collection, group = make_collection("Desk"), Group.objects.create(name="Editors")
    given = {"name": "Desk", "seen": Seen.BY_GROUPS, "groups": [group.pk], "owners": [make_person(username="ben").pk]}
    staff.post(reverse("admin:library_collection_change", args=[collection.pk]), given)
    page = history(staff, collection)
    assert "Who sees it : everybody → became the groups below" in page
    assert "groups: none → Editors; owners: none → ben" in page


def test_history_of_a_piece_tells_what_was_done_to_many_at_once(staff: Client) -> None:
    item, other, to = make_item(), make_item(), make_collection("Elsewhere")
    both, person = Item.objects.filter(pk__in=[item.pk, other.pk]), make_person(username="ben")
    tag_items(items=both, tag=Tag.objects.create(name="sea"), by=person)
    move_items(items=both, collection=to, by=person)
    bin_items(items=both, by=person)
    page = history(staff, item)
    told = ["ben deleted with 1 more", "ben moved to “Elsewhere”; with 1 more", "ben tagged “sea”; with 1 more"]
    assert [page.index(line) for line in told] == sorted(page.index(line) for line in told)


def test_history_of_a_version_says_why_the_title_changed(staff: Client) -> None:
    collection, address = make_collection(), "https://orsa.example/1"
    item = make_item(collection, address=address, title="Ferry aground")
    make_item(collection, address=address, title="Ferry afloat")
    page = history(staff, item)
    assert "Title : Ferry aground → became Ferry afloat version 2 has another headline" in page


def test_history_shows_nothing_of_collections_that_one_does_not_see(client: Client) -> None:
    hidden, open_one = make_collection("Secret desk", seen=Seen.BY_OWNERS), make_collection("Desk")
    item, other = make_item(hidden, title="Secret ferry"), make_item(hidden)
    item.collection, item.title = open_one, "Ferry"
    item.save()
    signed_in(client, "librarian", is_staff=True)
    assert history(client, other) == "302"
    assert history(client, hidden) == "302"
    page = history(client, item)
    assert "Secret" not in page
    assert "While it was a piece of a collection that you don’t see, so not what." in page


def test_history_is_for_those_who_come_into_the_admin(client: Client) -> None:
    item = make_item()
    for role in ("", "journalist"):
        signed_in(client, role)
        assert history(client, item) == "302"


CHANGES: dict[str, Callable[[int], Any]] = {
    "title": lambda number: {"title": f"Ferry {number}"},
    "outlet": lambda number: {"outlet": Outlet.objects.create(name=f"Post {number}")},
    "collection": lambda number: {"collection": Collection.objects.create(name=f"Desk {number}")},
}


def test_history_asks_as_often_for_one_change_as_for_many(staff: Client) -> None:
    item, counts = make_item(), []
    for number in range(3):
        for change in CHANGES.values():
            for column, value in change(number).items():
                setattr(item, column, value)
            item.save()
        bin_items(items=Item.objects.filter(pk=item.pk))
        Item.objects.filter(pk=item.pk).update(binned=None)
        with CaptureQueriesContext(connection) as asked:
            history(staff, item)
        counts.append(len(asked))
    assert counts[0] == counts[2]
