"""The page of one piece, its versions and its original."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comparer.library.catalogue.models import Item, OutletRating, Seen
from comparer.library.catalogue.tasks import read_item
from tests.library.catalogue.making import make_collection, make_item
from tests.library.views.conftest import SignIn

pytestmark = pytest.mark.django_db
SHARED = "A ferry ran aground off Orsa on Monday morning with 40 people on board, the coastguard said in a statement."


def page(client: Client, item: Item) -> str:
    return client.get(item.get_absolute_url()).content.decode()


def test_item_shows_its_text_as_text(client: Client) -> None:
    item = make_item(
        raw="Ferry aground\n\n<script>alert(1)</script> was painted on the hull.", title="Ferry <b>aground</b>"
    )
    shown = page(client, item)
    assert "&lt;script&gt;alert(1)" in shown
    assert "<script>alert" not in shown
    assert "Ferry &lt;b&gt;aground" in shown
    assert "waits to be read" in shown


def test_item_shows_what_was_read_and_what_was_set_aside(client: Client) -> None:
    item = make_item(raw=f"Ferry aground\n\nShare this article\n\n{SHARED} Nobody was hurt.", title="Ferry aground")
    read_item.func(item.pk)
    shown = page(client, item)
    assert "waits to be read" not in shown
    assert "Set aside as no part of the article" in shown
    assert "Share this article" in shown


def test_item_cites_what_others_say_of_its_outlet(client: Client) -> None:
    item = make_item()
    assert item.outlet
    cited = {"said_by": "Press Council", "rating": "one complaint upheld", "as_of": "2031-01-02"}
    OutletRating.objects.create(outlet=item.outlet, address="https://council.example/1", **cited)
    shown = page(client, item)
    assert "Press Council: “one complaint upheld”" in shown
    assert "2 January 2031" in shown
    assert 'href="https://council.example/1"' in shown


def test_item_is_no_page_for_those_who_may_not_see_it(client: Client) -> None:
    item = make_item(make_collection(seen=Seen.BY_OWNERS))
    addresses = [item.get_absolute_url(), reverse("item_versions", args=[item.key]), "/library/2222222222/"]
    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]


def test_item_links_to_no_address_that_is_none_of_the_web(client: Client) -> None:
    item = make_item(address="javascript:alert(1)")
    assert 'href="javascript:' not in page(client, item)


def test_item_names_who_added_it_to_people_with_an_account_only(client: Client, sign_in: SignIn) -> None:
    item = make_item()
    keeper = sign_in()
    Item.objects.filter(pk=item.pk).update(added_by=keeper)
    assert f"by {keeper.username}" in page(client, item)
    client.logout()
    assert keeper.username not in page(client, item)


@pytest.mark.parametrize(
    ("may", "shown", "hidden"),
    [
        ([], [], [">Edit<", "compare it with one that you paste", "as it came</a>"]),
        (["compare_item"], ["compare it with one that you paste"], [">Edit<", "as it came</a>"]),
        (["change_item"], [">Edit<"], ["as it came</a>"]),
        (["import_item"], ["as it came</a>"], [">Edit<"]),
    ],
)
def test_item_offers_what_the_person_may_do(
    client: Client, sign_in: SignIn, may: list[str], shown: list[str], hidden: list[str]
) -> None:
    item = make_item(file_name="ferry.txt", file_bytes=b"Ferry")
    sign_in(*may)
    text = page(client, item)
    assert [one for one in shown if one not in text] == []
    assert [one for one in hidden if one in text] == []


def test_item_shows_other_coverage_and_near_duplicates(client: Client, sign_in: SignIn) -> None:
    collection = make_collection()
    text = f"{SHARED} Divers looked at the hull of the Alda in the afternoon. Captain Reno Valk was unhurt."
    first = make_item(collection, raw=text, title="Alda aground off Orsa")
    copy = make_item(collection, raw=f"{text} It was foggy.", title="Ferry Alda stuck", outlet="Tide Weekly")
    secret = make_item(make_collection(seen=Seen.BY_OWNERS), raw=f"{text} Fog.", title="Secret", outlet="Hush")
    other = "A bakery in Kell won a prize for its rye bread. The jury praised the crust of Ida Fenn’s loaves."
    make_item(collection, raw=other, title="Bread prize", outlet="Kell Herald")
    for item in Item.objects.all():
        read_item.func(item.pk)
    sign_in("compare_item")
    shown = page(client, first)
    assert "Nearly the same text" in shown
    assert "nearly the same text" in shown
    assert shown.count(copy.get_absolute_url()) == 2
    assert "Bread prize" not in shown
    assert secret.title not in shown


def test_item_asks_as_often_however_many_versions_there_are(client: Client) -> None:
    collection, address = make_collection(), "https://orsa.example/1"
    counts = []
    for _ in range(3):
        item = make_item(collection, address=address)
        with CaptureQueriesContext(connection) as asked:
            page(client, item)
        counts.append(len(asked))
    assert 0 < counts[0] == counts[2]
    assert "See what changed" in page(client, item)


def test_pages_of_an_item_leave_its_original_in_the_database(client: Client) -> None:
    collection, address = make_collection(), "https://orsa.example/1"
    for words in ("Forty", "Fifty"):
        raw = f"{words} people were hurt."
        item = make_item(collection, address=address, raw=raw, file_name="a.txt", file_bytes=raw.encode())
    for shown in (item.get_absolute_url(), reverse("item_versions", args=[item.key])):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(shown).status_code == 200
        assert not [query["sql"] for query in asked if "file_bytes" in query["sql"]]


def test_versions_show_words_out_and_in(client: Client) -> None:
    collection, address = make_collection(), "https://orsa.example/1"
    item = make_item(collection, address=address, raw="Forty people were hurt.\n\nIt rained.")
    assert client.get(reverse("item_versions", args=[item.key])).status_code == 404
    make_item(collection, address=address, raw="Fifty people were hurt.\n\nIt rained.")
    address = reverse("item_versions", args=[item.key])
    shown = client.get(address).content.decode()
    assert "<del>Forty</del><ins>Fifty</ins> people were hurt." in shown
    turned = client.get(address, {"a": 2, "b": 1}).content.decode()
    assert "<del>Fifty</del><ins>Forty</ins>" in turned
    for wrong in ("x", "99", "-1", "9" * 40):
        assert client.get(address, {"a": wrong}).status_code == 200


def test_versions_show_how_the_headline_changed(client: Client) -> None:
    collection, address = make_collection(), "https://orsa.example/1"
    item = make_item(collection, address=address, raw="It rained.", title="Ferry aground")
    make_item(collection, address=address, raw="It rained.", title="Ferry afloat")
    shown = client.get(reverse("item_versions", args=[item.key])).content.decode()
    assert "<h2>Ferry <del>aground</del><ins>afloat</ins></h2>" in shown
    assert "The headline changed." in shown
    assert "version 1" in shown
    listed = page(client, item)
    assert "<h1>Ferry afloat</h1>" in listed
    assert "“Ferry aground”" in listed


def test_item_names_pieces_of_the_very_same_text_before_they_are_read(client: Client) -> None:
    one = make_item(raw=SHARED)
    other = make_item(one.collection, raw=SHARED, outlet="Tide Weekly", title="Alda stuck")
    hidden = make_item(make_collection(seen=Seen.BY_OWNERS), raw=SHARED, outlet="Hush", title="Secret")
    shown = page(client, one)
    assert "word for word" in shown
    assert other.get_absolute_url() in shown
    assert hidden.title not in shown


def test_original_is_a_download_for_those_who_bring_pieces_in(client: Client, sign_in: SignIn) -> None:
    item = make_item(file_name="fährt\r\n.html", file_bytes=b"<script>alert(1)</script>")
    address = reverse("item_original", args=[item.key, 1])
    assert client.get(address).status_code == 302
    sign_in("compare_item")
    assert client.get(address).status_code == 403
    sign_in("import_item")
    response = client.get(address)
    assert response.content == b"<script>alert(1)</script>"
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment;")
    assert client.get(reverse("item_original", args=[item.key, 2])).status_code == 404
