"""Searches kept under a name."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from comparer.library.finding.models import SavedSearch
from tests.library.catalogue.making import make_item
from tests.library.views.conftest import SignIn

pytestmark = pytest.mark.django_db
MAKE = "/library/searches/"


def names(client: Client) -> list[str]:
    return [search.name for search in client.get("/library/").context["saved"]]


def test_saved_search_keeps_the_filters_alone(client: Client, sign_in: SignIn) -> None:
    make_item()
    sign_in()
    query = "q=ferry&state=waiting&pick=2222222222&page=3&evil=1"
    response = client.post(MAKE, {"name": "Ferries", "query": query})
    assert response["Location"] == "/library/?q=ferry&state=waiting"
    assert names(client) == ["Ferries"]


def test_saved_search_of_the_same_name_is_replaced(client: Client, sign_in: SignIn) -> None:
    sign_in()
    for query in ("q=ferry", "q=boat"):
        client.post(MAKE, {"name": "Ferries", "query": query})
    assert SavedSearch.objects.get().query == "q=boat"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": " ", "query": "q=a"}, "Give the search a name"),
        ({"name": "Everything", "query": "page=2"}, "this search finds everything"),
        ({"name": "x" * 81, "query": "q=a"}, "at most 80 characters"),
    ],
)
def test_saved_search_says_what_is_wrong(client: Client, sign_in: SignIn, typed: dict[str, str], said: str) -> None:
    sign_in()
    response = client.post(MAKE, typed)
    assert response.status_code == 422
    assert said in response.content.decode()


def test_saved_search_is_deleted_and_brought_back(client: Client, sign_in: SignIn) -> None:
    make_item()
    sign_in()
    client.post(MAKE, {"name": "Ferries", "query": "q=ferry"})
    pk = SavedSearch.objects.get().pk
    page = client.post(reverse("saved_search_delete", args=[pk]), follow=True)
    assert "The saved search “Ferries” is deleted." in page.content.decode()
    assert names(client) == []
    client.post(MAKE, {"name": "ferries", "query": "q=boat"})
    client.post(reverse("saved_search_restore", args=[pk]))
    assert names(client) == ["ferries", "Ferries (2)"]


def test_saved_searches_are_each_account_s_own(client: Client, sign_in: SignIn) -> None:
    make_item()
    sign_in()
    client.post(MAKE, {"name": "Ferries", "query": "q=ferry"})
    pk = SavedSearch.objects.get().pk
    sign_in()
    assert names(client) == []
    for name in ("saved_search_delete", "saved_search_restore"):
        assert client.post(reverse(name, args=[pk])).status_code == 404
    client.logout()
    assert client.post(MAKE, {"name": "Ferries", "query": "q=ferry"}).status_code == 302
    assert SavedSearch.objects.count() == 1
