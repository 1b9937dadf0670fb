from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.text import slugify

from comparer.analysis.report import REPORT_SCHEMA, Reading, Report, report_to_json
from comparer.comparisons.corrections.changes import Action
from comparer.comparisons.corrections.services import correct
from comparer.comparisons.corrections.targets import target_of
from comparer.comparisons.ledgers import LEDGERS
from comparer.comparisons.ledgers.titles import TITLES
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.services import make_example
from comparer.comparisons.states import State
from comparer.web.people import Person
from tests.comparisons.ledgers.reading_more import make_full_report
from tests.comparisons.making import LEFT, RIGHT, done_columns, make_comparison, make_user, make_visitor

pytestmark = pytest.mark.django_db


def make_full(person: Person) -> Comparison:
    return make_comparison(person, done=True, report=report_to_json(make_full_report()))


def address(comparison: Comparison, ledger: str = "") -> str:
    return reverse("comparison_ledgers", args=[comparison.key]) + (f"?ledger={ledger}" if ledger else "")


def test_result_page_leads_to_the_ledgers_and_back(visiting: Client, visitor: Person) -> None:
    comparison = make_full(visitor)
    assert f'href="{address(comparison)}"' in visiting.get(comparison.get_absolute_url()).content.decode()
    page = visiting.get(address(comparison)).content.decode()
    assert f'<a href="{comparison.get_absolute_url()}">' in page
    assert f'href="{comparison.get_absolute_url()}?card=d1#card"' in page


@pytest.mark.parametrize("ledger", LEDGERS)
def test_each_ledger_has_a_page_with_rows_and_no_inline_code(ledger: str, visiting: Client, visitor: Person) -> None:
    page = visiting.get(address(make_full(visitor), ledger)).content.decode()
    assert page.count('<section class="ledger"') == 1
    assert f'<section class="ledger" id="{ledger}"' in page
    assert "<tbody>" in page
    assert "style=" not in page
    assert "onclick" not in page


def test_all_ledgers_stand_below_each_other_to_be_printed(visiting: Client, visitor: Person) -> None:
    page = visiting.get(address(make_full(visitor), "all")).content.decode()
    assert page.count('<section class="ledger"') == len(LEDGERS)


@pytest.mark.parametrize("wanted", ["", "nonsense", "<script>"])
def test_numbers_show_where_the_address_asks_for_nothing_known(wanted: str, visiting: Client, visitor: Person) -> None:
    page = visiting.get(address(make_full(visitor), wanted)).content.decode()
    assert 'id="numbers"' in page
    assert "<script>" not in page


@pytest.mark.parametrize("ledger", LEDGERS)
def test_an_empty_ledger_teaches(ledger: str, visiting: Client, visitor: Person) -> None:
    nothing = Reading("Lamps were lit.", None, None, None, "en", "1")
    comparison = make_comparison(visitor, done=True, report=report_to_json(Report("1", nothing, nothing)))
    response = visiting.get(address(comparison, ledger))
    assert response.status_code == 200
    assert TITLES[ledger].empty in response.content.decode()  # type: ignore[index]


def test_words_of_the_articles_are_escaped(visiting: Client, visitor: Person) -> None:
    report = report_to_json(make_full_report()).replace("Mara Ostrel", "<img src=x>")
    comparison = make_comparison(visitor, done=True, report=report)
    page = visiting.get(address(comparison, "voices")).content.decode()
    assert "<img" not in page
    assert "&lt;img src=x&gt;" in page


@pytest.mark.parametrize("ledger", LEDGERS)
def test_each_ledger_is_handed_out_as_csv(ledger: str, visiting: Client, visitor: Person) -> None:
    comparison = make_full(visitor)
    response = visiting.get(reverse("comparison_ledger_csv", args=[comparison.key, ledger]))
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    sides = f"{slugify(comparison.left.outlet)}-and-{slugify(comparison.right.outlet)}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="comparison-{sides}-{ledger}.csv"'
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1


def test_there_is_no_csv_of_an_unknown_ledger(visiting: Client, visitor: Person) -> None:
    comparison = make_full(visitor)
    assert visiting.get(reverse("comparison_ledger_csv", args=[comparison.key, "all"])).status_code == 404


def test_ledgers_of_others_are_not_found(client: Client, visiting: Client) -> None:
    comparison = make_full(make_visitor())
    csv_address = reverse("comparison_ledger_csv", args=[comparison.key, "numbers"])
    assert visiting.get(address(comparison)).status_code == 404
    assert visiting.get(csv_address).status_code == 404
    client.force_login(make_user())
    assert client.get(address(comparison)).status_code == 404
    assert client.get(csv_address).status_code == 404


def test_everybody_may_open_the_ledgers_of_the_example(client: Client) -> None:
    example = make_example(left=LEFT, right=RIGHT, engine="1")
    Comparison.objects.update(**done_columns())
    assert client.get(address(example)).status_code == 200


def test_before_the_work_is_done_there_is_the_progress_page_and_no_csv(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor)
    response = visiting.get(address(comparison))
    assert response.headers["Location"] == reverse("comparison_progress", args=[comparison.key])
    assert visiting.get(reverse("comparison_ledger_csv", args=[comparison.key, "numbers"])).status_code == 404


def test_a_report_of_an_older_form_is_made_anew(visiting: Client, visitor: Person) -> None:
    comparison = make_full(visitor)
    Comparison.objects.update(report=comparison.report.replace(REPORT_SCHEMA, "report/0"))
    assert visiting.get(address(comparison)).status_code == 302
    comparison.refresh_from_db()
    assert comparison.state == State.QUEUED


def test_ledgers_follow_what_people_corrected(visiting: Client, visitor: Person) -> None:
    comparison = make_full(visitor)
    target = target_of(make_full_report(), "d1")
    assert target
    correct(comparison=comparison, target=target, action="reject", made_by=make_user().pk, revision=0)
    page = visiting.get(address(comparison)).content.decode()
    assert "?card=d1#card" not in page
    assert "People corrected or confirmed 1 mark;" in page


@pytest.mark.parametrize(
    ("mark", "ledger", "action", "value"),
    [
        ("d1", "numbers", "confirm", ""),
        ("d1", "numbers", "note", "=Ask\nthem"),
        ("p1", "prominence", "confirm", ""),
        ("left-c9", "told", "note", "Left out?"),
    ],
)
def test_files_say_what_is_a_persons(mark: str, ledger: str, action: Action, value: str, visitor: Person) -> None:
    comparison = make_full(visitor)
    report = make_full_report()
    mark = mark if ledger != "told" else f"left-{report.only_left[0]}"
    target = target_of(report, mark)
    assert target
    correct(comparison=comparison, target=target, action=action, value=value, made_by=make_user().pk, revision=0)
    link = ShareLink.objects.create(comparison=comparison)
    file = Client().get(reverse("shared_ledger_csv", args=[link.key, ledger])).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(file)))
    said = [row["By a person"] for row in rows if row["By a person"]]
    assert said == [f"Note: {value}" if action == "note" else "Marked right"]


def make_shared(person: Person) -> ShareLink:
    comparison = make_full(person)
    Comparison.objects.filter(pk=comparison.pk).update(name="Only I call it this")
    return ShareLink.objects.create(comparison=Comparison.objects.get(pk=comparison.pk))


def test_the_reader_of_a_link_finds_the_ledgers_and_the_way_back(client: Client, visitor: Person) -> None:
    link = make_shared(visitor)
    shared = reverse("shared_ledgers", args=[link.key])
    assert f'href="{shared}"' in client.get(link.get_absolute_url()).content.decode()
    page = client.get(shared).content.decode()
    assert f'<a href="{link.get_absolute_url()}">' in page
    assert f'href="{link.get_absolute_url()}?card=d1#card"' in page
    assert f'href="{reverse("shared_ledger_csv", args=[link.key, "numbers"])}"' in page


@pytest.mark.parametrize("ledger", [*LEDGERS, "all"])
def test_ledgers_by_link_hold_nothing_of_the_owner(ledger: str, client: Client) -> None:
    owner = make_user(username="frieda-owner")
    link = make_shared(Person(user_id=owner.pk))
    target = target_of(make_full_report(), "d1")
    assert target
    correct(comparison=link.comparison, target=target, action="confirm", made_by=owner.pk, revision=0)
    response = client.get(reverse("shared_ledgers", args=[link.key]), {"ledger": ledger})
    sent = [response.content.decode()]
    if ledger != "all":
        file = client.get(reverse("shared_ledger_csv", args=[link.key, ledger]))
        sent.append(file.content.decode() + file.headers["Content-Disposition"])
    for page in sent:
        for private in ("Only I call it this", link.comparison.key, "frieda", reverse("comparison_list")):
            assert private not in page
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response.headers["X-Robots-Tag"]


@pytest.mark.parametrize("name", ["shared_ledgers", "shared_ledger_csv"])
def test_ledgers_of_a_link_that_works_no_more_say_so(name: str, client: Client, visitor: Person) -> None:
    link = make_shared(visitor)
    more = ["numbers"] if name == "shared_ledger_csv" else []
    where = reverse(name, args=[link.key, *more])
    ShareLink.objects.update(is_on=False)
    assert client.get(where).status_code == 410
    assert client.get(reverse(name, args=["x" * 24, *more])).status_code == 404
    ShareLink.objects.update(is_on=True)
    Comparison.objects.update(report="{}")
    assert client.get(where).status_code == 503


def test_there_is_no_csv_of_an_unknown_ledger_by_link(client: Client, visitor: Person) -> None:
    link = make_shared(visitor)
    assert client.get(reverse("shared_ledger_csv", args=[link.key, "all"])).status_code == 404


@pytest.mark.parametrize("ledger", LEDGERS)
def test_ledgers_quote_where_the_site_may_not_hand_on_whole_texts(
    ledger: str, visiting: Client, visitor: Person, settings: Any
) -> None:
    link = make_shared(visitor)
    settings.COMPARER_QUOTE_LIMIT = 30
    pages = {
        "by link": visiting.get(reverse("shared_ledgers", args=[link.key]), {"ledger": ledger}),
        "file by link": visiting.get(reverse("shared_ledger_csv", args=[link.key, ledger])),
        "file": visiting.get(reverse("comparison_ledger_csv", args=[link.comparison.key, ledger])),
    }
    for page in pages.values():
        assert "Fog had cut visibility" not in page.content.decode()
    assert "Passages are cut to quotations" in pages["by link"].content.decode()
    own = visiting.get(address(link.comparison, ledger)).content.decode()
    assert "Passages are cut" not in own
    assert "Fog had cut visibility" in own or ledger != "numbers"


def test_every_ledger_is_offered_as_a_download(visiting: Client, visitor: Person) -> None:
    link = make_shared(visitor)
    for page_of, name, key in (
        (link, "shared_ledger_csv", link.key),
        (link.comparison, "comparison_ledger_csv", link.comparison.key),
    ):
        page = visiting.get(page_of.get_absolute_url()).content.decode()
        downloads = page.split('id="downloads"')[1]
        for ledger in LEDGERS:
            assert f'href="{reverse(name, args=[key, ledger])}"' in downloads
