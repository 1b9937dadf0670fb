"""The library in the admin: lists that cost the same however long, acts on many rows, tables in and out."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from comparer.accounts.models import User
from comparer.library.catalogue.models import Item, Outlet, OutletDomain, Seen, Tag
from comparer.library.catalogue.tasks import read_items
from comparer.library.importing.models import ImportBatch
from comparer.library.keeping.models import Act, Deed
from comparer.library.models import Article
from comparer.web.people import Person
from tests.comparisons.making import make_comparison
from tests.library.catalogue.making import make_collection, make_item
from tests.library.keeping.making import make_failed_job, make_person, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client: Client) -> Client:
    return signed_in(client, "superuser", is_staff=True)


def make_outlet_with_domains() -> None:
    outlet = Outlet.objects.create(name=f"Outlet {Outlet.objects.count()}")
    for letter in "ab":
        OutletDomain.objects.create(outlet=outlet, domain=f"{letter}{outlet.pk}.example")


def make_tagged_item() -> None:
    item = make_item(outlet=f"Post {Item.objects.count()}")
    item.tags.add(Tag.objects.create(name=f"topic {item.pk}"))


LISTS: dict[str, Callable[[], Any]] = {
    "library_outlet": make_outlet_with_domains,
    "library_item": make_tagged_item,
    "library_article": make_item,
    "library_collection": make_collection,
    "library_tag": make_tagged_item,
    "comparisons_comparison": lambda: make_comparison(Person(user_id=make_person().pk)),
    "accounts_user": lambda: make_person("journalist"),
    "django_tasks_database_dbtaskresult": lambda: make_failed_job("comparer.library.catalogue.tasks.read_item", 1),
    "library_importbatch": lambda: ImportBatch.objects.create(collection=make_collection(), by=make_person()),
    "library_wordchange": lambda: None,
    "library_wordversion": lambda: None,
}


@pytest.mark.parametrize("table", LISTS)
def test_lists_ask_the_same_number_of_questions_for_one_row_and_for_three(table: str, staff: Client) -> None:
    counts = []
    address = reverse(f"admin:{table}_changelist")
    for number in (1, 2):
        for _ in range(number):
            LISTS[table]()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert staff.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("table", LISTS)
def test_lists_can_be_searched_and_filtered(table: str, staff: Client) -> None:
    LISTS[table]()
    assert staff.get(reverse(f"admin:{table}_changelist"), {"q": "ferry"}).status_code == 200


def act(staff: Client, table: str, action: str, rows: list[Any], **more: Any) -> Any:
    given = {"action": action, "_selected_action": [row.pk for row in rows], **more}
    return staff.post(reverse(f"admin:{table}_changelist"), given, follow=True)


def test_deleting_puts_into_the_bin_and_can_be_taken_back(staff: Client) -> None:
    one, other = make_item(), make_item()
    page = act(staff, "library_item", "put_in_bin", [one])
    assert "1 piece in the" in page.content.decode()
    assert list(Item.objects.live()) == [other]
    act(staff, "library_item", "bring_back", [one])
    assert set(Item.objects.live()) == {one, other}
    assert "delete_selected" not in staff.get(reverse("admin:library_item_changelist")).content.decode()


def test_read_again_queues_each_piece_once(staff: Client, django_capture_on_commit_callbacks: Any) -> None:
    items = [make_item(), make_item()]
    Article.objects.update(engine="0.0.1", reading="{}")
    with django_capture_on_commit_callbacks(execute=True):
        act(staff, "library_item", "read_again", items)
    queued = DBTaskResult.objects.get(task_path__endswith="read_items")
    read_items.func(*queued.args_kwargs["args"])
    assert DBTaskResult.objects.filter(task_path__endswith="read_item").count() == 2
    assert set(Article.objects.values_list("engine", flat=True)) == {""}
    assert Deed.objects.get().act == Act.REREAD


def test_tagging_asks_for_the_tag_first(staff: Client) -> None:
    items, tag = [make_item(), make_item()], Tag.objects.create(name="sea")
    page = act(staff, "library_item", "tag", items).content.decode()
    assert "Choose" in page
    assert all(f'value="{item.pk}"' in page for item in items)
    assert not tag.items.exists()
    act(staff, "library_item", "tag", items, choice=tag.pk)
    assert set(tag.items.all()) == set(items)


def test_moving_leaves_what_the_other_collection_has_already(staff: Client) -> None:
    to, address = make_collection(), "https://orsa.example/1"
    make_item(to, address=address)
    stays, goes = make_item(address=address), make_item()
    page = act(staff, "library_item", "move", [stays, goes], choice=to.pk).content.decode()
    assert "1 piece moved" in page
    assert "1 piece stay" in page
    goes.refresh_from_db()
    stays.refresh_from_db()
    assert (goes.collection, stays.collection == to) == (to, False)


def test_merging_outlets_moves_pieces_domains_and_ratings(staff: Client) -> None:
    kept, other = Outlet.objects.create(name="Orsa Post"), Outlet.objects.create(name="The Orsa Post", country="Orsa")
    item = make_item(outlet="The Orsa Post")
    OutletDomain.objects.create(outlet=other, domain="orsa.example")
    assert "Tick at least two" in act(staff, "library_outlet", "merge", [kept]).content.decode()
    act(staff, "library_outlet", "merge", [kept, other], choice=kept.pk)
    item.refresh_from_db()
    kept.refresh_from_db()
    assert (item.outlet, kept.country, kept.domains.get().domain) == (kept, "Orsa", "orsa.example")
    assert not Outlet.objects.filter(pk=other.pk).exists()
    assert Deed.objects.get().act == Act.MERGED


def test_texts_of_versions_are_shown_and_not_to_be_edited(staff: Client) -> None:
    item = make_item(raw="Ferry aground\n\nThe lamp of the ferry was lit.")
    page = staff.get(reverse("admin:library_article_change", args=[item.current_id])).content.decode()
    assert "The lamp of the ferry was lit." in page
    assert 'name="raw"' not in page
    assert staff.post(reverse("admin:library_article_change", args=[item.current_id]), {"raw": "x"}).status_code == 403


def test_what_people_brought_for_themselves_is_not_shown(staff: Client) -> None:
    comparison = make_comparison(Person(visitor="key"))
    assert staff.get(reverse("admin:library_article_change", args=[comparison.left_id])).status_code == 302
    assert comparison.left.headline not in staff.get(reverse("admin:library_article_changelist")).content.decode()


def test_names_of_peoples_comparisons_are_not_shown(staff: Client) -> None:
    comparison = make_comparison(Person(visitor="key"), name="Private matter")
    for address in ("changelist", "change"):
        args = [comparison.pk] if address == "change" else []
        page = staff.get(reverse(f"admin:comparisons_comparison_{address}", args=args)).content.decode()
        assert comparison.key in page
        assert "Private matter" not in page


def test_librarians_see_only_the_collections_that_they_may(client: Client) -> None:
    hidden, seen = make_item(make_collection(seen=Seen.BY_OWNERS)), make_item()
    signed_in(client, "librarian", is_staff=True)
    page = client.get(reverse("admin:library_item_changelist")).content.decode()
    assert seen.title in page
    assert hidden.title not in page
    assert client.get(reverse("admin:library_item_change", args=[hidden.pk])).status_code == 302
    assert client.get(reverse("admin:library_article_change", args=[hidden.current_id])).status_code == 302
    act(client, "library_item", "put_in_bin", [hidden])
    assert Item.objects.live().filter(pk=hidden.pk).exists()


def test_export_holds_what_is_known_and_is_noted(staff: Client) -> None:
    item = make_item(title="=HYPERLINK(1)")
    item.tags.add(Tag.objects.create(name="sea"))
    fields = {f"itemresource_{name}": "on" for name in ("key", "title", "outlet", "tags")}
    answer = staff.post(reverse("admin:library_item_export"), {"format": "0", "resource": "", **fields})
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert answer.content.decode().splitlines()[1] == f"{item.key},HYPERLINK(1),Orsa Post,sea"
    deed = Deed.objects.get()
    assert (deed.act, deed.about, deed.note) == (Act.EXPORTED, "1 of pieces", "as CSV")


@pytest.mark.parametrize(
    ("table", "make"), [("library_item", make_tagged_item), ("library_outlet", make_outlet_with_domains)]
)
def test_export_asks_as_often_for_one_row_as_for_three(table: str, make: Callable[[], Any], staff: Client) -> None:
    counts = []
    for number in (1, 2):
        for _ in range(number):
            make()
        page = staff.get(reverse(f"admin:{table}_export"))
        fields = {name: "on" for name in page.context["form"].fields if "resource_" in name}
        given = {"format": "0", "resource": "", "export_items": [], **fields}
        with CaptureQueriesContext(connection) as asked:
            assert staff.post(reverse(f"admin:{table}_export"), given).headers["Content-Type"].startswith("text/csv")
        counts.append(len(asked))
    assert counts[0] == counts[1]


ACTIONS: dict[str, Callable[[], dict[str, Any]]] = {
    # what is done to many pieces at once, and what is chosen for it
    "read_again": dict,
    "tag": lambda: {"choice": Tag.objects.create(name=f"topic {Tag.objects.count()}").pk},
    "move": lambda: {"choice": make_collection().pk},
    "put_in_bin": dict,
}


@pytest.mark.parametrize("action", ACTIONS)
def test_actions_ask_as_often_for_one_piece_as_for_many(action: str, staff: Client) -> None:
    counts = []
    for number in (1, 6):
        items = [make_item(address=f"https://orsa.example/{action}/{number}/{at}") for at in range(number)]
        chosen = ACTIONS[action]()
        with CaptureQueriesContext(connection) as asked:
            staff.post(
                reverse("admin:library_item_changelist"),
                {"action": action, "_selected_action": [item.pk for item in items], **chosen},
            )
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_piece_can_be_deleted_and_taken_down_from_its_page(staff: Client) -> None:
    item = make_item()
    page = staff.get(reverse("admin:library_item_change", args=[item.pk])).content.decode()
    assert reverse("item_bin", args=[item.key]) in page
    assert reverse("item_takedown", args=[item.key]) in page
    assert "delete-related" not in page


def test_an_outlet_with_pieces_is_merged_and_not_deleted(staff: Client) -> None:
    outlet, empty = make_item().outlet, Outlet.objects.create(name="Nobody")
    assert outlet is not None
    assert staff.get(reverse("admin:library_outlet_delete", args=[outlet.pk])).status_code == 403
    assert staff.get(reverse("admin:library_outlet_delete", args=[empty.pk])).status_code == 200
    assert "delete_selected" not in staff.get(reverse("admin:library_outlet_changelist")).content.decode()


def test_deleting_a_tag_says_from_how_many_pieces_it_is_taken(staff: Client) -> None:
    tag = Tag.objects.create(name="sea")
    tag.items.add(make_item(), make_item())
    page = staff.get(reverse("admin:library_tag_delete", args=[tag.pk])).content.decode()
    assert "It is taken off 2 pieces; the pieces stay." in page
    staff.post(reverse("admin:library_tag_delete", args=[tag.pk]), {"post": "yes"})
    assert (Tag.objects.count(), Item.objects.count()) == (0, 2)


def bring(staff: Client, table: str, text: str) -> Any:
    """Upload a table and confirm it."""
    upload = SimpleUploadedFile("table.csv", text.encode(), content_type="text/csv")
    shown = staff.post(reverse(f"admin:{table}_import"), {"import_file": upload, "format": "0", "resource": ""})
    form = shown.context.get("confirm_form")
    if form is None:
        return shown
    return staff.post(reverse(f"admin:{table}_process_import"), form.initial, follow=True)


def test_import_of_outlets_adds_and_changes(staff: Client) -> None:
    Outlet.objects.create(name="Orsa Post")
    bring(staff, "library_outlet", "name,country\nOrsa Post,Orsa\nHarbour Gazette,Orsa\n")
    assert dict(Outlet.objects.values_list("name", "country")) == {"Orsa Post": "Orsa", "Harbour Gazette": "Orsa"}
    assert Outlet.history.filter(name="Harbour Gazette").get().history_user == User.objects.get(is_superuser=True)


def test_import_of_pieces_changes_only_what_is_there(staff: Client) -> None:
    item = make_item()
    bring(staff, "library_item", f"key,title,tags\n{item.key},Another title,\n")
    item.refresh_from_db()
    assert item.title == "Another title"
    page = bring(staff, "library_item", "key,title\nunknown,Another\n").content.decode()
    assert "No piece that you see has this key" in page
    assert Item.objects.count() == 1


def test_failed_jobs_can_be_tried_again(staff: Client) -> None:
    job = make_failed_job("comparer.library.catalogue.tasks.read_item", 7)
    assert (
        "the lamp went out"
        in staff.get(reverse("admin:django_tasks_database_dbtaskresult_changelist")).content.decode()
    )
    act(staff, "django_tasks_database_dbtaskresult", "try_again", [job])
    again = DBTaskResult.objects.get()
    assert (again.status, json.dumps(again.args_kwargs["args"])) == ("READY", "[7]")


def test_edits_are_kept_with_who_made_them(staff: Client) -> None:
    outlet = Outlet.objects.create(name="Orsa Post")
    none = {f"{inline}-{what}": "0" for inline in ("domains", "ratings") for what in ("TOTAL_FORMS", "INITIAL_FORMS")}
    given = {"name": "Orsa Post", "country": "Orsa", **none}
    staff.post(reverse("admin:library_outlet_change", args=[outlet.pk]), given)
    record = Outlet.history.first()
    assert (record.country, record.history_type, record.history_user.is_superuser) == ("Orsa", "~", True)
