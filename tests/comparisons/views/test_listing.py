from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from comparer.comparisons.models import Comparison
from comparer.comparisons.services import make_example
from comparer.comparisons.states import State, Trouble
from comparer.web.people import Person
from tests.comparisons.making import LEFT, RIGHT, done_columns, make_comparison, make_user, make_visitor

pytestmark = pytest.mark.django_db

LIST = "/comparisons/"
HTMX = {"HX-Request": "true"}


def names(page: str) -> list[str]:
    return re.findall(r"<h2><a [^>]*>(.*?)</a>", page)


def address(comparison: Comparison, name: str) -> str:
    return reverse(f"comparison_{name}", args=[comparison.key])


def test_list_shows_ones_own_newest_first(visiting: Client, visitor: Person) -> None:
    for name in ("Old", "New"):
        make_comparison(visitor, name=name)
    make_comparison(make_visitor(), name="Of somebody else")
    make_comparison(visitor, name="Deleted", deleted=timezone.now())
    assert names(visiting.get(LIST).content.decode()) == ["New", "Old"]


def test_list_says_how_each_one_stands(visiting: Client, visitor: Person) -> None:
    make_comparison(visitor, done=True)
    make_comparison(visitor, state=State.FAILED, trouble=Trouble.SAVING)
    make_comparison(visitor)
    page = visiting.get(LIST).content.decode()
    assert re.search(r"\d+ claims match and 1 more may match; they disagree on \d+ points, and may on 1\.", page)
    assert "Could not be compared." in page
    assert "Being compared." in page


def test_list_costs_the_same_queries_for_one_and_three(visiting: Client, visitor: Person) -> None:
    counts = []
    for _ in range(3):
        make_comparison(visitor, done=True)
        with CaptureQueriesContext(connection) as queries:
            visiting.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[2]


def test_an_empty_list_teaches(client: Client) -> None:
    page = client.get(LIST).content.decode()
    assert "Compare two pieces</a>" in page
    assert "/?example" in page
    assert 'role="search"' not in page


def test_an_empty_list_leads_to_the_finished_example(client: Client) -> None:
    example = make_example(left=LEFT, right=RIGHT, engine="1")
    Comparison.objects.update(**done_columns())
    assert example.get_absolute_url() in client.get(LIST).content.decode()


def test_search_keeps_its_words_and_says_what_it_found(visiting: Client, visitor: Person) -> None:
    make_comparison(visitor, name="Harbour fire")
    make_comparison(visitor, name="Flood <b>")
    page = visiting.get(LIST + "?q=harbour").content.decode()
    assert names(page) == ["Harbour fire"]
    assert "1 comparison found for “harbour”" in page
    assert 'value="harbour"' in page
    assert "0 comparisons found for “&lt;i&gt;”" in visiting.get(LIST + "?q=<i>").content.decode()


@pytest.mark.parametrize("words", ["\x00", "x" * 300])
def test_search_survives_odd_words(words: str, visiting: Client, visitor: Person) -> None:
    make_comparison(visitor)
    assert visiting.get(LIST, {"q": words}).status_code == 200


def test_htmx_gets_the_list_without_the_page(visiting: Client, visitor: Person) -> None:
    make_comparison(visitor)
    response = visiting.get(LIST, headers=HTMX)
    assert response.content.decode().lstrip().startswith('<div id="comparison-list">')
    assert "HX-Request" in response.headers["Vary"]
    restored = visiting.get(LIST, headers=HTMX | {"HX-History-Restore-Request": "true"})
    assert "<html" in restored.content.decode()


def test_pages_keep_the_search(visiting: Client, visitor: Person, settings: Settings) -> None:
    settings.COMPARER_PER_PAGE = 2
    for number in range(5):
        make_comparison(visitor, name=f"Storm {number}")
    page = visiting.get(LIST + "?q=storm&page=2").content.decode()
    assert names(page) == ["Storm 2", "Storm 1"]
    assert "Page 2 of 3" in page
    assert "?q=storm&amp;page=3" in page
    assert names(visiting.get(LIST + "?page=99").content.decode()) == ["Storm 0"]


def test_rename_without_scripts(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, name="Before")
    assert 'value="Before"' in visiting.get(address(comparison, "rename")).content.decode()
    response = visiting.post(address(comparison, "rename"), {"name": "  After  "}, follow=True)
    assert names(response.content.decode()) == ["After"]


def test_rename_in_its_row(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, name="Before")
    form = visiting.get(address(comparison, "rename"), headers=HTMX).content.decode()
    assert form.lstrip().startswith("<form")
    row = visiting.post(address(comparison, "rename"), {"name": "After"}, headers=HTMX).content.decode()
    assert row.lstrip().startswith(f'<li id="comparison-{comparison.key}">')
    assert names(row) == ["After"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "nul\x00"])
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_rename_refuses_no_name_and_too_long_a_name(
    name: str, headers: dict[str, str], visiting: Client, visitor: Person
) -> None:
    comparison = make_comparison(visitor, name="Before")
    response = visiting.post(address(comparison, "rename"), {"name": name}, headers=headers)
    assert response.status_code == 422
    assert "errorlist" in response.content.decode()
    assert response.headers["HX-Retarget"] == f"#name-{comparison.key}"
    assert Comparison.objects.get().name == "Before"


def test_delete_and_undo_without_scripts(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, name="Harbour fire")
    page = visiting.post(address(comparison, "delete"), follow=True).content.decode()
    assert names(page) == []
    assert "“Harbour fire” is deleted." in page
    assert names(visiting.post(address(comparison, "restore"), follow=True).content.decode()) == ["Harbour fire"]


def test_delete_and_undo_in_its_row(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, name="Harbour fire")
    notice = visiting.post(address(comparison, "delete"), headers=HTMX).content.decode()
    assert notice.lstrip().startswith(f'<li id="comparison-{comparison.key}" class="deleted">')
    assert address(comparison, "restore") in notice
    row = visiting.post(address(comparison, "restore"), headers=HTMX).content.decode()
    assert names(row) == ["Harbour fire"]


def test_what_was_deleted_can_be_brought_back_after_a_reload(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, name="Harbour fire")
    visiting.post(address(comparison, "delete"), headers=HTMX)
    page = visiting.get(LIST).content.decode()
    assert names(page) == []
    assert page.count("Bring back Harbour fire") == 1
    brought = visiting.post(address(comparison, "restore"), follow=True).content.decode()
    assert names(brought) == ["Harbour fire"]
    assert "Deleted lately" not in brought


def test_deleted_lately_names_what_can_be_undone_only(visiting: Client, visitor: Person, settings: Settings) -> None:
    settings.COMPARER_UNDO_HOURS = 2
    now = timezone.now()
    make_comparison(visitor, name="Too long ago", deleted=now - timedelta(hours=3))
    make_comparison(visitor, name="An hour ago", deleted=now - timedelta(hours=1))
    make_comparison(visitor, name="Just now", deleted=now)
    make_comparison(make_visitor(), name="Of somebody else", deleted=now)
    again = make_comparison(visitor, name="Made anew")
    Comparison.objects.create(
        left=again.left, right=again.right, name="Of old", visitor=visitor.visitor, heartbeat=now, deleted=now
    )
    page = visiting.get(LIST).content.decode()
    assert re.findall('aria-label="Bring back (.*?)"', page) == ["Just now", "An hour ago"]


def test_a_notice_that_stands_above_is_not_repeated_below(visiting: Client, visitor: Person) -> None:
    page = visiting.post(address(make_comparison(visitor), "delete"), follow=True).content.decode()
    assert "is deleted." in page
    assert "Deleted lately" not in page


def test_the_notice_of_a_deletion_is_for_its_person_only(client: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, name="Secret", deleted=timezone.now())
    assert "Secret" not in client.get(f"{LIST}?deleted={comparison.key}").content.decode()


def test_deleting_needs_a_post(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor)
    assert visiting.get(address(comparison, "delete")).status_code == 405
    assert Comparison.objects.live().exists()


def test_the_example_cannot_be_changed_by_anybody(client: Client) -> None:
    example = make_example(left=LEFT, right=RIGHT, engine="1")
    client.force_login(make_user(is_staff=True))
    for name in ("rename", "delete", "restore", "retry"):
        assert client.post(address(example, name), {"name": "Mine"}).status_code == 404
    example.refresh_from_db()
    assert example.deleted is None
