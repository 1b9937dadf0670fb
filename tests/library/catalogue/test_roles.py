"""Roles are groups with exactly the permissions of the table."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group

from comparer.library.catalogue.roles import ROLES, make_roles

pytestmark = pytest.mark.django_db


def test_make_roles_gives_each_group_its_permissions_however_often() -> None:
    make_roles()
    journalist = Group.objects.get(name="journalist")
    journalist.permissions.clear()
    other = Group.objects.create(name="night desk")
    make_roles()
    for name, wanted in ROLES.items():
        group = Group.objects.get(name=name)
        held = {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.select_related("content_type")}
        assert held == set(wanted)
    assert not other.permissions.exists()
