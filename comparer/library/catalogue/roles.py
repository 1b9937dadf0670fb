"""Roles as groups of Django's permissions: who may do what in the library. The table is what README and tests read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.contrib.auth.models import Group, Permission

_READ = ("library.view_item", "library.view_outlet", "library.view_collection", "library.view_tag")
_COMPARE = (*_READ, "library.compare_item")
_KEEP = (
    *_COMPARE,
    "library.import_item",
    "library.add_item",
    "library.change_item",
    "library.delete_item",
    "library.add_outlet",
    "library.change_outlet",
    "library.delete_outlet",
    "library.add_outletdomain",
    "library.change_outletdomain",
    "library.delete_outletdomain",
    "library.add_outletrating",
    "library.change_outletrating",
    "library.delete_outletrating",
    "library.add_collection",
    "library.change_collection",
    "library.add_tag",
    "library.change_tag",
    "library.delete_tag",
    "library.view_trail",
    "library.view_article",
    "library.view_wordchange",
    "library.view_wordversion",
    "library.view_importbatch",
)
_ADMIN = (
    *_KEEP,
    "library.fetch_item",
    "library.takedown_item",
    "library.delete_collection",
    "library.view_health",
    "library.view_whole_trail",
    "library.add_wordchange",
    "library.change_wordchange",
    "comparisons.view_comparison",
    "django_tasks_database.view_dbtaskresult",
    "accounts.view_user",
    "accounts.add_user",
    "accounts.change_user",
    "auth.view_group",
)

ROLES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "viewer": _READ,
    "journalist": _COMPARE,
    "educator": _COMPARE,
    "librarian": _KEEP,
    "admin": _ADMIN,
})  # fmt: skip
"""The permissions of each role, as app and code name. A superuser may do everything."""

STAFF = frozenset({"librarian", "admin"})
"""Roles that come into the admin."""


def make_roles() -> None:
    """Make each role a group with exactly its permissions; groups of other names are left alone."""
    known = {f"{p.content_type.app_label}.{p.codename}": p for p in Permission.objects.select_related("content_type")}
    for name, wanted in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set([known[permission] for permission in wanted])
