"""What is deleted can be brought back, goes for good in the end, and collections let go of what is old."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from comparer.comparisons.models import Comparison
from comparer.library.catalogue.models import Item
from comparer.library.keeping.bin import bin_items, empty_bin, restore_items
from comparer.library.keeping.models import Act, Deed
from comparer.library.models import Article
from tests.library.catalogue.making import make_collection, make_item
from tests.library.keeping.making import current, make_person

pytestmark = pytest.mark.django_db


def binned(item: Item, days: int) -> None:
    Item.objects.filter(pk=item.pk).update(binned=timezone.now() - timedelta(days=days))


def test_bin_items_takes_out_of_sight_and_says_who() -> None:
    person, item, other = make_person("librarian"), make_item(), make_item()
    assert bin_items(items=Item.objects.filter(pk=item.pk), by=person) == 1
    assert list(Item.objects.live()) == [other]
    deed = Deed.objects.get()
    assert (deed.act, deed.by, deed.about) == (Act.BINNED, person, f"“{item.title}”")


def test_bin_items_again_does_nothing() -> None:
    item = make_item()
    bin_items(items=Item.objects.all())
    assert bin_items(items=Item.objects.all()) == 0
    assert Deed.objects.filter(act=Act.BINNED).count() == 1
    assert Item.objects.get().pk == item.pk


def test_restore_items_refuses_where_the_address_is_taken() -> None:
    collection, address = make_collection(), "https://orsa.example/1"
    first = make_item(collection, address=address)
    bin_items(items=Item.objects.all())
    second = make_item(collection, address=address)
    third = make_item(collection)
    bin_items(items=Item.objects.filter(pk=third.pk))
    back = restore_items(items=Item.objects.all())
    assert back.items == (third.pk,)
    assert back.refused == (first.pk,)
    assert set(Item.objects.live()) == {second, third}


def test_empty_bin_deletes_only_what_lay_there_long_enough() -> None:
    old, young, live = make_item(), make_item(), make_item()
    binned(old, 31)
    binned(young, 29)
    assert empty_bin(binned_before=timezone.now() - timedelta(days=30)) == 1
    assert set(Item.objects.all()) == {young, live}
    assert not Article.objects.filter(headline=old.title).exists()
    assert Deed.objects.get().act == Act.FORGOTTEN


def test_empty_bin_keeps_what_a_comparison_still_shows() -> None:
    left, right = make_item(), make_item()
    comparison = Comparison.objects.create(
        left=current(left), right=current(right), name="Two", heartbeat=timezone.now(), visitor="key"
    )
    binned(left, 99)
    over = timezone.now() - timedelta(days=30)
    assert empty_bin(binned_before=over) == 0
    comparison.delete()
    assert empty_bin(binned_before=over) == 1


def test_tidy_library_applies_each_collections_own_time_to_keep(capsys: pytest.CaptureFixture[str]) -> None:
    short, long = make_collection(keep_days=10), make_collection()
    old, fresh, kept = make_item(short), make_item(short), make_item(long)
    Item.objects.filter(pk__in=[old.pk, kept.pk]).update(created=timezone.now() - timedelta(days=11))
    call_command("tidy_library")
    assert list(Item.objects.in_bin()) == [old]
    assert set(Item.objects.live()) == {fresh, kept}
    assert (
        "Into the bin: 1 piece. Deleted for good: 0 pieces. Imports whose lines were forgotten: 0."
        in capsys.readouterr().out
    )
    deed = Deed.objects.get()
    assert (deed.by_name, deed.note) == ("", f"“{short}” keeps pieces for 10 days")
