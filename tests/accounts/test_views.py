from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from comparer.accounts.models import User
from comparer.comparisons.models import Comparison
from comparer.library.catalogue.roles import make_roles
from comparer.web.people import SESSION_KEY, Person
from tests.comparisons.making import make_comparison, make_user, make_visitor

pytestmark = pytest.mark.django_db

PASSWORD = "sea-fog-lantern"
NEW: Mapping[str, str] = {"username": "mira", "email": "", "password1": PASSWORD, "password2": PASSWORD}
SIGNED_IN = "_auth_user_id"


def visit_as(client: Client, visitor: Person) -> None:
    session = client.session
    session[SESSION_KEY] = visitor.visitor
    session.save()


def test_signing_up_signs_in_and_keeps_what_the_visitor_made(client: Client) -> None:
    visitor = make_visitor()
    visit_as(client, visitor)
    comparison = make_comparison(visitor, name="Harbour fire")
    page = client.post(reverse("signup"), NEW, follow=True).content.decode()
    comparison.refresh_from_db()
    assert comparison.owner == User.objects.get(username="mira")
    assert "Harbour fire" in page
    assert "1 comparison that you made before signing in came along." in page
    assert SESSION_KEY not in client.session


def test_signing_in_keeps_what_the_visitor_made(client: Client) -> None:
    user, visitor = make_user(), make_visitor()
    visit_as(client, visitor)
    make_comparison(visitor)
    make_comparison(Person(user_id=user.pk))
    client.post(reverse("login"), {"username": user.username, "password": PASSWORD})
    assert Comparison.objects.of(Person(user_id=user.pk)).count() == 2


def test_signing_out_leaves_nothing_to_the_next_visitor(client: Client) -> None:
    user = make_user()
    comparison = make_comparison(Person(user_id=user.pk))
    client.force_login(user)
    client.post(reverse("logout"))
    assert client.get(comparison.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"username": "TAKEN"}, "This name is taken."),
        ({"email": "Taken@Example.org"}, "There is an account with this address already."),
        ({"email": "no address"}, "This is not an e-mail address."),
        ({"password2": "another-one"}, "The two passwords differ."),
        ({"password1": "12345678", "password2": "12345678"}, "too common"),
        ({"username": ""}, "required"),
        ({"username": "nul\x00"}, "Null characters"),
    ],
)
def test_signing_up_says_what_is_wrong(changes: dict[str, str], says: str, client: Client) -> None:
    make_user(username="taken", email="taken@example.org")
    response = client.post(reverse("signup"), {**NEW, **changes})
    assert response.status_code == 422
    assert says in response.content.decode()
    assert User.objects.count() == 1


def test_accounts_without_an_address_do_not_stand_in_each_others_way() -> None:
    make_user(email="")
    make_user(email="")
    assert User.objects.count() == 2


def test_a_wrong_password_is_refused(client: Client) -> None:
    response = client.post(reverse("login"), {"username": make_user().username, "password": "wrong"})
    assert response.status_code == 422
    assert "No account has this username and password." in response.content.decode()
    assert SIGNED_IN not in client.session


def test_signing_in_leads_to_the_page_that_was_wanted_on_this_site_only(client: Client) -> None:
    user = make_user()
    entry = {"username": user.username, "password": PASSWORD}
    wanted = client.post(reverse("login"), {**entry, "next": reverse("password_change")})
    assert wanted.headers["Location"] == reverse("password_change")
    client.post(reverse("logout"))
    elsewhere = client.post(reverse("login"), {**entry, "next": "https://example.org/"})
    assert elsewhere.headers["Location"] == reverse("comparison_list")


@pytest.mark.parametrize("name", ["signup", "login"])
def test_who_is_signed_in_is_led_to_their_list(name: str, client: Client) -> None:
    client.force_login(make_user())
    assert client.get(reverse(name)).headers["Location"] == reverse("comparison_list")


def test_changing_the_password_needs_an_account(client: Client) -> None:
    assert client.get(reverse("password_change")).headers["Location"].startswith(reverse("login"))


def test_password_can_be_changed(client: Client) -> None:
    user = make_user()
    client.force_login(user)
    entry = {"old_password": PASSWORD, "new_password1": "river-of-glass", "new_password2": "river-of-glass"}
    page = client.post(reverse("password_change"), entry, follow=True).content.decode()
    assert "Your password is changed" in page
    user.refresh_from_db()
    assert user.check_password("river-of-glass")


def test_a_forgotten_password_is_set_anew_by_the_link_in_the_mail(client: Client) -> None:
    user = make_user(email="mira@example.org")
    client.post(reverse("password_reset"), {"email": "MIRA@example.org"})
    [letter] = mail.outbox
    assert letter.subject == "Set a new password for Comparer"
    found = re.search(r"http://testserver(/\S+)", str(letter.body))
    assert found
    form = client.get(found[1], follow=True)
    assert "Set a new password" in form.content.decode()
    entry = {"new_password1": "river-of-glass", "new_password2": "river-of-glass"}
    assert "Your new password is set" in client.post(form.request["PATH_INFO"], entry, follow=True).content.decode()
    user.refresh_from_db()
    assert user.check_password("river-of-glass")
    assert "This link no longer works" in client.get(found[1], follow=True).content.decode()


def test_asking_for_a_password_does_not_tell_who_has_an_account(client: Client) -> None:
    page = client.post(reverse("password_reset"), {"email": "nobody@example.org"}, follow=True).content.decode()
    assert "If an account has this address" in page
    assert mail.outbox == []


@pytest.mark.parametrize(("host", "sends"), [("", False), ("mail.example.org", True)])
def test_without_a_mail_server_the_page_says_where_the_link_is_printed(
    host: str,
    sends: bool,  # noqa: FBT001 -- a case as data
    client: Client,
    settings: Settings,
) -> None:
    settings.EMAIL_HOST = host
    asked = client.get(reverse("password_reset")).content.decode()
    sent = client.post(reverse("password_reset"), {"email": "mira@example.org"}, follow=True).content.decode()
    for page in (asked, sent):
        assert ("This copy of Comparer sends no mail" in page) is not sends
        assert ("window where Comparer was started" in page) is not sends
        assert ("letter with a link" in page) is sends


DJANGOS_WORDS = (
    "confirmation",
    "for verification",
    "Your password must",
    "Your password can",
    "Email",
    " email",
    "old password",
)


def test_password_pages_speak_as_signing_up_does(client: Client) -> None:
    user = make_user(email="mira@example.org")
    asked = client.post(reverse("password_reset"), {"email": "mira"}).content.decode()
    client.post(reverse("password_reset"), {"email": user.email})
    link = re.search(r"http://testserver(/\S+)", str(mail.outbox[0].body))
    assert link
    confirm = client.get(link[1], follow=True)
    differ = client.post(confirm.request["PATH_INFO"], {"new_password1": "a", "new_password2": "b"}).content.decode()
    client.force_login(user)
    change = client.post(reverse("password_change"), {"old_password": "wrong"}).content.decode()
    for page in (asked, differ, change):
        assert not [words for words in DJANGOS_WORDS if words in page]
    assert "This is not an e-mail address." in asked
    assert "The two passwords differ." in differ
    assert "New password again" in change
    assert "This is not your password now." in change


def test_an_email_can_be_added_changed_and_taken_away(client: Client) -> None:
    user = make_user()
    client.force_login(user)
    for email, says in (
        ("mira@example.org", "Your e-mail is changed."),
        ("MIRA@example.org", "Your e-mail is changed."),
        ("", "Your account has no e-mail now."),
    ):
        page = client.post(reverse("account"), {"email": email, "password": PASSWORD}, follow=True).content.decode()
        assert says in page
        user.refresh_from_db()
        assert user.email == email


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"email": "Taken@Example.org"}, "There is another account with this address."),
        ({"email": "mira"}, "This is not an e-mail address."),
        ({"password": "wrong"}, "This is not your password now."),
        ({"password": ""}, "required"),
    ],
)
def test_an_email_is_not_changed_where_something_is_wrong(changes: dict[str, str], says: str, client: Client) -> None:
    make_user(email="taken@example.org")
    user = make_user(email="old@example.org")
    client.force_login(user)
    response = client.post(reverse("account"), {"email": "new@example.org", "password": PASSWORD} | changes)
    assert response.status_code == 422
    assert says in response.content.decode()
    user.refresh_from_db()
    assert user.email == "old@example.org"


def test_the_account_page_is_for_who_is_signed_in(client: Client) -> None:
    assert client.get(reverse("account")).headers["Location"].startswith(reverse("login"))
    client.force_login(make_user(username="mira", email="mira@example.org"))
    page = client.get(reverse("comparison_list")).content.decode()
    assert f'href="{reverse("account")}"' in page
    page = client.get(reverse("account")).content.decode()
    assert reverse("password_change") in page
    assert 'value="mira@example.org"' in page


@pytest.mark.parametrize(("role", "held"), [("journalist", ["journalist"]), ("viewer", ["viewer"]), ("none", [])])
def test_new_accounts_begin_with_the_role_that_is_set(
    client: Client, settings: Settings, role: str, held: list[str]
) -> None:
    make_roles()
    settings.COMPARER_SIGNUP_ROLE = role
    client.post(reverse("signup"), NEW)
    assert [group.name for group in User.objects.get(username="mira").groups.all()] == held
