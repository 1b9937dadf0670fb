"""Which exercise stands behind a link in a course, and which room its students go to."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from comparer.classroom.lesson.rooms import open_room
from comparer.classroom.lti.checking import CLAIM, Launch
from comparer.classroom.lti.models import Placement
from comparer.classroom.lti.queue import send_when_it_ends
from comparer.classroom.lti.troubles import LtiError
from comparer.classroom.models import Exercise, Pace, Room

KEY = "placement"
"""The name under which a placement's key travels through the platform."""
MOST_LINE_ITEM = 1000


def find_placement(launch: Launch) -> Placement | None:
    """Return what stands behind this link: what it was before, or what its teacher chose for it."""
    here = Placement.objects.select_related("platform", "exercise", "room").filter(
        platform=launch.platform, deployment=launch.deployment, exercise__deleted__isnull=True
    )
    found = here.filter(resource_link=launch.resource_link).first() or _claim(here, launch)
    line_item = launch.line_item[:MOST_LINE_ITEM]
    if found is not None and line_item and found.line_item != line_item:
        found.line_item = line_item
        found.save(update_fields=["line_item"])
    return found


def _claim(here: QuerySet[Placement], launch: Launch) -> Placement | None:
    """Tie what was chosen to the link it became. A link that a platform copied with its course gets one of its own."""
    chosen = here.filter(key=launch.text(f"{CLAIM}custom", KEY)).first()
    if chosen is None:
        return None
    if chosen.resource_link:
        chosen.pk, chosen.key, chosen.room, chosen.line_item = None, Placement().key, None, ""
        chosen._state.adding = True  # noqa: SLF001 -- Django's documented way to copy a row
    chosen.resource_link = launch.resource_link
    try:
        with transaction.atomic():
            chosen.save()
    except IntegrityError:
        # Two came first at once.
        return here.filter(resource_link=launch.resource_link).first()
    return chosen


def make_placement(*, launched: Placement, exercise: Exercise, uses_given_names: bool) -> Placement:
    """Put an exercise behind a link. `launched` is the place, not kept yet.

    What stood there before gives way where it is gone or the same teacher's; LtiError where it is another's.
    """
    launched.exercise, launched.uses_given_names = exercise, uses_given_names
    before = _before(launched)
    if before is not None:
        if before.exercise.deleted is None and before.exercise.owner_id != exercise.owner_id:
            raise LtiError(
                "Another teacher has put an exercise behind this link meanwhile. Put in a new link for yours."
            )
        launched.pk, launched.key, launched.made = before.pk, before.key, before.made
        launched._state.adding = False  # noqa: SLF001 -- this row takes the place of that one
    try:
        with transaction.atomic():
            launched.save()
    except IntegrityError:
        raise LtiError("Somebody chose for this link in this very moment. Open it once more.") from None
    return launched


def _before(launched: Placement) -> Placement | None:
    if not launched.resource_link:
        return None
    same = {"platform": launched.platform, "deployment": launched.deployment, "resource_link": launched.resource_link}
    return Placement.objects.select_related("exercise").filter(**same).first()


def rooms_for(placement: Placement) -> list[Room]:
    """Return the rooms of the exercise that students can come into, the newest first."""
    return list(placement.exercise.rooms.admitting(timezone.now()))


def use_room(*, placement: Placement, room_id: int) -> Room:
    """Send students to this room from now on. LtiError where it is none of the exercise's, or over."""
    room = placement.exercise.rooms.admitting(timezone.now()).filter(pk=room_id).first()
    if room is None:
        raise LtiError("This room is closed by now. Open a new one.")
    placement.room = room
    placement.save(update_fields=["room"])
    return room


def open_room_for(*, placement: Placement, hours: int, pace: Pace, name: str) -> Room:
    """Open a room for this link's class, and have its grades sent when its time is over."""
    with transaction.atomic():
        room = open_room(exercise=placement.exercise, hours=hours, pace=pace, name=name)
        placement.room = room
        placement.save(update_fields=["room"])
        send_when_it_ends(room)
    return room
