"""Noting what people do."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from comparer.library.catalogue.models import Item
from comparer.library.keeping.models import Act, Deed, DeedPiece

MOST_NAMED = 2
AT_A_TIME = 200
Doer = AbstractBaseUser | AnonymousUser | None


def note_deed(*, act: Act, about: str, by: Doer = None, note: str = "") -> Deed:
    """Keep one line for the trail, of what was done to no piece. `by` is None for what the site does by itself."""
    return Deed.objects.create(act=act, about=about[:300], note=note[:300], **_doer(by))


def note_pieces(
    *, act: Act, pks: Sequence[int], by: Doer = None, note: str = "", collection_id: int | None = None
) -> Deed:
    """Keep one line for the trail, of what was done to these pieces: all in one line, the first by name.

    Of each it is kept where it lies, or that it lies in `collection_id` now: who may not
    see that is not told its name, and its own history tells of the deed.
    """
    named = pks if len(pks) <= MOST_NAMED else pks[:1]
    titles = Item.objects.in_bulk(named)
    about = say_pieces([titles[pk].title for pk in named if pk in titles], len(pks))
    deed = Deed.objects.create(act=act, about=about[:300], note=note[:300], pieces=len(pks), **_doer(by))
    for start in range(0, len(pks), AT_A_TIME):
        some = (
            Item.objects.filter(pk__in=pks[start : start + AT_A_TIME]).order_by("pk").values_list("pk", "collection_id")
        )
        DeedPiece.objects.bulk_create(
            DeedPiece(deed=deed, item_id=pk, collection_id=collection_id or place, is_named=pk in named)
            for pk, place in some
        )
    return deed


def _doer(by: Doer) -> dict[str, object]:
    known = by if isinstance(by, AbstractBaseUser) else None
    return {"by_id": known.pk if known else None, "by_name": known.get_username()[:150] if known else ""}


def count_pieces(number: int) -> str:
    """Return "1 piece" or "12 pieces"."""
    return f"{number:,} piece{'' if number == 1 else 's'}"


def say_pieces(titles: Sequence[str], number: int) -> str:
    """Return the titles of a few pieces, or the first with how many more."""
    if number <= MOST_NAMED:
        return "; ".join(f"“{title}”" for title in titles) or count_pieces(number)
    return f"{count_pieces(number)}: “{titles[0]}” and {number - 1:,} more" if titles else count_pieces(number)
