"""The pages of those who keep the library: bin, trail and health."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from comparer.analysis.compare import ENGINE
from comparer.library.catalogue.models import Item, Outlet, Seen
from comparer.library.importing.models import ImportBatch
from comparer.library.keeping.beats import beat, worker_name
from comparer.library.keeping.bin import bin_items
from comparer.library.keeping.health import TASKS
from comparer.library.keeping.models import Act, Deed, Worker
from comparer.library.keeping.tasks import have_tidied_daily, outdated_items, reread_outdated, tidy_daily
from comparer.library.keeping.trail import note_deed
from comparer.library.models import Article
from tests.library.catalogue.making import make_collection, make_item
from tests.library.keeping.making import make_failed_job, make_person, signed_in

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
PAGES = ["/library/bin/", "/library/trail/", "/library/health/"]


@pytest.fixture
def admin(client: Client) -> Client:
    return signed_in(client, "admin", username="ana")


def one_of_each() -> None:
    """One more line on each page, whatever it lists."""
    bin_items(items=Item.objects.filter(pk=make_item(outlet=f"Post {Item.objects.count()}").pk))
    outlet = Outlet.objects.last()
    assert outlet is not None
    outlet.country = "Orsa"
    outlet.save()
    make_failed_job("comparer.library.catalogue.tasks.read_item", 1)
    Worker.objects.create(name=f"w{Worker.objects.count()}", started=timezone.now(), seen=timezone.now())


@pytest.mark.parametrize("address", PAGES)
def test_pages_ask_the_same_number_of_questions_for_one_row_and_for_three(address: str, admin: Client) -> None:
    counts = []
    for number in (1, 2):
        for _ in range(number):
            one_of_each()
        with CaptureQueriesContext(connection) as queries:
            assert admin.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(("address", "said"), [(PAGES[0], "The bin is empty."), (PAGES[2], "None was ever seen.")])
def test_empty_pages_teach(address: str, said: str, admin: Client) -> None:
    assert said in admin.get(address).content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_piece_goes_into_the_bin_and_back(headers: dict[str, str], admin: Client) -> None:
    item = make_item()
    answer = admin.post(reverse("item_bin", args=[item.key]), headers=headers, follow=True)
    assert f"“{item.title}” is in the bin." in answer.content.decode()
    assert not Item.objects.live().exists()
    answer = admin.post(reverse("item_restore", args=[item.key]), headers=headers, follow=True)
    assert f"“{item.title}” is back in “{item.collection}”." in answer.content.decode()
    assert Item.objects.live().exists()
    assert [deed.act for deed in Deed.objects.order_by("pk")] == [Act.BINNED, Act.RESTORED]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_bringing_back_says_when_the_address_is_taken(headers: dict[str, str], admin: Client) -> None:
    collection, address = make_collection(), "https://orsa.example/1"
    item = make_item(collection, address=address)
    bin_items(items=Item.objects.all())
    make_item(collection, address=address)
    page = admin.post(reverse("item_restore", args=[item.key]), headers=headers, follow=True).content.decode()
    assert "stays in the bin: another piece" in page


def test_the_bin_of_others_is_not_there(client: Client) -> None:
    signed_in(client, "librarian")
    hidden = make_item(make_collection(seen=Seen.BY_OWNERS))
    assert client.post(reverse("item_bin", args=[hidden.key])).status_code == 404
    bin_items(items=Item.objects.all())
    assert hidden.title not in client.get(PAGES[0]).content.decode()
    assert client.post(reverse("item_restore", args=[hidden.key])).status_code == 404


def tell(page: str) -> str:
    return " ".join(page.split())


def test_trail_tells_deeds_and_changes_of_rows_newest_first(admin: Client) -> None:
    outlet = Outlet.objects.create(name="Orsa Post")
    outlet.country, outlet.owned_by = "Orsa", "Bell"
    outlet.save()
    note_deed(act=Act.EXPORTED, about="12 pieces", by=make_person(username="ben"), note="as CSV")
    page = tell(admin.get(PAGES[1]).content.decode())
    lines = ["<td>ben</td> <td>exported 12 pieces", "changed the outlet “Orsa Post”", "added the outlet “Orsa Post”"]
    assert [page.index(line) for line in lines] == sorted(page.index(line) for line in lines)
    assert "(country, owner)" in page


NARROWED = [
    ({"who": "ben"}, {"by ben"}),
    ({"act": "exported"}, {"by ben", "by ana"}),
    ({"act": "added"}, {"Orsa Post"}),
    ({"act": "removed"}, set()),
    ({"words": "orsa"}, {"Orsa Post"}),
    ({"since": "2031-05-02"}, {"by ben", "Orsa Post"}),
    ({"until": "2031-05-01"}, {"by ana"}),
]


@pytest.mark.parametrize(("given", "told"), NARROWED)
def test_trail_is_narrowed(given: dict[str, str], told: set[str], admin: Client) -> None:
    Outlet.objects.create(name="Orsa Post")
    for name, day in (("ben", 2), ("ana", 1)):
        deed = note_deed(act=Act.EXPORTED, about=f"by {name}")
        at = timezone.now().replace(year=2031, month=5, day=day)
        Deed.objects.filter(pk=deed.pk).update(by_name=name, at=at)
    Outlet.history.update(history_date=timezone.now().replace(year=2031, month=5, day=2))
    page = admin.get(PAGES[1], given, headers=HTMX).content.decode()
    assert {words for words in ("by ben", "by ana", "Orsa Post") if words in page} == told


def test_trail_tells_who_brought_in_what(admin: Client) -> None:
    collection = make_collection("Reports")
    ImportBatch.objects.create(collection=collection, by=make_person(username="ben"), total=12)
    page = tell(admin.get(PAGES[1], {"act": "imported"}).content.decode())
    assert "<td>ben</td> <td>brought in 12 pieces into “Reports”" in page


def test_trail_says_what_day_it_cannot_read(admin: Client) -> None:
    page = admin.get(PAGES[1], {"since": "yesterday"}).content.decode()
    assert "Enter a valid date." in page
    assert 'value="yesterday"' in page


def test_trail_as_a_table_runs_nothing_in_a_spreadsheet(admin: Client) -> None:
    note_deed(act=Act.EXPORTED, about="=HYPERLINK(1)", by=make_person(username="ben"))
    Outlet.objects.create(name="Orsa Post")
    answer: Any = admin.get("/library/trail/trail.csv", {"words": "hyperlink"})
    lines = list(csv.reader(b"".join(answer.streaming_content).decode().splitlines()))
    assert [line[1:] for line in lines] == [
        ["Who", "Did", "To what", "Note"],
        ["ben", "exported", "'=HYPERLINK(1)", ""],
    ]


def test_trail_keeps_the_name_of_whoever_left() -> None:
    person = make_person(username="ben")
    deed = note_deed(act=Act.EXPORTED, about="x", by=person)
    person.delete()
    deed.refresh_from_db()
    assert (deed.by, deed.by_name) == (None, "ben")


def test_health_tells_queue_workers_and_failed_jobs(admin: Client) -> None:
    beat()
    job = make_failed_job("comparer.library.catalogue.tasks.read_item", 7)
    page = admin.get(PAGES[2]).content.decode()
    assert worker_name() in page
    assert "RuntimeError: the lamp went out" in page
    assert "Reading a piece of the library" in page
    admin.post(reverse("job_retry", args=[job.pk]))
    again = DBTaskResult.objects.get()
    assert (again.status, again.args_kwargs["args"]) == ("READY", [7])
    assert admin.post(reverse("job_retry", args=[job.pk])).status_code == 404
    assert "1 job" in tell(admin.get(PAGES[2], headers=HTMX).content.decode())


def test_every_job_has_words_and_many_pieces_are_counted(admin: Client) -> None:
    written = "\n".join(path.read_text() for path in (settings.BASE_DIR / "comparer").rglob("*.py"))
    names = re.findall(r"^@task\(.*\)\ndef (\w+)", written, re.MULTILINE)
    assert "read_item" in names
    assert set(TASKS) == set(names)
    make_failed_job("comparer.library.catalogue.tasks.read_items", [11, 12])
    page = " ".join(admin.get("/library/health/").content.decode().split())
    assert "queueing pieces to read" in page
    assert "2 pieces" in page
    assert "[11, 12]" not in page


def test_health_tells_of_silent_workers(admin: Client) -> None:
    long_ago = timezone.now() - timedelta(hours=2)
    Worker.objects.create(name="old", started=long_ago, seen=long_ago)
    page = tell(admin.get(PAGES[2]).content.decode())
    assert "0 alive" in page
    assert "Start one: python manage.py work" in page


def test_what_another_version_has_read_is_read_again(admin: Client) -> None:
    old, new, unread = make_item(), make_item(), make_item()
    for item, engine in ((old, "0.0.1"), (new, ENGINE)):
        Article.objects.filter(item=item).update(engine=engine)
    assert list(outdated_items()) == [old]
    assert "Read 1 piece again" in tell(admin.get(PAGES[2]).content.decode())
    admin.post(reverse("library_reread"))
    reread_outdated.func()
    queued = DBTaskResult.objects.filter(task_path__endswith="read_item")
    assert [job.args_kwargs["args"] for job in queued] == [[old.pk]]
    assert unread.pk not in {old.pk, new.pk}


def test_the_daily_round_is_queued_once_and_goes_on() -> None:
    have_tidied_daily()
    have_tidied_daily()
    assert DBTaskResult.objects.count() == 1
    DBTaskResult.objects.all().delete()
    tidy_daily.func()
    assert DBTaskResult.objects.get().run_after > timezone.now() + timedelta(hours=23)
