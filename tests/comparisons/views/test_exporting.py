from __future__ import annotations

import json
from html import unescape
from io import BytesIO
from typing import Any, Literal

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document

from comparer.analysis.report import REPORT_SCHEMA, Span, report_from_json
from comparer.comparisons.corrections.services import correct
from comparer.comparisons.corrections.targets import target_of, target_of_words
from comparer.comparisons.exporting.formats import FORMATS
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.services import make_example
from comparer.comparisons.states import State
from comparer.library.models import Article
from comparer.web.people import SESSION_KEY, Person
from tests.comparisons.making import LEFT, RIGHT, done_columns, make_comparison, make_user, make_visitor
from tests.comparisons.sharing.making import make_link

pytestmark = pytest.mark.django_db

Who = Literal["owner", "other user", "other visitor", "nobody"]


def browser_of(who: Who, comparison: Comparison) -> Client:
    client = Client()
    if who == "owner" and comparison.owner:
        client.force_login(comparison.owner)
    if who == "other user":
        client.force_login(make_user())
    if who == "other visitor":
        session = client.session
        session[SESSION_KEY] = make_visitor().visitor
        session.save()
    return client


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("who", "at_home", "by_link"),
    [
        ("owner", 200, 200),
        ("other user", 404, 200),
        ("other visitor", 404, 200),
        ("nobody", 404, 200),
    ],
)
def test_who_may_download(form: str, who: Who, at_home: int, by_link: int) -> None:
    link = make_link(Person(user_id=make_user().pk))
    client = browser_of(who, link.comparison)
    assert client.get(reverse("comparison_export", args=[link.comparison.key, form])).status_code == at_home
    assert client.get(reverse("shared_export", args=[link.key, form])).status_code == by_link
    ShareLink.objects.update(is_on=False)
    assert client.get(reverse("shared_export", args=[link.key, form])).status_code == 410
    assert client.get(reverse("shared_export", args=["x" * 24, form])).status_code == 404


@pytest.mark.parametrize("form", FORMATS)
def test_a_download_by_link_holds_nothing_of_the_owner(client: Client, form: str) -> None:
    link = make_link(Person(user_id=make_user(username="frieda-owner").pk))
    response = client.get(reverse("shared_export", args=[link.key, form]))
    sent = response.content + response.headers["Content-Disposition"].encode()
    for private in (link.comparison.name, link.comparison.key, "frieda"):
        assert private.encode() not in sent
    assert response.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("form", FORMATS)
def test_a_download_is_a_file_with_a_safe_name(visiting: Client, visitor: Person, form: str) -> None:
    comparison = make_comparison(visitor, done=True)
    Article.objects.filter(pk=comparison.left_id).update(outlet='../Évil "Post"\r\nX: y; /etc')
    response = visiting.get(reverse("comparison_export", args=[comparison.key, form]))
    name = f"comparison-evil-post-x-y-etc-and-right-post-{comparison.right.outlet.split()[-1]}{FORMATS[form].ending}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Content-Type"] == FORMATS[form].content_type
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_names_in_other_scripts_leave_a_plain_file_name(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    Article.objects.filter(pk=comparison.left_id).update(outlet="東京")
    Article.objects.filter(pk=comparison.right_id).update(outlet="Правда")
    response = visiting.get(reverse("comparison_export", args=[comparison.key, "bibtex"]))
    assert response.headers["Content-Disposition"] == 'attachment; filename="comparison.bib"'


def test_the_report_is_handed_out_as_json(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    report = json.loads(visiting.get(reverse("comparison_export", args=[comparison.key, "report"])).content)
    assert report == json.loads(comparison.report)
    assert report["schema"] == REPORT_SCHEMA


@pytest.mark.parametrize("form", ["pdf", "x", "Page"])
def test_an_unknown_format_is_not_found(visiting: Client, visitor: Person, form: str) -> None:
    link = make_link(visitor)
    assert visiting.get(reverse("comparison_export", args=[link.comparison.key, form])).status_code == 404
    assert visiting.get(reverse("shared_export", args=[link.key, form])).status_code == 404


def test_nothing_is_handed_out_before_the_work_is_done(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor)
    assert visiting.get(reverse("comparison_export", args=[comparison.key, "page"])).status_code == 404


def test_a_report_of_an_older_form_is_made_anew(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    Comparison.objects.update(report="{}")
    response = visiting.get(reverse("comparison_export", args=[comparison.key, "page"]))
    assert response.headers["Location"] == reverse("comparison_progress", args=[comparison.key])
    assert Comparison.objects.get().state == State.QUEUED


def test_everybody_may_download_the_example(client: Client) -> None:
    example = make_example(left=LEFT, right=RIGHT, engine="1")
    Comparison.objects.update(**done_columns())
    for form in FORMATS:
        assert client.get(reverse("comparison_export", args=[example.key, form])).status_code == 200
    citation = client.get(reverse("comparison_export", args=[example.key, "citation"])).content.decode()
    assert citation.endswith(f"http://testserver{example.get_absolute_url()}\n")


def test_only_a_working_link_is_cited(visiting: Client, visitor: Person) -> None:
    link = make_link(visitor)
    address = reverse("comparison_export", args=[link.comparison.key, "citation"])
    assert link.key in visiting.get(address).content.decode()
    ShareLink.objects.update(is_on=False)
    assert link.key not in visiting.get(address).content.decode()


@pytest.mark.parametrize("by_link", [False, True])
def test_the_result_page_offers_every_format(visiting: Client, visitor: Person, *, by_link: bool) -> None:
    link = make_link(visitor)
    page = visiting.get((link if by_link else link.comparison).get_absolute_url()).content.decode()
    name, key = ("shared_export", link.key) if by_link else ("comparison_export", link.comparison.key)
    for form in FORMATS:
        assert f'href="{reverse(name, args=[key, form])}"' in page


@pytest.mark.parametrize("form", ["page", "document", "report", "annotations"])
def test_what_leaves_holds_the_corrections_but_not_who_made_them(client: Client, form: str) -> None:
    owner = make_user(username="frieda-owner")
    link = make_link(Person(user_id=owner.pk))
    report = report_from_json(link.comparison.report)
    kept, wrong = target_of(report, "d1"), target_of(report, "d2")
    assert kept is not None
    assert wrong is not None
    note = "Ask the <ministry>"
    correct(comparison=link.comparison, target=kept, action="note", value=note, made_by=owner.pk, revision=0)
    correct(comparison=link.comparison, target=wrong, action="reject", made_by=owner.pk, revision=0)
    sent = client.get(reverse("shared_export", args=[link.key, form])).content
    if form == "document":
        document = Document(BytesIO(sent))
        words = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    else:
        words = unescape(sent.decode())
    assert note in words
    assert "Left counts some 30" not in words
    assert "counts hundreds" not in words
    assert "frieda" not in words


def test_the_link_names_nobody_who_corrected(client: Client) -> None:
    owner = make_user(username="frieda-owner")
    link = make_link(Person(user_id=owner.pk))
    target = target_of(report_from_json(link.comparison.report), "d1")
    assert target is not None
    correct(comparison=link.comparison, target=target, action="note", value="Ask", made_by=owner.pk, revision=0)
    page = client.get(link.get_absolute_url() + "?card=d1").content.decode()
    assert "Note: Ask" in page
    assert "frieda" not in page
    assert link.comparison.key not in page


SECRET = "followed every rule"
"""Words of the left text that no mark is near."""


@pytest.mark.parametrize("form", FORMATS)
def test_files_quote_where_the_site_may_not_hand_on_whole_texts(
    visiting: Client, visitor: Person, settings: Any, form: str
) -> None:
    link = make_link(visitor)
    settings.COMPARER_QUOTE_LIMIT = 30
    for address in (
        reverse("comparison_export", args=[link.comparison.key, form]),
        reverse("shared_export", args=[link.key, form]),
    ):
        response = visiting.get(address)
        assert response.status_code == 200
        assert SECRET.encode() not in response.content


def test_a_page_by_link_quotes_and_says_so(visiting: Client, visitor: Person, settings: Any) -> None:
    link = make_link(visitor)
    assert SECRET in visiting.get(link.get_absolute_url()).content.decode()
    settings.COMPARER_QUOTE_LIMIT = 30
    page = visiting.get(link.get_absolute_url()).content.decode()
    assert SECRET not in page
    assert "Only quotations around the marks are shown" in page
    assert "about 4 million crowns" in page
    for query in ("?show=match&view=rows", "?view=told", "?card=left-c2", "?show=all"):
        assert SECRET not in visiting.get(link.get_absolute_url() + query).content.decode()


def test_a_note_quotes_no_more_than_the_limit(visiting: Client, visitor: Person, settings: Any) -> None:
    link = make_link(visitor)
    report = report_from_json(link.comparison.report)
    start = report.left.text.index(SECRET)
    words = target_of_words(report, "passages", [Span(start - 13, start + len(SECRET))], [])
    correct(
        comparison=link.comparison,
        target=words,
        action="note",
        value="Whose rules?",
        made_by=make_user().pk,
        revision=0,
    )
    assert SECRET in visiting.get(link.get_absolute_url()).content.decode()
    settings.COMPARER_QUOTE_LIMIT = 20
    page = visiting.get(link.get_absolute_url()).content.decode()
    assert "Whose rules?" in page
    assert SECRET not in page


def test_the_owner_reads_whole_texts_whatever_the_limit(visiting: Client, visitor: Person, settings: Any) -> None:
    link = make_link(visitor)
    settings.COMPARER_QUOTE_LIMIT = 30
    assert SECRET in visiting.get(link.comparison.get_absolute_url()).content.decode()
