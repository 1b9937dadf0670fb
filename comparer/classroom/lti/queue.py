"""Has grades sent: when a room closes, when its time is over, and when marking changes."""

from __future__ import annotations

from django.db import transaction

from comparer.classroom.lti.models import GradeState, Seat
from comparer.classroom.lti.sending import A_MOMENT, send_grades
from comparer.classroom.lti.totals import Total, totals_of
from comparer.classroom.models import Room, Stage


def grades_changed(*, room: Room) -> int:
    """Note which grades the platforms do not have yet, and have them sent; return how many. Nothing while it is open.

    Rooms that nobody reached through a platform cost one question.
    """
    if room.stage == Stage.OPEN and not room.has_ended:
        return 0
    seats = list(
        room.seats.select_related("pupil")
        .filter(placement__platform__is_active=True)
        .exclude(placement__line_item="")
        .filter(pupil__removed__isnull=True)
    )
    if not seats:
        return 0
    totals = totals_of(room)
    due = [seat.pk for seat in seats if is_due(seat, totals.get(seat.pupil_id))]
    if due:
        Seat.objects.filter(pk__in=due).update(state=GradeState.WAITING, reason="", tries=0)
        transaction.on_commit(lambda: send_grades.enqueue(room.pk))
    return len(due)


def is_due(seat: Seat, total: Total | None) -> bool:
    """Return True where the platform has another grade than the student, or was refused this one."""
    if total is None:
        return False
    sent = (seat.sent_points, seat.sent_maximum, seat.sent_is_final)
    return seat.state == GradeState.FAILED or sent != (total.points, total.maximum, total.is_final)


def send_when_it_ends(room: Room) -> None:
    """Look at the room's grades when its time is over, even where nobody closes it."""
    run_after = room.ends + A_MOMENT
    transaction.on_commit(lambda: send_grades.using(run_after=run_after).enqueue(room.pk))
