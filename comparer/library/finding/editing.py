"""Correcting by hand what is known of a piece, and taking a correction back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core import signing
from django.db import transaction

from comparer.library.catalogue.filing import outlet_named, tag_named
from comparer.library.catalogue.models import Item
from comparer.library.finding.indexing import index_words
from comparer.web.forms import PlainCharField, PlainURLField

_SALT = "comparer.library.undo"
_HOURS = 24
MOST_TAGS, LONGEST_TAG = 12, 60


def _day_field() -> forms.DateField:
    return forms.DateField(
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write the day as 2031-05-02, or leave it empty."},
    )


class ItemForm(forms.Form):
    """What is known of a piece, as plain fields: outlet by name, topics with commas between them."""

    title = PlainCharField(
        max_length=300, error_messages={"required": "Give the piece a title, so that it is found again."}
    )
    outlet = PlainCharField(max_length=120, required=False, help_text="A new name makes a new outlet.")
    byline = PlainCharField(max_length=300, required=False)
    published = _day_field()
    updated = _day_field()
    language = PlainCharField(max_length=8, required=False, help_text="Two letters, such as en.")
    address = PlainURLField(
        max_length=2000,
        required=False,
        label="Address",
        assume_scheme="https",
        error_messages={"invalid": "Write the whole address, such as https://orsa.example/ferry."},
    )
    tags = PlainCharField(max_length=800, required=False, label="Topics", help_text="With commas between them.")

    def __init__(self, data: Any = None, *, item: Item) -> None:
        super().__init__(data, initial=as_written(item))
        self.item = item

    def clean_tags(self) -> str:
        """Refuse more topics, or longer ones, than a list shows."""
        names = names_in(self.cleaned_data["tags"])
        if len(names) > MOST_TAGS or any(len(name) > LONGEST_TAG for name in names):
            raise forms.ValidationError(
                f"Give at most {MOST_TAGS} topics of at most {LONGEST_TAG} characters, with commas between them."
            )
        return ", ".join(names)

    def clean_address(self) -> str:
        """Refuse an address that another piece of the collection has."""
        address = str(self.cleaned_data["address"])
        others = Item.objects.exclude(pk=self.item.pk).filter(collection=self.item.collection_id, binned__isnull=True)
        if address and others.filter(address=address).exists():
            raise forms.ValidationError("Another piece of this collection has this address.")
        return address


def names_in(written: str) -> list[str]:
    """Return the topics in a line with commas, each once in whatever case."""
    names = {" ".join(name.split()).casefold(): " ".join(name.split()) for name in written.split(",")}
    return [name for name in names.values() if name]


def as_written(item: Item) -> dict[str, Any]:
    """Return what is known of the item as a person would type it."""
    return {
        "title": item.title,
        "outlet": item.outlet.name if item.outlet else "",
        "byline": item.byline,
        "published": item.published,
        "updated": item.updated,
        "language": item.language,
        "address": item.address,
        "tags": ", ".join(sorted(item.tags.values_list("name", flat=True))),
    }


@transaction.atomic
def change_item(*, item: Item, to: dict[str, Any]) -> str:
    """Write what was typed to the item. Return a token by which `undo_change` takes it back."""
    before = as_written(item)
    item.title, item.byline, item.address = to["title"], to["byline"], to["address"]
    item.published, item.updated, item.language = to["published"], to["updated"], to["language"]
    item.outlet = outlet_named(to["outlet"])
    if to["tags"] != before["tags"]:
        said = f"topics: {before['tags'] or 'none'} → {to['tags'] or 'none'}"
        item._change_reason = said  # type: ignore[attr-defined]  # noqa: SLF001 -- as simple_history asks for it
    # No other column: the piece may have been read or taken down since it was fetched.
    item.save(update_fields=[*(name for name in before if name != "tags"), "changed"])
    item.tags.set([tag_named(name) for name in names_in(to["tags"])])
    index_words([item.pk])
    return signing.dumps({"item": item.pk} | before, salt=_SALT, serializer=_Plain, compress=True)


def undo_change(*, item: Item, token: str) -> str | None:
    """Write back what stood before. Return a token by which that is taken back; None where this one is no good."""
    try:
        before = signing.loads(token, salt=_SALT, serializer=_Plain, max_age=_HOURS * 3600)
    except signing.BadSignature:
        return None
    if before.pop("item") != item.pk:
        return None
    days = {name: date.fromisoformat(before[name]) if before[name] else None for name in ("published", "updated")}
    return change_item(item=item, to=before | days)


class _Plain(signing.JSONSerializer):
    """JSON with days as people write them."""

    def dumps(self, obj: dict[str, Any]) -> bytes:
        plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in obj.items()}
        return super().dumps(plain)
