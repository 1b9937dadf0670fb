"""Sharing and exporting a comparison stand in the trail, without its name."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from comparer.comparisons.models import Comparison
from comparer.library.keeping.models import Act, Deed
from comparer.web.people import Person
from tests.comparisons.making import make_comparison
from tests.library.keeping.making import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(client: Client) -> Comparison:
    person = make_person(username="ana")
    client.force_login(person)
    return make_comparison(Person(user_id=person.pk), done=True, name="Private matter")


ACTS = [
    ("comparison_share", {"last_day": ""}, Act.SHARED, "by a link"),
    ("comparison_share_off", {}, Act.UNSHARED, ""),
    ("invitation_make", {"name": "ben", "role": "viewer"}, Act.SHARED, "with one person more"),
]


@pytest.mark.parametrize("case", ACTS)
def test_sharing_is_noted(case: tuple[str, dict[str, str], Act, str], client: Client, mine: Comparison) -> None:
    view, given, act, note = case
    assert client.post(reverse(view, args=[mine.key]), given).status_code == 302
    deed = Deed.objects.get()
    assert (deed.act, deed.by_name, deed.about, deed.note) == (act, "ana", f"comparison {mine.key}", note)


def test_export_is_noted_once_it_was_handed_out(client: Client, mine: Comparison) -> None:
    assert client.get(reverse("comparison_export", args=[mine.key, "unknown"])).status_code == 404
    assert not Deed.objects.exists()
    assert client.get(reverse("comparison_export", args=[mine.key, "report"])).status_code == 200
    deed = Deed.objects.get()
    assert (deed.act, deed.note) == (Act.EXPORTED, "as report")


def test_refused_sharing_is_not_noted(client: Client, mine: Comparison) -> None:
    client.force_login(make_person())
    assert client.post(reverse("comparison_share", args=[mine.key])).status_code == 404
    assert not Deed.objects.exists()
