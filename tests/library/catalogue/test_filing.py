"""What becomes of a piece that is put into the library."""

from __future__ import annotations

import pytest
from django.utils import timezone

from comparer.library.catalogue.filing import Particulars, file_article, outlet_named
from comparer.library.catalogue.models import Item, ItemState, Outlet
from comparer.library.models import Article
from comparer.library.querysets import ArticleQuerySet
from tests.library.catalogue.making import given, make_collection, make_item

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


def test_file_article_knows_the_same_text_again_in_whatever_collection() -> None:
    piece = given()
    first = file_article(given=piece, collection=make_collection()).item
    again = file_article(given=piece, collection=make_collection())
    assert (again.item, again.outcome) == (first, "duplicate")
    assert Article.objects.count() == 1


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
