"""What a page in a platform's frame brings along instead of a cookie: who it was made for, signed, for a while.

A frame on somebody else's page has no cookies in most browsers. The ticket stands
in the page's forms, so it also shows that the form is ours.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal

from django.core import signing

from comparer.classroom.lti.troubles import AGAIN, LtiError

Kind = Literal["student", "teacher"]
LIVES = timedelta(hours=2)


def write_ticket(kind: Kind, **said: Any) -> str:
    """Return the signed ticket."""
    return signing.dumps(said, salt=f"classroom.lti.{kind}", compress=True)


def read_ticket(kind: Kind, ticket: str) -> dict[str, Any]:
    """Return what it says. LtiError where it is not ours, is for somebody else's pages, or is over."""
    try:
        said: dict[str, Any] = signing.loads(ticket, salt=f"classroom.lti.{kind}", max_age=LIVES)
    except signing.SignatureExpired:
        raise LtiError(f"This page stood open for more than two hours. {AGAIN}") from None
    except signing.BadSignature:
        raise LtiError(f"This page did not come from here. {AGAIN}") from None
    return said
