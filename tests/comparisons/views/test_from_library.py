"""Comparing two pieces of the library."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from comparer.accounts.models import User
from comparer.comparisons.models import Comparison
from comparer.comparisons.states import State
from comparer.library.catalogue.models import Item, Seen
from comparer.library.models import Article
from tests.comparisons.making import make_user
from tests.library.catalogue.making import make_collection, make_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(db: None) -> list[Item]:
    return [make_item(), make_item()]


def sign_in(client: Client, *may: str) -> User:
    user = make_user()
    user.user_permissions.set(Permission.objects.filter(codename__in=may))
    client.force_login(user)
    return user


def compare(client: Client, items: list[Item]) -> str:
    response = client.post(reverse("item_compare"), {"pick": [item.key for item in items]})
    return response.get("Location", str(response.status_code))


def test_comparison_holds_the_current_articles_of_the_library(client: Client, two: list[Item]) -> None:
    user = sign_in(client, "compare_item")
    compare(client, two)
    comparison = Comparison.objects.get()
    assert (comparison.left, comparison.right) == (two[0].current, two[1].current)
    assert comparison.owner == user
    assert Article.objects.count() == 2


def test_comparison_of_the_same_two_is_one_for_each_person(client: Client, two: list[Item]) -> None:
    sign_in(client, "compare_item")
    first = compare(client, two)
    assert compare(client, two) == first
    assert compare(client, two[::-1]) == first
    sign_in(client, "compare_item")
    assert compare(client, two) != first
    assert client.get(first).status_code == 404
    assert Comparison.objects.count() == 2


def test_comparison_that_failed_is_tried_again(client: Client, two: list[Item]) -> None:
    sign_in(client, "compare_item")
    compare(client, two)
    Comparison.objects.update(state=State.FAILED, trouble="comparing")
    compare(client, two)
    assert Comparison.objects.get().state == State.QUEUED


def test_comparing_needs_the_permission(client: Client, two: list[Item]) -> None:
    assert "/account/" in compare(client, two)
    sign_in(client, "view_item")
    assert compare(client, two) == "403"
    assert not Comparison.objects.exists()


def test_comparing_takes_two_visible_pieces(client: Client, two: list[Item]) -> None:
    sign_in(client, "compare_item")
    hidden = make_item(make_collection(seen=Seen.BY_OWNERS))
    for items in ([], two[:1], [two[0], two[0]], [two[0], hidden], [*two, make_item()]):
        assert compare(client, items).startswith("/library/")
    assert not Comparison.objects.exists()


def test_compare_form_leads_to_the_library(client: Client) -> None:
    assert f'<a href="{reverse("item_list")}">from the library</a>' in client.get("/").content.decode()
