"""Everything that people brought and made, out into one file and back in again."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from comparer.library.catalogue.models import Item
from comparer.library.keeping.archive import BadBackupError, Contents, Writer, open_backup, read_contents, read_lines

Say = Callable[[str], None]


class _Exact(DjangoJSONEncoder):
    """Django's own cuts moments to thousandths of a second, by which rows are no longer in the order they had."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


LEFT_OUT = frozenset(
    {
        "sessions.Session",
        "contenttypes.ContentType",
        "auth.Permission",
        "django_tasks_database.DBTaskResult",
        "library.Worker",
    }
)
"""Sign-ins, what every install makes by itself, the queue, and workers that are others after a restore."""
BY_NAME = (Group, get_user_model())
"""Tables that refer to permissions, whose numbers differ from install to install: these go by their names."""
SETTINGS = (
    "COMPARER_QUOTE_LIMIT",
    "COMPARER_BIN_DAYS",
    "COMPARER_IMPORT_DAYS",
    "COMPARER_UNDO_HOURS",
    "COMPARER_MAX_CHARACTERS",
    "COMPARER_MAX_UPLOAD_BYTES",
    "COMPARER_MIN_WORDS",
    "TIME_ZONE",
)
"""What shapes the content. Keys, passwords and addresses of the machine are never written."""
AT_A_TIME = 200


class NotEmptyError(Exception):
    """Something is here already; the message is one plain sentence."""


def tables() -> list[type[models.Model]]:
    """Return all tables of a backup, in an order in which each comes after those that it refers to where that is possible."""
    kept = [model for model in apps.get_models() if model._meta.label not in LEFT_OUT and model._meta.managed]  # noqa: SLF001 -- Django's documented interface
    return list(serializers.sort_dependencies([(None, kept)], allow_cycles=True))


def last_migrations() -> dict[str, str]:
    """Return the last applied migration of each app: rows fit only tables of the same form."""
    applied = MigrationLoader(connection).applied_migrations
    ours = [key for key in applied if key[0] in {model._meta.app_label for model in tables()}]  # noqa: SLF001 -- likewise
    return {app: max(name for one, name in ours if one == app) for app, _ in ours}


@transaction.atomic
def write_backup(path: Path, *, say: Say) -> dict[str, int]:
    """Write everything to `path`, which must not exist. Return the rows by table.

    It is one state of the database: what is changed meanwhile is either in it whole or not at all.
    """
    unfinished = path.with_name(f"{path.name}.part")
    try:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
            writer = Writer(archive)
            for model in tables():
                writer.write_table(model._meta.label, _rows(model))  # noqa: SLF001 -- likewise
                say(f"{model._meta.label}: {writer.rows[model._meta.label]:,}")  # noqa: SLF001 -- likewise
            writer.finish(
                made=timezone.now().isoformat(timespec="seconds"),
                migrations=last_migrations(),
                settings={name: getattr(settings, name) for name in SETTINGS},
            )
        unfinished.rename(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return writer.rows


def _rows(model: type[models.Model]) -> Iterator[bytes]:
    rows = model._base_manager.order_by("pk").iterator(chunk_size=AT_A_TIME)  # noqa: SLF001 -- likewise
    for row in rows:
        line = serializers.serialize(
            "jsonl", [row], cls=_Exact, use_natural_foreign_keys=model in BY_NAME, ensure_ascii=False
        )
        yield line.encode()


def read_backup(path: Path, *, replace: bool, say: Say) -> Contents:
    """Restore everything from `path`, or nothing. BadBackupError, NotEmptyError."""
    with open_backup(path) as archive:
        contents = read_contents(archive)
        _check_fit(contents)
        if not replace and not is_empty():
            raise NotEmptyError(
                "There is something here already. Restore into an empty install, or replace all of it with --replace."
            )
        try:
            with transaction.atomic():
                _clear()
                for model in tables():
                    label = model._meta.label  # noqa: SLF001 -- likewise
                    if label in contents.digests:
                        _load(read_lines(archive, label))
                        say(f"{label}: {contents.rows[label]:,}")
        except (serializers.base.DeserializationError, IntegrityError) as problem:
            raise BadBackupError(
                "This backup holds rows that do not fit together. Nothing was changed. Use another one."
            ) from problem
    _go_on_counting()
    return contents


def is_empty() -> bool:
    """True where nobody has an account, nothing is in the library, and nothing was compared but the example."""
    article, comparison = apps.get_model("library", "Article"), apps.get_model("comparisons", "Comparison")
    own = [
        get_user_model().objects.all(),
        Item.objects.all(),
        *(one.objects.filter(is_example=False) for one in (article, comparison)),
    ]
    return not any(rows.exists() for rows in own)


def _check_fit(contents: Contents) -> None:
    here = last_migrations()
    differing = sorted(app for app in here | contents.migrations if here.get(app) != contents.migrations.get(app))
    if differing:
        raise BadBackupError(
            f"This backup was made by another version of the program (it differs in: {', '.join(differing)}). "
            "Restore it with that version, then bring the install up to date."
        )


def _clear() -> None:
    """Empty every table of a backup, and the queue, whose jobs are about rows that go."""
    for model in [apps.get_model("django_tasks_database", "DBTaskResult"), *reversed(tables())]:
        for column in model._meta.local_many_to_many:  # noqa: SLF001 -- likewise
            through: Any = column.remote_field.through
            through._base_manager.all()._raw_delete(connection.alias)  # noqa: SLF001 -- no signals, no cascades: all goes
        model._base_manager.all()._raw_delete(connection.alias)  # noqa: SLF001 -- likewise


def _load(lines: Iterable[str]) -> None:
    for row in serializers.deserialize("jsonl", lines):
        row.m2m_data = {name: values for name, values in (row.m2m_data or {}).items() if values}
        row.save(force_insert=True)


def _go_on_counting() -> None:
    """Have PostgreSQL number new rows after those restored; SQLite does so by itself."""
    with connection.cursor() as cursor:
        for command in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(command)
