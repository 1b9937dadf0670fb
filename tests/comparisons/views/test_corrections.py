from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from comparer.accounts.models import User
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.services import correct, undo_correction
from comparer.comparisons.corrections.targets import target_of
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.services import make_example
from comparer.web.people import Person
from tests.comparisons.making import LEFT, RIGHT, done_columns, make_comparison, make_user
from tests.comparisons.reports import make_report

pytestmark = pytest.mark.django_db
IN_PLACE = {"HX-Request": "true", "HX-Target": "card"}


@pytest.fixture
def user() -> User:
    return make_user(username="ana")


@pytest.fixture
def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


@pytest.fixture
def comparison(user: User) -> Comparison:
    return make_comparison(Person(user_id=user.pk), done=True)


def fields(mark: str = "d1", **given: object) -> dict[str, object]:
    target = target_of(make_report(), mark)
    return {
        "mark": mark,
        "target": target.key if target else mark,
        "revision": 0,
        "back": f"?show=all&card={mark}",
    } | given


def post(client: Client, comparison: Comparison, *, in_place: bool = False, **given: object) -> HttpResponse:
    headers = IN_PLACE if in_place else {}
    address = reverse("correction_make", args=[comparison.key])
    return client.post(address, fields(**given), headers=headers)  # type: ignore[arg-type, return-value]


def card(client: Client, comparison: Comparison, mark: str) -> str:
    address = f"{comparison.get_absolute_url()}?show=all&card={mark}"
    return client.get(address, headers=IN_PLACE).content.decode()


def test_without_scripts_the_page_comes_back_with_the_card_open(signed_in: Client, comparison: Comparison) -> None:
    response = post(signed_in, comparison, action="reject")
    assert response.status_code == 302
    assert response.headers["Location"] == f"{comparison.get_absolute_url()}?show=all&card=d1#card"
    page = signed_in.get(response.headers["Location"]).content.decode()
    assert "Marked wrong</span>" in page
    assert "by you" in page


def test_in_place_card_filters_and_list_come_anew(signed_in: Client, comparison: Comparison) -> None:
    page = post(signed_in, comparison, in_place=True, action="reject").content.decode()
    assert "<html" not in page
    assert 'data-card="d1"' in page
    for part in ("bar", "list"):
        assert f'id="{part}" hx-swap-oob="true"' in page
    assert re.search(r'id="said"[^>]*>Saved\.', page)
    assert re.search(r'aria-label="Undo: Marked wrong" autofocus', page)


def test_a_rejected_mark_leaves_list_and_counts_and_is_shown_on_demand(
    signed_in: Client, comparison: Comparison
) -> None:
    before = signed_in.get(f"{comparison.get_absolute_url()}?show=conflict").content.decode()
    post(signed_in, comparison, action="reject")
    after = signed_in.get(f"{comparison.get_absolute_url()}?show=conflict").content.decode()
    assert 'data-id="d1"' in before
    assert 'data-id="d1"' not in after
    assert 'Taken out by a person <span class="number">1</span>' in after
    assert 'data-card-link="d1"' in after
    counts = [
        int(found)
        for page in (before, after)
        for found in re.findall(r'Disagreements <span class="number">(\d+)', page)
    ]
    assert counts[1] == counts[0] - 1


def test_undoing_brings_the_mark_back(signed_in: Client, comparison: Comparison) -> None:
    post(signed_in, comparison, action="reject")
    address = reverse("correction_undo", args=[comparison.key, Correction.objects.get().pk])
    page = signed_in.post(address, {"back": "?show=all&card=d1"}, headers=IN_PLACE).content.decode()
    assert 'data-id="d1"' in page
    assert "Marked wrong" not in page
    response = signed_in.post(address, {"back": "?show=all&card=d1"})
    assert response.headers["Location"].endswith("?show=all&card=d1#card")


def test_a_changed_verdict_shows_in_the_card(signed_in: Client, comparison: Comparison) -> None:
    page = post(signed_in, comparison, in_place=True, action="verdict", value="update").content.decode()
    assert ">later news</button>" in page
    assert "Verdict changed to “later news”" in page


def test_a_note_is_shown_as_written_never_as_markup(signed_in: Client, comparison: Comparison) -> None:
    page = post(signed_in, comparison, in_place=True, action="note", value="<b>Ask</b> & see").content.decode()
    assert "Note: &lt;b&gt;Ask&lt;/b&gt; &amp; see" in page
    assert "<b>Ask" not in page


def test_unpairing_loads_the_texts_anew(signed_in: Client, comparison: Comparison) -> None:
    response = post(signed_in, comparison, in_place=True, mark="p14", action="unpair")
    assert response.headers["HX-Refresh"] == "true"
    page = card(signed_in, comparison, "p14")
    assert "Unpaired" in page
    assert "Taken out along with what it rests on" in card(signed_in, comparison, "d1")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"action": "note", "value": "   "}, "The note is empty"),
        ({"action": "note", "value": "x" * 2001}, "at most 2000"),
        ({"action": "verdict", "value": "only_left"}, "Choose how they differ"),
        ({"action": "kind", "value": "colour"}, "Choose a kind"),
        ({"action": "explode"}, "Choose what to do"),
        ({"action": "note", "value": "a\x00b"}, "null characters"),
    ],
)
@pytest.mark.parametrize("in_place", [True, False])
def test_what_cannot_be_kept_is_said_in_the_card(
    signed_in: Client, comparison: Comparison, given: dict[str, str], words: str, *, in_place: bool
) -> None:
    response = post(signed_in, comparison, in_place=in_place, **given)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    "given",
    [
        {"mark": "d999", "action": "reject"},
        {"mark": "m1", "action": "note", "value": "x"},
        {"target": "0" * 32, "action": "reject"},
        {"mark": "p1", "action": "reject"},
        {"mark": "d1", "action": "unpair"},
    ],
)
def test_a_mark_that_is_another_now_is_not_corrected(
    signed_in: Client, comparison: Comparison, given: dict[str, str]
) -> None:
    response = post(signed_in, comparison, in_place=True, **given)
    assert response.status_code == 409
    assert not Correction.objects.exists()


@pytest.mark.parametrize("in_place", [True, False])
def test_who_comes_second_sees_what_the_first_did_and_may_go_on(
    signed_in: Client, comparison: Comparison, *, in_place: bool
) -> None:
    target = target_of(make_report(), "d1")
    assert target
    correct(comparison=comparison, target=target, action="reject", made_by=make_user(username="kai").pk, revision=0)
    response = post(signed_in, comparison, in_place=in_place, action="verdict", value="update")
    page = response.content.decode()
    assert response.status_code == 409
    assert "by kai" in page
    assert re.search(r"<strong>kai</strong>, \d+ \w+ \d{4}, \d\d:\d\d: Marked wrong\.", page)
    assert "not saved yet: “Verdict changed to “later news””" in page
    assert Correction.objects.count() == 1
    assert 'name="revision" value="1"' in page
    assert post(signed_in, comparison, action="verdict", value="update", revision=1).status_code == 302
    assert Correction.objects.count() == 2


def test_who_comes_after_an_undoing_is_told_of_it(signed_in: Client, comparison: Comparison) -> None:
    kai, target = make_user(username="kai"), target_of(make_report(), "d1")
    assert target
    made = correct(comparison=comparison, target=target, action="reject", made_by=kai.pk, revision=0)
    undo_correction(correction=made, undone_by=kai.pk)
    response = post(signed_in, comparison, action="verdict", value="update", revision=1)
    assert response.status_code == 409
    assert re.search(r"<strong>kai</strong>, [^<]*: took back “Marked wrong”", response.content.decode())


def test_nobody_else_corrects_or_undoes(signed_in: Client, comparison: Comparison) -> None:
    post(signed_in, comparison, action="reject")
    undo = reverse("correction_undo", args=[comparison.key, Correction.objects.get().pk])
    signed_in.force_login(make_user())
    assert post(signed_in, comparison, mark="d2", action="reject").status_code == 404
    assert signed_in.post(undo).status_code == 404
    signed_in.logout()
    assert post(signed_in, comparison, mark="d2", action="reject").status_code == 404
    assert Correction.objects.get().undone is None


def test_a_correction_of_another_comparison_is_not_undone_through_this_one(
    signed_in: Client, comparison: Comparison, user: User
) -> None:
    post(signed_in, comparison, action="reject")
    other = make_comparison(Person(user_id=user.pk), done=True)
    undo = reverse("correction_undo", args=[other.key, Correction.objects.get().pk])
    assert signed_in.post(undo).status_code == 404


def test_a_visitor_is_asked_to_sign_in(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    page = card(visiting, comparison, "d1")
    assert f"{reverse('login')}?next={comparison.get_absolute_url()}" in page
    assert reverse("correction_make", args=[comparison.key]) not in page
    response = post(visiting, comparison, action="reject")
    assert response.headers["Location"].startswith(reverse("login"))
    assert "HX-Redirect" in post(visiting, comparison, in_place=True, action="reject").headers
    assert not Correction.objects.exists()


def test_the_example_is_corrected_by_nobody(signed_in: Client) -> None:
    example = make_example(left=LEFT, right=RIGHT, engine="1")
    Comparison.objects.update(**done_columns())
    assert post(signed_in, example, action="reject").status_code == 404
    page = card(signed_in, example, "d1")
    assert "/corrections/" not in page
    assert reverse("login") not in page


def test_only_a_post_corrects(signed_in: Client, comparison: Comparison) -> None:
    assert signed_in.get(reverse("correction_make", args=[comparison.key])).status_code == 405
    assert signed_in.get(reverse("correction_undo", args=[comparison.key, 1])).status_code == 405


def test_the_way_back_leads_nowhere_else(signed_in: Client, comparison: Comparison) -> None:
    response = post(signed_in, comparison, action="reject", back="https://elsewhere.example/?card=d1")
    assert response.headers["Location"].startswith(comparison.get_absolute_url())


def test_the_line_in_lists_and_the_ledgers_follow_corrections(signed_in: Client, comparison: Comparison) -> None:
    ledger = reverse("comparison_ledger_csv", args=[comparison.key, "numbers"])
    line, rows = comparison.in_brief, signed_in.get(ledger).content
    post(signed_in, comparison, action="reject")
    comparison.refresh_from_db()
    assert comparison.in_brief != line
    assert signed_in.get(ledger).content != rows
    signed_in.post(reverse("correction_undo", args=[comparison.key, Correction.objects.get().pk]))
    comparison.refresh_from_db()
    assert comparison.in_brief == line
    assert signed_in.get(ledger).content == rows


def test_the_reader_of_a_link_sees_corrections_but_neither_names_nor_actions(
    signed_in: Client, comparison: Comparison
) -> None:
    post(signed_in, comparison, action="verdict", value="update")
    link = ShareLink.objects.create(comparison=comparison)
    signed_in.logout()
    page = signed_in.get(f"{link.get_absolute_url()}?card=d1").content.decode()
    assert "Verdict changed to “later news”</span>" in page
    assert "by a person" in page
    assert "ana" not in re.sub(r"<[^>]*>", " ", page).split()
    assert "/corrections/" not in page
    assert reverse("login") not in page


def test_what_can_be_changed_begins_with_what_it_is_now(signed_in: Client, comparison: Comparison) -> None:
    post(signed_in, comparison, mark="d4", action="kind", value="person")
    page = signed_in.get(f"{comparison.get_absolute_url()}?card=d4").content.decode()
    assert re.findall(r'<option value="(\w+)" selected>', page) == ["compatible", "person"]
