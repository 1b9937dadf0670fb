"""What becomes of a piece that is put into the library."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from comparer.library.catalogue.filing import Particulars, file_article, outlet_named
from comparer.library.catalogue.models import Item, ItemState, Outlet, Seen
from comparer.library.catalogue.same import same_texts
from comparer.library.finding.editing import as_written, change_item, undo_change
from comparer.library.models import Article
from comparer.library.querysets import ArticleQuerySet
from comparer.web.people import Person
from tests.library.catalogue.making import given, make_collection, make_item
from tests.library.keeping.making import make_person

pytestmark = pytest.mark.django_db


def test_file_article_adds_a_piece_with_its_first_version() -> None:
    about = Particulars(byline="Ana Bell", updated="2031-05-03", language="en")
    filed = file_article(given=given(address="https://orsa.example/1"), collection=make_collection(), about=about)
    item = Item.objects.get(pk=filed.item.pk)
    assert filed.outcome == "added"
    assert (item.byline, item.language, str(item.updated)) == ("Ana Bell", "en", "2031-05-03")
    assert item.state == ItemState.WAITING
    assert item.current is not None
    assert (item.current.number, item.current.item_id) == (1, item.pk)


TEXT = "Ferry runs aground off Orsa\n\nA ferry ran aground off Orsa on Monday, the coastguard said."
FIRST: dict[str, Any] = {
    "raw": TEXT,
    "title": "Ferry aground",
    "outlet": "Orsa Post",
    "address": "https://orsa.example/1",
}
AGAIN: dict[str, tuple[dict[str, Any], str]] = {
    # what was filed again, beside the first: what becomes of it
    "all of it": (FIRST, "duplicate"),
    "another title": (FIRST | {"title": "Alda stuck", "address": ""}, "duplicate"),
    "another day": (FIRST | {"published": None, "address": ""}, "duplicate"),
    "lines broken elsewhere": (FIRST | {"raw": TEXT.replace(" off", "\r\noff"), "address": ""}, "duplicate"),
    "no outlet": (FIRST | {"outlet": "", "address": ""}, "duplicate"),
    "the outlet in other letters": (FIRST | {"outlet": "ORSA  post", "address": ""}, "duplicate"),
    "another address": (FIRST | {"address": "https://orsa.example/2"}, "duplicate"),
    "another outlet": (FIRST | {"outlet": "Tide Weekly", "address": ""}, "added"),
    "another word": (FIRST | {"raw": f"{TEXT} Again.", "address": ""}, "added"),
    "another word under its address": (FIRST | {"raw": f"{TEXT} Again."}, "version"),
    "another headline under its address": (FIRST | {"title": "Ferry afloat"}, "version"),
    "no headline under its address": (FIRST | {"title": ""}, "duplicate"),
}


@pytest.mark.parametrize("case", AGAIN)
def test_file_article_says_what_the_same_text_is(case: str) -> None:
    collection = make_collection()
    first = make_item(collection, **FIRST)
    again, outcome = AGAIN[case]
    filed = file_article(given=given(**again), collection=collection)
    assert (filed.outcome, filed.item == first) == (outcome, outcome != "added")
    assert Article.objects.count() == (1 if outcome == "duplicate" else 2)


@pytest.mark.parametrize(
    ("seen", "outcome"), [(Seen.BY_ALL, "duplicate"), (Seen.BY_GROUPS, "added"), (Seen.BY_OWNERS, "added")]
)
def test_file_article_knows_a_text_elsewhere_only_where_everybody_sees_it(seen: Seen, outcome: str) -> None:
    piece = given()
    first = file_article(given=piece, collection=make_collection(seen=seen)).item
    again = file_article(given=piece, collection=make_collection())
    assert (again.outcome, again.item == first) == (outcome, outcome == "duplicate")


def test_file_article_names_the_first_of_its_own_collection_and_outlet() -> None:
    mine, texts = make_collection(), {"raw": TEXT}
    make_item(make_collection(seen=Seen.BY_OWNERS), **texts)
    first, other = make_item(mine, **texts), make_item(mine, outlet="Tide Weekly", **texts)
    make_item(make_collection(seen=Seen.BY_OWNERS), **texts)
    for outlet, item in (("Orsa Post", first), ("Tide Weekly", other), ("", first)):
        assert file_article(given=given(outlet=outlet, **texts), collection=mine).item == item


def test_same_texts_names_those_that_the_person_may_see() -> None:
    one, other = make_item(raw=TEXT), make_item(raw=TEXT, outlet="Tide Weekly")
    hidden = make_item(make_collection(seen=Seen.BY_OWNERS), raw=TEXT, outlet="Hush")
    make_item()
    everybody, keeper = Person(), Person(user_id=make_person("superuser").pk)
    assert same_texts([one, other], person=everybody) == {one.pk: [other], other.pk: [one]}
    assert same_texts([one], person=keeper) == {one.pk: [other, hidden]}
    Item.objects.filter(pk=other.pk).update(binned=timezone.now())
    assert same_texts([one], person=everybody) == {one.pk: []}


def titles(item: Item) -> tuple[str, list[str]]:
    item.refresh_from_db()
    return item.title, list(item.versions.order_by("number").values_list("headline", flat=True))


def test_the_title_follows_the_headline_of_a_new_version() -> None:
    collection, address = make_collection(), "https://orsa.example/1"
    item = make_item(collection, address=address, title="Ferry aground")
    make_item(collection, address=address, title="Ferry afloat")
    assert titles(item) == ("Ferry afloat", ["Ferry aground", "Ferry afloat"])
    record = Item.history.first()
    assert (record.title, record.history_change_reason) == ("Ferry afloat", "version 2 has another headline")
    make_item(collection, address=address, title="Ferry afloat")
    assert Item.history.count() == 2


def test_a_title_that_a_person_wrote_stays() -> None:
    collection, address = make_collection(), "https://orsa.example/1"
    item = make_item(collection, address=address, title="Ferry aground")
    change_item(item=item, to=as_written(item) | {"title": "Alda off Orsa"})
    make_item(collection, address=address, title="Ferry afloat")
    assert titles(item) == ("Alda off Orsa", ["Ferry aground", "Ferry afloat"])
    assert item.has_own_title


def test_a_title_whose_change_was_taken_back_follows_again() -> None:
    collection, address = make_collection(), "https://orsa.example/1"
    item = make_item(collection, address=address, title="Ferry aground")
    token = change_item(item=item, to=as_written(item) | {"title": "Alda off Orsa"})
    undo_change(item=item, token=token)
    make_item(collection, address=address, title="Ferry afloat")
    assert titles(item)[0] == "Ferry afloat"


def test_file_article_takes_another_text_under_one_address_for_a_version() -> None:
    collection, address = make_collection(), "https://orsa.example/1"
    first = file_article(given=given(address=address), collection=collection).item
    second = file_article(given=given(address=address), collection=collection)
    elsewhere = file_article(given=given(address=address), collection=make_collection())
    assert (second.item, second.outcome) == (first, "version")
    assert [version.number for version in first.versions.order_by("number")] == [1, 2]
    assert second.item.current is not None
    assert second.item.current.number == 2
    assert elsewhere.outcome == "added"


def test_file_article_adds_anew_what_lies_in_the_bin() -> None:
    piece, collection = given(address="https://orsa.example/1"), make_collection()
    item = file_article(given=piece, collection=collection).item
    Item.objects.filter(pk=item.pk).update(binned=timezone.now())
    assert file_article(given=piece, collection=collection).outcome == "added"


def test_file_article_keeps_the_original_with_its_sum() -> None:
    item = make_item(file_name="a.txt", file_bytes=b"abc")
    assert item.current is not None
    assert item.current.file_sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_outlet_is_found_in_any_case_and_made_once() -> None:
    assert outlet_named("Orsa Post") == outlet_named(" orsa  post")
    assert outlet_named("") is None
    assert Outlet.objects.count() == 1


def test_articles_of_the_library_are_never_unused() -> None:
    make_item()
    unused = Article.objects.all()
    assert isinstance(unused, ArticleQuerySet)
    assert not unused.unused()


def test_file_article_does_not_bring_back_what_was_taken_down() -> None:
    piece, collection = given(), make_collection()
    item = file_article(given=piece, collection=collection).item
    Item.objects.filter(pk=item.pk).update(taken_down=timezone.now(), takedown_reason="A court asked for it.")
    again = file_article(given=piece, collection=collection)
    assert (again.item, again.outcome) == (item, "taken_down")
    assert Article.objects.count() == 1
