"""Giving people their part in the library."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group
from django.db import transaction

from comparer.accounts.models import User
from comparer.library.catalogue.roles import ROLES, STAFF
from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import note_deed

Doer = AbstractBaseUser | AnonymousUser | None


@transaction.atomic
def set_role(*, user: User, role: str, by: Doer = None) -> None:
    """Give the user this role and take any other away; groups that are no roles stay. "" takes all roles.

    Those who keep the library may come into the admin, others may not, unless they are superusers.
    """
    before = set(user.groups.all())
    user.groups.remove(*(group for group in before if group.name in ROLES and group.name != role))
    if role:
        user.groups.add(Group.objects.get(name=role))
    user.is_staff = user.is_superuser or role in STAFF
    user.save(update_fields=["is_staff"])
    note_roles(user=user, before=before, by=by)


def note_roles(*, user: User, before: set[Group], by: Doer) -> None:
    """Note who changed the groups of whom, where they changed."""
    now = set(Group.objects.filter(user=user))
    given, taken = sorted(str(one) for one in now - before), sorted(str(one) for one in before - now)
    if given or taken:
        said = [f"given: {', '.join(given)}"] * bool(given) + [f"taken: {', '.join(taken)}"] * bool(taken)
        note_deed(act=Act.ROLE_GIVEN, about=user.get_username(), by=by, note="; ".join(said))
