"""Correcting what is known of a piece, and taking it back."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from comparer.library.catalogue.models import Item, Tag
from comparer.library.finding.editing import as_written, change_item
from comparer.library.finding.search import search
from comparer.library.keeping.takedown import remove_texts
from tests.library.catalogue.making import make_collection, make_item
from tests.library.views.conftest import SignIn

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "Alda stuck on a sandbank",
    "outlet": "Tide Weekly",
    "byline": "Ana Bell",
    "published": "2031-05-03",
    "updated": "",
    "language": "en",
    "address": "https://tide.example/alda",
    "tags": "Sea, accidents,  sea",
}


def edit(item: Item) -> str:
    return reverse("item_edit", args=[item.key])


def test_edit_needs_the_permission(client: Client, sign_in: SignIn) -> None:
    item = make_item()
    assert client.get(edit(item)).status_code == 302
    sign_in("compare_item")
    for address in (edit(item), reverse("item_undo", args=[item.key])):
        assert client.post(address, TYPED).status_code == 403
    item.refresh_from_db()
    assert item.title != TYPED["title"]


def test_edit_writes_what_was_typed_and_undo_takes_it_back(client: Client, sign_in: SignIn) -> None:
    item = make_item(title="Ferry aground", address="https://orsa.example/1")
    item.tags.add(Tag.objects.create(name="sea"))
    sign_in("change_item")
    response = client.post(edit(item), TYPED, follow=True)
    item.refresh_from_db()
    assert item.outlet
    assert (item.title, item.outlet.name, item.byline) == ("Alda stuck on a sandbank", "Tide Weekly", "Ana Bell")
    assert (item.published, item.language) == (date(2031, 5, 3), "en")
    assert sorted(item.tags.values_list("name", flat=True)) == ["accidents", "sea"]
    assert search("sandbank", Item.objects.all()).count() == 1
    undo = response.context["undo"]
    again = client.post(reverse("item_undo", args=[item.key]), {"token": undo["token"]}, follow=True)
    item.refresh_from_db()
    assert item.outlet
    assert (item.title, item.outlet.name, item.published) == ("Ferry aground", "Orsa Post", date(2031, 5, 2))
    assert list(item.tags.values_list("name", flat=True)) == ["sea"]
    assert search("sandbank", Item.objects.all()).count() == 0
    assert again.context["undo"]["said"] == "Taken back."


def test_undo_is_offered_once(client: Client, sign_in: SignIn) -> None:
    item = make_item()
    sign_in("change_item")
    assert b"Undo" in client.post(edit(item), TYPED, follow=True).content
    assert b"Undo" not in client.get(item.get_absolute_url()).content


def test_undo_refuses_what_it_did_not_give_out(client: Client, sign_in: SignIn) -> None:
    item, other = make_item(), make_item()
    sign_in("change_item")
    token = client.post(edit(other), TYPED, follow=True).context["undo"]["token"]
    for wrong in ("", "x", token):
        page = client.post(reverse("item_undo", args=[item.key]), {"token": wrong}, follow=True)
        assert "can no longer be taken back" in page.content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " "}, "Give the piece a title"),
        ({"published": "May"}, "Write the day as 2031-05-02"),
        ({"address": "nowhere at all"}, "Write the whole address"),
        ({"address": "javascript:alert(1)"}, "Write the whole address"),
        ({"address": "https://orsa.example/taken"}, "Another piece of this collection"),
        ({"tags": ", ".join(f"t{n}" for n in range(20))}, "Give at most 12 topics"),
        ({"byline": "a\x00b"}, "null characters"),
    ],
)
def test_edit_says_what_is_wrong_and_keeps_what_was_typed(
    client: Client, sign_in: SignIn, wrong: dict[str, str], said: str
) -> None:
    collection = make_collection()
    make_item(collection, address="https://orsa.example/taken")
    item = make_item(collection)
    sign_in("change_item")
    for headers in ({}, {"HX-Request": "true"}):
        response = client.post(edit(item), {**TYPED, "outlet": "Kept Herald", **wrong}, headers=headers)
        assert response.status_code == 422
        assert said in response.content.decode()
        assert "Kept Herald" in response.content.decode()
        assert (b"<html" in response.content) is not bool(headers)


def test_edit_by_htmx_leads_to_the_piece(client: Client, sign_in: SignIn) -> None:
    item = make_item()
    sign_in("change_item")
    response = client.post(edit(item), TYPED, headers={"HX-Request": "true"})
    assert response["HX-Redirect"] == item.get_absolute_url()


def test_edit_leaves_what_happened_to_the_piece_meanwhile() -> None:
    item = make_item()
    fetched = Item.objects.get(pk=item.pk)
    remove_texts(item=item, reason="A court asked", by=None)
    change_item(item=fetched, to=as_written(fetched) | {"title": "Another", "outlet": "Tide Weekly"})
    item.refresh_from_db()
    assert (item.title, str(item.outlet)) == ("Another", "Tide Weekly")
    assert item.taken_down
    assert item.current is None
