"""Who else may watch and run a room, as rows: one for each name or address that its teacher named."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


class ColleagueQuerySet(models.QuerySet["Colleague"]):
    def standing(self) -> Self:
        return self.filter(removed__isnull=True)

    def for_account(self, user_id: int) -> Self:
        """What lets this account in: rows that stand."""
        return self.standing().filter(account_id=user_id)


class Colleague(models.Model):
    """One user name or address as the teacher typed it, also where no account has it: the list must not tell which."""

    room = models.ForeignKey("classroom.Room", on_delete=models.CASCADE, related_name="colleagues")
    name = models.CharField(max_length=254)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Whose name it was when it was typed; who takes the name later is not let in."""
    opened = models.DateTimeField(null=True, blank=True)
    """When the colleague opened the room first: only this tells the teacher of an account."""
    removed = models.DateTimeField(null=True, blank=True)
    """When the teacher took it back; the row stays for a while, so that this can be undone."""

    objects = ColleagueQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("room", Lower("name"), name="colleague_once_in_room"),
            models.CheckConstraint(condition=~Q(name=""), name="colleague_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
