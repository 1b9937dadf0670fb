"""Which exercises and rooms a person may see, and who is in a room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from comparer.classroom.colleagues.models import Colleague
from comparer.classroom.content import Piece, content_from_json
from comparer.web.people import Person

if TYPE_CHECKING:
    from comparer.classroom.models import Exercise, Pupil, Room  # noqa: F401 -- names the rows, in quotes below


class ExerciseQuerySet(models.QuerySet["Exercise"]):
    def live(self) -> Self:
        return self.filter(deleted__isnull=True)

    def of(self, person: Person) -> Self:
        """This person's own; visitors without an account have none."""
        return self.filter(owner_id=person.user_id) if person.user_id is not None else self.none()

    def gallery(self) -> Self:
        return self.live().filter(owner__isnull=True)

    def visible_to(self, person: Person) -> Self:
        """Their own and the gallery."""
        mine = Q(owner_id=person.user_id) if person.user_id is not None else Q(pk__in=[])
        return self.live().filter(mine | Q(owner__isnull=True))

    def quoting(self, texts: Iterable[str]) -> Self:
        """Those of which any version copies one of the texts, wherever it came from: a comparison, a file, a copy.

        Every version is read: this is for the rare day on which a text has to go.
        """
        flat = [_flat(text) for text in texts]
        rows = self.values_list("pk", "versions__content").order_by().iterator()
        return self.filter(pk__in={pk for pk, content in rows if content and _quotes(content, flat)})


def _quotes(content: str, texts: list[str]) -> bool:
    try:
        held = content_from_json(content)
    except ValueError:  # of another form, it is searched as it stands
        return any(text in _flat(content) for text in texts)
    return any(_is_copied(piece, text) for piece in (held.left, held.right) for text in texts)


def _is_copied(piece: Piece, text: str) -> bool:
    """Whether half of the sentences stand in the text word for word; two reports share a quotation, but not half of them."""
    lines = [_flat(line.text) for line in piece.lines]
    return bool(lines) and 2 * sum(line in text for line in lines) >= len(lines)


def _flat(text: str) -> str:
    return " ".join(text.split())


class RoomQuerySet(models.QuerySet["Room"]):
    def of(self, person: Person) -> Self:
        """Rooms of this person's exercises."""
        return self.filter(exercise__owner_id=person.user_id) if person.user_id is not None else self.none()

    def run_by(self, person: Person) -> Self:
        """Their own, and those that a colleague lets them watch and run."""
        if person.user_id is None:
            return self.none()
        named = Colleague.objects.for_account(person.user_id).values("room")
        return self.filter(Q(exercise__owner_id=person.user_id) | Q(pk__in=named))

    def admitting(self, at: datetime) -> Self:
        """Rooms whose code still lets somebody in."""
        return self.filter(ends__gt=at, erased__isnull=True, exercise__deleted__isnull=True)


class PupilQuerySet(models.QuerySet["Pupil"]):
    def present(self) -> Self:
        return self.filter(removed__isnull=True)
