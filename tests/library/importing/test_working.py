"""A batch is brought in row by row; what cannot be taken says why, and nothing in it ends the batch."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from comparer.library.catalogue.models import Collection, Item, Outlet, Tag
from comparer.library.importing.checking import candidate_from_fields
from comparer.library.importing.models import SILENT_AFTER, ImportBatch, ImportRow
from comparer.library.importing.settling import TAKEN_DOWN, refuse_row, settle_row
from comparer.library.importing.starting import import_of_paths, start_import
from comparer.library.importing.tasks import look_after_import, run_import, take_up_again
from comparer.library.importing.working import bring_in
from comparer.library.keeping.takedown import remove_texts
from tests.library.catalogue.making import make_collection
from tests.library.decode.documents import FERRY, MAIL, RICH, TITLE, make_odt, make_pdf, make_scan, make_word, make_zip

pytestmark = pytest.mark.django_db


def story(number: int = 0) -> str:
    return f"{TITLE}\n\n{FERRY} It was trip {number} of the day."


def start(files: dict[str, bytes], collection: Collection | None = None, **more: object) -> ImportBatch:
    uploads = [SimpleUploadedFile(name, data) for name, data in files.items()]
    return start_import(collection=collection or make_collection(), by_id=None, files=uploads, **more)  # type: ignore[arg-type]


def outcomes(batch: ImportBatch) -> dict[str, str]:
    return dict(batch.rows.values_list("name", "outcome"))


def reasons(batch: ImportBatch) -> dict[str, str]:
    return dict(batch.rows.exclude(reason="").values_list("name", "reason"))


def counts(batch: ImportBatch) -> tuple[int, int, int, int, int]:
    batch.refresh_from_db()
    return batch.total, batch.added, batch.versions, batch.duplicates, batch.refused


def test_each_kind_of_file_becomes_a_piece() -> None:
    batch = start({
        "a.txt": story(1).encode(), "b.docx": make_word(), "c.pdf": make_pdf(width=80), "d.odt": make_odt(), "e.rtf": RICH,
        "f.eml": MAIL, "g.html": f"<html><body><article><h1>{TITLE}</h1><p>{FERRY}</p><p>{FERRY[4:]}</p></article></body></html>".encode(),
    })  # fmt: skip
    assert bring_in(batch)
    # the same words, whatever they are written in and wherever their lines end
    here = "The library has the same text already."
    assert reasons(batch) == {"c.pdf": here, "d.odt": here}
    assert counts(batch) == (7, 5, 0, 2, 0)
    item = Item.objects.get(current__file_name="f.eml")
    assert (item.title, str(item.published)) == (TITLE, "2024-03-04")
    assert item.current is not None
    assert bytes(item.current.file_bytes or b"") == MAIL
    assert not batch.rows.exclude(data=None).exists()


def test_the_same_file_and_the_same_text_are_known_with_the_first() -> None:
    first = start({"a.txt": story().encode()})
    bring_in(first)
    batch = start({"b.txt": story().encode(), "c.txt": b"\xef\xbb\xbf" + story().encode()})
    bring_in(batch)
    item = first.rows.get().item
    assert item is not None
    assert counts(batch) == (2, 0, 0, 2, 0)
    assert [row.item for row in batch.rows.all()] == [item, item]
    assert "very file" in reasons(batch)["b.txt"]
    assert "same text" in reasons(batch)["c.txt"]


def test_one_address_with_another_text_is_a_version() -> None:
    collection = make_collection()
    for number in (1, 2):
        line = json.dumps(
            {"text": story(number), "url": "https://alda.example/ferry#top", "tags": ["sea", "Sea", "pier"]}
        )
        batch = start({"a.jsonl": line.encode()}, collection)
        bring_in(batch)
    assert counts(batch) == (1, 0, 1, 0, 0)
    item = Item.objects.get()
    assert (item.address, item.versions.count()) == ("https://alda.example/ferry", 2)
    assert sorted(tag.name for tag in item.tags.all()) == ["pier", "sea"]


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("a.txt", lambda: b"", "empty. Choose another, or save its text as a .txt file."),
        ("a.txt", lambda: b"three short words", "fewer than 5 words"),
        ("a.txt", lambda: b"word " * 30_000, "150,000 characters; 130,000 is the most"),
        ("a.exe", lambda: b"MZ", "cannot be read"),
        ("a.pdf", make_scan, "scanner"),
        ("a.docx", lambda: make_word()[:200], "damaged"),
        ("a.zip", lambda: b"PK\x03\x04broken", "damaged"),
        ("a.zip", lambda: make_zip({"a.txt": bytes(60_000_000)}), "unpacks to far more"),
        ("a.zip", lambda: make_zip({}), "Nothing was found"),
        ("a.csv", lambda: b"one,two\n1,2\n", "no column"),
        ("a.csv", lambda: b"", "empty"),
        ("a.xml", lambda: b"<rss></rss>", "no RSS or Atom feed"),
        ("a.opml", lambda: b"<opml><body/></opml>", "names no feed"),
        ("a.warc", lambda: b"WARC/1.0\r\nnonsense", "no article|Nothing was found|damaged"),
    ],
)
def test_what_cannot_be_taken_says_why(name: str, make: Callable[[], bytes], words: str) -> None:
    batch = start({name: make(), "good.txt": story().encode()})
    assert bring_in(batch)
    row = batch.rows.get(name=name)
    assert (row.outcome, row.data) == ("refused", None)
    assert any(word in row.reason for word in words.split("|")), row.reason
    assert row.reason.endswith(".")
    assert counts(batch) == (2, 1, 0, 0, 1)


def test_too_large_a_file_is_refused(settings: Settings) -> None:
    settings.COMPARER_MAX_IMPORT_FILE_BYTES = 1_000
    batch = start({"a.txt": b"word " * 300, "b.zip": make_zip({"c.txt": b"word " * 300})})
    bring_in(batch)
    assert "2 kB is the most" not in reasons(batch)["a.txt"]
    assert "1 kB is the most" in reasons(batch)["a.txt"]
    assert counts(batch) == (2, 0, 0, 0, 2)


def test_a_row_that_fails_as_nobody_foresaw_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_given: object) -> None:
        raise ZeroDivisionError

    batch = start({"a.txt": story(1).encode()})
    monkeypatch.setattr("comparer.library.importing.settling.file_article", fail)
    assert bring_in(batch)
    assert "nobody foresaw" in reasons(batch)["a.txt"]


def test_a_batch_goes_on_where_it_was_stopped() -> None:
    batch = start({f"{number}.txt": story(number).encode() for number in range(3)})
    assert not bring_in(batch, seconds=0)
    assert counts(batch)[:2] == (3, 1)
    assert bring_in(batch)
    assert counts(batch)[:2] == (3, 3)


def test_a_table_stopped_half_way_is_neither_lost_nor_doubled(monkeypatch: pytest.MonkeyPatch) -> None:
    table = "text\n" + "".join(f'"{FERRY} It was trip {number}."\n' for number in range(10))
    batch = start({"a.csv": table.encode()})
    monkeypatch.setattr("comparer.library.importing.unpacking.AT_ONCE", 4)

    def die(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr("comparer.library.importing.unpacking._mark_opened", die)
        with pytest.raises(KeyboardInterrupt):
            bring_in(batch)
    assert batch.rows.get(name="a.csv").taken == 10
    assert bring_in(batch)
    assert counts(batch) == (10, 10, 0, 0, 0)


def test_a_large_table_is_opened_a_part_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    table = "text\n" + "".join(f'"{FERRY} It was trip {number}."\n' for number in range(10))
    batch = start({"a.csv": table.encode()})
    monkeypatch.setattr("comparer.library.importing.unpacking.AT_ONCE", 4)
    told: list[ImportRow] = []
    assert not bring_in(batch, seconds=0, tell=told.append)
    assert (batch.rows.count(), batch.rows.get(name="a.csv").taken, told) == (5, 4, [])
    while not bring_in(batch, seconds=0, tell=told.append):
        pass
    assert counts(batch) == (10, 10, 0, 0, 0)
    assert len(told) == 11


def test_pieces_are_read_in_the_background(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        batch = start({"a.txt": story().encode()})
    with django_capture_on_commit_callbacks(execute=True):
        run_import.func(batch.pk)
    queued = DBTaskResult.objects.order_by("-priority").values_list("task_path", "priority")
    assert [(path.rpartition(".")[2], priority) for path, priority in queued] == [
        ("look_after_import", 10), ("run_import", -5), ("read_item", -10),
    ]  # fmt: skip


def test_a_batch_whose_worker_died_is_taken_up_again(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    batch = start({"a.txt": story().encode()})
    assert not take_up_again(batch.pk)
    ImportBatch.objects.filter(pk=batch.pk).update(heartbeat=timezone.now() - 2 * SILENT_AFTER)
    with django_capture_on_commit_callbacks(execute=True):
        look_after_import.func(batch.pk)
    paths = sorted(DBTaskResult.objects.values_list("task_path", flat=True))
    assert [path.rpartition(".")[2] for path in paths] == ["look_after_import", "run_import"]
    assert not take_up_again(batch.pk)


def test_a_row_done_elsewhere_meanwhile_is_left_alone() -> None:
    batch = start({"a.txt": story().encode()})
    row = batch.rows.get()
    bring_in(batch)
    settle_row(batch, row, candidate_from_fields({"text": story(2)}))
    refuse_row(batch, row, "Too late.")
    assert counts(batch) == (1, 1, 0, 0, 0)
    assert Item.objects.count() == 1


def test_paths_are_read_where_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(story(), encoding="utf-8")
    (tmp_path / "gone.txt").write_text(story(), encoding="utf-8")
    collection = make_collection()
    paths = sorted(tmp_path.iterdir())
    batch, is_new = import_of_paths(collection=collection, paths=paths, asked="these")
    assert is_new
    again, is_new = import_of_paths(collection=collection, paths=paths, asked="these")
    assert (again, is_new) == (batch, False)
    (tmp_path / "gone.txt").unlink()
    assert bring_in(batch)
    assert list(outcomes(batch).values()) == ["added", "refused"]
    assert "gone" in batch.rows.filter(outcome="refused").get().reason
    assert import_of_paths(collection=collection, paths=[], asked="these")[1]


def test_addresses_are_not_fetched_unless_switched_on(settings: Settings) -> None:
    batch = start_import(collection=make_collection(), by_id=None, addresses=["https://alda.example/1"], may_fetch=True)
    bring_in(batch)
    assert "not fetched here" in reasons(batch)["https://alda.example/1"]
    settings.COMPARER_FETCH = True
    batch = start_import(collection=make_collection(), by_id=None, addresses=["http://127.0.0.1/"], may_fetch=True)
    bring_in(batch)
    assert "private network" in reasons(batch)["http://127.0.0.1/"]
    assert ImportRow.objects.filter(outcome="refused").count() == 2


def test_what_was_taken_down_is_refused() -> None:
    collection = make_collection()
    first = start({"a.txt": story(1).encode()}, collection)
    assert bring_in(first)
    remove_texts(item=Item.objects.get(), reason="A court asked for it.", by=None)
    again = start({"b.txt": story(1).encode()}, collection)
    assert bring_in(again)
    assert reasons(again) == {"b.txt": TAKEN_DOWN}
    assert counts(again) == (1, 0, 0, 0, 1)


def test_another_text_at_the_address_of_what_was_taken_down_is_refused_in_words() -> None:
    collection, line = make_collection(), {"text": story(1), "address": "https://alda.example/1"}
    assert bring_in(start({"a.jsonl": json.dumps(line).encode()}, collection))
    remove_texts(item=Item.objects.get(), reason="A court asked for it.", by=None)
    data = json.dumps(line | {"text": story(2)}).encode()
    again = start({"b.jsonl": data}, collection)
    assert bring_in(again)
    assert list(reasons(again).values()) == [TAKEN_DOWN]
    elsewhere = start({"b.jsonl": data})
    assert bring_in(elsewhere)
    assert counts(elsewhere) == (1, 1, 0, 0, 0)


@pytest.mark.parametrize("made_meanwhile", [Outlet, Tag])
def test_what_another_worker_makes_in_the_same_moment_costs_no_row(made_meanwhile: type[Outlet | Tag]) -> None:
    line = {"text": story(), "outlet": "Alda Post", "tags": ["Alda Post"]}
    batch = start({"a.jsonl": json.dumps(line).encode()})

    def be_quicker(execute: Callable[..., object], sql: str, *more: object) -> object:
        if sql.startswith(f'INSERT INTO "{made_meanwhile._meta.db_table}"') and not was_quicker:
            was_quicker.append(True)
            raise IntegrityError("UNIQUE constraint failed")
        return execute(sql, *more)

    was_quicker: list[bool] = []
    with connection.execute_wrapper(be_quicker):
        assert bring_in(batch)
    assert was_quicker
    assert counts(batch) == (1, 1, 0, 0, 0)
    assert made_meanwhile.objects.get().name == "Alda Post"
