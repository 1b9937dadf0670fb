"""A result of the largest size with 10,000 corrections, on a database in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.test import Client
from django.urls import reverse

from comparer.accounts.models import User
from comparer.analysis.report import Report, report_to_json
from comparer.comparisons.corrections.services import read_corrected
from comparer.comparisons.models import Comparison
from comparer.comparisons.services import read_report
from comparer.web.people import Person
from tests.bench.measure import Row, seconds_of
from tests.comparisons.big_reports import make_big_report
from tests.comparisons.corrections.many import keep_many
from tests.comparisons.making import make_comparison

CORRECTIONS = 10_000
HTMX = {"HX-Request": "true"}


def measure() -> Iterator[Row]:
    """Yield what pages cost the server, without corrections and with many. Needs a test database."""
    user = User.objects.create_user("bench", password=None)
    report = make_big_report()
    comparison = make_comparison(Person(user_id=user.pk), done=True, report=report_to_json(report))
    client = Client()
    client.force_login(user)
    yield from _pages(client, comparison, "3,000 marks")
    keep_many(comparison, report, CORRECTIONS, user)
    yield from _pages(client, comparison, f"and {CORRECTIONS:,} corrections", "100 ms")
    yield Row("  of which: corrections from the database", seconds=seconds_of(lambda: _read_rows(comparison)))
    yield Row("  of which: laid over the report", seconds=seconds_of(lambda: _apply(comparison)))
    yield _page(client, "  history, first page", reverse("correction_list", args=[comparison.key]))
    yield _page(client, "  history, last page", reverse("correction_list", args=[comparison.key]) + "?page=9999")


def _pages(client: Client, comparison: Comparison, what: str, aim: str = "") -> Iterator[Row]:
    address = comparison.get_absolute_url()
    yield _page(client, f"{what}: the whole page", address)
    yield _page(client, f"{what}: disagreements only", f"{address}?show=conflict", aim, HTMX)
    yield _page(client, f"{what}: 1,200 of the marks", f"{address}?show=framing", aim, HTMX)
    yield _page(client, f"{what}: a card", f"{address}?card=d7", aim, HTMX)


def _page(client: Client, what: str, address: str, aim: str = "", headers: Mapping[str, str] | None = None) -> Row:
    answer = client.get(address, headers=headers)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}.")
    return Row(what, seconds=seconds_of(lambda: client.get(address, headers=headers)), aim=aim)


def _read_rows(comparison: Comparison) -> object:
    return comparison.corrections.standing().as_changes()


def _apply(comparison: Comparison) -> object:
    report: Report | None = read_report(comparison)
    return read_corrected(comparison=comparison, report=report) if report else None
