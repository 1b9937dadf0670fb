"""What the teacher reads of the grades: who came from a platform, what was sent, what was not and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.classroom.lti.models import GradeState, Seat
from comparer.classroom.lti.totals import Total, totals_of
from comparer.classroom.models import Room

SHORT = {
    GradeState.SENT: "sent",
    GradeState.WAITING: "waiting to be sent",
    GradeState.FAILED: "failed",
    GradeState.NONE: "not sent yet",
}


@dataclass(frozen=True, slots=True)
class Sent:
    """One student. `points` is what they have here, which may be more than was sent."""

    nickname: str
    points: float | None
    maximum: float
    state: GradeState
    words: str
    reason: str
    seat: Seat


@dataclass(frozen=True, slots=True)
class Report:
    students: Sequence[Sent]
    takes_grades: bool
    summary: str
    failures: int


def report_grades(room: Room) -> Report:
    """Return the grades of this room's students who came from a platform; none came: no students."""
    seats = list(
        room.seats.select_related("pupil", "placement").filter(pupil__removed__isnull=True).order_by("pupil__nickname")
    )
    totals = totals_of(room) if seats else {}
    students = [_say(seat, totals.get(seat.pupil_id)) for seat in seats]
    takes = any(seat.placement.line_item for seat in seats)
    counts = Counter(one.state for one in students)
    parts = [f"{counts[state]} {SHORT[state]}" for state in SHORT if counts[state]]
    return Report(students, takes, ", ".join(parts), counts[GradeState.FAILED])


def _say(seat: Seat, total: Total | None) -> Sent:
    points, maximum = (total.points, total.maximum) if total else (None, 0.0)
    state = GradeState(seat.state)
    words = SHORT[state]
    if state == GradeState.SENT and not seat.sent_is_final:
        words = "sent, not final: a person still marks"
    if not seat.placement.line_item:
        words = "this link takes no grades"
    return Sent(seat.pupil.nickname, points, maximum, state, words, seat.reason, seat)
