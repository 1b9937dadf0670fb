"""Choosing either side of a comparison from the library, with and without htmx."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from comparer.accounts.models import User
from comparer.comparisons.models import Comparison
from comparer.library.catalogue.models import Item, Seen
from comparer.library.models import Article
from tests.comparisons.making import LEFT, RIGHT, make_user
from tests.library.catalogue.making import make_collection, make_item

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
LEFT_SIDE, RIGHT_SIDE = ({**HTMX, "HX-Target": f"side-{name}"} for name in ("left", "right"))
PICK = "/comparisons/pick/{}/"
NOBODYS = ["aaaaaaaaaa", "x", "\x00", "' OR 1=1"]


@pytest.fixture
def journalist(client: Client) -> User:
    user = make_user()
    user.user_permissions.set(Permission.objects.filter(codename="compare_item"))
    client.force_login(user)
    return user


@pytest.fixture
def ferry(db: None) -> Item:
    return make_item(title="Ferry aground", outlet="Orsa Post")


@pytest.fixture
def hidden(db: None) -> Item:
    return make_item(make_collection(seen=Seen.BY_OWNERS), title="Ferry in secret")


def typed(**more: Any) -> dict[str, Any]:
    return {"left-text": LEFT.raw, "left-outlet": "Echo & Son", "right-text": RIGHT.raw, "right-title": "Dark"} | more


def fields(page: str) -> dict[str, str]:
    """Return what the form would send again: its inputs and text areas by name."""
    areas = {
        name: unescape(text.removeprefix("\n"))
        for name, text in re.findall(r'<textarea name="([^"]+)"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    }
    inputs = re.findall(
        r'<input type="(?:text|hidden|date|url|search)"[^>]*?name="([^"]+)"(?:[^>]*? value="([^"]*)")?', page
    )
    found = re.findall(r'<input id="[^"]+" type="search" name="([^"]+)" value="([^"]*)"', page)
    return areas | {name: unescape(value) for name, value in [*inputs, *found]}


@pytest.mark.usefixtures("journalist")
@pytest.mark.parametrize("headers", [{}, RIGHT_SIDE], ids=["page", "part"])
def test_words_offer_pieces_and_lose_nothing_typed(client: Client, ferry: Item, headers: dict[str, str]) -> None:
    response = client.post("/", typed(**{"look": "right", "right-find": "ferr"}), headers=headers)
    page = response.content.decode()
    assert response.status_code == 200
    assert f'name="take" value="right {ferry.key}"' in page
    assert "1 piece offered for “ferr”." in page
    sent = fields(page)
    assert sent["right-text"] == RIGHT.raw
    assert (sent["right-title"], sent["right-find"]) == ("Dark", "ferr")
    assert ("<html" in page) == (not headers)
    # htmx swaps the one side; the other stays as it is in the browser.
    assert ('id="side-left"' in page) == (not headers)
    if not headers:
        assert (sent["left-text"], sent["left-outlet"]) == (LEFT.raw, "Echo & Son")
    assert "errorlist" not in page


@pytest.mark.usefixtures("journalist")
@pytest.mark.parametrize("headers", [{}, LEFT_SIDE, HTMX], ids=["page", "side", "form"])
def test_piece_is_taken_and_left_again_with_what_was_typed(
    client: Client, ferry: Item, headers: dict[str, str]
) -> None:
    page = client.post("/", typed(take=f"left {ferry.key}"), headers=headers).content.decode()
    assert '<h2 tabindex="-1" autofocus>Ferry aground</h2>' in page
    sent = fields(page)
    assert sent["left-item"] == ferry.key
    assert sent["left-text"] == LEFT.raw
    assert '<div class="typed" hidden>' in page
    assert ('id="compare-form"' in page) == (headers != LEFT_SIDE)
    page = client.post("/", typed(**{"left-item": ferry.key, "leave": "left"}), headers=headers).content.decode()
    sent = fields(page)
    assert sent["left-item"] == ""
    assert (sent["left-text"], sent["left-outlet"]) == (LEFT.raw, "Echo & Son")
    assert '<div class="typed" hidden>' not in page


@pytest.mark.usefixtures("journalist")
def test_text_of_a_file_stays_when_a_piece_is_chosen(client: Client, ferry: Item) -> None:
    file = SimpleUploadedFile("storm.txt", RIGHT.raw.encode())
    entry = typed(**{"right-text": "", "right-file": file, "take": f"left {ferry.key}"})
    assert fields(client.post("/", entry).content.decode())["right-text"] == RIGHT.raw


@pytest.mark.usefixtures("journalist")
def test_file_that_cannot_be_read_is_said_when_a_piece_is_chosen(client: Client, ferry: Item) -> None:
    file = SimpleUploadedFile("storm.txt", b"")
    page = client.post("/", typed(**{"right-file": file, "take": f"left {ferry.key}"})).content.decode()
    assert page.count('<ul class="errorlist"') == 1
    assert fields(page)["right-text"] == RIGHT.raw


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_piece_is_compared_with_a_text(client: Client, journalist: User, ferry: Item, headers: dict[str, str]) -> None:
    response = client.post("/", typed(**{"left-item": ferry.key, "left-text": "short"}), headers=headers)
    comparison = Comparison.objects.get()
    assert response.headers.get("Location") or response.headers["HX-Redirect"]
    assert (comparison.left, comparison.right.raw) == (ferry.current, RIGHT.raw)
    assert (comparison.owner, comparison.right.owner) == (journalist, journalist)
    assert Article.objects.count() == 2


@pytest.mark.usefixtures("journalist")
def test_two_pieces_are_compared_as_from_the_library(client: Client, ferry: Item) -> None:
    other = make_item(raw="The ferry Alda was refloated off Orsa on Tuesday, its owner said.")
    chosen = {"left-item": ferry.key, "right-item": other.key, "left-text": "", "right-text": ""}
    client.post("/", chosen)
    client.post("/", {"left-item": other.key, "right-item": ferry.key})
    assert Comparison.objects.get().left == ferry.current
    assert Article.objects.count() == 2


@pytest.mark.usefixtures("journalist")
@pytest.mark.parametrize("side", ["left", "right"])
def test_same_piece_on_both_sides_or_pasted_beside_itself_is_refused(client: Client, ferry: Item, side: str) -> None:
    assert ferry.current
    other = "right" if side == "left" else "left"
    for entry in ({f"{other}-item": ferry.key}, {f"{other}-text": ferry.current.raw.upper()}):
        response = client.post("/", {f"{side}-item": ferry.key} | entry)
        assert response.status_code == 422
        assert "Both sides hold the same text." in response.content.decode()
    assert not Comparison.objects.exists()


@pytest.mark.usefixtures("journalist")
@pytest.mark.parametrize("key", ["hidden", *NOBODYS])
def test_piece_that_is_not_there_for_the_person_is_neither_shown_nor_compared(
    client: Client, hidden: Item, key: str
) -> None:
    key = hidden.key if key == "hidden" else key
    assert client.get("/", {"left": key}).status_code == 404
    assert client.post("/", typed(take=f"left {key}")).status_code == 404
    response = client.post("/", typed(**{"left-item": key}))
    page = response.content.decode()
    assert response.status_code == 422
    assert "no longer in the library" in page
    assert "secret" not in page
    assert fields(page)["left-text"] == LEFT.raw
    assert not Comparison.objects.exists()


@pytest.mark.usefixtures("journalist", "hidden")
def test_hidden_pieces_are_not_offered(client: Client, ferry: Item) -> None:
    for words in ("", "ferry", "secret"):
        offered = client.get(PICK.format("left"), {"left-find": words}, headers=HTMX).content.decode()
        assert "secret" not in offered.replace("“secret”", "")
        assert (ferry.key in offered) == (words != "secret")


def test_choosing_needs_the_permission(client: Client, ferry: Item) -> None:
    assert "from-library" not in client.get("/").content.decode()
    assert "/account/login/" in client.get(PICK.format("left"), headers=HTMX)["Location"]
    assert "/account/login/" in client.get("/", {"left": ferry.key})["Location"]
    client.force_login(make_user())
    assert "from-library" not in client.get("/").content.decode()
    assert client.get(PICK.format("left"), headers=HTMX).status_code == 403
    assert client.get("/", {"left": ferry.key}).status_code == 403
    assert client.post("/", typed(take=f"left {ferry.key}")).status_code == 302
    client.post("/", typed(**{"left-item": ferry.key}))
    assert not Article.objects.filter(item=ferry, as_left__isnull=False).exists()


@pytest.mark.usefixtures("journalist")
def test_piece_comes_chosen_by_the_address(client: Client, ferry: Item) -> None:
    page = client.get("/", {"left": ferry.key}).content.decode()
    assert fields(page)["left-item"] == ferry.key
    assert reverse("item_detail", args=[ferry.key]) in page
    assert fields(page)["right-item"] == ""


@pytest.mark.usefixtures("journalist")
def test_again_keeps_a_piece_a_piece(client: Client, ferry: Item) -> None:
    client.post("/", typed(**{"left-item": ferry.key}))
    sent = fields(client.get("/", {"again": Comparison.objects.get().key}).content.decode())
    assert (sent["left-item"], sent["right-text"]) == (ferry.key, RIGHT.raw)


@pytest.mark.usefixtures("journalist")
def test_return_key_in_the_field_of_words_looks_and_elsewhere_compares(client: Client, ferry: Item) -> None:
    page = client.post("/", typed(**{"enter": "1", "left-find": "ferry"}), headers=HTMX).content.decode()
    assert f"left {ferry.key}" in page
    assert 'id="compare-form"' in page
    client.post("/", typed(enter="1"))
    assert Comparison.objects.count() == 1


@pytest.mark.usefixtures("journalist")
def test_offering_asks_as_often_for_three_pieces_as_for_one(
    client: Client, ferry: Item, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    counts = set()
    for number in range(3):
        with django_assert_max_num_queries(8) as asked:
            client.get(PICK.format("left"), {"left-find": "ferry"}, headers=HTMX)
        counts.add(len(asked))
        make_item(ferry.collection, raw=f"Ferry number {number} came late to Orsa.", title=f"Ferry {number}")
    assert len(counts) == 1


@pytest.mark.usefixtures("journalist")
@pytest.mark.parametrize("words", ['"', "ferry & |", "\x00", "😀", "x" * 5000])
def test_whatever_is_typed_is_searched(client: Client, ferry: Item, words: str) -> None:
    assert client.get(PICK.format("left"), {"left-find": words}, headers=HTMX).status_code == 200
