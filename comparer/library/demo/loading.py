"""Bringing the demonstration into the library, as an import would: however often, each piece is there once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction

from comparer.library.catalogue.filing import Filed, Particulars, file_article, outlet_named
from comparer.library.catalogue.models import Collection, Outlet, OutletDomain, OutletRating, Tag
from comparer.library.services import GivenArticle

FOLDER = Path(__file__).parent
OUTLETS = "outlets.toml"
COLLECTION = "Demonstration"
_ABOUT = "Invented pieces about invented events, to try the library with."


@transaction.atomic
def load_outlets() -> int:
    """Make the outlets with what is known of them. Return how many there are."""
    outlets = _read(FOLDER / OUTLETS)["outlets"]
    for told in outlets:
        outlet = outlet_named(told["name"])
        assert outlet is not None  # noqa: S101 -- each has a name
        known = {name: told.get(name, "") for name in ("country", "owned_by", "language", "notes")}
        Outlet.objects.filter(pk=outlet.pk).update(**known)
        for domain in told["domains"]:
            OutletDomain.objects.get_or_create(domain=domain, defaults={"outlet": outlet})
        for rating in told.get("ratings", ()):
            OutletRating.objects.get_or_create(outlet=outlet, **rating)
    return len(outlets)


def load_pieces() -> Iterator[Filed]:
    """File every piece, one at a time; what is there already comes back as a duplicate."""
    collection, _ = Collection.objects.get_or_create(name=COLLECTION, defaults={"about": _ABOUT})
    for path in sorted(FOLDER.glob("*.toml")):
        event = _read(path)
        for number, piece in enumerate(event.get("pieces", ()), start=1):
            yield _file(piece, event["tags"], f"{path.stem}-{number}.txt", collection)


@transaction.atomic
def _file(piece: dict[str, Any], tags: list[str], file_name: str, collection: Collection) -> Filed:
    text = piece["text"].strip()
    given = GivenArticle(
        raw=text,
        title=piece["title"],
        outlet=piece["outlet"],
        published=piece["published"],
        address=piece["address"],
        file_name=file_name,
        file_bytes=text.encode(),
    )
    updated = piece["updated"].isoformat() if "updated" in piece else ""
    about = Particulars(byline=piece.get("byline", ""), updated=updated, language="en")
    filed = file_article(given=given, collection=collection, about=about)
    filed.item.tags.add(*(Tag.objects.get_or_create(name=name)[0] for name in tags))
    return filed


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
