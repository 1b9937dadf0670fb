from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.django_db
def test_health_answers_without_an_account_or_a_session(client: Client) -> None:
    response = client.get("/health/")
    assert (response.status_code, response.content) == (200, b"ok")
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


@pytest.mark.django_db
def test_health_is_for_reading_only(client: Client) -> None:
    assert client.post("/health/").status_code == 405
