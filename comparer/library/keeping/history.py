"""The trail: deeds and changes of rows in one list, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from comparer.library.catalogue.models import Collection, Item, Outlet, Tag
from comparer.library.importing.models import ImportBatch
from comparer.library.keeping.models import Act, Deed
from comparer.library.keeping.trail import count_pieces

KINDS: dict[str, tuple[type[Any], str, str]] = {
    "item": (Item, "title", "the piece"),
    "outlet": (Outlet, "name", "the outlet"),
    "collection": (Collection, "name", "the collection"),
    "tag": (Tag, "name", "the tag"),
}
CHANGES = {"+": "added", "~": "changed", "-": "removed"}
NAMED = {
    "seen": "who sees it",
    "keep_days": "time to keep",
    "owned_by": "owner",
    "binned": "bin",
    "added_by": "who added it",
}
Row = tuple[datetime, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Sought:
    """What the list is narrowed to; everything where nothing is set."""

    who: str = ""
    act: str = ""
    words: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(slots=True)
class Entry:
    at: datetime
    who: str
    did: str
    about: str
    note: str = ""
    changed: list[str] = field(default_factory=list)
    """Names of what was changed in a row."""


def acts() -> list[tuple[str, str]]:
    """Return what can be sought by `act`, with its words."""
    return [*Act.choices, *((f"{word}", f"{word} a row") for word in CHANGES.values())]


def find_trail(sought: Sought) -> QuerySet[Any]:
    """Return rows (at, who, kind, act, about, note), newest first. For changes of rows, `note` is the record's number."""
    parts = [_deeds(sought), _imports(sought), *(_changes(kind, sought) for kind in KINDS)]
    kept = [part for part in parts if part is not None]
    if not kept:
        return Deed.objects.none().values_list("at")
    first, *others = kept
    rows: QuerySet[Any] = first.union(*others, all=True) if others else first
    return rows.order_by("-trail_at", "-trail_note")


def _deeds(sought: Sought) -> Any:
    rows: Any = Deed.objects.order_by()
    if sought.act:
        if sought.act not in Act.values:
            return None
        rows = rows.filter(act=sought.act)
    rows = _narrow(rows, sought, who="by_name", at="at", about="about")
    return _in_columns(rows, Value("deed"), at="at", who=F("by_name"), act="act", about="about", note=F("note"))


def _imports(sought: Sought) -> Any:
    """What was brought in, from the rows of the imports themselves."""
    if sought.act not in {"", Act.IMPORTED}:
        return None
    rows = _narrow(ImportBatch.objects.order_by(), sought, who="by__username", at="created", about="collection__name")
    who = Coalesce("by__username", Value(""))
    return _in_columns(
        rows, Value("import"), at="created", who=who, act="key", about="collection__name", note=F("total")
    )


def _changes(kind: str, sought: Sought) -> Any:
    model, label, _ = KINDS[kind]
    rows = model.history.order_by()
    if sought.act:
        sign = next((sign for sign, word in CHANGES.items() if word == sought.act), "")
        if not sign:
            return None
        rows = rows.filter(history_type=sign)
    rows = _narrow(rows, sought, who="history_user__username", at="history_date", about=label)
    who = Coalesce("history_user__username", Value(""))
    return _in_columns(
        rows, Value(kind), at="history_date", who=who, act="history_type", about=label, note=F("history_id")
    )


def _in_columns(rows: Any, kind: Value, *, at: str, who: Any, act: str, about: str, note: Any) -> Any:
    """Return the rows in the columns that all parts of the list have, under names that no table has."""
    columns = {
        "trail_at": F(at),
        "trail_who": who,
        "trail_kind": Cast(kind, TextField()),
        "trail_act": F(act),
        "trail_about": F(about),
        "trail_note": Cast(note, TextField()),
    }
    return rows.annotate(**columns).values_list(*columns)


def _narrow(rows: Any, sought: Sought, *, who: str, at: str, about: str) -> Any:
    if sought.who:
        rows = rows.filter(**{f"{who}__icontains": sought.who})
    if sought.words:
        rows = rows.filter(**{f"{about}__icontains": sought.words})
    if sought.since:
        rows = rows.filter(**{f"{at}__date__gte": sought.since})
    if sought.until:
        rows = rows.filter(**{f"{at}__date__lte": sought.until})
    return rows


def say_rows(rows: Iterable[Row]) -> list[Entry]:
    """Return the rows in words, with what was changed: one question for each kind of row, whatever their number."""
    rows = list(rows)
    changed = {
        kind: _changed(kind, [int(row[5]) for row in rows if row[2] == kind and row[3] == "~"]) for kind in KINDS
    }
    return [_say(row, changed) for row in rows]


def _say(row: Row, changed: dict[str, dict[int, list[str]]]) -> Entry:
    at, who, kind, act, about, note = row
    if kind == "deed":
        return Entry(at, who or "The site", Act(act).label, about, note)
    if kind == "import":
        return Entry(at, who or "The site", f"{Act.IMPORTED.label} {count_pieces(int(note))} into", f"“{about}”")
    said = f"{CHANGES[act]} {KINDS[kind][2]}"
    return Entry(at, who or "The site", said, f"“{about}”", changed=changed[kind].get(int(note), []))


def _changed(kind: str, records: list[int]) -> dict[int, list[str]]:
    """Return for each record which columns differ from the one before it of the same row."""
    if not records:
        return {}
    model = KINDS[kind][0]
    of_rows = model.history.filter(history_id__in=records).values("id")
    names = [column.attname for column in model.history.model.tracked_fields if column.attname != "id"]
    found: dict[int, list[str]] = {}
    before: dict[int, dict[str, Any]] = {}
    rows = (
        model.history.filter(id__in=of_rows).order_by("history_date", "history_id").values("id", "history_id", *names)
    )
    for row in rows.iterator():
        if earlier := before.get(row["id"]):
            differing = (name for name in names if row[name] != earlier[name])
            found[row["history_id"]] = [
                NAMED.get(name, name.removesuffix("_id").replace("_", " ")) for name in differing
            ]
        before[row["id"]] = row
    return found


def write_rows(rows: Iterable[Row]) -> Iterator[list[str]]:
    """Yield the trail as lines of a table, heading first."""
    yield ["When", "Who", "Did", "To what", "Note"]
    for row in rows:
        entry = _say(row, {kind: {} for kind in KINDS})
        yield [entry.at.isoformat(timespec="seconds"), entry.who, entry.did, entry.about, entry.note]
