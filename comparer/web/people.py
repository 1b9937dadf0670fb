"""Who is asking: a signed-in user, or a visitor known only by a key in the session."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.http import HttpRequest

SESSION_KEY = "visitor"


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever owns things here. Both fields empty: a visitor who has made nothing yet."""

    user_id: int | None = None
    visitor: str = ""

    @property
    def is_known(self) -> bool:
        return self.user_id is not None or bool(self.visitor)


def visitor_key(request: HttpRequest) -> str:
    """Return the key of this browser's visitor, "" if it has none."""
    return str(request.session.get(SESSION_KEY, ""))


def person_asking(request: HttpRequest) -> Person:
    """Return who is asking. Starts no session: a person who only looks around leaves no row behind."""
    if request.user.is_authenticated:
        return Person(user_id=request.user.pk)
    return Person(visitor=visitor_key(request))


def person_making(request: HttpRequest) -> Person:
    """Return who is asking, and give a new visitor an unguessable key to own things by."""
    person = person_asking(request)
    if person.is_known:
        return person
    key = secrets.token_urlsafe(24)
    request.session[SESSION_KEY] = key
    return Person(visitor=key)


def forget_visitor(request: HttpRequest) -> None:
    """Drop the visitor's key, once what they made belongs to an account."""
    request.session.pop(SESSION_KEY, None)
