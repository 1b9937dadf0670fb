from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from comparer.quality.parts import PARTS


@pytest.mark.django_db
def test_quality_is_open_to_all_and_asks_the_database_nothing(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        response = client.get("/quality/")
    assert response.status_code == 200
    body = response.content.decode()
    for part in PARTS:
        assert f'id="{part.id}"' in body
    assert "python -m comparer.evaluation articles tests/gold/articles" in body


def test_quality_is_for_reading_only(client: Client) -> None:
    assert client.post("/quality/").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/comparisons/", "/account/login/", "/quality/"])
def test_every_page_leads_to_it(client: Client, address: str) -> None:
    assert b'<a href="/quality/">How right it is</a>' in client.get(address).content
