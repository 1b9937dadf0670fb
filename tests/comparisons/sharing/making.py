"""Links for tests, as the services would leave them."""

from __future__ import annotations

from typing import Any

from comparer.comparisons.models import ShareLink
from comparer.web.people import Person
from tests.comparisons.making import make_comparison


def make_link(person: Person, **columns: Any) -> ShareLink:
    """Return a link to a new, done comparison of this person."""
    comparison = make_comparison(person, done=True, name="Only I call it this")
    return ShareLink.objects.create(comparison=comparison, **columns)
