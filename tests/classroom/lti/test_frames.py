"""Which pages may be framed and by whom, what is shown to platforms, and who registers them."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from jwcrypto.jwk import JWK
from pytest_django.fixtures import Settings

from comparer.classroom.lti import keys
from comparer.classroom.lti.keys import make_key, public_keys, registration_of
from comparer.classroom.lti.models import Platform, ToolKey
from comparer.classroom.lti.sealing import hash_subject, seal, unseal
from tests.classroom.lti.launching import begin, launch, link, place, register
from tests.classroom.lti.platform import TestPlatform
from tests.classroom.lti.test_teachers import act
from tests.classroom.making import make_exercise, make_room, make_teacher

pytestmark = pytest.mark.django_db
REGISTER = {
    "name": "Orsa College", "issuer": "https://learn.example", "client_id": "42", "login_url": "https://learn.example/auth",
    "token_url": "https://learn.example/token", "keys_url": "https://learn.example/keys", "is_active": "on",
    "framed_by": "https://school.example/a/b\nhttps://school.example", "deployments-TOTAL_FORMS": "1",
    "deployments-INITIAL_FORMS": "0", "deployments-0-deployment_id": "7",
}  # fmt: skip


def policy(response: Any, name: str) -> list[str]:
    """Return what the page's policy says of one kind of thing."""
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return next(part[1:] for part in parts if part[0] == name)


def test_launch_may_be_framed_by_its_platform_only(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    row = register(platform, framed_by="https://school.example")
    place(row, room.exercise, room)
    response = launch(client, platform)
    assert policy(response, "frame-ancestors") == [platform.root, "https://school.example"]
    assert "X-Frame-Options" not in response
    refused = client.post(reverse("lti_launch"), {"state": "x", "id_token": platform.sign(platform.claims("x"))})
    assert policy(refused, "frame-ancestors") == [platform.root, "https://school.example"]


def test_everything_else_is_framed_by_nobody(client: Client, platform: TestPlatform) -> None:
    register(platform)
    client.force_login(make_teacher())
    for name in ("lti_account", "exercise_list"):
        response = client.get(reverse(name))
        assert policy(response, "frame-ancestors") == ["'none'"]
        assert response["X-Frame-Options"] == "DENY"
    for asked in ({}, {"iss": "https://unknown.example", "login_hint": "1"}):
        assert policy(client.get(reverse("lti_login"), asked), "frame-ancestors") == ["'none'"]
    Platform.objects.update(is_active=False)
    switched_off = client.get(reverse("lti_login"), {"iss": platform.root, "login_hint": "1"})
    assert policy(switched_off, "frame-ancestors") == ["'none'"]


def test_only_the_page_with_the_answer_sends_a_form_elsewhere(client: Client, platform: TestPlatform) -> None:
    row, teacher = register(platform), make_teacher()
    exercise = make_exercise(teacher)
    link(row, teacher)
    chooser = launch(client, platform, deep=True)
    assert policy(chooser, "form-action") == ["'self'"]
    chosen = act(client, "lti_choose", chooser, exercise=exercise.key)
    assert policy(chosen, "form-action") == ["'self'", platform.root]
    assert policy(chosen, "script-src") == ["'self'"]


def test_state_cookie_comes_back_from_the_platforms_site_over_https(client: Client, platform: TestPlatform) -> None:
    register(platform)
    begin(client, platform)
    (plain,) = client.cookies.values()
    assert (plain["httponly"], plain["path"], plain["samesite"]) == (True, "/class/lti/", "")
    client.cookies.clear()
    sent = {"iss": platform.root, "login_hint": "1"}
    response = client.post(reverse("lti_login"), sent, secure=True)
    (safe,) = response.cookies.values()
    assert (safe["secure"], safe["samesite"]) == (True, "None")


def test_launches_start_no_session(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    launch(client, platform)
    assert "sessionid" not in client.cookies


def test_keys_are_public_and_the_private_one_is_kept_encrypted(client: Client, settings: Settings) -> None:
    shown = client.get(reverse("lti_keys")).json()["keys"]
    assert [set(key) for key in shown] == [{"alg", "e", "kid", "kty", "n", "use"}]
    assert client.get(reverse("lti_keys")).json()["keys"] == shown
    assert "ENCRYPTED PRIVATE KEY" in ToolKey.objects.get().private
    with pytest.raises((TypeError, ValueError)):
        JWK.from_pem(ToolKey.objects.get().private.encode())


def test_another_secret_key_makes_another_pair_and_the_last_two_are_shown(settings: Settings) -> None:
    (first,) = public_keys()
    settings.SECRET_KEY = 60 * "y"
    assert registration_of(Platform(issuer="i")).get_kid() != first["kid"]
    assert [key["kid"] for key in public_keys()][1] == first["kid"]
    make_key()
    assert len(public_keys()) == keys.PUBLISHED


def test_what_is_sealed_opens_under_the_same_key_only(settings: Settings) -> None:
    sealed = seal("student-7")
    assert "student-7" not in sealed
    assert seal("student-7") != sealed
    assert unseal(sealed) == "student-7"
    assert unseal(sealed[:-3] + "AAA") is None
    assert unseal("nonsense") is None
    hashed = hash_subject(1, "7")
    assert hash_subject(1, "7") == hashed
    assert hash_subject(2, "7") != hashed
    settings.SECRET_KEY = 60 * "y"
    assert unseal(sealed) is None
    assert hash_subject(1, "7") != hashed


def test_config_names_this_sites_addresses(client: Client) -> None:
    said = client.get(reverse("lti_config")).json()
    assert said["oidc_initiation_url"] == f"http://testserver{reverse('lti_login')}"
    assert said["public_jwk_url"] == f"http://testserver{reverse('lti_keys')}"
    assert said["scopes"] == ["https://purl.imsglobal.org/spec/lti-ags/scope/score"]


def test_only_who_may_registers_platforms(client: Client) -> None:
    person = make_teacher()
    addresses = [
        reverse(name)
        for name in ("lti_register", "admin:classroom_platform_add", "admin:classroom_platform_changelist")
    ]
    assert all(client.get(address).status_code == 302 for address in addresses)
    client.force_login(person)
    assert client.get(addresses[0]).status_code == 403
    assert client.post(reverse("admin:classroom_platform_new_key")).status_code == 302
    assert not ToolKey.objects.exists()
    person.is_staff = True
    person.save()
    assert [client.get(address).status_code for address in addresses] == [403, 403, 403]
    person.user_permissions.set(Permission.objects.filter(content_type__model__in=["platform", "deployment"]))
    assert [client.get(address).status_code for address in addresses] == [200, 200, 200]
    assert reverse("lti_launch") in client.get(addresses[0]).content.decode()


def test_platform_is_registered_in_the_admin(admin_client: Client) -> None:
    admin_client.post(reverse("admin:classroom_platform_add"), REGISTER)
    row = Platform.objects.get()
    assert row.framed_by == "https://school.example"
    assert [one.deployment_id for one in row.deployments.all()] == ["7"]
    row.keys = [{"kid": "old"}]
    row.save()
    changed = REGISTER | {"keys_url": "https://learn.example/new", "deployments-TOTAL_FORMS": "0"}
    admin_client.post(reverse("admin:classroom_platform_change", args=[row.pk]), changed)
    row.refresh_from_db()
    assert row.keys == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"keys_url": "http://learn.example/keys"},
        {"token_url": "https://127.0.0.1/token"},
        {"login_url": "https://169.254.169.254/"},
        {"framed_by": "https://a; script-src *"},
        {"framed_by": "*"},
    ],
)
def test_wrong_addresses_are_refused_in_the_admin(admin_client: Client, wrong: dict[str, str]) -> None:
    response = admin_client.post(reverse("admin:classroom_platform_add"), REGISTER | wrong)
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert not Platform.objects.exists()


def test_new_key_signs_and_the_one_before_stays_known(admin_client: Client) -> None:
    (before,) = public_keys()
    assert admin_client.get(reverse("admin:classroom_platform_new_key")).status_code == 302
    assert len(public_keys()) == 1
    admin_client.post(reverse("admin:classroom_platform_new_key"))
    assert [key["kid"] == before["kid"] for key in public_keys()] == [False, True]
