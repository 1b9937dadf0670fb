"""What goes out comes back the same, into an empty install; what is damaged or foreign changes nothing."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comparer.accounts.models import User
from comparer.classroom.board.erasing import erase_pupil, erase_room
from comparer.classroom.lesson.tasks import forget_when_due
from comparer.classroom.models import Exercise
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.tasks import forget_comparison
from comparer.library.catalogue.models import Item, Outlet, OutletRating, Tag
from comparer.library.catalogue.roles import make_roles
from comparer.library.finding.event_work import forget_event
from comparer.library.finding.models import Event, ItemWords
from comparer.library.importing.models import ImportBatch
from comparer.library.keeping.archive import CONTENTS, FORMAT
from comparer.library.keeping.backup import read_backup, tables
from comparer.library.keeping.bin import bin_items
from comparer.library.keeping.models import Deed
from comparer.library.lexicons.models import WordChange, WordTrial
from comparer.library.models import Article
from comparer.web.people import Person
from tests.classroom.making import make_pupil, make_room
from tests.comparisons.making import make_comparison
from tests.library.catalogue.making import make_collection, make_item
from tests.library.keeping.making import make_person

pytestmark = pytest.mark.django_db(transaction=True)


def fill() -> None:
    """A little of everything: people with roles, pieces with originals, versions, tags, the bin, comparisons."""
    person = make_person("librarian", username="ana", email="ana@orsa.example")
    collection = make_collection(seen="groups", keep_days=9)
    collection.groups.add(Group.objects.get(name="educator"))
    item = make_item(collection, address="https://orsa.example/1", file_name="f.bin", file_bytes=bytes(range(256)))
    make_item(collection, address="https://orsa.example/1")
    item.tags.add(Tag.objects.create(name="sea ⚓"))
    outlet = Outlet.objects.get()
    OutletRating.objects.create(
        outlet=outlet, said_by="A", rating="b", as_of="2031-01-01", address="https://a.example/"
    )
    ItemWords.objects.update_or_create(item=item, defaults={"title": "Ferry", "text": "ran aground"})
    comparison = make_comparison(Person(user_id=person.pk), done=True)
    make_comparison(Person(visitor="key"))
    ShareLink.objects.create(comparison=comparison)
    WordChange.objects.create(part="loaded", way="off", word="brutal", sort="ADJ", reason="x", since=1)
    bin_items(items=Item.objects.filter(pk=make_item().pk), by=person)
    ImportBatch.objects.create(collection=collection, total=1)
    WordTrial.objects.create(drafts="x", state="working")


def everything() -> dict[str, Any]:
    """All rows of all tables with their relations; permissions by their names."""
    found: dict[str, Any] = {}
    for model in tables():
        found[model._meta.label] = sorted((_plain(row) for row in model._base_manager.values()), key=str)
        for column in model._meta.local_many_to_many:
            named = f"{column.name}__codename" if column.name.endswith("permissions") else column.name
            pairs = model._base_manager.values_list("pk", named)
            found[f"{model._meta.label}.{column.name}"] = sorted(pairs, key=str)
    return found


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()}


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    fill()
    path = tmp_path / "backup.zip"
    call_command("backup", str(path))
    return path


def test_everything_comes_back_the_same_into_an_empty_install(backup: Path) -> None:
    Deed.objects.filter(act="backed_up").delete()
    before = everything()
    assert sum(map(len, before.values())) > 40
    call_command("flush", interactive=False, verbosity=0)
    make_roles()  # as prepare_site leaves an empty install
    assert not Item.objects.exists()
    read_backup(backup, replace=False, say=print)
    assert everything() == before
    assert User.objects.get(username="ana").check_password("sea-fog-lantern")
    original = Article.objects.exclude(file_sha256="").get()
    assert bytes(original.file_bytes or b"") == bytes(range(256))
    assert make_item().pk > max(row["id"] for row in before["library.Item"])


def test_work_that_waited_is_queued_again(backup: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("restore", str(backup), "--replace")
    assert "Everybody signs in anew." in capsys.readouterr().out
    queued = {path.rpartition(".")[2] for path in DBTaskResult.objects.values_list("task_path", flat=True)}
    assert queued == {"read_item", "run_comparison", "look_after_comparison", "run_import", "look_after_import"}
    (import_,) = ImportBatch.objects.unfinished()
    assert DBTaskResult.objects.get(task_path__endswith="run_import").args_kwargs["args"] == [import_.pk]
    assert not WordTrial.objects.exists()


def test_what_was_to_be_forgotten_is_forgotten_after_a_restore_too(tmp_path: Path) -> None:
    person = make_person()
    comparison = make_comparison(Person(user_id=person.pk), deleted=timezone.now() - timedelta(days=2))
    event = Event.objects.create(owner=person, versions="1", total=3, deleted=timezone.now() - timedelta(days=2))
    room = make_room(ends=timezone.now() - timedelta(days=31))
    make_pupil(room)
    erase_pupil(pupil=make_pupil(make_room(room.exercise), nickname="Tern"))
    erase_room(room=make_room(room.exercise))
    Exercise.objects.create(owner=person, title="Old", deleted=timezone.now())
    call_command("backup", str(tmp_path / "backup.zip"))
    call_command("restore", str(tmp_path / "backup.zip"), "--replace")
    planned = DBTaskResult.objects.values_list("task_path", flat=True)
    forgetting = [path.rpartition(".")[2] for path in planned if "forget" in path]
    # of the rooms the one that still holds somebody, and the one whose student was deleted
    assert sorted(forgetting) == [
        "forget_comparison", "forget_erased_pupil", "forget_erased_room", "forget_event", "forget_exercise",
        "forget_when_due", "forget_when_due",
    ]  # fmt: skip
    now = DBTaskResult.objects.ready().filter(task_path__contains="forget")
    assert [task.args_kwargs["args"] for task in now] == [[room.pk]]
    forget_when_due.func(room.pk)
    forget_comparison.func(comparison.pk)
    forget_event.func(event.pk)
    assert not room.pupils.exists()
    assert not Comparison.objects.exists()
    assert not Event.objects.exists()


def test_restore_refuses_over_something_and_replaces_when_told(backup: Path) -> None:
    kept = everything()
    Deed.objects.filter(act="backed_up").delete()
    make_item(title="Made later")
    with pytest.raises(CommandError, match="There is something here already"):
        call_command("restore", str(backup))
    assert Item.objects.filter(title="Made later").exists()
    call_command("restore", str(backup), "--replace")
    assert not Item.objects.filter(title="Made later").exists()
    assert len(everything()["library.Item"]) == len(kept["library.Item"])


def test_backup_writes_over_nothing(backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", str(backup))
    assert backup.read_bytes() == before


def test_backup_names_no_secret(backup: Path, settings: Any) -> None:
    with zipfile.ZipFile(backup) as archive:
        assert all(settings.SECRET_KEY.encode() not in archive.read(name) for name in archive.namelist())
        assert not any("Session" in name for name in archive.namelist())


def rewrite(path: Path, change: Callable[[dict[str, bytes]], Any]) -> None:
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def _contents(files: dict[str, bytes], **columns: Any) -> None:
    files[CONTENTS] = json.dumps(json.loads(files[CONTENTS]) | columns).encode()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-2000])


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(len(data) // 3, len(data) // 3 + 400):
        data[place] ^= 255
    path.write_bytes(bytes(data))


SPOILED: list[tuple[str, Callable[[Path], Any], str]] = [
    ("no file", lambda path: path.unlink(), "There is no file"),
    ("no archive", lambda path: path.write_text("hello"), "is no backup of this program"),
    ("empty", lambda path: path.write_bytes(b""), "is no backup of this program"),
    ("cut short", _cut, "is no backup of this program, or it was cut short"),
    ("bytes changed", _flip, "damaged"),
    ("another archive", lambda path: rewrite(path, lambda files: files.pop(CONTENTS)), "is no backup of this program"),
    (
        "row changed",
        lambda path: rewrite(path, lambda files: files.update({"rows/library.Tag.jsonl": b"{}\n"})),
        "library.Tag",
    ),
    ("table missing", lambda path: rewrite(path, lambda files: files.pop("rows/library.Tag.jsonl")), "is no backup"),
    ("later form", lambda path: rewrite(path, lambda files: _contents(files, format="comparer-backup/9")), FORMAT),
    (
        "other version",
        lambda path: rewrite(path, lambda files: _contents(files, migrations={"library": "0099_x"})),
        "another version",
    ),
]


@pytest.mark.parametrize(("spoil", "said"), [case[1:] for case in SPOILED], ids=[case[0] for case in SPOILED])
def test_what_is_damaged_or_foreign_is_refused_in_one_sentence(
    spoil: Callable[[Path], Any], said: str, backup: Path
) -> None:
    before = everything()
    spoil(backup)
    with pytest.raises(CommandError, match=said):
        call_command("restore", str(backup), "--replace")
    assert everything() == before


def test_rows_that_do_not_fit_together_change_nothing(backup: Path) -> None:
    def change(files: dict[str, bytes]) -> None:
        name = "rows/library.Item.jsonl"
        files[name] = files[name].replace(b'"collection": ', b'"collection": 99')
        contents = json.loads(files[CONTENTS])
        contents["digests"]["library.Item"] = hashlib.sha256(files[name]).hexdigest()
        files[CONTENTS] = json.dumps(contents).encode()

    before = everything()
    rewrite(backup, change)
    with pytest.raises(CommandError, match="do not fit together"):
        call_command("restore", str(backup), "--replace")
    assert everything() == before
    connection.check_constraints()


def test_comparisons_open_after_a_restore(backup: Path, client: Any) -> None:
    call_command("restore", str(backup), "--replace")
    client.force_login(User.objects.get(username="ana"))
    done = Comparison.objects.get(state="done")
    assert client.get(done.get_absolute_url()).status_code == 200
