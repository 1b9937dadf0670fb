"""The pages of bringing articles in."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from comparer.accounts.models import User
from comparer.library.catalogue.models import Collection, Item, Seen
from comparer.library.catalogue.roles import ROLES, make_roles
from comparer.library.importing.models import ImportBatch, ImportRow
from comparer.library.importing.working import bring_in
from tests.library.catalogue.making import make_collection, make_item
from tests.library.decode.documents import FERRY

pytestmark = pytest.mark.django_db

MAKE = "/library/import/"
HTMX = {"HX-Request": "true"}
TABLE = f'text,title,published\n"{FERRY}",=Ferry,2031-03-40\nshort,One,\n"{FERRY} Again.",Two,2020-03-04\n'


def sign_in(client: Client, role: str = "librarian") -> User:
    make_roles()
    user = User.objects.create_user(role)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    return user


def upload(name: str = "a.txt", data: bytes | str = FERRY) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def send(client: Client, *files: SimpleUploadedFile, collection: Collection | None = None, **more: Any) -> Any:
    into = {"collection": collection.pk} if collection else {}
    headers = more.pop("headers", {})
    return client.post(MAKE, {"chosen": list(files)} | into | more, headers=headers)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_only_who_may_import_gets_in(client: Client, role: str) -> None:
    sign_in(client, role)
    batch = ImportBatch.objects.create(collection=make_collection())
    allowed = "library.import_item" in ROLES[role]
    for address in (MAKE, batch.get_absolute_url(), reverse("import_report", args=[batch.key])):
        assert client.get(address).status_code == (200 if allowed else 403)
    answer = send(client, upload(), collection=batch.collection)
    assert answer.status_code == (302 if allowed else 403)


def test_visitors_are_asked_to_sign_in(client: Client) -> None:
    assert client.get(MAKE).status_code == 302
    assert "login" in client.get(MAKE).headers["Location"]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_files_become_a_batch(client: Client, headers: dict[str, str]) -> None:
    user = sign_in(client)
    collection = make_collection()
    answer = send(client, upload(), upload("b.txt", b""), collection=collection, headers=headers)
    batch = ImportBatch.objects.get()
    assert (batch.collection, batch.by, batch.total) == (collection, user, 2)
    where = answer.headers["HX-Redirect" if headers else "Location"]
    assert where == batch.get_absolute_url()
    assert bytes(batch.rows.earliest("pk").data or b"") == FERRY.encode()


def test_a_new_collection_is_made_on_the_way(client: Client) -> None:
    sign_in(client)
    assert send(client, upload(), new_collection=" Harbour  desk ").status_code == 302
    assert ImportBatch.objects.get().collection.name == "Harbour desk"


@pytest.mark.parametrize(
    ("files", "more", "says"),
    [
        ([], {}, "Choose at least one file."),
        ([upload()], {"collection": ""}, "Choose where they go."),
        ([upload()], {"collection": "999"}, "not one of the available choices"),
        ([upload()], {"collection": "", "new_collection": "TAKEN"}, "There is a collection of this name"),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_is_missing_is_said_in_place(
    client: Client, files: list[SimpleUploadedFile], more: dict[str, str], says: str, headers: dict[str, str]
) -> None:
    sign_in(client)
    collection = make_collection("Taken")
    fields = {"chosen": files, "collection": collection.pk} | more
    answer = client.post(MAKE, fields, headers=headers)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert answer.content.decode().lstrip().startswith("<form" if headers else "<!doctype")
    assert not ImportBatch.objects.exists()


def test_too_much_at_once_is_refused_before_it_is_kept(client: Client, settings: Settings) -> None:
    sign_in(client)
    settings.COMPARER_MAX_IMPORT_BYTES = 10
    answer = send(client, upload(), collection=make_collection())
    assert "is the most at once" in answer.content.decode()
    settings.COMPARER_LONG_REQUESTS = {MAKE: 10}
    answer = send(client, upload(), collection=make_collection())
    assert answer.status_code == 413
    assert "zip archive" in answer.content.decode()


def test_collections_and_imports_of_others_are_not_seen(client: Client) -> None:
    sign_in(client)
    hidden = make_collection("Hidden desk", seen=Seen.BY_OWNERS)
    batch = ImportBatch.objects.create(collection=hidden)
    assert "Hidden desk" not in client.get(MAKE).content.decode()
    assert send(client, upload(), collection=hidden).status_code == 422
    assert client.get(batch.get_absolute_url()).status_code == 404
    assert client.get(reverse("import_report", args=[batch.key])).status_code == 404


def test_addresses_are_asked_for_only_where_they_are_fetched(client: Client, settings: Settings) -> None:
    collection = make_collection()
    sign_in(client)
    settings.COMPARER_FETCH = True
    assert "addresses" not in client.get(MAKE).content.decode()
    sign_in(client, "admin")
    assert "addresses" in client.get(MAKE).content.decode()
    lines = "https://alda.example/1\r\n\r\nhttps://alda.example/1\r\n"
    answer = client.post(MAKE, {"addresses": lines, "collection": collection.pk})
    assert answer.status_code == 302
    batch = ImportBatch.objects.get()
    assert (batch.may_fetch, [row.name for row in batch.rows.all()]) == (True, ["https://alda.example/1"])
    for wrong in ("file:///etc/passwd", "alda.example", "https://a.example\n" * 1 + "ftp://a.example"):
        answer = client.post(MAKE, {"addresses": wrong, "collection": collection.pk})
        assert answer.status_code == 422
        assert "is no web address" in answer.content.decode()
    settings.COMPARER_FETCH = False
    assert "addresses" not in client.get(MAKE).content.decode()


def test_a_batch_tells_what_became_of_each(client: Client) -> None:
    sign_in(client)
    collection = make_collection()
    send(client, upload("a.csv", TABLE), collection=collection)
    batch = ImportBatch.objects.get()
    address = batch.get_absolute_url()
    page = client.get(address).content.decode()
    assert "0 of 1 done" in page
    assert 'http-equiv="refresh"' in page
    bring_in(batch)
    page = client.get(address).content.decode()
    assert 'http-equiv="refresh"' not in page
    assert "hx-trigger" not in page
    assert Item.objects.get().get_absolute_url() in page
    assert "a.csv: line 2" in page
    assert "is no day on which it can have appeared" in page
    refused = client.get(address, {"outcome": "refused"}).content.decode()
    assert Item.objects.get().get_absolute_url() not in refused
    assert "a.csv: line 3" in refused


def test_the_report_gives_bad_lines_back_to_be_mended(client: Client) -> None:
    sign_in(client)
    send(client, upload("a.csv", TABLE), upload("b.txt", "too short"), collection=make_collection())
    batch = ImportBatch.objects.get()
    bring_in(batch)
    send(client, upload("c.csv", TABLE), collection=batch.collection)
    again = ImportBatch.objects.latest("pk")
    bring_in(again)
    answer = client.get(reverse("import_report", args=[batch.key]))
    lines = list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert [(line["outcome"], line["name"]) for line in lines] == [
        ("refused", "b.txt"), ("refused", "a.csv: line 2"), ("refused", "a.csv: line 3"),
    ]  # fmt: skip
    assert (lines[1]["text"], lines[1]["title"], lines[1]["published"]) == (FERRY, "'=Ferry", "2031-03-40")
    answer = client.get(reverse("import_report", args=[again.key]))
    lines = list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    first = [line["first"] for line in lines if line["outcome"] == "already here"]
    assert first == [f"http://testserver{Item.objects.get().get_absolute_url()}"]


def test_polling_gets_news_only(client: Client) -> None:
    sign_in(client)
    send(client, upload(), collection=make_collection())
    batch = ImportBatch.objects.get()
    address = batch.get_absolute_url()
    assert client.get(address, {"seen": "1-0-False"}, headers=HTMX).status_code == 204
    bring_in(batch)
    answer = client.get(address, {"seen": "1-0-False"}, headers=HTMX).content.decode()
    assert answer.lstrip().startswith('<section id="import-progress"')
    assert "every 1s" not in answer


def test_looking_takes_up_a_batch_whose_worker_died(client: Client) -> None:
    sign_in(client)
    batch = ImportBatch.objects.create(collection=make_collection(), heartbeat=timezone.now() - timedelta(hours=1))
    client.get(batch.get_absolute_url())
    batch.refresh_from_db()
    assert not batch.is_silent


def test_the_first_is_named_only_to_who_may_see_it(client: Client) -> None:
    sign_in(client)
    hidden = make_item(make_collection(seen=Seen.BY_OWNERS), raw=FERRY)
    batch = ImportBatch.objects.create(collection=make_collection(), finished=timezone.now(), total=1, duplicates=1)
    ImportRow.objects.create(batch=batch, name="a.txt", kind="file", outcome="duplicate", reason="Here.", item=hidden)
    page = client.get(batch.get_absolute_url()).content.decode()
    assert "no longer where you can see it" in page
    assert hidden.get_absolute_url() not in page
    assert hidden.get_absolute_url() not in client.get(reverse("import_report", args=[batch.key])).getvalue().decode()


def test_a_batch_names_pieces_that_carry_the_same_text(client: Client) -> None:
    sign_in(client)
    first = make_item(make_collection("Harbour desk"), raw=FERRY, title="Alda stuck")
    make_item(make_collection(seen=Seen.BY_OWNERS), raw=FERRY, title="Secret", outlet="Hush")
    send(client, upload("a.csv", f'text,outlet\n"{FERRY}",Tide Weekly\n'), collection=first.collection)
    batch = ImportBatch.objects.get()
    bring_in(batch)
    page = client.get(batch.get_absolute_url()).content.decode()
    assert "The same text, word for word, as" in page
    assert f'<a href="{first.get_absolute_url()}">Alda stuck</a> (Orsa Post)' in page
    assert "Secret" not in page


def test_what_is_hidden_is_no_reason_to_refuse(client: Client) -> None:
    sign_in(client)
    make_item(make_collection(seen=Seen.BY_OWNERS), raw=FERRY, file_name="a.txt", file_bytes=FERRY.encode())
    send(client, upload("a.txt"), collection=make_collection())
    batch = ImportBatch.objects.get()
    bring_in(batch)
    batch.refresh_from_db()
    assert (batch.added, batch.duplicates) == (1, 0)


def test_pages_ask_the_database_equally_often_for_one_row_and_for_many(client: Client) -> None:
    sign_in(client)
    collection = make_collection()
    batches = []
    for number in (1, 3):
        batch = ImportBatch.objects.create(collection=collection, finished=timezone.now(), total=number)
        batches.append(batch)
        for place in range(number):
            item = make_item(collection)
            ImportRow.objects.create(batch=batch, name=f"{place}.txt", kind="file", outcome="added", item=item)
    client.get(MAKE)
    counts = []
    for batch in batches:
        with CaptureQueriesContext(connection) as queries:
            client.get(batch.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_an_import_is_undone_and_brought_back(client: Client) -> None:
    sign_in(client)
    send(client, upload(), upload("b.txt", f"{FERRY} Two."), collection=make_collection())
    batch = ImportBatch.objects.get()
    undo = reverse("import_undo", args=[batch.key])
    assert client.post(undo).status_code == 404
    bring_in(batch)
    kept = make_item(batch.collection)
    assert "Undo: 2 pieces into the bin" in client.get(batch.get_absolute_url()).content.decode()
    assert client.post(undo).headers["Location"] == batch.get_absolute_url()
    assert list(Item.objects.live()) == [kept]
    page = client.get(batch.get_absolute_url()).content.decode()
    assert "2 pieces of this import lie in the bin" in page
    assert "Undo:" not in page
    client.post(undo, {"back": "1"})
    assert Item.objects.live().count() == 3


def test_only_who_may_delete_undoes_an_import(client: Client) -> None:
    user = sign_in(client, "viewer")
    user.user_permissions.add(Permission.objects.get(codename="import_item"))
    batch = ImportBatch.objects.create(collection=make_collection(), finished=timezone.now())
    assert "Undo" not in client.get(batch.get_absolute_url()).content.decode()
    assert client.post(reverse("import_undo", args=[batch.key])).status_code == 403
