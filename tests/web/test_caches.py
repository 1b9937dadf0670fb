from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from comparer.comparisons.models import Comparison
from comparer.web.caches import keep_private
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user

PLACES = [
    ("comparison_detail", ()),
    ("comparison_ledger_csv", ("numbers",)),
    ("comparison_export", ("page",)),
    ("correction_gold", ()),
]


def directives(response: HttpResponseBase) -> set[str]:
    return set(response.headers["Cache-Control"].split(", "))


@pytest.fixture
def mine(client: Client) -> Comparison:
    owner = make_user(username="ada")
    client.force_login(owner)
    return make_comparison(Person(user_id=owner.pk), done=True)


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "more"), PLACES, ids=[name for name, _ in PLACES])
def test_what_one_person_sees_stays_out_of_shared_caches(
    name: str, more: tuple[str, ...], client: Client, mine: Comparison
) -> None:
    response = client.get(reverse(name, args=[mine.key, *more]))
    assert response.status_code == 200
    assert {"private", "no-cache"} <= directives(response)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["compare", "comparison_list", "login"])
def test_pages_that_change_with_who_asks_do_so_too(name: str, client: Client) -> None:
    assert {"private", "no-cache"} <= directives(client.get(reverse(name)))


def test_an_answer_that_speaks_of_caches_keeps_its_words() -> None:
    answer = HttpResponse(headers={"Cache-Control": "public, max-age=60"})
    assert directives(keep_private(lambda _: answer)(HttpRequest())) == {"public", "max-age=60"}
