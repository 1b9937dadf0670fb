"""Large tables: what a line costs does not grow with the table nor with the library, in questions, in work, in memory."""

from __future__ import annotations

import csv
import io
import re
import tracemalloc
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks

from comparer.library.catalogue.models import Collection
from comparer.library.importing.models import ImportBatch, Outcome
from comparer.library.importing.opening.entry import Limits
from comparer.library.importing.opening.table import open_csv, open_jsonl
from comparer.library.importing.starting import start_import
from comparer.library.importing.tasks import people_wait, run_import
from comparer.library.importing.working import bring_in
from tests.counting import count_calls
from tests.library.catalogue.making import make_collection
from tests.library.decode.documents import FERRY
from tests.library.keeping.making import signed_in

pytestmark = pytest.mark.django_db
BAD_EVERY = 10
BAD = ["short,2024-05-02,Orsa Post,,", f'"{FERRY}",2024-13-45,Orsa Post,,', f'"{FERRY}",2024-05-02']
PARTS_OF_A_LINE = 36
"""Questions for one line, with some room: an item, its version, history, words, tag, outlet, job and what became of it."""
FEW = re.compile("library_(collection|outlet|tag|importbatch)|accounts_user|auth_group")
WIDE = re.compile(r"\((collection_id|batch_id|outlet_id|state|outcome)=\?\)")


def table(lines: int, *, first: int = 0) -> bytes:
    """Lines with a bad one among every ten, in turns too short, of no day, and with a column missing."""
    rows = ["text,published,outlet,address,tags"]
    for number in range(first, first + lines):
        if number % BAD_EVERY == 3:
            rows.append(BAD[number // BAD_EVERY % len(BAD)])
        else:
            rows.append(f'"{FERRY} Trip {number}.",2024-05-02,Post {number % 7},https://orsa.example/{number},sea')
    return "\n".join(rows).encode()


def start(data: bytes, collection: Collection) -> ImportBatch:
    return start_import(collection=collection, by_id=None, files=[SimpleUploadedFile("all.csv", data)])


def opened(data: bytes, collection: Collection) -> ImportBatch:
    """An import whose table is opened, and whose lines wait."""
    batch = start(data, collection)
    while batch.rows.filter(name="all.csv", outcome=Outcome.WAITING).exists():
        bring_in(batch, seconds=0)
    return batch


def test_good_lines_come_in_and_bad_ones_go_back_as_a_table(client: Client) -> None:
    signed_in(client, "librarian")
    batch = start(table(90), make_collection())
    assert bring_in(batch)
    batch.refresh_from_db()
    assert (batch.total, batch.added, batch.refused) == (90, 81, 9)
    report = client.get(reverse("import_report", args=[batch.key])).getvalue().decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(report)))
    assert {line["outcome"] for line in lines} == {"refused"}
    assert [sum(word in line["reason"] for line in lines) for word in ("fewer than", "no day", "columns")] == [3, 3, 3]
    # mended, they come in
    mended = [line | {"text": f"{FERRY} Mended {n}.", "published": "2024-05-02"} for n, line in enumerate(lines)]
    out = io.StringIO()
    writer = csv.DictWriter(out, lines[0].keys())
    writer.writeheader()
    writer.writerows(mended)
    again = start(out.getvalue().encode(), batch.collection)
    assert bring_in(again)
    again.refresh_from_db()
    assert (again.added, again.refused) == (9, 0)


def test_a_line_asks_the_database_as_often_late_as_early() -> None:
    batch = opened(table(120), make_collection())
    counts = []
    for _ in range(110):
        with CaptureQueriesContext(connection) as asked:
            bring_in(batch, seconds=0)
        counts.append(len(asked))
    early, late = counts[30:60], counts[80:110]
    assert set(early) == set(late)
    assert max(late) <= PARTS_OF_A_LINE


def test_a_line_takes_as_much_work_late_as_early() -> None:
    batch = opened(table(120), make_collection())

    def bring(lines: int) -> int:
        return count_calls(lambda: [bring_in(batch, seconds=0) for _ in range(lines)])

    bring(10)
    early = bring(40)
    bring(20)
    assert bring(40) < 1.1 * early


def is_a_walk(line: str) -> bool:
    """True for a line of a plan that goes through a large table: all of it, from somewhere on, or all of a collection."""
    found = re.match(r"(SCAN|SEARCH) (\w+)", line)
    if found is None or FEW.fullmatch(found[2]) or "CONSTANT ROW" in line:
        return False
    return found[1] == "SCAN" or "=?" not in line or bool(WIDE.search(line))


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads the plans of SQLite")
def test_no_question_of_a_line_walks_through_a_large_table() -> None:
    batch = opened(table(30), make_collection())
    for _ in range(20):
        bring_in(batch, seconds=0)
    asked: list[tuple[str, Any]] = []

    def note(run: Any, sql: str, params: Any, *rest: Any) -> Any:
        asked.append((sql, params))
        return run(sql, params, *rest)

    with connection.execute_wrapper(note):
        bring_in(batch, seconds=0)
    walks = []
    with connection.cursor() as cursor:
        for sql, params in asked:
            if sql.startswith(("SELECT", "UPDATE", "DELETE")):
                cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
                plan = [str(line[3]) for line in cursor.fetchall()]
                walks += [f"{line}: {sql}" for line in plan if is_a_walk(line)]
    assert len(asked) > 10
    assert walks == []


@pytest.mark.parametrize("opener", [open_csv, open_jsonl])
@pytest.mark.parametrize("sign", ["", "’", "🌊"])
def test_a_table_is_not_held_in_memory_again_and_again(opener: Any, sign: str) -> None:
    line = f"{FERRY} {sign}" if opener is open_csv else f'{{"text": "{FERRY} {sign}"}}'
    text = "text\n" + "\n".join([line] * 4_000)
    data = text.encode()
    tracemalloc.start()
    entries = sum(1 for _ in opener(data, Limits()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert entries >= 4_000
    # its characters once, as wide as its widest, and whatever finding their encoding takes
    width = 4 if sign == "🌊" else 2 if sign else 1
    assert peak < 1.6 * width * len(text) + 500_000


def test_an_import_steps_aside_for_people(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    monkeypatch.setattr("comparer.library.importing.tasks.SECONDS_AT_ONCE", 1000)
    with django_capture_on_commit_callbacks(execute=True):
        batch = opened(table(3), make_collection())
    assert not people_wait()
    waiting = DBTaskResult.objects.create(
        task_path="comparer.comparisons.tasks.run_comparison",
        args_kwargs={"args": [0], "kwargs": {}},
        backend_name="default",
        run_after=batch.created,
    )
    run_import.func(batch.pk)
    batch.refresh_from_db()
    assert batch.done == 1
    waiting.delete()
    run_import.func(batch.pk)
    batch.refresh_from_db()
    assert (batch.done, batch.finished is not None) == (3, True)


def test_reading_a_table_leaves_the_limit_of_other_tables_as_it_was() -> None:
    before = csv.field_size_limit()
    limits = Limits(file_bytes=7_000_000)
    assert list(open_csv(table(3), limits))
    assert csv.field_size_limit() == before
