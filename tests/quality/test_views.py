from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from comparer.quality.measured import Figure, Shelf
from comparer.quality.page import make_page
from comparer.quality.parts import PARTS
from tests.quality.making import make_measured


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


def test_figures_of_another_version_are_said_to_be() -> None:
    measured = make_measured(Figure("conflicts", 0.3, 0.2, 0.4, 0.6, 0.2), engine="0.9")
    body = render_to_string("quality.html", {"page": make_page(Shelf({"articles": measured}), engine="1.0")})
    assert "Version 0.9 of the analysis gave these figures; version 1.0 runs here and may give others." in body
    same = render_to_string("quality.html", {"page": make_page(Shelf({"articles": measured}), engine="0.9")})
    assert "may give others" not in same


def test_missing_and_damaged_figures_are_sentences() -> None:
    page = make_page(Shelf({}, ("judged.json is damaged at date.",)), engine="1.0")
    body = render_to_string("quality.html", {"page": page})
    assert "No figures have been measured yet." in body
    assert "judged.json is damaged at date. Its figures are left out." in body
    assert "There are no figures for own short texts in other words, developed on." in body


def test_figures_are_drawn_with_their_words() -> None:
    conflicts = Figure("conflicts", 0.3, 0.2, 0.4, 0.6, 0.2)
    measured = make_measured(conflicts, floor={"conflicts": 0.14}, agreement={"conflicts": 0.9})
    body = render_to_string("quality.html", {"page": make_page(Shelf({"articles": measured}), engine="1.0")})
    assert 'aria-label="F1 30, between 20 and 40, simple method 14, two annotators 90"' in body
    assert '<circle class="dot" cx="66.0"' in body
    assert body.count('class="floor"') == body.count('class="agreement"') == 2  # one in the legend


def test_words_from_a_file_stay_words() -> None:
    measured = make_measured(Figure("conflicts", 0.3), definition="<b>bold</b>", command="<script>")
    body = render_to_string("quality.html", {"page": make_page(Shelf({"articles": measured}), engine="1.0")})
    assert "&lt;b&gt;bold" in body
    assert "<code>&lt;script&gt;</code>" in body
