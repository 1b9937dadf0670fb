from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpRequest
from django.test import RequestFactory

from comparer.web.people import SESSION_KEY, Person, forget_visitor, person_asking, person_making


@pytest.fixture
def request_of_a_visitor(rf: RequestFactory) -> HttpRequest:
    request = rf.get("/")
    request.session = SessionStore()
    request.user = AnonymousUser()
    return request


def test_asking_gives_no_key(request_of_a_visitor: HttpRequest) -> None:
    assert person_asking(request_of_a_visitor) == Person()
    assert SESSION_KEY not in request_of_a_visitor.session


def test_making_gives_a_key_once(request_of_a_visitor: HttpRequest) -> None:
    person = person_making(request_of_a_visitor)
    assert len(person.visitor) == 32
    assert person_making(request_of_a_visitor) == person_asking(request_of_a_visitor) == person


def test_keys_differ(rf: RequestFactory) -> None:
    keys = set()
    for _ in range(50):
        request = rf.get("/")
        request.session, request.user = SessionStore(), AnonymousUser()
        keys.add(person_making(request).visitor)
    assert len(keys) == 50


def test_a_forgotten_visitor_is_nobody(request_of_a_visitor: HttpRequest) -> None:
    person_making(request_of_a_visitor)
    forget_visitor(request_of_a_visitor)
    assert not person_asking(request_of_a_visitor).is_known
