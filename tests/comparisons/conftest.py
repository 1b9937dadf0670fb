from __future__ import annotations

import pytest
from django.test import Client

from comparer.web.people import SESSION_KEY, Person
from tests.comparisons.making import make_visitor


@pytest.fixture
def visitor(db: None) -> Person:
    return make_visitor()


@pytest.fixture
def visiting(client: Client, visitor: Person) -> Client:
    """A browser whose session holds the visitor's key."""
    session = client.session
    session[SESSION_KEY] = visitor.visitor
    session.save()
    return client
