from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from comparer.analysis.compare import ENGINE
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.sharing.models import Invitation, Role
from comparer.comparisons.states import State, Trouble
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user, make_visitor

pytestmark = pytest.mark.django_db
OFFER = f"Compare again with {ENGINE}"


def address(comparison: Comparison) -> str:
    return reverse("comparison_anew", args=[comparison.key])


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_it_begins_and_leads_to_the_progress(visiting: Client, visitor: Person, headers: dict[str, str]) -> None:
    comparison = make_comparison(visitor, done=True)
    assert OFFER in visiting.get(comparison.get_absolute_url()).content.decode()
    response = visiting.post(address(comparison), headers=headers)
    progress = reverse("comparison_progress", args=[comparison.key])
    assert response.headers["HX-Redirect" if headers else "Location"] == progress
    assert Comparison.objects.get().state == State.QUEUED
    assert "Waiting for its turn" in visiting.get(progress).content.decode()


def test_nothing_is_offered_where_this_engine_made_it(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True, engine=ENGINE)
    assert "Compare again with" not in visiting.get(comparison.get_absolute_url()).content.decode()
    visiting.post(address(comparison))
    assert Comparison.objects.get().is_done


def test_why_it_failed_is_told_with_the_earlier_result(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True, again_trouble=Trouble.INTERRUPTED)
    page = visiting.get(comparison.get_absolute_url()).content.decode()
    assert "Comparing again failed, and this is the result as it was." in page
    assert str(Trouble.INTERRUPTED.label) in page
    assert OFFER in page


@pytest.mark.parametrize(("role", "status"), [(Role.EDITOR, 302), (Role.VIEWER, 404), (None, 404)])
def test_editors_may_and_others_may_not(client: Client, role: Role | None, status: int) -> None:
    comparison, person = make_comparison(make_visitor(), done=True), make_user()
    Comparison.objects.update(owner=make_user(), visitor="")
    if role:
        Invitation.objects.create(comparison=comparison, name=person.username, account=person, role=role)
    client.force_login(person)
    assert client.post(address(comparison)).status_code == status
    assert Comparison.objects.get().is_done == (status == 404)


def test_the_reader_of_a_link_is_offered_nothing(client: Client) -> None:
    link = ShareLink.objects.create(comparison=make_comparison(make_visitor(), done=True))
    assert "Compare again with" not in client.get(link.get_absolute_url()).content.decode()


def test_it_is_only_begun_by_post(visiting: Client, visitor: Person) -> None:
    assert visiting.get(address(make_comparison(visitor, done=True))).status_code == 405
