"""What became of one row: who did what to it and when, and what stood there before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst

from comparer.library.catalogue.models import Collection, Item
from comparer.library.keeping.history import CHANGES, NAMED, UNSEEN, Reader, reader_of
from comparer.library.keeping.models import Deed
from comparer.web.people import person_asking

PER_PAGE = 50
MOST = 1000
"""Records of one row that are looked at, the last ones."""
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Change:
    """One column, and what stood in it before and after, in words."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    at: datetime
    who: str
    did: str
    note: str = ""
    changes: list[Change] = field(default_factory=list)


class HistoryAdmin(admin.ModelAdmin[Any]):
    """The page "History" of a row tells what `simple_history` kept of it and, of a piece, what was done to many at once.

    It obeys what the list obeys: no history of a row that is not in it.
    """

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined,no-any-return]
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        reader = reader_of(person_asking(request), sees_all=request.user.has_perm("library.view_whole_trail"))
        entries = sorted(_entries(row, reader), key=attrgetter("at"), reverse=True)
        context = {
            **self.admin_site.each_context(request),
            "title": f"History: {row}",
            "subtitle": None,
            "page": Paginator(entries, PER_PAGE).get_page(request.GET.get("p")),
            "module_name": capfirst(str(self.opts.verbose_name_plural)),
            "object": row,
            "opts": self.opts,
            "preserved_filters": self.get_preserved_filters(request),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/library/history.html", context)


def say_lists(form: Any, names: Iterable[str]) -> str:
    """Return in words how the lists of a row change (who sees it, its topics), which its own columns do not hold."""
    said = []
    for name in names:
        if name in form.changed_data:
            before = form.initial.get(name) or [] if form.instance.pk else []
            after = form.cleaned_data[name]
            said.append(f"{form.fields[name].label.lower()}: {_say_list(before)} → {_say_list(after)}")
    return "; ".join(said)


def _say_list(rows: Iterable[Any]) -> str:
    return ", ".join(sorted(map(str, rows))) or "none"


def _entries(row: models.Model, reader: Reader) -> Iterator[Entry]:
    history: Any = type(row).history  # type: ignore[attr-defined]
    records = list(history.filter(id=row.pk).select_related("history_user").order_by("-pk")[:MOST])
    records.reverse()
    names = _Names(records, reader)
    for before, record in zip([None, *records], records, strict=False):
        who = record.history_user.get_username() if record.history_user else "The site"
        did = CHANGES[record.history_type]
        if _is_hidden(record, reader):
            yield Entry(record.history_date, who, did, f"While it was a piece {UNSEEN}, so not what.")
            continue
        is_change = before is not None and not _is_hidden(before, reader)
        changes = list(names.changes(before, record)) if is_change else []
        yield Entry(record.history_date, who, did, record.history_change_reason or "", changes)
    if isinstance(row, Item):
        yield from _deeds(row, reader)


def _is_hidden(record: Any, reader: Reader) -> bool:
    place = getattr(record, "collection_id", None)
    return place is not None and reader.collections is not None and place not in reader.collections


def _deeds(item: Item, reader: Reader) -> Iterator[Entry]:
    deeds = Deed.objects.filter(done_to__item=item.pk).distinct().order_by("-pk")
    if reader.collections is not None:
        deeds = deeds.filter(done_to__item=item.pk, done_to__collection__in=reader.collections)
    for deed in deeds[:MOST]:
        others = (deed.pieces or 1) - 1
        with_others = f"with {others:,} more" if others else ""
        note = "; ".join(filter(None, [deed.note, with_others]))
        yield Entry(deed.at, deed.by_name or "The site", deed.get_act_display(), note)


class _Names:
    """What columns and values are called; rows that others refer to are asked for once, each kind together."""

    def __init__(self, records: Sequence[Any], reader: Reader) -> None:
        self._columns = list(records[0].tracked_fields) if records else []
        self._reader = reader
        self._rows: dict[type[models.Model], dict[int, str]] = {}
        for column in self._columns:
            kind = column.related_model
            if column.is_relation and isinstance(kind, type):
                keys = {getattr(record, column.attname) for record in records} - {None}
                self._rows[kind] = {pk: str(row) for pk, row in kind._default_manager.in_bulk(keys).items()}  # type: ignore[attr-defined]  # noqa: SLF001 -- as generic views do

    def changes(self, before: Any, after: Any) -> Iterator[Change]:
        for column in self._columns:
            old, new = getattr(before, column.attname), getattr(after, column.attname)
            if old != new:
                name = NAMED.get(column.attname, str(column.verbose_name))
                yield Change(capfirst(name), self._say(column, old), self._say(column, new))

    def _say(self, column: Any, value: Any) -> str:
        if value is None or value == "":
            return NOTHING
        if column.related_model is Collection and _is_unseen(value, self._reader):
            return "a collection that you don’t see"
        if column.is_relation:
            return self._rows[column.related_model].get(value, f"number {value}, which is gone")
        if column.choices:
            return str(dict(column.flatchoices).get(value, value))
        return _say_value(value)


def _is_unseen(collection: int, reader: Reader) -> bool:
    return reader.collections is not None and collection not in reader.collections


def _say_value(value: Any) -> str:
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    return date_format(value, "j F Y") if isinstance(value, date) else str(value)
