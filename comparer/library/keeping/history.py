"""The trail: deeds and changes of rows in one list, newest first.

It obeys collections: of a piece that lies, or lay then, where the reader may not look, the list tells that something was
done and by whom, but neither what it is called nor why. The database leaves the names out, so that no search finds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce

from comparer.library.catalogue.models import Collection, Item, Outlet, Tag
from comparer.library.importing.models import ImportBatch
from comparer.library.keeping.models import Act, Deed, DeedPiece
from comparer.library.keeping.trail import count_pieces
from comparer.web.people import Person

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
UNSEEN = "of a collection that you don’t see"
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


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the list: `collections` are those that they see; None for who is told of all."""

    collections: tuple[int, ...] | None = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """Names of the columns that were changed in a row, and why where that was noted."""

    names: list[str] = field(default_factory=list)
    why: str = ""


def acts() -> list[tuple[str, str]]:
    """Return what can be sought by `act`, with its words."""
    return [*Act.choices, *((f"{word}", f"{word} a row") for word in CHANGES.values())]


def reader_of(person: Person, *, sees_all: bool) -> Reader:
    """Return what a person is told of."""
    return Reader(None if sees_all else tuple(Collection.objects.visible_to(person).values_list("pk", flat=True)))


def find_trail(sought: Sought, *, reader: Reader) -> QuerySet[Any]:
    """Return rows (at, who, kind, act, about, note), newest first. For changes of rows, `note` is the record's number.

    `about` is empty where the reader may not know it; the note of such a deed is the number of its pieces.
    """
    parts = [
        _deeds(sought, reader),
        _imports(sought, reader),
        *(_changes(kind, sought, _hidden_change(kind, reader)) for kind in KINDS),
    ]
    kept = [part for part in parts if part is not None]
    if not kept:
        return Deed.objects.none().values_list("at")
    first, *others = kept
    rows: QuerySet[Any] = first.union(*others, all=True) if others else first
    return rows.order_by("-trail_at", "-trail_note")


def _deeds(sought: Sought, reader: Reader) -> Any:
    rows: Any = Deed.objects.order_by()
    if sought.act:
        if sought.act not in Act.values:
            return None
        rows = rows.filter(act=sought.act)
    hidden = _hidden_deed(reader)
    rows = _narrow(rows, sought, hidden, who="by_name", at="at", about="about")
    note = _or_number(hidden) if hidden else F("note")
    return _in_columns(rows, Value("deed"), hidden, at="at", who=F("by_name"), act="act", about="about", note=note)


def _or_number(hidden: Q) -> Case:
    """The note of a deed, which may name things; of a hidden one the number of its pieces."""
    number = Cast("pieces", TextField())
    return Case(When(hidden, then=number), default=F("note"), output_field=TextField())


def _hidden_deed(reader: Reader) -> Q | None:
    """Done to pieces, and one of those named lies or lay elsewhere; or where they lay was not noted."""
    if reader.collections is None:
        return None
    elsewhere = Item.objects.exclude(collection__in=reader.collections)
    named = DeedPiece.objects.filter(deed=OuterRef("pk"), is_named=True)
    shut = named.filter(~Q(collection__in=reader.collections) | Q(item__in=elsewhere.values("pk")))
    return Q(pieces__isnull=False) & (Q(Exists(shut)) | ~Q(Exists(named)))


def _imports(sought: Sought, reader: Reader) -> Any:
    """What was brought in, from the rows of the imports themselves."""
    if sought.act not in {"", Act.IMPORTED}:
        return None
    hidden = None if reader.collections is None else ~Q(collection__in=reader.collections)
    rows = ImportBatch.objects.order_by()
    rows = _narrow(rows, sought, hidden, who="by__username", at="created", about="collection__name")
    who = Coalesce("by__username", Value(""))
    columns = {"at": "created", "who": who, "act": "key", "about": "collection__name", "note": F("total")}
    return _in_columns(rows, Value("import"), hidden, **columns)  # type: ignore[arg-type]


def _changes(kind: str, sought: Sought, hidden: Q | None) -> Any:
    model, label, _ = KINDS[kind]
    rows = model.history.order_by()
    if sought.act:
        sign = next((sign for sign, word in CHANGES.items() if word == sought.act), "")
        if not sign:
            return None
        rows = rows.filter(history_type=sign)
    rows = _narrow(rows, sought, hidden, who="history_user__username", at="history_date", about=label)
    who = Coalesce("history_user__username", Value(""))
    columns = {"at": "history_date", "who": who, "act": "history_type", "about": label, "note": F("history_id")}
    return _in_columns(rows, Value(kind), hidden, **columns)  # type: ignore[arg-type]


def _hidden_change(kind: str, reader: Reader) -> Q | None:
    """Pieces that lay then or lie now where the reader does not look, and such collections themselves."""
    if reader.collections is None or kind not in {"item", "collection"}:
        return None
    if kind == "collection":
        return ~Q(id__in=reader.collections)
    elsewhere = Item.objects.filter(pk=OuterRef("id")).exclude(collection__in=reader.collections)
    return ~Q(collection_id__in=reader.collections) | Q(Exists(elsewhere))


def _in_columns(rows: Any, kind: Value, hidden: Q | None, *, at: str, who: Any, act: str, about: str, note: Any) -> Any:
    """Return the rows in the columns that all parts of the list have, under names that no table has."""
    columns = {
        "trail_at": F(at),
        "trail_who": who,
        "trail_kind": Cast(kind, TextField()),
        "trail_act": F(act),
        "trail_about": Case(When(hidden, then=Value("")), default=F(about), output_field=TextField())
        if hidden
        else F(about),
        "trail_note": Cast(note, TextField()),
    }
    return rows.annotate(**columns).values_list(*columns)


def _narrow(rows: Any, sought: Sought, hidden: Q | None, *, who: str, at: str, about: str) -> Any:
    if sought.who:
        rows = rows.filter(**{f"{who}__icontains": sought.who})
    if sought.words:
        rows = rows.filter(**{f"{about}__icontains": sought.words})
        rows = rows.filter(~hidden) if hidden else rows
    if sought.since:
        rows = rows.filter(**{f"{at}__date__gte": sought.since})
    if sought.until:
        rows = rows.filter(**{f"{at}__date__lte": sought.until})
    return rows


def say_rows(rows: Iterable[Row]) -> list[Entry]:
    """Return the rows in words, with what was changed: one question for each kind of row, whatever their number."""
    rows = list(rows)
    changed = {
        kind: _changed(kind, [int(note) for _, _, of, act, about, note in rows if of == kind and act == "~" and about])
        for kind in KINDS
    }
    return [_say(row, changed) for row in rows]


def _say(row: Row, changed: dict[str, dict[int, Changed]]) -> Entry:
    at, who, kind, act, about, note = row
    entry = Entry(at, who or "The site", "", f"“{about}”" if about else UNSEEN)
    if kind == "deed":
        entry.did, entry.about, entry.note = Act(act).label, about or _say_unseen(int(note or 1)), note if about else ""
    elif kind == "import":
        entry.did = f"{Act.IMPORTED.label} {count_pieces(int(note))} into"
        entry.about = entry.about if about else "a collection that you don’t see"
    elif about:
        entry.did = f"{CHANGES[act]} {KINDS[kind][2]}"
        told = changed[kind].get(int(note), Changed())
        entry.changed, entry.note = told.names, told.why
    else:
        entry.did = CHANGES[act]
        entry.about = "a collection that you don’t see" if kind == "collection" else f"a piece {UNSEEN}"
    return entry


def _say_unseen(number: int) -> str:
    if number == 1:
        return f"a piece {UNSEEN}"
    return f"{count_pieces(number)}, some or all {UNSEEN}"


def _changed(kind: str, records: list[int]) -> dict[int, Changed]:
    """Return for each record which columns differ from the one before it of the same row."""
    if not records:
        return {}
    model = KINDS[kind][0]
    of_rows = model.history.filter(history_id__in=records).values("id")
    names = [column.attname for column in model.history.model.tracked_fields if column.attname != "id"]
    found: dict[int, Changed] = {}
    before: dict[int, dict[str, Any]] = {}
    rows = model.history.filter(id__in=of_rows).order_by("history_date", "history_id")
    for row in rows.values("id", "history_id", "history_change_reason", *names).iterator():
        earlier = before.get(row["id"], row)
        differing = (name for name in names if row[name] != earlier[name])
        said = [NAMED.get(name, name.removesuffix("_id").replace("_", " ")) for name in differing]
        found[row["history_id"]] = Changed(said, row["history_change_reason"] or "")
        before[row["id"]] = row
    return found


def write_rows(rows: Iterable[Row]) -> Iterator[list[str]]:
    """Yield the trail as lines of a table, heading first."""
    yield ["When", "Who", "Did", "To what", "Note"]
    for row in rows:
        entry = _say(row, {kind: {} for kind in KINDS})
        yield [entry.at.isoformat(timespec="seconds"), entry.who, entry.did, entry.about, entry.note]
