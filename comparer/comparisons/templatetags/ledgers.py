"""Words of the ledgers in templates."""

from __future__ import annotations

from django import template

from comparer.comparisons.ledgers.names import Called
from comparer.comparisons.ledgers.outcome import GROUPS, Group
from comparer.comparisons.ledgers.whose import say_whose

register = template.Library()


@register.filter
def whose(called: Called) -> str:
    """Say whose words a name is in."""
    return say_whose(called)


@register.filter
def group_heading(group: Group) -> tuple[str, str]:
    """Return the heading of a group of rows, and what it means."""
    return GROUPS[group]


@register.filter
def naming_heading(group: Group) -> tuple[str, str]:
    """Return the heading of a group of names: to name one thing alike is not to agree on it."""
    return ("Both name it", "In the same words, or each in its own.") if group == "alike" else GROUPS[group]
