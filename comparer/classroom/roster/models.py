"""One line of a class list: a name or number of the teacher's, the code on its slip, and who came in by it."""

from __future__ import annotations

import secrets
from typing import Self

from django.db import models
from django.db.models import Q

# Without letters and digits that are taken for one another on a board, and without vowels, so that no code is a word.
CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"
LENGTH = 8
"""Longer than a room's code, by which the two are told apart."""
LONGEST_NAME = 80


def make_slip_code() -> str:
    """Return a code for one student (38 bits); guesses are limited as those of rooms are."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(LENGTH))


class ListedQuerySet(models.QuerySet["Listed"]):
    def standing(self) -> Self:
        """Lines whose code lets somebody in."""
        return self.filter(removed__isnull=True)


class Listed(models.Model):
    """A line of the list. Deleted with the student who came in by it, and with everything else of the room."""

    room = models.ForeignKey("classroom.Room", on_delete=models.CASCADE, related_name="listed")
    name = models.CharField(max_length=LONGEST_NAME)
    """As the teacher wrote it. Only the teacher sees it, and the student themselves."""
    code = models.CharField(max_length=LENGTH, unique=True, default=make_slip_code)
    pupil = models.OneToOneField(
        "classroom.Pupil", on_delete=models.CASCADE, null=True, blank=True, related_name="listed"
    )
    """None until somebody has come in by the code."""
    removed = models.DateTimeField(null=True, blank=True)
    """When the teacher took the line off the list; it waits to be put back."""

    objects = ListedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["room", "name"], name="listed_once_in_room"),
            models.CheckConstraint(condition=~Q(name=""), name="listed_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def code_in_two(self) -> str:
        """The code as it is read best: "BCDF 2345"."""
        return f"{self.code[:4]} {self.code[4:]}"
