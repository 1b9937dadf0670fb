"""Noting what people do."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from comparer.library.keeping.models import Act, Deed


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
