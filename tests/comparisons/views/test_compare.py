from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from comparer.comparisons.models import Comparison
from comparer.library.models import Article
from comparer.web.people import SESSION_KEY, Person
from tests.comparisons.making import LEFT, RIGHT, make_comparison, make_user

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def filled(**changes: Any) -> dict[str, Any]:
    return {
        "left-text": LEFT.raw,
        "left-title": LEFT.title,
        "left-outlet": LEFT.outlet,
        "left-published": "2025-11-04",
        "left-address": "https://echo.example/storm",
        "right-text": RIGHT.raw,
    } | changes


def test_form_states_its_limits_from_the_settings(client: Client, settings: Settings) -> None:
    settings.COMPARER_MAX_CHARACTERS = 12_345
    settings.COMPARER_MAX_UPLOAD_BYTES = 1_400_000
    page = client.get("/").content.decode()
    assert "12,345 characters" in page
    assert "1.4 MB" in page


def test_looking_around_starts_no_session(client: Client) -> None:
    client.get("/")
    client.get(reverse("comparison_list"))
    assert "sessionid" not in client.cookies


def test_a_valid_form_begins_a_comparison_and_leads_to_its_progress(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post("/", filled())
    comparison = Comparison.objects.get()
    assert response.status_code == 302
    assert response.headers["Location"] == reverse("comparison_progress", args=[comparison.key])
    assert comparison.left.raw == LEFT.raw
    assert comparison.left.address == "https://echo.example/storm"
    assert comparison.visitor == client.session[SESSION_KEY]
    assert DBTaskResult.objects.exists()


def test_htmx_is_led_to_progress_by_its_own_header(client: Client) -> None:
    response = client.post("/", filled(), headers=HTMX)
    assert response.headers["HX-Redirect"] == reverse("comparison_progress", args=[Comparison.objects.get().key])


def test_a_signed_in_person_owns_what_they_begin(client: Client) -> None:
    user = make_user()
    client.force_login(user)
    client.post("/", filled())
    assert Comparison.objects.get().owner == user


def test_sending_the_form_twice_begins_one_comparison(client: Client) -> None:
    first = client.post("/", filled())
    assert client.post("/", filled()).headers["Location"] == first.headers["Location"]
    assert Comparison.objects.count() == 1


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_a_wrong_form_comes_back_as_entered(headers: dict[str, str], client: Client) -> None:
    response = client.post("/", filled(**{"left-text": "too short", "right-outlet": "Kept & safe"}), headers=headers)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Give at least 5 words." in page
    assert 'id="compare-form"' in page
    assert ">\ntoo short</textarea>" in page
    assert "Kept &amp; safe" in page
    assert ("<html" in page) == (not headers)
    assert {"HX-Request", "HX-Boosted", "HX-History-Restore-Request"} <= set(response.headers["Vary"].split(", "))
    assert not Comparison.objects.exists()


def test_the_text_of_a_file_is_kept_when_something_else_is_wrong(client: Client) -> None:
    file = SimpleUploadedFile("storm.txt", RIGHT.raw.encode())
    entry = {"left-published": "2999-01-01", "right-text": "", "right-outlet": "The Quay", "right-file": file}
    response = client.post("/", filled(**entry))
    page = response.content.decode()
    assert response.status_code == 422
    assert RIGHT.raw.splitlines()[0] in page
    assert 'value="The Quay"' in page


def test_what_is_known_from_a_page_is_kept_when_the_other_side_is_wrong(client: Client) -> None:
    body = "".join(f"<p>{line}</p>" for line in RIGHT.raw.splitlines() if line)
    page = f"""<html><head><meta property="og:site_name" content="The Quay"><meta property="og:title" content="Dark night">
    <meta property="article:published_time" content="2025-11-05T08:00:00Z"></head><body><article>{body}</article></body></html>"""
    file = SimpleUploadedFile("storm.html", page.encode())
    again = client.post("/", filled(**{"left-text": "", "right-text": "", "right-file": file})).content.decode()
    assert '<span class="quiet">The Quay, 5 November 2025</span>' in again
    assert 'name="right-outlet" value="The Quay"' in again
    assert 'name="right-published" value="2025-11-05"' in again


def test_a_file_is_kept_as_it_came(client: Client) -> None:
    data = RIGHT.raw.encode("utf-16")
    client.post("/", filled(**{"right-text": "", "right-file": SimpleUploadedFile("storm.txt", data)}))
    article = Article.objects.get(file_name="storm.txt")
    assert bytes(article.file_bytes or b"") == data
    assert article.raw == RIGHT.raw


def test_the_same_text_on_both_sides_is_refused(client: Client) -> None:
    response = client.post("/", filled(**{"right-text": LEFT.raw.upper().replace(" ", "  ")}))
    assert response.status_code == 422
    assert "Both sides hold the same text." in response.content.decode()


def test_the_first_wrong_field_gets_the_focus(client: Client) -> None:
    page = client.post("/", filled(**{"left-published": "soon", "right-text": ""})).content.decode()
    assert page.count(" autofocus") == 1
    assert "autofocus" in page.split('name="left-published"')[1].split(">")[0]


def test_optional_fields_are_open_where_they_are_wrong(client: Client) -> None:
    assert client.get("/").content.decode().count("<details>") == 2
    page = client.post("/", filled(**{"left-published": "soon"})).content.decode()
    assert page.count("<details open>") == 1


def test_closed_fields_say_in_brief_what_they_hold(client: Client) -> None:
    assert client.get("/").content.decode().count('<span class="quiet">(optional)</span>') == 2
    page = client.post("/", filled(**{"left-text": ""})).content.decode()
    assert '<span class="quiet">The Oskvale Echo, 4 November 2025</span>' in page


def test_example_fills_in_both_sides(client: Client) -> None:
    page = client.get("/?example").content.decode()
    assert '<span class="quiet">The Karrow Courier, 16 October 2025</span>' in page
    assert '<span class="quiet">Open Rivers Institute, 20 October 2025</span>' in page
    assert page.count("</textarea>") == 2
    assert "Sorrel Dam" in page.split("</textarea>")[0].rpartition("<textarea")[2]


def test_again_fills_in_the_texts_of_an_own_comparison(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor)
    page = visiting.get(f"/?again={comparison.key}").content.decode()
    assert comparison.left.raw in page
    assert comparison.right.raw in page


def test_again_gives_nobody_elses_texts(client: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor)
    assert client.get(f"/?again={comparison.key}").status_code == 404


def test_form_is_refused_without_its_token() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/", filled())
    assert response.status_code == 403
    assert "This page has grown too old" in response.content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(method: str, client: Client) -> None:
    assert getattr(client, method)("/").status_code == 405
