"""The list of the library: what it holds for whom, and what stands in its address."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from comparer.accounts.models import User
from comparer.library.catalogue.models import Collection, Item, ItemState, Seen, Tag
from tests.library.catalogue.making import make_collection, make_item
from tests.library.views.conftest import SignIn

pytestmark = pytest.mark.django_db
ADDRESS = "/library/"


@pytest.fixture
def journalist(sign_in: SignIn) -> User:
    return sign_in("compare_item")


def titles(client: Client, **query: str | int) -> list[str]:
    return [entry.item.title for entry in client.get(ADDRESS, query).context["entries"]]


@pytest.fixture
def shelf(db: None) -> dict[str, Item]:
    collection, other = make_collection("Coast"), make_collection("Hills")
    ferry = make_item(collection, raw="The ferry Alda ran aground.", title="Ferry", published=date(2031, 5, 2))
    snow = make_item(
        other, raw="Snow fell on the hills.", title="Snow", outlet="Kell Herald", published=date(2031, 5, 4)
    )
    plain = make_item(collection, raw="A day without a name.", title="Plain", outlet="", published=None)
    ferry.tags.add(Tag.objects.create(name="sea"))
    Item.objects.filter(pk=snow.pk).update(language="en", state=ItemState.READ)
    return {"ferry": ferry, "snow": snow, "plain": plain}


def test_list_shows_the_newest_first_and_those_without_a_day_last(client: Client, shelf: dict[str, Item]) -> None:
    assert titles(client) == ["Snow", "Ferry", "Plain"]
    assert titles(client, sort="added") == ["Plain", "Snow", "Ferry"]


def test_list_filters_by_each_column(client: Client, shelf: dict[str, Item]) -> None:
    snow, ferry = shelf["snow"], shelf["ferry"]
    cases: list[tuple[dict[str, str | int], list[str]]] = [
        ({"outlet": snow.outlet_id or 0}, ["Snow"]),
        ({"since": "2031-05-03"}, ["Snow"]),
        ({"until": "2031-05-03"}, ["Ferry"]),
        ({"tag": ferry.tags.get().pk}, ["Ferry"]),
        ({"language": "en"}, ["Snow"]),
        ({"collection": ferry.collection_id}, ["Ferry", "Plain"]),
        ({"state": "waiting"}, ["Ferry", "Plain"]),
        ({"q": "ran", "collection": snow.collection_id}, []),
        ({"q": "ran"}, ["Ferry"]),
    ]
    for query, wanted in cases:
        assert titles(client, **query) == wanted, query


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"since": "yesterday"}, "Write the day as 2031-05-02"),
        ({"since": "2031-05-04", "until": "2031-05-02"}, "lies before the first one"),
        ({"outlet": "999999"}, "nothing of that kind any more"),
        ({"outlet": "' OR 1"}, "nothing of that kind any more"),
        ({"state": "lost"}, "nothing of that kind any more"),
        ({"q": "a\x00b"}, "null characters"),
    ],
)
def test_list_says_what_is_wrong_in_the_address_and_still_lists(
    client: Client, shelf: dict[str, Item], query: dict[str, str], said: str
) -> None:
    response = client.get(ADDRESS, query)
    assert response.status_code == 200
    assert said in response.content.decode()
    assert response.context["entries"]


@pytest.mark.parametrize(
    "query", [{"page": "x"}, {"page": "-1"}, {"page": "99"}, {"sort": "x"}, {"pick": "\x00"}, {"deleted": "9" * 30}]
)
def test_list_takes_whatever_stands_in_the_address(
    client: Client, shelf: dict[str, Item], query: dict[str, str]
) -> None:
    assert client.get(ADDRESS, query).status_code == 200


def test_list_hides_what_the_person_may_not_see(client: Client) -> None:
    hidden = make_item(make_collection(seen=Seen.BY_OWNERS), title="Hidden", outlet="Hidden Herald")
    binned = make_item(title="Binned")
    Item.objects.filter(pk=binned.pk).update(binned=timezone.now())
    page = client.get(ADDRESS, {"q": "ferry", "pick": hidden.key}).content.decode()
    assert "Hidden" not in page
    assert "Binned" not in page


def test_list_marks_the_words_found_and_shows_markup_as_text(client: Client) -> None:
    make_item(raw="<script>alert(1)</script> The <b>ferry</b> sank.", title="A <i>ferry</i>")
    page = client.get(ADDRESS, {"q": "ferry"}).content.decode()
    assert "<mark>ferry</mark>" in page
    assert "<script>alert(1)" not in page
    assert "&lt;i&gt;" in page


def test_list_answers_htmx_with_the_list_alone(client: Client, shelf: dict[str, Item]) -> None:
    whole, part = (client.get(ADDRESS, headers=headers).content.decode() for headers in ({}, {"HX-Request": "true"}))
    assert "<html" in whole
    assert part.strip().startswith('<div id="item-list">')


def test_list_teaches_while_it_is_empty(client: Client) -> None:
    assert "Here lie the articles" in client.get(ADDRESS).content.decode()


def test_list_says_how_to_find_more_where_nothing_is_found(client: Client, shelf: dict[str, Item]) -> None:
    assert "Beginnings of words are enough" in client.get(ADDRESS, {"q": "zebra"}).content.decode()


def test_list_keeps_what_is_chosen(client: Client, shelf: dict[str, Item], journalist: User) -> None:
    ferry, snow = shelf["ferry"], shelf["snow"]
    page = client.get(ADDRESS, {"q": "snow", "pick": [ferry.key, "nonsense22"]})
    assert page.context["picked"].keys == [ferry.key]
    assert [entry.pick for entry in page.context["entries"]] == [f"q=snow&pick={ferry.key}&pick={snow.key}"]
    both = client.get(ADDRESS, {"pick": [ferry.key, snow.key]}).content.decode()
    assert "Compare these two" in both
    three = client.get(ADDRESS, {"pick": [item.key for item in shelf.values()]}).content.decode()
    assert "Lay out as one event" in three


@pytest.mark.parametrize("query", [{}, {"q": "ferry"}, {"q": "ferry", "sort": "day"}])
def test_list_asks_as_often_for_three_pieces_as_for_one(
    client: Client, journalist: User, query: dict[str, str]
) -> None:
    collection = make_collection()
    counts = []
    for new in (1, 2):
        for number in range(new):
            item = make_item(collection, outlet=f"Outlet {new}{number}")
            item.tags.add(Tag.objects.create(name=f"tag {new}{number}"))
        counts.append(_queries(client, query))
    assert 0 < counts[0] == counts[1]


def _queries(client: Client, query: dict[str, str]) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(ADDRESS, query).status_code == 200
    return len(asked)


def test_library_stands_in_the_navigation(client: Client) -> None:
    assert f'href="{reverse("item_list")}"' in client.get("/").content.decode()
    assert Collection.objects.count() == 0
