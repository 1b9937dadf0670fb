"""The page of one outlet."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from comparer.library.catalogue.models import Outlet, OutletRating, Seen
from tests.library.catalogue.making import make_collection, make_item
from tests.library.views.conftest import SignIn

pytestmark = pytest.mark.django_db


def test_outlet_shows_what_is_known_and_its_pieces(client: Client) -> None:
    item = make_item(title="Ferry aground")
    make_item(make_collection(seen=Seen.BY_OWNERS), title="Secret")
    outlet = Outlet.objects.get()
    OutletRating.objects.create(
        outlet=outlet, said_by="Council", rating="fair", as_of="2031-01-02", address="https://council.example/"
    )
    page = client.get(reverse("outlet_detail", args=[outlet.pk])).content.decode()
    assert "Council: “fair”, as of" in page
    assert item.get_absolute_url() in page
    assert "Secret" not in page


def test_outlet_without_a_visible_piece_is_for_those_who_keep_outlets(client: Client, sign_in: SignIn) -> None:
    make_item(make_collection(seen=Seen.BY_OWNERS))
    address = reverse("outlet_detail", args=[Outlet.objects.get().pk])
    assert client.get(address).status_code == 404
    sign_in("change_outlet")
    assert client.get(address).status_code == 200
    assert client.get(reverse("outlet_detail", args=[99999])).status_code == 404
