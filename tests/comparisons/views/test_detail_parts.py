"""What the result page sends: whole, or in place of a part of it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.test import Client

from comparer.analysis.report import report_to_json
from comparer.comparisons.models import Comparison
from comparer.web.people import Person
from tests.comparisons.big_reports import make_big_report
from tests.comparisons.making import make_comparison
from tests.comparisons.reports import make_report

pytestmark = pytest.mark.django_db
QUERIES = (
    "",
    "?show=all",
    "?card=d1",
    "?card=left-c9",
    "?card=p1",
    "?view=rows&show=match",
    "?view=told",
    "?side=right",
    "?view=one&card=d1",
    "?view=both",
    "?view=map&show=all",
    "?view=map&card=d1",
)


@pytest.fixture
def comparison(visitor: Person) -> Comparison:
    return make_comparison(visitor, done=True)


def get(client: Client, comparison: Comparison, query: str, **headers: str) -> str:
    response = client.get(comparison.get_absolute_url() + query, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_a_card_is_sent_alone_in_place(visiting: Client, comparison: Comparison) -> None:
    part = get(visiting, comparison, "?card=d1", **{"HX-Request": "true", "HX-Target": "card"})
    assert part.count("<article") == 1
    assert 'data-card="d1"' in part
    assert "<html" not in part


def test_new_filters_are_sent_without_the_texts(visiting: Client, comparison: Comparison) -> None:
    part = get(visiting, comparison, "?show=all", **{"HX-Request": "true", "HX-Target": "bar"})
    assert 'id="bar"' in part
    assert 'id="list" hx-swap-oob="true"' in part
    assert "<article" not in part
    assert len(part) < 30_000


@pytest.mark.parametrize(("view", "part_id"), [("rows", "rows"), ("told", "told"), ("map", "map")])
def test_another_view_is_sent_in_its_own_place(
    visiting: Client, comparison: Comparison, view: str, part_id: str
) -> None:
    part = get(visiting, comparison, f"?view={view}", **{"HX-Request": "true", "HX-Target": "bar"})
    assert f'<section id="{part_id}" hx-swap-oob="true"' in part


@pytest.mark.parametrize("query", QUERIES)
def test_no_style_and_no_script_stands_inside_the_page(visiting: Client, comparison: Comparison, query: str) -> None:
    page = get(visiting, comparison, query)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", page)


@pytest.mark.parametrize("query", QUERIES)
def test_ids_are_unique_and_what_describes_a_mark_is_there(
    visiting: Client, comparison: Comparison, query: str
) -> None:
    page = get(visiting, comparison, query)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', page)) <= set(ids)


def test_an_unknown_card_says_so(visiting: Client, comparison: Comparison) -> None:
    assert "isn’t in the report" in get(visiting, comparison, "?card=d999")


def test_a_lasting_link_opens_its_card_and_says_which_version_made_it(visiting: Client, comparison: Comparison) -> None:
    link = re.search(r'href="([^"]+)" data-permalink', get(visiting, comparison, "?card=d1"))
    assert link
    address = link[1].replace("&amp;", "&")
    assert "mark=" in address
    page = get(visiting, comparison, address)
    assert 'data-card="d1"' in page
    assert "This link was made with version" not in page
    assert "made with version 0.0.1" in get(visiting, comparison, address.replace("test%2F1", "0.0.1"))
    assert "isn’t in the report" in get(visiting, comparison, "?mark=0123456789")


def test_what_is_folded_away_is_counted_and_can_be_had(visiting: Client, comparison: Comparison) -> None:
    assert "Folded away:" in get(visiting, comparison, "")
    everything = get(visiting, comparison, "?show=all")
    assert "Folded away:" not in everything
    assert '<details class="fold">' in everything


def test_hostile_words_are_shown_as_words(visiting: Client, comparison: Comparison) -> None:
    report = make_report()
    hostile = "<img src=x onerror=alert(1)>\"'&"
    names = replace(report.left, outlet=hostile)
    one = replace(report.differences[0], explanation=f"Left says {hostile}; right doesn’t.")
    Comparison.objects.filter(pk=comparison.pk).update(
        report=report_to_json(replace(report, left=names, differences=(one,)))
    )
    for query in ("", "?card=d1", "?view=rows", "?view=told", "?view=map"):
        assert "<img" not in get(visiting, comparison, query)


def test_a_report_of_3000_marks_is_a_page_too(visiting: Client, comparison: Comparison) -> None:
    Comparison.objects.filter(pk=comparison.pk).update(report=report_to_json(make_big_report()))
    page = get(visiting, comparison, "?show=all")
    assert page.count("data-m=") > 6_000
    assert len(page) < 2_500_000


def test_an_ordinary_page_stays_small(visiting: Client, comparison: Comparison) -> None:
    report = report_to_json(make_big_report(sentences=75, differences=80))
    Comparison.objects.filter(pk=comparison.pk).update(report=report)
    assert len(get(visiting, comparison, "?show=all").encode()) < 300_000
