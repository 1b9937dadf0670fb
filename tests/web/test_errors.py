from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from pytest_django import Settings

from comparer.config.urls import handler400  # noqa: F401 -- handler400 is found here by its name
from comparer.config.urls import urlpatterns as site


def raising(error: Exception) -> Callable[[HttpRequest], HttpResponse]:
    @login_not_required
    def view(_request: HttpRequest) -> HttpResponse:
        raise error

    return view


urlpatterns = [
    *site,
    path("raise/400/", raising(SuspiciousOperation())),
    path("raise/403/", raising(PermissionDenied())),
    path("raise/500/", raising(RuntimeError())),
]

pytestmark = pytest.mark.django_db


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/raise/400/", 400, "could not be understood"),
        ("/raise/403/", 403, "not open to you"),
        ("/nothing/", 404, "There is nothing here"),
        ("/comparisons/nothing/", 404, "There is nothing here"),
        ("/raise/500/", 500, "Something went wrong here"),
    ],
)
def test_what_goes_wrong_has_a_plain_page(address: str, status: int, says: str, client: Client) -> None:
    client.raise_request_exception = False
    response = client.get(address)
    page = response.content.decode()
    assert response.status_code == status
    assert says in page
    assert page.count("<h1>") == 1
    assert 'href="/' in page


def test_a_request_that_announces_too_much_is_refused_unread(client: Client, settings: Settings) -> None:
    settings.COMPARER_MAX_REQUEST_BYTES = 1_000
    response = client.post("/", {"left-text": "x" * 1_000})
    assert response.status_code == 413
    assert "That is too much at once" in response.content.decode()
    assert "Content-Security-Policy" in response.headers


def test_form_data_that_is_too_large_is_refused_with_the_same_page(client: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    response = client.post("/", "left-text=" + "x" * 1_000, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 413


@pytest.mark.parametrize("length", ["", "-1", "much", "²"])
def test_a_senseless_length_is_left_to_the_server(length: str, client: Client) -> None:
    assert client.get("/", CONTENT_LENGTH=length).status_code == 200


@pytest.mark.parametrize(
    ("method", "address", "noted"),
    [("post", "/", False), ("post", "/account/login/", False), ("get", "/nothing/", True)],
)
def test_a_form_error_is_not_noted_in_the_log(
    method: str,
    address: str,
    noted: bool,  # noqa: FBT001 -- a case as data
    client: Client,
    caplog: pytest.LogCaptureFixture,
) -> None:
    response = getattr(client, method)(address)
    assert response.status_code == (404 if noted else 422)
    assert bool(caplog.records) is noted
