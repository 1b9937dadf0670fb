"""Reading in the background."""

from __future__ import annotations

import pytest

from comparer.library.catalogue.filing import file_article
from comparer.library.catalogue.models import Item, ItemState
from comparer.library.catalogue.tasks import read_item
from tests.library.catalogue.making import given, make_collection, make_item

pytestmark = pytest.mark.django_db

PAGE = "Ferry runs aground off Orsa\n\n3 May 2031\n\nA ferry ran aground off Orsa on Monday, the coastguard said. Nobody was hurt."


def test_read_item_fills_in_what_the_text_tells() -> None:
    item = file_article(given=given(PAGE, published=None), collection=make_collection()).item
    read_item.func(item.pk)
    item.refresh_from_db()
    assert (item.state, item.language, str(item.published)) == (ItemState.READ, "en", "2031-05-03")
    assert item.current is not None
    assert item.current.reading


def test_read_item_leaves_what_is_gone_alone() -> None:
    item = make_item()
    Item.objects.filter(pk=item.pk).update(current=None)
    read_item.func(item.pk)
    read_item.func(0)
    item.refresh_from_db()
    assert item.state == ItemState.WAITING
