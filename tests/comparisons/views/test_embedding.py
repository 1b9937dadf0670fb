from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.conf import LazySettings
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from comparer.analysis.report import report_from_json, report_to_json
from comparer.comparisons.corrections.changes import Action
from comparer.comparisons.corrections.services import correct
from comparer.comparisons.corrections.targets import target_of
from comparer.comparisons.ledgers import LEDGERS
from comparer.comparisons.ledgers.titles import TITLES
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.presenting.permalink import name_item
from comparer.comparisons.presenting.shown import collect
from comparer.comparisons.services import delete_comparison
from comparer.comparisons.sharing.inviting import invite
from comparer.comparisons.sharing.models import Role
from comparer.web.people import Person
from tests.comparisons.ledgers.reading_more import make_full_report
from tests.comparisons.making import make_comparison, make_user

pytestmark = pytest.mark.django_db
OWNER = "frieda-owner"


@pytest.fixture
def link() -> ShareLink:
    owner = make_user(username=OWNER, email="frieda@mail.example")
    comparison = make_comparison(
        Person(user_id=owner.pk), done=True, name="Only I call it this", report=report_to_json(make_full_report())
    )
    return ShareLink.objects.create(comparison=comparison, is_embeddable=True)


def name_of(link: ShareLink, mark: str) -> str:
    report = report_from_json(link.comparison.report)
    return name_item(report, next(one for one in collect(report) if one.id == mark))


def card(link: ShareLink, mark: str = "d1") -> str:
    return reverse("embedded_card", args=[link.key, name_of(link, mark)])


def ledger(link: ShareLink, name: str = "numbers") -> str:
    return reverse("embedded_ledger", args=[link.key, name])


def act(link: ShareLink, mark: str, action: Action, value: str = "") -> None:
    target = target_of(report_from_json(link.comparison.report), mark)
    assert target is not None
    assert link.comparison.owner_id is not None
    correct(
        comparison=link.comparison,
        target=target,
        action=action,
        value=value,
        made_by=link.comparison.owner_id,
        revision=0,
    )


def may_be_framed(response: HttpResponseBase) -> bool:
    policy = response.headers["Content-Security-Policy"]
    return "X-Frame-Options" not in response.headers and "frame-ancestors *" in policy


def test_a_card_shows_both_passages_and_leads_to_the_whole(client: Client, link: ShareLink) -> None:
    page = client.get(card(link)).content.decode()
    for words in ("about 4 million crowns", "6 million crowns", "The Harbour Post", "Northern Chronicle"):
        assert words in unescape(page)
    assert f'<a href="{link.get_absolute_url()}" rel="noopener noreferrer">' in page


@pytest.mark.parametrize("name", LEDGERS)
def test_each_ledger_can_be_embedded(name: str, client: Client, link: ShareLink) -> None:
    response = client.get(ledger(link, name))
    page = response.content.decode()
    assert response.status_code == 200
    assert "<tbody>" in page
    assert f'<h1 id="headline">{TITLES[name].label}</h1>' in page  # type: ignore[index]


@pytest.mark.parametrize("which", ["card", "ledger"])
def test_it_needs_no_cookie_and_no_script_and_may_be_framed(which: str, client: Client, link: ShareLink) -> None:
    response = client.get(card(link) if which == "card" else ledger(link))
    assert not response.cookies
    assert "<script" not in response.content.decode()
    assert "style=" not in response.content.decode()
    assert "<form" not in response.content.decode()
    assert may_be_framed(response)
    assert "script-src 'none'" in response.headers["Content-Security-Policy"]
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert '<base target="_blank">' in response.content.decode()


def test_no_other_page_may_be_framed(client: Client, link: ShareLink) -> None:
    for name, *args in (("shared_comparison", link.key), ("shared_ledgers", link.key), ("compare",)):
        response = client.get(reverse(name, args=args))
        assert response.headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("which", ["card", "ledger"])
def test_it_holds_nothing_of_the_owner(which: str, client: Client, link: ShareLink) -> None:
    act(link, "d1", "note", "Ask the <ministry>")
    page = client.get(card(link) if which == "card" else ledger(link)).content.decode()
    for private in (OWNER, "frieda", "Only I call it this", link.comparison.key):
        assert private not in page
    assert ("Note: Ask the &lt;ministry&gt;" in page) is (which == "card")


def expire(_: ShareLink) -> None:
    ShareLink.objects.update(last_day=timezone.localdate() - timedelta(days=1))


def switch_off(_: ShareLink) -> None:
    ShareLink.objects.update(is_on=False)


def stop_embedding(_: ShareLink) -> None:
    ShareLink.objects.update(is_embeddable=False)


def delete(link: ShareLink) -> None:
    delete_comparison(comparison=link.comparison)


def delete_for_good(link: ShareLink) -> None:
    link.comparison.delete()


def renew(_: ShareLink) -> None:
    ShareLink.objects.update(key="x" * 24)


def make_anew(_: ShareLink) -> None:
    Comparison.objects.update(report="{}")


@pytest.mark.parametrize(
    ("happens", "status", "said"),
    [
        (expire, 410, "Not shown any more"),
        (switch_off, 410, "Not shown any more"),
        (stop_embedding, 410, "Not shown any more"),
        (delete, 410, "Not shown any more"),
        (delete_for_good, 404, "Nothing here"),
        (renew, 404, "Nothing here"),
        (make_anew, 503, "Being compared anew"),
    ],
)
@pytest.mark.parametrize("which", ["card", "ledger"])
def test_a_frame_that_shows_nothing_says_why(happens: Any, status: int, said: str, which: str, link: ShareLink) -> None:
    client, where = Client(), card(link) if which == "card" else ledger(link)
    assert client.get(where).status_code == 200
    happens(link)
    response = client.get(where)
    assert response.status_code == status
    assert said in response.content.decode()
    assert "reef" not in response.content.decode()
    assert may_be_framed(response)
    assert not response.cookies


@pytest.mark.parametrize("what", ["d1", "0123456789", "x" * 300, "all", "-"])
def test_what_is_not_there_is_said_in_the_frame(what: str, client: Client, link: ShareLink) -> None:
    for name in ("embedded_card", "embedded_ledger"):
        response = client.get(reverse(name, args=[link.key, what]))
        assert response.status_code == 404
        assert "Nothing here" in response.content.decode()
        assert may_be_framed(response)


def test_a_mark_taken_out_is_not_shown_as_if_it_stood(client: Client, link: ShareLink) -> None:
    where = card(link)
    act(link, "d1", "reject")
    response = client.get(where)
    assert response.status_code == 410
    assert "found it wrong" in response.content.decode()
    assert "million crowns" not in response.content.decode()


def test_a_mark_of_another_kind_keeps_its_address(client: Client, link: ShareLink) -> None:
    where = card(link)
    act(link, "d1", "kind", "wording")
    response = client.get(where)
    assert response.status_code == 200
    assert "By a person:" in response.content.decode()


def test_what_is_embedded_stays_the_same_after_another_run(client: Client, link: ShareLink) -> None:
    report = report_from_json(link.comparison.report)
    where = {mark: card(link, mark) for mark in ("d1", "d2")}
    before = {mark: client.get(address).content for mark, address in where.items()}
    moved = {"d1": "d2", "d2": "d1"}
    text = re.sub(r'"id":"(d1|d2)"', lambda found: f'"id":"{moved[found[1]]}"', report_to_json(report))
    assert text != link.comparison.report
    Comparison.objects.update(report=text)
    for mark, address in where.items():
        assert client.get(address).content == before[mark]


def test_quotations_only_where_the_site_says_so(client: Client, link: ShareLink, settings: LazySettings) -> None:
    where = {"card": card(link), "ledger": ledger(link)}
    assert "islanders to be patient" in client.get(where["card"]).content.decode()
    assert "Fog had cut visibility" in client.get(where["ledger"]).content.decode()
    settings.COMPARER_QUOTE_LIMIT = 20
    for address in where.values():
        page = client.get(address).content.decode()
        assert "Only quotations around the marks are given" in page
        assert "Fog had cut visibility" not in page
    assert "islanders to be patient" not in client.get(where["card"]).content.decode()
    assert "about 4 million crowns" in client.get(where["card"]).content.decode()


def share(link: ShareLink) -> str:
    return reverse("comparison_share", args=[link.comparison.key])


@pytest.fixture
def signed_in(link: ShareLink) -> Client:
    client = Client()
    assert link.comparison.owner is not None
    client.force_login(link.comparison.owner)
    return client


def test_embedding_is_off_until_it_is_switched_on(signed_in: Client, link: ShareLink) -> None:
    ShareLink.objects.update(is_embeddable=ShareLink().is_embeddable)
    assert signed_in.get(ledger(link)).status_code == 410
    page = signed_in.get(share(link)).content.decode()
    assert "Allow embedding" in page
    assert "What to embed" not in page
    switch = reverse("comparison_share_embedding", args=[link.comparison.key])
    page = signed_in.post(switch, {"on": "1"}, follow=True).content.decode()
    assert "What to embed" in page
    assert signed_in.get(ledger(link)).status_code == 200
    assert "Allow embedding" in signed_in.post(switch, follow=True).content.decode()
    assert signed_in.get(ledger(link)).status_code == 410


def test_there_is_no_embedding_without_a_working_link(signed_in: Client, link: ShareLink) -> None:
    ShareLink.objects.update(is_on=False)
    page = signed_in.get(share(link)).content.decode()
    assert "Allow embedding" not in page
    assert "What to embed" not in page


def snippet(page: str) -> str:
    found = re.search(r'<textarea id="snippet"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert found
    return unescape(found[1])


@pytest.mark.parametrize("kind", ["ledger", "card"])
def test_the_snippet_leads_to_what_was_chosen(kind: str, signed_in: Client, link: ShareLink) -> None:
    value = "ledger-names" if kind == "ledger" else f"card-{name_of(link, 'd1')}"
    page = signed_in.get(share(link), {"embed": value}).content.decode()
    assert f'<option value="{value}" selected>' in page
    found = re.fullmatch(
        r'<iframe src="http://testserver(/shared/[^"]+)" title="([^"]+)" width="100%" height="\d+" '
        r'loading="lazy" style="border: 0"></iframe>',
        snippet(page),
    )
    assert found
    assert found[1] == (ledger(link, "names") if kind == "ledger" else card(link))
    assert signed_in.get(found[1]).status_code == 200


@pytest.mark.parametrize("mark", ["d1", "p1"])
def test_any_card_leads_its_owner_to_its_snippet(mark: str, signed_in: Client, link: ShareLink) -> None:
    page = signed_in.get(f"{link.comparison.get_absolute_url()}?show=all&card={mark}").content.decode()
    found = re.search(r'href="([^"]+)#embedding">Embed it<', page)
    assert found
    ShareLink.objects.update(is_embeddable=False)
    off = signed_in.get(found[1]).content.decode()
    value = f"card-{name_of(link, mark)}"
    assert f'<input type="hidden" name="embed" value="{value}">' in off
    switch = reverse("comparison_share_embedding", args=[link.comparison.key])
    page = signed_in.post(switch, {"on": "1", "embed": value}, follow=True).content.decode()
    assert f"/embed/card/{name_of(link, mark)}/" in snippet(page)


def test_readers_of_a_link_and_invited_people_are_not_offered_to_embed(client: Client, link: ShareLink) -> None:
    assert "Embed it" not in client.get(link.get_absolute_url() + "?card=d1").content.decode()
    client.force_login(make_user(username="eda"))
    invite(comparison=link.comparison, name="eda", role=Role.EDITOR)
    assert "Embed it" not in client.get(link.comparison.get_absolute_url() + "?card=d1").content.decode()


@pytest.mark.parametrize("value", ["", "ledger-all", "card-d1", "card-0123456789", "<script>"])
def test_nothing_known_gives_no_snippet(value: str, signed_in: Client, link: ShareLink) -> None:
    page = signed_in.get(share(link), {"embed": value}).content.decode()
    assert 'id="snippet"' not in page
    assert "<script>" not in page


def test_names_in_a_snippet_cannot_break_out_of_it(signed_in: Client, link: ShareLink) -> None:
    type(link.comparison.left).objects.filter(pk=link.comparison.left_id).update(outlet='A"><script>')
    page = signed_in.get(share(link), {"embed": "ledger-numbers"}).content.decode()
    assert "A&quot;&gt;&lt;script&gt; and" in snippet(page)
    assert "<script>" not in snippet(page)
    assert "<script>" not in page.split("<main")[1]


def test_names_in_a_snippet_stay_in_its_title(signed_in: Client, link: ShareLink) -> None:
    """The snippet is copied out of the page: what it escapes must be escaped in it, once the page is read."""
    type(link.comparison.left).objects.filter(pk=link.comparison.left_id).update(outlet='The "Echo" onload="alert(1)')
    copied = snippet(signed_in.get(share(link), {"embed": "ledger-numbers"}).content.decode())
    frame = ET.fromstring(copied)  # noqa: S314 -- made here
    assert set(frame.keys()) == {"src", "title", "width", "height", "loading", "style"}
    assert 'The "Echo" onload="alert(1)' in frame.get("title", "")
