from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from comparer.accounts.models import User
from comparer.comparisons.models import Comparison
from comparer.comparisons.sharing.inviting import MOST, invite
from comparer.comparisons.sharing.models import Invitation, Role
from comparer.comparisons.states import State, Trouble
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user

pytestmark = pytest.mark.django_db
LIST = reverse("comparison_list")


@pytest.fixture
def owner() -> User:
    return make_user(username="frieda", email="frieda@mail.example")


@pytest.fixture
def comparison(owner: User) -> Comparison:
    return make_comparison(Person(user_id=owner.pk), done=True, name="Ferry inquiry")


@pytest.fixture
def signed_in(owner: User) -> Client:
    client = Client()
    client.force_login(owner)
    return client


def share(comparison: Comparison) -> str:
    return reverse("comparison_share", args=[comparison.key])


def send(client: Client, comparison: Comparison, name: str, role: str = "viewer") -> tuple[int, str]:
    response = client.post(reverse("invitation_make", args=[comparison.key]), {"name": name, "role": role}, follow=True)
    return response.status_code, response.content.decode()


def sign_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def plain(page: str, name: str) -> str:
    """Return the page without what differs from one row and request to the next."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"', "", page)
    return re.sub(r"(invitations/|role-)\d+", r"\1", page).replace(name, "NAME")


def test_the_answer_is_the_same_for_known_and_for_unknown_names(signed_in: Client, comparison: Comparison) -> None:
    make_user(username="zorana", email="zorana@mail.example")
    pages = []
    for name in ("zorana", "quimby", "zorana@mail.example", "quimby@mail.example"):
        pages.append(plain(send(signed_in, comparison, name)[1], name))
        Invitation.objects.all().delete()
    assert len(set(pages)) == 1
    assert "“NAME” is invited" in pages[0]
    assert "has not opened it yet" in pages[0]


def test_only_its_being_opened_tells_of_an_account(signed_in: Client, comparison: Comparison) -> None:
    bela = make_user(username="bela", email="bela@mail.example")
    send(signed_in, comparison, "bela@mail.example")
    assert "by bela" not in signed_in.get(share(comparison)).content.decode()
    sign_in(bela).get(comparison.get_absolute_url())
    assert re.search(r"opened first on .* by bela<", signed_in.get(share(comparison)).content.decode())


def test_the_invited_finds_it_in_the_list_and_opens_it(comparison: Comparison) -> None:
    bela = make_user(username="bela")
    invite(comparison=comparison, name="bela", role=Role.VIEWER)
    client = sign_in(bela)
    page = client.get(LIST).content.decode()
    assert "Shared with you by frieda" in page
    assert f'href="{comparison.get_absolute_url()}"' in page
    for act in ("comparison_rename", "comparison_delete"):
        assert reverse(act, args=[comparison.key]) not in page
    result = client.get(comparison.get_absolute_url()).content.decode()
    assert "Shared with you by frieda, to read." in result
    for absent in ("comparison_share", "comparison_rename", "comparison_delete", "correction_list"):
        assert reverse(absent, args=[comparison.key]) not in result


def test_the_list_is_filtered_by_whose_it_is(comparison: Comparison) -> None:
    bela = make_user(username="bela")
    make_comparison(Person(user_id=bela.pk), name="My own fire")
    invite(comparison=comparison, name="bela", role=Role.VIEWER)
    client = sign_in(bela)
    found = {
        whose: [
            name
            for name in ("My own fire", "Ferry inquiry")
            if name in client.get(LIST, {"whose": whose}).content.decode()
        ]
        for whose in ("", "mine", "shared", "nonsense")
    }
    both = ["My own fire", "Ferry inquiry"]
    assert found == {"": both, "mine": both[:1], "shared": both[1:], "nonsense": both}
    assert "No" not in client.get(LIST, {"whose": "shared", "q": "Ferry"}).content.decode().split("<main")[0]
    assert (
        "0 comparisons found for “fire” among those shared with you"
        in client.get(LIST, {"whose": "shared", "q": "fire"}).content.decode()
    )


def test_the_filter_shows_only_where_somebody_shares(signed_in: Client, comparison: Comparison) -> None:
    assert "Shared with me" not in signed_in.get(LIST).content.decode()


def test_off_ones_list_and_back(comparison: Comparison) -> None:
    bela = make_user(username="bela")
    invite(comparison=comparison, name="bela", role=Role.VIEWER)
    client = sign_in(bela)
    page = client.post(reverse("comparison_hide", args=[comparison.key]), follow=True).content.decode()
    assert "“Ferry inquiry” is off your list" in page
    assert "Shared with you by" not in page
    assert "Put on my list" in client.get(comparison.get_absolute_url()).content.decode()
    page = client.post(reverse("comparison_unhide", args=[comparison.key]), follow=True).content.decode()
    assert "Shared with you by frieda" in page


def test_the_notice_of_what_is_off_the_list_is_for_the_invited_only(comparison: Comparison) -> None:
    assert "Ferry" not in sign_in(make_user()).get(LIST, {"hidden": comparison.key}).content.decode()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Write the user name"),
        ("   ", "Write the user name"),
        ("frieda", "That is you"),
        ("FRIEDA@mail.example", "That is you"),
        ("a\x00b", "characters that belong to no text"),
        ("x" * 255, "at most 254 characters"),
    ],
)
def test_a_name_that_cannot_be_invited_is_answered_with_a_sentence(
    name: str, said: str, signed_in: Client, comparison: Comparison
) -> None:
    status, page = send(signed_in, comparison, name)
    assert (status, said in page) == (422, True)
    assert not Invitation.objects.exists()


def test_what_was_typed_is_kept_beside_the_mistake(signed_in: Client, comparison: Comparison) -> None:
    status, page = send(signed_in, comparison, "bela", "owner")
    assert status == 422
    assert 'value="bela"' in page
    assert "Choose what they may do." in page


def test_too_many_invitations_are_refused_with_a_sentence(signed_in: Client, comparison: Comparison) -> None:
    Invitation.objects.bulk_create(Invitation(comparison=comparison, name=f"one{n}") for n in range(MOST))
    status, page = send(signed_in, comparison, "bela")
    assert status == 422
    assert f"{MOST} people are invited" in page


def test_names_with_markup_are_shown_as_text(signed_in: Client, comparison: Comparison) -> None:
    page = send(signed_in, comparison, "<b>bela</b>")[1]
    assert "<b>bela" not in page
    assert "&lt;b&gt;bela" in page


def test_change_a_role_take_back_and_undo(signed_in: Client, comparison: Comparison) -> None:
    make_user(username="bela")
    send(signed_in, comparison, "bela")
    invitation = Invitation.objects.get()
    where = {
        act: reverse(f"invitation_{act}", args=[comparison.key, invitation.pk])
        for act in ("change", "remove", "restore")
    }
    assert (
        "“bela” may read and correct."
        in signed_in.post(where["change"], {"role": "editor"}, follow=True).content.decode()
    )
    assert Invitation.objects.get().role == Role.EDITOR
    assert "Choose what they may do" in signed_in.post(where["change"], {"role": "x"}, follow=True).content.decode()
    page = signed_in.post(where["remove"], follow=True).content.decode()
    assert f'action="{where["restore"]}"' in page
    assert f'action="{where["change"]}"' not in page
    page = signed_in.post(where["restore"], follow=True).content.decode()
    assert f'action="{where["change"]}"' in page


def test_an_invitation_is_changed_by_way_of_its_own_comparison_only(
    signed_in: Client, comparison: Comparison, owner: User
) -> None:
    other = make_comparison(Person(user_id=owner.pk), done=True)
    invitation = invite(comparison=comparison, name="bela", role=Role.VIEWER)
    for act in ("change", "remove", "restore"):
        address = reverse(f"invitation_{act}", args=[other.key, invitation.pk])
        assert signed_in.post(address, {"role": "editor"}).status_code == 404


def test_a_visitor_is_told_to_sign_up_first(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    page = visiting.get(share(comparison)).content.decode()
    assert "To invite people you need an account yourself" in page
    assert f'<a href="{reverse("signup")}">Sign up</a>' in page
    response = visiting.post(reverse("invitation_make", args=[comparison.key]), {"name": "bela", "role": "viewer"})
    assert response.headers["Location"] == reverse("login", query={"next": share(comparison)})
    assert not Invitation.objects.exists()


def test_a_visitors_comparison_comes_along_with_its_link_on_sign_up(visiting: Client, visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    visiting.post(share(comparison))
    fields = {"username": "bela", "password1": "sea-fog-lantern", "password2": "sea-fog-lantern"}
    assert visiting.post(reverse("signup"), fields).status_code == 302
    page = visiting.get(share(comparison)).content.decode()
    assert comparison.share_link.key in page
    assert send(visiting, comparison, "cara")[0] == 200
    assert Invitation.objects.get().name == "cara"


def test_the_invited_are_told_who_can_try_a_failed_comparison_again(comparison: Comparison, signed_in: Client) -> None:
    Comparison.objects.update(state=State.FAILED, trouble=Trouble.COMPARING, report="")
    invite(comparison=comparison, name=make_user(username="bela").username, role=Role.EDITOR)
    where, retry = (reverse(name, args=[comparison.key]) for name in ("comparison_progress", "comparison_retry"))
    theirs = sign_in(User.objects.get(username="bela")).get(where).content.decode()
    assert "Whoever shared this comparison with you can try again." in theirs
    assert retry not in theirs
    assert retry in signed_in.get(where).content.decode()


@pytest.mark.parametrize("name", ["hidden", "deleted"])
def test_odd_keys_in_the_address_of_the_list_do_no_harm(name: str, signed_in: Client) -> None:
    for key in ("\x00", "…", "x" * 3000, "a b"):
        assert signed_in.get(LIST, {name: key}).status_code == 200


def test_who_may_only_read_gets_quotations_where_the_site_says_so(comparison: Comparison, settings: object) -> None:
    settings.COMPARER_QUOTE_LIMIT = 30  # type: ignore[attr-defined]
    for name, role, whole in (("vera", Role.VIEWER, False), ("eda", Role.EDITOR, True)):
        client = sign_in(make_user(username=name))
        invite(comparison=comparison, name=name, role=role)
        page = client.get(comparison.get_absolute_url()).content.decode()
        assert ("followed every rule" in page) is whole
        ledgers = client.get(reverse("comparison_ledgers", args=[comparison.key])).content.decode()
        assert ("Passages are cut to quotations" not in ledgers) is whole
        again = client.get(reverse("compare"), {"again": comparison.key})
        assert again.status_code == (200 if whole else 404)


def test_the_share_page_costs_the_same_queries_for_one_and_three(
    signed_in: Client, comparison: Comparison, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    invite(comparison=comparison, name=make_user().username, role=Role.VIEWER)
    Invitation.objects.update(opened=comparison.created)
    signed_in.get(share(comparison))
    with django_assert_num_queries(6):
        signed_in.get(share(comparison))
    for _ in range(2):
        invite(comparison=comparison, name=make_user().username, role=Role.VIEWER)
    Invitation.objects.update(opened=comparison.created)
    with django_assert_num_queries(6):
        signed_in.get(share(comparison))


def test_the_list_costs_the_same_queries_for_one_and_three_shared(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    bela = make_user(username="bela")
    client = sign_in(bela)
    for shared in (1, 2):
        for _ in range(shared):
            comparison = make_comparison(Person(user_id=make_user().pk), done=True)
            invite(comparison=comparison, name="bela", role=Role.VIEWER)
        with django_assert_num_queries(8):
            assert client.get(LIST).status_code == 200
