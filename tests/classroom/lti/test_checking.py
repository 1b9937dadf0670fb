"""What a launch must be, against a platform with real signatures: one that is good, and every way to be bad."""

from __future__ import annotations

import hmac
import json
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from jwcrypto.common import base64url_encode
from jwcrypto.jwk import JWK

from comparer.classroom.lti.checking import DEEP
from comparer.classroom.lti.models import Login, Platform
from comparer.classroom.models import Pupil
from tests.classroom.lti.launching import begin, launch, place, register
from tests.classroom.lti.platform import CLAIM, COURSE_ROLE, PLATFORM_KEY, STRANGER, TestPlatform
from tests.classroom.making import make_room

pytestmark = pytest.mark.django_db
NOW = int(time.time())

BAD_CLAIMS: dict[str, dict[str, Any]] = {
    "expired": {"exp": NOW - 90, "iat": NOW - 400},
    "without an end": {"exp": None},
    "end as text": {"exp": "tomorrow"},
    "without a beginning": {"iat": None},
    "from the future": {"iat": NOW + 3600, "exp": NOW + 7200},
    "not good yet": {"nbf": NOW + 3600},
    "another issuer": {"iss": "https://other.example"},
    "another audience": {"aud": "another-tool"},
    "no audience": {"aud": None},
    "several audiences without a party": {"aud": ["comparer-client", "another-tool"]},
    "another party": {"aud": ["comparer-client", "another-tool"], "azp": "another-tool"},
    "another nonce": {"nonce": "made-up"},
    "no nonce": {"nonce": ""},
    "unknown deployment": {f"{CLAIM}deployment_id": "deployment-2"},
    "no deployment": {f"{CLAIM}deployment_id": None},
    "deployment that is no text": {f"{CLAIM}deployment_id": {"$ne": ""}},
    "nobody": {"sub": None},
    "endless name": {"sub": "7" * 300},
    "another version": {f"{CLAIM}version": "1.1"},
    "another message": {f"{CLAIM}message_type": "LtiSubmissionReviewRequest"},
    "no roles": {f"{CLAIM}roles": None},
    "roles that are no list": {f"{CLAIM}roles": "Instructor"},
    "an audience that is no name": {"aud": {"comparer-client": 1}},
    "null in a name": {"sub": "7\0"},
    "null in a deployment": {f"{CLAIM}deployment_id": "deployment-1\0"},
    "no link": {f"{CLAIM}resource_link": "link-1"},
}


def post(client: Client, platform: TestPlatform, token: str, state: str) -> Any:
    return client.post(reverse("lti_launch"), {"id_token": token, "state": state})


def is_refused(response: Any) -> bool:
    """A plain page that repeats nothing, sets nobody down, and shows no trace of the program."""
    text = response.content.decode()
    assert "This did not open" in text
    assert "Traceback" not in text
    assert "pylti1p3" not in text
    assert not Pupil.objects.exists()
    return bool(response.status_code == 403)


def test_good_launch_opens(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    response = launch(client, platform)
    assert response.status_code == 200
    assert "Open the exercise" in response.content.decode()
    assert not Login.objects.exists()


@pytest.mark.parametrize("name", BAD_CLAIMS)
def test_claims_that_are_wrong_are_refused(client: Client, platform: TestPlatform, name: str) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    asked = begin(client, platform)
    claims = platform.claims(asked["nonce"]) | BAD_CLAIMS[name]
    claims = {claim: said for claim, said in claims.items() if said is not None}
    assert is_refused(post(client, platform, platform.sign(claims), asked["state"]))


def tamper(token: str) -> str:
    head, body, signature = token.split(".")
    return f"{head}.{body}.{signature[:-8]}{signature[-8:][::-1]}"


def unsigned(platform: TestPlatform, claims: dict[str, Any]) -> str:
    _, body, _ = platform.sign(claims).split(".")
    return f"{base64url_encode(json.dumps({'alg': 'none', 'kid': 'platform-key'}))}.{body}."


def _join(head: dict[str, Any], claims: dict[str, Any], sign: Callable[[bytes], bytes]) -> str:
    signed = f"{base64url_encode(json.dumps(head))}.{base64url_encode(json.dumps(claims))}"
    return f"{signed}.{base64url_encode(sign(signed.encode()))}"


def _with_public_key(platform: TestPlatform, claims: dict[str, Any], alg: str = "HS256") -> str:
    """Return a token whose secret is the platform's public key, which everybody knows."""
    secret = platform.key.export_to_pem()
    return _join({"alg": alg, "kid": "platform-key"}, claims, lambda text: hmac.digest(secret, text, "sha256"))


def _with_key_along(platform: TestPlatform, claims: dict[str, Any], **more: Any) -> str:
    """Return a stranger's token that brings its own key along."""
    along = {"jwk": json.loads(STRANGER.export_public()), "jku": f"{platform.root}/keys"}
    return platform.sign(claims, key=STRANGER, **(along | more))


def _swap_body(platform: TestPlatform, claims: dict[str, Any]) -> str:
    good = platform.sign(claims).split(".")
    teacher = platform.sign(claims | {f"{CLAIM}roles": [f"{COURSE_ROLE}Instructor"]}).split(".")
    return f"{good[0]}.{teacher[1]}.{good[2]}"


BAD_TOKENS: dict[str, Callable[[TestPlatform, dict[str, Any]], str]] = {
    "signed by a stranger": lambda platform, claims: platform.sign(claims, key=STRANGER),
    "key that is not shown": lambda platform, claims: platform.sign(claims, kid="other-key"),
    "key without a name": lambda platform, claims: platform.sign(claims, kid=""),
    "changed signature": lambda platform, claims: tamper(platform.sign(claims)),
    "changed claims": _swap_body,
    "no signature": unsigned,
    "signed with the public key as a word": _with_public_key,
    "the same under the name of RS256": lambda platform, claims: _with_public_key(platform, claims, "RS256"),
    "its own key along": _with_key_along,
    "its own key along, of another name": lambda platform, claims: _with_key_along(platform, claims, kid="mine"),
    "another way of RSA": lambda platform, claims: platform.sign(claims, alg="PS256"),
    "way in other letters": lambda _platform, claims: _join(
        {"alg": "rs256", "kid": "platform-key"}, claims, lambda _text: b"x"
    ),
    "way in a list": lambda _platform, claims: _join(
        {"alg": ["RS256"], "kid": "platform-key"}, claims, lambda _text: b"x"
    ),
    "key named by a list": lambda _platform, claims: _join(
        {"alg": "RS256", "kid": ["platform-key"]}, claims, lambda _text: b"x"
    ),
    "what must be understood": lambda platform, claims: platform.sign(claims, crit=["b64"], b64=False),
    "no token": lambda _platform, _claims: "",
    "no token at all": lambda _platform, _claims: "not.a.token",
    "one part": lambda _platform, _claims: "token",
    "very long": lambda _platform, _claims: "a." * 200_000,
    "list for claims": lambda _platform, _claims: "W10.W10.W10",
}


@pytest.mark.parametrize("name", BAD_TOKENS)
def test_tokens_that_the_platform_did_not_sign_are_refused(client: Client, platform: TestPlatform, name: str) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    asked = begin(client, platform)
    token = BAD_TOKENS[name](platform, platform.claims(asked["nonce"]))
    assert is_refused(post(client, platform, token, asked["state"]))


def test_launch_is_good_once(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    asked = begin(client, platform)
    token = platform.sign(platform.claims(asked["nonce"]))
    assert post(client, platform, token, asked["state"]).status_code == 200
    assert is_refused(post(client, platform, token, asked["state"]))


def test_token_is_not_good_for_another_login(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    first, second = begin(client, platform), begin(client, platform)
    token = platform.sign(platform.claims(first["nonce"]))
    assert is_refused(post(client, platform, token, second["state"]))


@pytest.mark.parametrize("change", [lambda state: state[:-1] + "_", lambda _: "", lambda _: "x" * 9000, lambda _: "\0"])
def test_tampered_state_is_refused(client: Client, platform: TestPlatform, change: Any) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    asked = begin(client, platform)
    token = platform.sign(platform.claims(asked["nonce"]))
    assert is_refused(post(client, platform, token, change(asked["state"])))
    assert Login.objects.count() == 1


def test_login_is_over_after_ten_minutes(client: Client, platform: TestPlatform) -> None:
    register(platform)
    asked = begin(client, platform)
    login = Login.objects.get()
    login.begun = timezone.now() - timedelta(minutes=11)
    login.save()
    response = post(client, platform, platform.sign(platform.claims(asked["nonce"])), asked["state"])
    assert is_refused(response)
    assert "ten minutes" in response.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"iss": "https://unknown.example", "login_hint": "7"},
        {"login_hint": "7"},
        {"iss": "KNOWN"},
        {"iss": "KNOWN", "login_hint": "7", "client_id": "another"},
        {"iss": "KNOWN", "login_hint": "7" * 5000},
        {"iss": "KNOWN\0", "login_hint": "7"},
    ],
)
def test_login_that_nobody_registered_is_refused(client: Client, platform: TestPlatform, asked: dict[str, str]) -> None:
    register(platform)
    sent = {name: value.replace("KNOWN", platform.root) for name, value in asked.items()}
    for response in (client.get(reverse("lti_login"), sent), client.post(reverse("lti_login"), sent)):
        assert is_refused(response)
    assert not Login.objects.exists()


def test_platform_that_was_switched_off_lets_nobody_in(client: Client, platform: TestPlatform) -> None:
    row = register(platform)
    asked = begin(client, platform)
    row.is_active = False
    row.save()
    assert is_refused(post(client, platform, platform.sign(platform.claims(asked["nonce"])), asked["state"]))


def test_new_key_of_the_platform_is_fetched_and_known_ones_are_kept(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    row = register(platform)
    place(row, room.exercise, room)
    for _ in range(2):
        assert launch(client, platform).status_code == 200
    assert platform.asked.count("/keys") == 1
    platform.key = JWK.generate(kty="RSA", size=2048, kid="platform-key-2")
    row.refresh_from_db()
    row.keys_read = timezone.now() - timedelta(minutes=5)
    row.save()
    asked = begin(client, platform)
    token = platform.sign(platform.claims(asked["nonce"]), kid="platform-key-2")
    assert post(client, platform, token, asked["state"]).status_code == 200
    assert platform.asked.count("/keys") == 2


PUBLIC = json.loads(PLATFORM_KEY.export_public())
BAD_KEYS: dict[str, dict[str, Any]] = {
    "a secret": {"kty": "oct", "k": "c2VjcmV0", "kid": "platform-key", "alg": "RS256"},
    "half a key": {"kty": "RSA", "kid": "platform-key", "alg": "RS256"},
    "no kind": {"kid": "platform-key"},
    "nonsense": {**PUBLIC, "n": "!!"},
    "numbers": {**PUBLIC, "n": 7},
    "for sealing": {**PUBLIC, "use": "enc"},
    "of another way": {**PUBLIC, "alg": "PS256"},
    "of a curve": json.loads(JWK.generate(kty="EC", crv="P-256", kid="platform-key").export_public()),
}


@pytest.mark.parametrize("name", BAD_KEYS)
def test_key_of_the_platform_that_is_none_for_signing_lets_nobody_in(
    client: Client, platform: TestPlatform, name: str
) -> None:
    register(platform)
    platform.key_set = json.dumps({"keys": [BAD_KEYS[name]]}).encode()
    asked = begin(client, platform)
    assert is_refused(post(client, platform, platform.sign(platform.claims(asked["nonce"])), asked["state"]))


@pytest.mark.parametrize("seconds", [-45, 45])
def test_clock_of_the_platform_may_be_a_little_off(client: Client, platform: TestPlatform, seconds: int) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    now = int(time.time()) + seconds
    assert launch(client, platform, iat=now, exp=now + 10).status_code == 200


@pytest.mark.parametrize(("seconds", "lives"), [(75, 300), (-375, 300)])
def test_clock_of_the_platform_may_not_be_far_off(
    client: Client, platform: TestPlatform, seconds: int, lives: int
) -> None:
    register(platform)
    now = int(time.time()) + seconds
    assert is_refused(launch(client, platform, iat=now, exp=now + lives))


def test_made_up_key_names_ask_the_platform_once_in_a_while(client: Client, platform: TestPlatform) -> None:
    room = make_room()
    place(register(platform), room.exercise, room)
    for number in range(4):
        asked = begin(client, platform)
        token = platform.sign(platform.claims(asked["nonce"]), kid=f"made-up-{number}")
        assert is_refused(post(client, platform, token, asked["state"]))
    assert platform.asked.count("/keys") == 1
    assert launch(client, platform).status_code == 200
    assert platform.asked.count("/keys") == 1


def test_platform_that_shows_no_keys_is_asked_once_in_a_while(client: Client, platform: TestPlatform) -> None:
    register(platform)
    platform.key_set = b"out of order"
    for _ in range(4):
        assert is_refused(launch(client, platform))
    assert platform.asked.count("/keys") == 1


@pytest.mark.parametrize(("hours", "status"), [(2, 200), (25, 403)])
def test_known_keys_outlive_a_platform_out_of_order_by_a_day(
    client: Client, platform: TestPlatform, hours: int, status: int
) -> None:
    room = make_room()
    row = register(platform)
    place(row, room.exercise, room)
    assert launch(client, platform).status_code == 200
    Platform.objects.update(keys_read=timezone.now() - timedelta(hours=hours))
    platform.key_set = b"out of order"
    assert launch(client, platform).status_code == status


@pytest.mark.parametrize("settings_claim", [["x"], "x", 7])
def test_deep_linking_settings_that_are_none_are_refused(
    client: Client, platform: TestPlatform, settings_claim: Any
) -> None:
    register(platform)
    assert is_refused(launch(client, platform, deep=True, **{DEEP: settings_claim}))


@pytest.mark.parametrize(
    "shown", [b"no json", b"[]", b'{"keys": 7}', b'{"keys": [7]}', b'{"keys": []}', b"9" * 600_000]
)
def test_platform_that_shows_no_keys_is_refused(client: Client, platform: TestPlatform, shown: bytes) -> None:
    register(platform)
    platform.key_set = shown
    asked = begin(client, platform)
    assert is_refused(post(client, platform, platform.sign(platform.claims(asked["nonce"])), asked["state"]))


def test_redirect_of_the_key_set_is_not_followed(client: Client, platform: TestPlatform) -> None:
    register(platform, keys_url=f"{platform.root}/redirects")
    asked = begin(client, platform)
    assert is_refused(post(client, platform, platform.sign(platform.claims(asked["nonce"])), asked["state"]))
    assert "/keys" not in platform.asked
