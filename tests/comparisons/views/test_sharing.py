from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Literal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.services import delete_comparison, restore_comparison
from comparer.comparisons.sharing.services import renew_link, switch_link_off
from comparer.comparisons.states import State
from comparer.web.people import SESSION_KEY, Person
from tests.comparisons.making import make_comparison, make_user, make_visitor
from tests.comparisons.sharing.making import make_link

pytestmark = pytest.mark.django_db

Who = Literal["owner", "other user", "other visitor", "nobody"]
OWNERS_PAGES = ("comparison_share", "comparison_share_off", "comparison_share_renew")


def browser_of(who: Who, link: ShareLink) -> Client:
    client = Client()
    if who == "owner" and link.comparison.owner:
        client.force_login(link.comparison.owner)
    if who == "other user":
        client.force_login(make_user())
    if who == "other visitor":
        session = client.session
        session[SESSION_KEY] = make_visitor().visitor
        session.save()
    return client


@pytest.mark.parametrize("name", OWNERS_PAGES)
@pytest.mark.parametrize(
    ("who", "may"), [("owner", True), ("other user", False), ("other visitor", False), ("nobody", False)]
)
def test_only_the_owner_manages_the_link(name: str, who: Who, *, may: bool) -> None:
    link = make_link(Person(user_id=make_user().pk))
    before = ShareLink.objects.values().get()
    response = browser_of(who, link).post(reverse(name, args=[link.comparison.key]), {"last_day": "2990-01-01"})
    assert response.status_code == (302 if may else 404)
    assert (ShareLink.objects.values().get() != before) is may


@pytest.mark.parametrize("who", ["owner", "other user", "other visitor", "nobody"])
def test_whoever_has_the_link_reads_by_it(who: Who) -> None:
    link = make_link(Person(user_id=make_user(username="frieda-owner").pk))
    response = browser_of(who, link).get(link.get_absolute_url())
    page = response.content.decode()
    assert response.status_code == 200
    assert link.comparison.left.outlet in page
    assert "reef" in page


def test_the_link_opens_no_other_page_of_the_comparison(client: Client, visitor: Person) -> None:
    link = make_link(visitor)
    client.get(link.get_absolute_url())
    for name in ("comparison_detail", "comparison_share", "comparison_progress"):
        assert client.get(reverse(name, args=[link.comparison.key])).status_code == 404
        assert client.get(reverse(name, args=[link.key])).status_code == 404


def test_the_reader_finds_nothing_of_the_owner(client: Client) -> None:
    link = make_link(Person(user_id=make_user(username="frieda-owner", email="frieda@mail.example").pk))
    page = client.get(link.get_absolute_url()).content.decode()
    comparison = link.comparison
    assert comparison.owner is not None
    for private in (comparison.name, comparison.key, "frieda", reverse("comparison_list"), 'method="post"', "?again"):
        assert private not in page


@pytest.mark.parametrize("target", ["card", "chosen"])
def test_parts_for_the_reader_hold_nothing_of_the_owner(client: Client, visitor: Person, target: str) -> None:
    link = make_link(visitor)
    headers = {"HX-Request": "true", "HX-Target": target}
    response = client.get(link.get_absolute_url() + "?card=d1", headers=headers)
    assert response.status_code == 200
    assert link.comparison.key not in response.content.decode()
    assert response.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("state", ["working", "off", "guessed"])
def test_pages_of_links_stay_out_of_search_engines_caches_and_other_sites(
    client: Client, visitor: Person, state: str
) -> None:
    link = make_link(visitor, is_on=state != "off")
    key = "x" * 24 if state == "guessed" else link.key
    response = client.get(reverse("shared_comparison", args=[key]))
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response.headers["Cache-Control"]
    assert '<meta name="robots" content="noindex' in response.content.decode()


def switch_off(link: ShareLink) -> None:
    switch_link_off(comparison=link.comparison)


def expire(link: ShareLink) -> None:
    ShareLink.objects.update(last_day=timezone.localdate() - timedelta(days=1))


def delete(link: ShareLink) -> None:
    delete_comparison(comparison=link.comparison)


def delete_for_good(link: ShareLink) -> None:
    link.comparison.delete()


def renew(link: ShareLink) -> None:
    renew_link(comparison=link.comparison)


@pytest.mark.parametrize(
    ("act", "status"), [(switch_off, 410), (expire, 410), (delete, 410), (delete_for_good, 404), (renew, 404)]
)
def test_a_link_that_works_no_more_says_so_and_what_to_do(
    client: Client, visitor: Person, act: Callable[[ShareLink], None], status: int
) -> None:
    link = make_link(visitor)
    address = link.get_absolute_url()
    assert client.get(address).status_code == 200
    act(link)
    response = client.get(address)
    page = response.content.decode()
    assert response.status_code == status
    assert "This link shows nothing" in page
    assert "the person who sent it to you for a link that works" in page
    assert "reef" not in page


@pytest.mark.parametrize("key", ["a", "x" * 24, "%00", "…", "<b>", "a.b", "x" * 3000])
def test_a_guessed_link_is_not_known(client: Client, visitor: Person, key: str) -> None:
    make_link(visitor)
    response = client.get(f"/shared/{key}/")
    assert response.status_code == 404
    assert "<b>" not in response.content.decode()


def test_a_comparison_brought_back_has_its_link_again(client: Client, visitor: Person) -> None:
    link = make_link(visitor)
    delete_comparison(comparison=link.comparison)
    restore_comparison(comparison=Comparison.objects.get())
    assert client.get(link.get_absolute_url()).status_code == 200


def test_a_report_of_an_older_form_is_made_anew_for_the_reader_too(client: Client, visitor: Person) -> None:
    link = make_link(visitor)
    Comparison.objects.update(report="{}")
    response = client.get(link.get_absolute_url())
    assert response.status_code == 503
    assert "Load this page again in a minute" in response.content.decode()
    assert Comparison.objects.get().state == State.QUEUED


def test_owner_makes_changes_and_ends_a_link(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    address = reverse("comparison_share", args=[comparison.key])
    assert "Nobody but you can open" in visiting.get(address).content.decode()
    visiting.post(address, {"last_day": "9 April 2990"})
    link = ShareLink.objects.get()
    page = visiting.get(address).content.decode()
    assert f'value="http://testserver{link.get_absolute_url()}"' in page
    assert "until the end of 9 April 2990" in page
    visiting.post(reverse("comparison_share_renew", args=[comparison.key]))
    assert link.key not in visiting.get(address).content.decode()
    visiting.post(reverse("comparison_share_off", args=[comparison.key]))
    assert "The link is off" in visiting.get(address).content.decode()


@pytest.mark.parametrize("wrong", ["yesterday", "2001-02-03", "2990-02-31", "\x00"])
def test_a_wrong_day_is_answered_with_a_sentence_and_changes_nothing(
    visiting: Client, visitor: Person, wrong: str
) -> None:
    link = make_link(visitor, is_on=False)
    response = visiting.post(reverse("comparison_share", args=[link.comparison.key]), {"last_day": wrong})
    assert response.status_code == 422
    assert 'class="errorlist"' in response.content.decode()
    assert not ShareLink.objects.get().is_on


def test_nothing_is_shared_before_the_work_is_done(visiting: Client, visitor: Person) -> None:
    address = reverse("comparison_share", args=[make_comparison(visitor).key])
    assert visiting.post(address).status_code == 404
    assert not ShareLink.objects.exists()


def test_an_expired_link_says_so_to_its_owner(visiting: Client, visitor: Person) -> None:
    link = make_link(visitor, last_day=timezone.localdate() - timedelta(days=1))
    page = visiting.get(reverse("comparison_share", args=[link.comparison.key])).content.decode()
    assert "time was over" in page
    assert link.key not in page
