"""Who may do what: every page of the library and every table of the admin, for every role."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from comparer.library.catalogue.models import Item, Seen
from comparer.library.catalogue.roles import ROLES, STAFF
from comparer.library.importing.models import ImportBatch
from comparer.library.keeping.bin import bin_items
from tests.library.catalogue.making import make_collection, make_item
from tests.library.keeping.making import make_failed_job, make_person

pytestmark = pytest.mark.django_db

VISITOR, NONE = "visitor", ""
ALL = {VISITOR, NONE, *ROLES}
SIGNED_IN = {NONE, *ROLES}
COMPARE = {"journalist", "educator", "librarian", "admin"}
KEEP = {"librarian", "admin"}
ADMIN = {"admin"}

PAGES: dict[str, tuple[str, set[str]]] = {
    # name of the address: how it is asked, and who may
    "item_list": ("get", ALL),
    "item_detail": ("get", ALL),
    "item_versions": ("get", ALL),
    "outlet_detail": ("get", ALL),
    "item_original": ("get", KEEP),
    "item_edit": ("post", KEEP),
    "item_undo": ("post", KEEP),
    "item_compare": ("post", COMPARE),
    "event_make": ("post", COMPARE),
    "event_list": ("get", SIGNED_IN),
    "event_detail": ("get", SIGNED_IN),
    "event_delete": ("post", SIGNED_IN),
    "event_restore": ("post", SIGNED_IN),
    "saved_search_make": ("post", SIGNED_IN),
    "saved_search_delete": ("post", SIGNED_IN),
    "saved_search_restore": ("post", SIGNED_IN),
    "import_make": ("get", KEEP),
    "import_detail": ("get", KEEP),
    "import_report": ("get", KEEP),
    "import_undo": ("post", KEEP),
    "library_bin": ("get", KEEP),
    "item_bin": ("post", KEEP),
    "item_restore": ("post", KEEP),
    "item_takedown": ("post", ADMIN),
    "library_trail": ("get", KEEP),
    "library_trail_csv": ("get", KEEP),
    "library_health": ("get", ADMIN),
    "job_retry": ("post", ADMIN),
    "library_reread": ("post", ADMIN),
    "library_lexicon": ("get", KEEP),
    "words_trial": ("get", KEEP),
    "word_draft": ("post", ADMIN),
    "word_leave": ("post", ADMIN),
    "words_try": ("post", ADMIN),
    "words_try_whole": ("post", ADMIN),
    "words_stop": ("post", ADMIN),
    "words_outcome": ("get", ADMIN),
    "words_to_work": ("post", ADMIN),
}
TABLES: dict[str, set[str]] = {
    # tables of the admin: who looks at them; nobody comes in who is not staff
    "library.outlet": KEEP,
    "library.item": KEEP,
    "library.article": KEEP,
    "library.collection": KEEP,
    "library.tag": KEEP,
    "library.importbatch": KEEP,
    "library.wordchange": KEEP,
    "library.wordversion": KEEP,
    "comparisons.comparison": ADMIN,
    "django_tasks_database.dbtaskresult": ADMIN,
    "accounts.user": ADMIN,
    "auth.group": ADMIN,
}
TOLD: dict[str, set[str]] = {
    # of pieces in collections seen by whom the trail gives the names; they are of none of the groups, and own none
    "librarian": {Seen.BY_ALL},
    "admin": set(Seen.values),
}
REFUSED = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}


def patterns(resolver: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield path and name of every address of the site."""
    for pattern in resolver.url_patterns:
        here = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, here)
        elif isinstance(pattern, URLPattern):
            yield here, pattern.name or ""


def test_every_page_of_the_library_stands_in_the_table() -> None:
    there = {name for path, name in patterns(get_resolver()) if path.startswith("library/")}
    assert there - set(PAGES) == set(), "say in the table who may ask for these"
    assert set(PAGES) - there == {"item_compare"}, "these are no more; item_compare lies among the comparisons"


def test_every_table_of_the_admin_stands_in_the_table() -> None:
    there = {model._meta.label_lower for model in admin.site._registry}
    assert {label for label in there if not label.startswith("classroom.")} == set(TABLES)


@pytest.fixture
def rows() -> dict[str, list[Any]]:
    """What stands in each address; a page that asks for a row of somebody's own gets one that is not there."""
    item, binned = make_item(file_name="a.txt", file_bytes=b"abc"), make_item()
    bin_items(items=Item.objects.filter(pk=binned.pk))
    batch = ImportBatch.objects.create(collection=make_collection(), finished=timezone.now())
    assert item.outlet is not None
    key = [item.key]
    return {
        **dict.fromkeys(["item_detail", "item_versions", "item_edit", "item_undo", "item_bin", "item_takedown"], key),
        "import_detail": [batch.key],
        "import_report": [batch.key],
        "import_undo": [batch.key],
        "item_original": [item.key, 1],
        "item_restore": [binned.key],
        "outlet_detail": [item.outlet.pk],
        "event_detail": ["nothere"],
        "event_delete": ["nothere"],
        "event_restore": ["nothere"],
        "saved_search_delete": [0],
        "saved_search_restore": [0],
        "job_retry": [make_failed_job("comparer.library.catalogue.tasks.read_item", 0).pk],
        "word_draft": ["loaded"],
        "word_leave": [0],
    }


def is_turned_away(answer: Any) -> bool:
    """Refused, or sent to sign in."""
    if answer.status_code == HTTPStatus.FOUND:
        return "/login/" in answer.headers["Location"]
    return bool(answer.status_code == HTTPStatus.FORBIDDEN)


@pytest.mark.parametrize("role", sorted(ALL))
def test_pages_obey_the_table(role: str, rows: dict[str, list[Any]], client: Client) -> None:
    if role != VISITOR:
        client.force_login(make_person(role))
    wrong = []
    for name, (method, allowed) in PAGES.items():
        answer = getattr(client, method)(reverse(name, args=rows.get(name, [])))
        if is_turned_away(answer) != (role not in allowed):
            wrong.append(f"{name}: {answer.status_code}")
    assert wrong == []


@pytest.mark.parametrize("role", sorted(ALL))
def test_the_admin_obeys_the_table(role: str, client: Client) -> None:
    if role != VISITOR:
        client.force_login(make_person(role, is_staff=role in STAFF))
    wrong = []
    for label, allowed in TABLES.items():
        answer = client.get(reverse(f"admin:{label.replace('.', '_')}_changelist"))
        if is_turned_away(answer) != (role not in allowed):
            wrong.append(f"{label}: {answer.status_code}")
    assert wrong == []


@pytest.mark.parametrize("role", sorted(KEEP))
def test_the_trail_names_what_the_table_says(role: str, client: Client) -> None:
    names = {seen: f"Ferry seen by {seen}" for seen in Seen.values}
    for seen, title in names.items():
        make_item(make_collection(seen=seen), title=title)
    client.force_login(make_person(role))
    page = client.get(reverse("library_trail")).content.decode()
    assert {seen for seen, title in names.items() if f"“{title}”" in page} == TOLD[role]


def test_roles_that_come_into_the_admin_are_those_that_keep_the_library() -> None:
    assert STAFF == KEEP
