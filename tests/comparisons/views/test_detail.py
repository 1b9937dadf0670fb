from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from comparer.analysis.report import REPORT_SCHEMA
from comparer.comparisons.models import Comparison
from comparer.comparisons.services import make_example
from comparer.comparisons.states import State
from comparer.web.people import Person
from tests.comparisons.making import LEFT, RIGHT, done_columns, make_comparison

pytestmark = pytest.mark.django_db


def test_result_is_named_by_its_outlets(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    page = visiting.get(reverse("comparison_detail", args=[comparison.key])).content.decode()
    assert f"<title>{comparison.left.outlet} and {comparison.right.outlet}" in page


def test_what_was_set_aside_is_shown_in_its_words(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    page = visiting.get(comparison.get_absolute_url()).content.decode()
    assert "<q>Already a member? Log in to comment.</q>" in page
    assert "<q></q>" not in page


def test_a_report_of_an_older_form_is_made_anew(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    Comparison.objects.update(report=comparison.report.replace(REPORT_SCHEMA, "report/0"))
    response = visiting.get(comparison.get_absolute_url())
    assert response.headers["Location"] == reverse("comparison_progress", args=[comparison.key])
    comparison.refresh_from_db()
    assert (comparison.state, comparison.report, comparison.attempts) == (State.QUEUED, "", 0)


def test_everybody_may_open_the_example(client: Client) -> None:
    example = make_example(left=LEFT, right=RIGHT, engine="1")
    Comparison.objects.update(**done_columns())
    assert client.get(example.get_absolute_url()).status_code == 200


def test_result_leads_to_what_can_be_done_with_it(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    page = visiting.get(comparison.get_absolute_url()).content.decode()
    for name in ("comparison_share", "comparison_rename", "comparison_delete"):
        assert f'="{reverse(name, args=[comparison.key])}"' in page
    again = f"{reverse('compare')}?again={comparison.key}"
    assert f'href="{again}"' in page
    form = visiting.get(again).context["form"]
    assert (form.left.article["text"].value(), form.right.article["text"].value()) == (
        comparison.left.raw,
        comparison.right.raw,
    )


def test_the_example_is_not_to_be_renamed_or_deleted_by_everybody(client: Client) -> None:
    example = make_example(left=LEFT, right=RIGHT, engine="1")
    Comparison.objects.update(**done_columns())
    page = client.get(example.get_absolute_url()).content.decode()
    assert "Compare again" in page
    assert reverse("comparison_rename", args=[example.key]) not in page
    assert reverse("comparison_delete", args=[example.key]) not in page
