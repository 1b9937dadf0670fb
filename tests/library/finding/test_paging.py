"""Of very many finds so many are counted and listed, and it is said that there are more."""

from __future__ import annotations

import pytest
from django.test import Client

from comparer.library.catalogue.models import Item
from comparer.library.finding import paging, search
from comparer.library.finding.paging import BoundedPaginator
from comparer.library.finding.search import search as find
from tests.library.catalogue.making import make_collection, make_item

pytestmark = pytest.mark.django_db
LISTED = 3


@pytest.fixture(autouse=True)
def few_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MOST_LISTED", LISTED)
    monkeypatch.setattr(search, "MOST_LISTED", LISTED)


@pytest.fixture
def five(db: None) -> None:
    collection = make_collection()
    for number in range(5):
        make_item(collection, raw=f"The ferry number {number} came late.", title=f"Ferry {number}")
    make_item(collection, raw="A storm came.", title="Storm")


@pytest.mark.parametrize(("words", "count", "is_cut"), [("ferry", 3, True), ("storm", 1, False), ("zebra", 0, False)])
@pytest.mark.parametrize("is_ranked", [True, False])
@pytest.mark.usefixtures("five")
def test_count_ends_where_the_list_does(words: str, count: int, is_cut: bool, is_ranked: bool) -> None:  # noqa: FBT001 -- cases
    found = find(words, Item.objects.all(), is_ranked=is_ranked).order_by("rank" if is_ranked else "-pk")
    pages = BoundedPaginator(found, 2)
    assert (pages.count, pages.is_cut) == (count, is_cut)
    assert sum(len(pages.page(number).object_list) for number in pages.page_range) == count


@pytest.mark.parametrize("sort", ["", "day", "added"])
@pytest.mark.usefixtures("five")
def test_list_says_that_there_are_more(client: Client, sort: str) -> None:
    shown = client.get("/library/", {"q": "ferry", "sort": sort}).content.decode()
    assert "More than 3 pieces found for “ferry”; 3 of them are listed." in " ".join(shown.split())
    shown = client.get("/library/", {"q": "storm", "sort": sort}).content.decode()
    assert "1 piece found for “storm”. " in " ".join(shown.split())


@pytest.mark.usefixtures("five")
def test_list_without_words_counts_all(client: Client) -> None:
    assert "6 pieces" in client.get("/library/").content.decode()
