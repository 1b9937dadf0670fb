from __future__ import annotations

import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comparer.accounts.models import User
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.passages import print_of
from comparer.comparisons.models import Comparison, ShareLink
from comparer.comparisons.sharing.models import Invitation, Role
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user
from tests.comparisons.reports import make_report

pytestmark = pytest.mark.django_db
SENTENCE = "left-10"
"""Officials have not ruled out human error."""


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


def post(client: Client, comparison: Comparison, **sent: object) -> HttpResponse:
    sent = {"print": print_of(make_report()), "value": "Ask the ministry.", **sent}
    return client.post(reverse("correction_notes", args=[comparison.key]), sent)  # type: ignore[return-value]


def act(client: Client, name: str, note: Correction, **sent: str) -> HttpResponse:
    return client.post(reverse(name, args=[note.comparison.key, note.pk]), sent)  # type: ignore[return-value]


def result(client: Client, comparison: Comparison) -> str:
    return client.get(comparison.get_absolute_url()).content.decode()


def make_note(client: Client, comparison: Comparison, about: str = SENTENCE) -> Correction:
    post(client, comparison, about=about)
    return Correction.objects.latest("pk")


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("comparison", "the whole comparison"),
        ("left", f"on {'{left}'}"),
        ("right", f"on {'{right}'}"),
        (SENTENCE, "“Officials have not ruled out human error.”"),
        ("right-27", "“Volunteers were washing seals on the beach at Norra.”"),
    ],
)
def test_a_note_stands_beside_the_texts(signed_in: Client, comparison: Comparison, about: str, said: str) -> None:
    note = make_note(signed_in, comparison, about)
    page = result(signed_in, comparison)
    assert f'id="note-{note.pk}"' in page
    assert said.format(left=comparison.left.outlet, right=comparison.right.outlet) in page
    assert "Ask the ministry." in page
    assert "by you" in page


def test_a_small_sign_stands_behind_the_sentence(signed_in: Client, comparison: Comparison) -> None:
    note = make_note(signed_in, comparison)
    page = result(signed_in, comparison)
    assert re.search(rf'human error\.(</a>)? <a class="sign" href="#note-{note.pk}">Note 1</a>', page)
    assert page.count('class="sign"') == 1


def test_a_sign_stands_at_the_head_of_a_piece(signed_in: Client, comparison: Comparison) -> None:
    note = make_note(signed_in, comparison, "right")
    assert re.search(
        rf'id="right-name".*?<a class="sign" href="#note-{note.pk}"', result(signed_in, comparison), re.DOTALL
    )


def test_markup_in_a_note_is_shown_as_text(signed_in: Client, comparison: Comparison) -> None:
    post(signed_in, comparison, about=SENTENCE, value="<script>alert(1)</script>\n<b>Look</b>")
    for page in (result(signed_in, comparison), signed_in.get(reverse("correction_list", args=[comparison.key]))):
        text = page if isinstance(page, str) else page.content.decode()
        assert "<script>alert" not in text
        assert "<b>Look" not in text
        assert "&lt;b&gt;Look&lt;/b&gt;" in text


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"about": "", "value": "Kept."}, "Choose what the note is about."),
        ({"about": "left-999", "value": "Kept."}, "Choose what the note is about."),
        ({"about": "left-x", "value": "Kept."}, "Choose what the note is about."),
        ({"about": SENTENCE, "value": " "}, "The note is empty."),
        ({"about": SENTENCE, "value": "Kept." + 2000 * "x"}, "Shorten it."),
    ],
)
def test_bad_notes_are_refused_in_words_and_what_was_typed_is_kept(
    signed_in: Client, comparison: Comparison, sent: dict[str, str], problem: str
) -> None:
    response = post(signed_in, comparison, **sent)
    assert response.status_code == 422
    page = response.content.decode()
    assert problem in page
    assert f">{sent['value']}</textarea>" in page
    assert not Correction.objects.exists()


def test_a_note_is_edited_and_its_earlier_words_stay_in_the_history(signed_in: Client, comparison: Comparison) -> None:
    note = make_note(signed_in, comparison)
    response = act(signed_in, "correction_edit", note, value="Ask the harbour.")
    edited = Correction.objects.latest("pk")
    assert response.headers["Location"] == f"{comparison.get_absolute_url()}#note-{edited.pk}"
    page = result(signed_in, comparison)
    assert "Ask the harbour." in page
    assert "Ask the ministry." not in page
    history = signed_in.get(reverse("correction_list", args=[comparison.key])).content.decode()
    assert "Ask the ministry." in history
    assert '<span class="state">replaced</span>' in history


def test_the_history_leads_to_the_note(signed_in: Client, comparison: Comparison) -> None:
    note = make_note(signed_in, comparison)
    history = signed_in.get(reverse("correction_list", args=[comparison.key])).content.decode()
    assert f'href="{comparison.get_absolute_url()}#note-{note.pk}"' in history


def test_undoing_an_edit_brings_back_the_earlier_words(signed_in: Client, comparison: Comparison) -> None:
    act(signed_in, "correction_edit", make_note(signed_in, comparison), value="Ask the harbour.")
    act(signed_in, "correction_undo", Correction.objects.latest("pk"))
    page = result(signed_in, comparison)
    assert "Ask the ministry." in page
    assert "Ask the harbour." not in page


def test_what_was_replaced_is_not_undone_behind_the_later_words(signed_in: Client, comparison: Comparison) -> None:
    first = make_note(signed_in, comparison)
    act(signed_in, "correction_edit", first, value="Ask the harbour.")
    act(signed_in, "correction_undo", first)
    assert Correction.objects.get(pk=first.pk).undone is None


def test_an_edited_note_is_removed_with_all_its_earlier_words(signed_in: Client, comparison: Comparison) -> None:
    first = make_note(signed_in, comparison)
    for words in ("Ask the harbour.", "Ask the island."):
        act(signed_in, "correction_edit", Correction.objects.latest("pk"), value=words)
    last = Correction.objects.latest("pk")
    act(signed_in, "correction_undo", last, **{"from": "notes"})
    assert 'class="note-words"' not in result(signed_in, comparison)
    act(signed_in, "correction_again", last)
    page = result(signed_in, comparison)
    assert "Ask the island." in page
    assert page.count('class="note-words"') == 1
    assert first.value not in page


def test_a_removed_note_is_brought_back_once(signed_in: Client, comparison: Comparison) -> None:
    note = make_note(signed_in, comparison)
    response = act(signed_in, "correction_undo", note, **{"from": "notes"})
    assert response.headers["Location"] == f"{comparison.get_absolute_url()}#notes"
    page = result(signed_in, comparison)
    assert "Ask the ministry." not in page
    history = f"{reverse('correction_list', args=[comparison.key])}?only={note.pk}"
    assert f'<a href="{history}">Bring it back</a>' in page
    assert "Do it again" in signed_in.get(history).content.decode()
    for _ in range(2):
        act(signed_in, "correction_again", note)
    assert "Ask the ministry." in result(signed_in, comparison)
    assert Correction.objects.count() == 2


def test_a_mark_taken_back_is_done_again(signed_in: Client, comparison: Comparison, user: User) -> None:
    page = signed_in.get(f"{comparison.get_absolute_url()}?card=d1").content.decode()
    found = re.search(r'name="target" value="(\w+)"', page)
    assert found
    make = {"mark": "d1", "target": found[1], "revision": 0, "action": "reject", "back": "?card=d1"}
    signed_in.post(reverse("correction_make", args=[comparison.key]), make)
    row = Correction.objects.get()
    act(signed_in, "correction_undo", row)
    act(signed_in, "correction_again", row)
    again = Correction.objects.latest("pk")
    assert (again.action, again.instead_of, again.made_by) == ("reject", row, user)
    assert "Marked wrong" in signed_in.get(f"{comparison.get_absolute_url()}?card=d1").content.decode()


def test_who_edits_second_sees_what_the_first_made_of_it(signed_in: Client, comparison: Comparison) -> None:
    note = make_note(signed_in, comparison)
    act(signed_in, "correction_edit", note, value="Ask the harbour.")
    ben = make_user(username="ben")
    Invitation.objects.create(comparison=comparison, name="ben", account=ben, role=Role.EDITOR)
    signed_in.force_login(ben)
    response = act(signed_in, "correction_edit", note, value="Ask nobody.")
    assert response.status_code == 409
    page = response.content.decode()
    assert re.search(r"by ana, \d+ \w+ \d{4}, \d\d:\d\d", page)
    assert "Ask the harbour." in page
    assert ">Ask nobody.</textarea>" in page
    latest = Correction.objects.latest("pk")
    assert latest.value == "Ask the harbour."
    act(signed_in, "correction_edit", latest, value="Ask nobody.")
    assert "by you, after ana" in result(signed_in, comparison)


def test_who_edits_what_was_removed_may_save_it_all_the_same(signed_in: Client, comparison: Comparison) -> None:
    note = make_note(signed_in, comparison)
    act(signed_in, "correction_undo", note)
    response = act(signed_in, "correction_edit", note, value="Ask nobody.")
    assert response.status_code == 409
    assert reverse("correction_again", args=[comparison.key, note.pk]) in response.content.decode()
    act(signed_in, "correction_again", note, value="Ask nobody.")
    assert "Ask nobody." in result(signed_in, comparison)


def test_an_empty_edit_is_refused_in_words(signed_in: Client, comparison: Comparison) -> None:
    response = act(signed_in, "correction_edit", make_note(signed_in, comparison), value=" ")
    assert response.status_code == 422
    assert "The note is empty." in response.content.decode()


def test_only_notes_are_edited(signed_in: Client, comparison: Comparison) -> None:
    note = make_note(signed_in, comparison)
    Correction.objects.update(action="reject", value="")
    assert act(signed_in, "correction_edit", note, value="x").status_code == 404


@pytest.mark.parametrize("name", ["correction_edit", "correction_again", "correction_undo"])
def test_viewers_and_others_change_no_note(signed_in: Client, comparison: Comparison, name: str) -> None:
    note = make_note(signed_in, comparison)
    viewer = make_user(username="cai")
    Invitation.objects.create(comparison=comparison, name="cai", account=viewer, role=Role.VIEWER)
    for stranger in (viewer, make_user()):
        signed_in.force_login(stranger)
        assert act(signed_in, name, note, value="Mine.").status_code == 404
        assert post(signed_in, comparison, about=SENTENCE).status_code == 404
    assert Correction.objects.get().value == "Ask the ministry."


def test_the_reader_of_a_link_reads_notes_but_neither_names_nor_actions(
    signed_in: Client, comparison: Comparison
) -> None:
    make_note(signed_in, comparison)
    link = ShareLink.objects.create(comparison=comparison)
    signed_in.logout()
    page = signed_in.get(link.get_absolute_url()).content.decode()
    assert "Ask the ministry." in page
    assert "by a person" in page
    assert "/corrections/" not in page


def test_more_notes_than_one_reads_are_counted(signed_in: Client, comparison: Comparison) -> None:
    note = make_note(signed_in, comparison)
    copies = [
        Correction(comparison=comparison, action="note", target=note.target, anchor=note.anchor, value=f"{n}.")
        for n in range(60)
    ]
    Correction.objects.bulk_create(copies)
    page = result(signed_in, comparison)
    assert page.count('class="note-words"') == 50
    assert "11 more" in page


def test_notes_take_the_same_queries_whatever_their_number(signed_in: Client, comparison: Comparison) -> None:
    counts = []
    for at in (10, 11, 12):
        make_note(signed_in, comparison, f"left-{at}")
        result(signed_in, comparison)  # without the message that the note was saved
        with CaptureQueriesContext(connection) as queries:
            result(signed_in, comparison)
        counts.append(len(queries))
    assert counts == [counts[0]] * 3
