"""Which addresses of a platform may be asked: https only, and nothing of this machine."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


def check_platform_address(address: str) -> None:
    """Refuse what is no https address, or names this machine. ValidationError says why.

    Learning platforms may well stand in a school's own network, so private
    addresses are allowed: only administrators type them, and what is asked over
    https must prove its name by a certificate.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise ValidationError("This is not a web address. It looks like https://learn.example/auth.") from None
    if not host or parts.username or parts.password or any(ord(letter) <= 32 for letter in address):
        raise ValidationError("This is not a web address. It looks like https://learn.example/auth.")
    if settings.COMPARER_LTI_LOCAL and host in LOCAL and parts.scheme in {"http", "https"}:
        return
    if parts.scheme != "https":
        raise ValidationError("The address must begin with https://.")
    if host in LOCAL or _is_of_this_machine(host):
        raise ValidationError("This address leads to this machine itself.")


def check_leads_outside(address: str) -> None:
    """The same for what the name stands for now, right before it is asked. ValidationError says why not."""
    check_platform_address(address)
    host = urlsplit(address).hostname or ""
    if settings.COMPARER_LTI_LOCAL and host in LOCAL:
        return
    try:
        found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise ValidationError(f"There is no site called {host}.") from None
    if any(_is_of_this_machine(str(place[0]).partition("%")[0]) for *_kind, place in found):
        raise ValidationError("This address leads to this machine itself.")


def origin_of(address: str) -> str:
    """Return "https://learn.example:8443" of an address, "" for one that is none."""
    try:
        parts = urlsplit(address.strip())
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"} or not host or not all(c.isalnum() or c in ".-" for c in host):
        return ""
    return f"{parts.scheme}://{host}{port}"


def _is_of_this_machine(host: str) -> bool:
    """Loopback, link-local (where clouds keep their secrets), unspecified, multicast."""
    try:
        address = ip_address(host)
    except ValueError:
        return False
    address = getattr(address, "ipv4_mapped", None) or address
    return address.is_loopback or address.is_link_local or address.is_unspecified or address.is_multicast
