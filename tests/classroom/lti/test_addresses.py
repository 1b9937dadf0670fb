"""Which addresses of platforms may be asked."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from pytest_django.fixtures import Settings

from comparer.classroom.lti.addresses import check_leads_outside, check_platform_address, origin_of

GOOD = [
    "https://learn.example/auth",
    "https://learn.example:8443/a?b=c",
    "https://10.1.2.3/lms",
    "https://école.example/",
]
BAD = [
    "", "learn.example", "http://learn.example/", "ftp://learn.example/", "javascript:alert(1)", "https://",
    "https://a:b@learn.example/", "https://learn.example/a b", "https://localhost/", "https://127.0.0.1/",
    "https://127.9.9.9/", "https://[::1]/", "https://169.254.169.254/latest", "https://[fe80::1]/", "https://0.0.0.0/",
    "https://[::ffff:127.0.0.1]/", "https://224.0.0.1/", "https://learn.example:99999/", "https://[oops/", "http://localhost:80/",
]  # fmt: skip


@pytest.mark.parametrize("address", GOOD)
def test_https_addresses_are_taken(address: str) -> None:
    check_platform_address(address)


@pytest.mark.parametrize("address", BAD)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        check_platform_address(address)


def test_this_machine_is_asked_only_where_a_setting_says_so(settings: Settings) -> None:
    settings.COMPARER_LTI_LOCAL = True
    check_leads_outside("http://127.0.0.1:8001/keys")
    with pytest.raises(ValidationError):
        check_platform_address("http://learn.example/")
    settings.COMPARER_LTI_LOCAL = False
    with pytest.raises(ValidationError):
        check_leads_outside("http://127.0.0.1:8001/keys")


def test_name_that_stands_for_this_machine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *_a, **_k: [(2, 1, 6, "", ("127.0.0.1", 443))])
    with pytest.raises(ValidationError):
        check_leads_outside("https://inside.example/keys")


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://learn.example/auth?x=1", "https://learn.example"),
        (" https://learn.example:8443 ", "https://learn.example:8443"),
        ("https://a;script-src *", ""),
        ("https://a' 'unsafe-inline", ""),
        ("javascript:alert(1)", ""),
        ("nonsense", ""),
        ("https://[oops", ""),
    ],
)
def test_origin_holds_nothing_but_an_origin(address: str, origin: str) -> None:
    assert origin_of(address) == origin
