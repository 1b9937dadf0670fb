"""What one person is to one comparison, and how much of its texts they may read."""

from __future__ import annotations

from typing import Literal

from django.conf import settings

from comparer.comparisons.models import Comparison
from comparer.comparisons.sharing.models import Role
from comparer.web.people import Person

Part = Literal["owner", "editor", "viewer", "nobody"]


def part_of(person: Person, comparison: Comparison) -> Part:
    """Return what the person is to the comparison; the stronger role where two invitations lead to one account."""
    if comparison.belongs_to(person):
        return "owner"
    if person.user_id is None:
        return "nobody"
    roles = set(comparison.invitations.for_account(person.user_id).values_list("role", flat=True))
    if Role.EDITOR in roles:
        return "editor"
    return "viewer" if roles else "nobody"


def is_listed(person: Person, comparison: Comparison) -> bool:
    """Whether the comparison stands in the person's list: shared with them, it may be off it."""
    return Comparison.objects.listed_for(person).filter(pk=comparison.pk).exists()


def quote_limit(person: Person, comparison: Comparison) -> int:
    """Return how many characters around each mark this person may read; 0 for the whole texts.

    Who brought the texts reads them whole, and so does who corrects them; the example is the site's own.
    """
    limit: int = settings.COMPARER_QUOTE_LIMIT
    if not limit or comparison.is_example:
        return 0
    return 0 if part_of(person, comparison) in ("owner", "editor") else limit
