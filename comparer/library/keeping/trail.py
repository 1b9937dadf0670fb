"""Noting what people do."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from comparer.library.catalogue.models import Item
from comparer.library.keeping.models import Act, Deed

MOST_NAMED = 2


def note_deed(*, act: Act, about: str, by: AbstractBaseUser | AnonymousUser | None = None, note: str = "") -> Deed:
    """Keep one line for the trail. `by` is None for what the site does by itself."""
    known = by if isinstance(by, AbstractBaseUser) else None
    name = known.get_username() if known else ""
    return Deed.objects.create(
        act=act, about=about[:300], note=note[:300], by_id=known.pk if known else None, by_name=name[:150]
    )


def count_pieces(number: int) -> str:
    """Return "1 piece" or "12 pieces"."""
    return f"{number:,} piece{'' if number == 1 else 's'}"


def say_pieces(items: Sequence[Item]) -> str:
    """Return the titles of a few pieces, or the first with how many more."""
    if len(items) <= MOST_NAMED:
        return "; ".join(f"“{item.title}”" for item in items)
    return f"{count_pieces(len(items))}: “{items[0].title}” and {len(items) - 1:,} more"
