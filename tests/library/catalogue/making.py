"""Pieces of a library for tests."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from comparer.library.catalogue.filing import file_article
from comparer.library.catalogue.models import Collection, Item
from comparer.library.services import GivenArticle

_NUMBERS = count(1)


def make_collection(name: str = "", **columns: Any) -> Collection:
    return Collection.objects.create(name=name or f"Collection {next(_NUMBERS)}", **columns)


def given(raw: str = "", **more: Any) -> GivenArticle:
    number = next(_NUMBERS)
    text = (
        raw or f"Ferry runs aground off Orsa ({number})\n\nA ferry ran aground off Orsa on Monday, the coastguard said."
    )
    return GivenArticle(raw=text, **{"outlet": "Orsa Post", "published": date(2031, 5, 2), **more})


def make_item(collection: Collection | None = None, **more: Any) -> Item:
    return file_article(given=given(**more), collection=collection or make_collection()).item
