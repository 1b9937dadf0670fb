"""Roles are given by those who may, noted, and let nobody make themselves more than they are."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from comparer.accounts.models import User
from comparer.accounts.roles import set_role
from comparer.library.catalogue.roles import ROLES, STAFF, make_roles
from comparer.library.keeping.models import Act, Deed
from tests.library.keeping.making import make_person, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ROLES)
def test_set_role_takes_the_place_of_the_one_before(role: str) -> None:
    make_roles()
    user, desk = make_person("educator"), Group.objects.create(name="night desk")
    user.groups.add(desk)
    set_role(user=user, role=role)
    assert set(user.groups.values_list("name", flat=True)) == {role, "night desk"}
    assert user.is_staff == (role in STAFF)


def test_set_role_is_noted_once() -> None:
    admin, user = make_person("admin", username="ana"), make_person(username="ben")
    set_role(user=user, role="librarian", by=admin)
    set_role(user=user, role="librarian", by=admin)
    deed = Deed.objects.get()
    assert (deed.act, deed.by_name, deed.about, deed.note) == (Act.ROLE_GIVEN, "ana", "ben", "given: librarian")


def test_give_role_by_command(capsys: pytest.CaptureFixture[str]) -> None:
    user = make_person(username="ben")
    call_command("give_role", "BEN", "admin")
    assert user.groups.get().name == "admin"
    call_command("give_role", "ben", "none")
    assert not user.groups.exists()
    assert "ben now has no role." in capsys.readouterr().out
    with pytest.raises(CommandError, match="There is no account “carla”"):
        call_command("give_role", "carla", "admin")


def test_admins_give_roles_in_the_admin(client: Client) -> None:
    signed_in(client, "admin", is_staff=True)
    user, root = make_person(), make_person("superuser")
    given = {"action": "make_journalist", "_selected_action": [user.pk, root.pk]}
    page = client.post(reverse("admin:accounts_user_changelist"), given, follow=True).content.decode()
    assert user.groups.get().name == "journalist"
    assert not root.groups.exists()
    assert "Superusers were left as they are." in page


def test_admins_make_nobody_a_superuser_and_change_none(client: Client) -> None:
    signed_in(client, "admin", is_staff=True)
    me, root = User.objects.get(pk=client.session["_auth_user_id"]), make_person("superuser")
    page = client.get(reverse("admin:accounts_user_change", args=[me.pk])).content.decode()
    assert 'name="is_superuser"' not in page
    assert 'name="user_permissions"' not in page
    client.post(reverse("admin:accounts_user_change", args=[me.pk]), {"username": me.username, "is_superuser": "on"})
    me.refresh_from_db()
    assert not me.is_superuser
    for part in ("change", "delete"):
        assert client.post(reverse(f"admin:accounts_user_{part}", args=[root.pk]), {"username": "x"}).status_code == 403
    assert client.post(reverse("admin:auth_user_password_change", args=[root.pk]), {}).status_code == 403


def test_groups_changed_by_hand_are_noted(client: Client) -> None:
    signed_in(client, "superuser", is_staff=True)
    make_roles()
    user = make_person(username="ben")
    address = reverse("admin:accounts_user_change", args=[user.pk])
    form = client.get(address).context["adminform"].form
    given = {name: value for name, value in form.initial.items() if value not in (None, [], False)}
    joined = {"date_joined_0": "2031-05-01", "date_joined_1": "10:00:00"}
    client.post(address, given | joined | {"groups": [Group.objects.get(name="educator").pk]})
    assert Deed.objects.get().note == "given: educator"
