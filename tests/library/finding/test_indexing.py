"""Search and other coverage follow every way in which a piece can be changed."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from comparer.accounts.models import User
from comparer.library.catalogue.models import Item, Outlet
from comparer.library.catalogue.tasks import read_item
from comparer.library.finding.indexing import index_words
from comparer.library.finding.models import ItemVector, ItemWords
from comparer.library.finding.search import search
from comparer.library.keeping.merging import merge_outlets
from tests.library.catalogue.making import make_collection, make_item

pytestmark = pytest.mark.django_db


def found(words: str) -> int:
    return search(words, Item.objects.all()).count()


@pytest.fixture
def keeper(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("root", password="sea-fog-lantern"))
    return client


def test_search_follows_what_admins_write(keeper: Client) -> None:
    item = make_item(title="Ferry aground")
    typed = {"title": "Zeppelin aground", "collection": item.collection_id, "versions-TOTAL_FORMS": 0}
    typed |= {"versions-INITIAL_FORMS": 0, "published": "2031-05-04"}
    response = keeper.post(reverse("admin:library_item_change", args=[item.pk]), typed)
    assert response.status_code == 302, response.content.decode()[:2000]
    assert found("zeppelin") == 1


def test_search_follows_outlets_that_get_another_name_or_become_one(keeper: Client) -> None:
    collection = make_collection()
    make_item(collection, outlet="Orsa Post")
    make_item(collection, outlet="Tide Weekly")
    post, tide = Outlet.objects.order_by("name")
    merge_outlets(kept=post, others=Outlet.objects.filter(pk=tide.pk), by=None)
    assert (found("tide weekly"), found("orsa post")) == (0, 2)
    empty = {f"{inline}-{number}_FORMS": 0 for inline in ("domains", "ratings") for number in ("TOTAL", "INITIAL")}
    keeper.post(reverse("admin:library_outlet_change", args=[post.pk]), {"name": "Zeppelin Times", **empty})
    assert found("zeppelin times") == 2


def test_other_coverage_follows_a_corrected_day() -> None:
    item = make_item()
    read_item.func(item.pk)
    before = ItemVector.objects.get()
    index_words([item.pk])
    assert ItemVector.objects.get().changed == before.changed
    Item.objects.update(published=date(2031, 6, 1))
    index_words([item.pk])
    after = ItemVector.objects.get()
    assert after.day == date(2031, 6, 1)
    assert after.changed > before.changed
    Item.objects.update(published=None)
    index_words([item.pk])
    assert ItemVector.objects.get().day is None


def test_index_library_makes_good_what_is_missing() -> None:
    item = make_item(title="Ferry aground")
    read_item.func(item.pk)
    ItemWords.objects.all().delete()
    ItemVector.objects.all().delete()
    assert found("ferry") == 0
    call_command("index_library", verbosity=0)
    assert found("ferry") == 1
    assert ItemVector.objects.get().item == item
