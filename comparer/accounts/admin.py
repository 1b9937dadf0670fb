"""Accounts and their roles in Django's admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest

from comparer.accounts.models import User
from comparer.accounts.roles import note_roles, set_role
from comparer.library.catalogue.roles import ROLES

ONLY_SUPERUSERS = ("is_superuser", "user_permissions")


@admin.register(User)
class PeopleAdmin(UserAdmin[User]):
    list_display = ("username", "email", "roles", "is_staff", "is_active", "last_login")
    list_filter = ("groups", "is_staff", "is_active", "is_superuser")
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Nobody makes themselves more than they are."""
        fields = tuple(super().get_readonly_fields(request, obj))
        return fields if request.user.is_superuser else (*fields, *ONLY_SUPERUSERS)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (request.user.is_superuser or obj is None or not obj.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and (request.user.is_superuser or obj is None or not obj.is_superuser)

    def get_actions(self, request: HttpRequest) -> Any:
        """One action for each role."""
        actions = super().get_actions(request)
        if self.has_change_permission(request):
            for role in ROLES:
                actions[f"make_{role}"] = (_giving(role), f"make_{role}", f"Give the role: {role}")
        return actions

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001 -- Django's own
        before = set(Group.objects.filter(user=form.instance.pk))
        super().save_related(request, form, formsets, change)
        note_roles(user=form.instance, before=before, by=request.user)

    @admin.display(description="roles")
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())


def _giving(role: str) -> Any:
    def give(model_admin: PeopleAdmin, request: HttpRequest, users: QuerySet[User]) -> None:
        given = [user for user in users if model_admin.has_change_permission(request, user)]
        for user in given:
            set_role(user=user, role=role, by=request.user)
        messages.success(request, f"{len(given)} now {'has' if len(given) == 1 else 'have'} the role {role}.")
        if len(given) < users.count():
            messages.warning(request, "Superusers were left as they are.")

    return give
