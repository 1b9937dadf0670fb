"""Who else may open a comparison, as rows: one for each name or address that its owner invited."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class Role(models.TextChoices):
    VIEWER = "viewer", "May read"
    EDITOR = "editor", "May read and correct"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def standing(self) -> Self:
        return self.filter(removed__isnull=True)

    def removed_since(self, moment: datetime) -> Self:
        return self.filter(removed__gte=moment)

    def for_account(self, user_id: int) -> Self:
        """What lets this account in: invitations that stand."""
        return self.standing().filter(account_id=user_id)


class Invitation(models.Model):
    """One name or address that the owner invited, as typed, also where no account has it.

    The list of invitations must not tell which names and addresses have an account. Two rows may thus lead to
    one account, one by its user name and one by its address; the stronger role counts.
    """

    comparison = models.ForeignKey("comparisons.Comparison", on_delete=models.CASCADE, related_name="invitations")
    name = models.CharField(max_length=254)
    """A user name or an e-mail address, as typed."""
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="invitations"
    )
    """Whose name or address it was when invited; who takes the name later is not let in."""
    role = models.CharField(max_length=6, choices=Role, default=Role.VIEWER)
    is_hidden = models.BooleanField(default=False)
    """The invited person took it off their own list; its address still opens it."""
    made = models.DateTimeField(auto_now_add=True)
    opened = models.DateTimeField(null=True, blank=True)
    """When the invited person opened the comparison for the first time: only this tells the owner of an account."""
    removed = models.DateTimeField(null=True, blank=True)
    """When the owner took the invitation back; the row stays for a while, so that this can be undone."""

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("comparison", Lower("name"), name="invitation_once"),
            models.CheckConstraint(condition=~Q(name=""), name="invitation_names_somebody"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="invitation_role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.role}"
