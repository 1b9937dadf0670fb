"""Sends the grades of a room, in the background: again after a while where a platform cannot be reached."""

from __future__ import annotations

import logging
from datetime import timedelta

import requests
from django.utils import timezone
from django_tasks import task
from pylti1p3.exception import LtiException, LtiServiceException

from comparer.classroom.lti.models import GradeState, Placement, Seat
from comparer.classroom.lti.posting import Post, RefusedError
from comparer.classroom.lti.sealing import unseal
from comparer.classroom.lti.totals import Total, totals_of
from comparer.classroom.models import Room, Stage

log = logging.getLogger(__name__)

BEHIND_OTHERS = -5
"""Priority: a person who waits for a comparison goes first."""
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))
"""How long until a grade is tried again; after these it is given up."""
A_MOMENT = timedelta(seconds=1)
MOST_IN_A_ROW = 3
"""After so many refusals in a row the rest of a platform's grades wait, for it seems to be out of order."""
SILENT = "The platform could not be reached, or answered something that is no answer."
PASSING = frozenset({401, 408, 425, 429, 500, 502, 503, 504})
"""Answers that may be other ones later. 401: our leave was not good any more, and another is asked for."""


class _LaterError(Exception):
    """This grade may be tried again, not before so many seconds."""

    def __init__(self, reason: str, after: int = 0) -> None:
        super().__init__(reason)
        self.after = timedelta(seconds=min(after, WAITS[-1].total_seconds()))


class _SilentError(_LaterError):
    """The platform as a whole does not answer: the rest of its grades wait too."""


@task(priority=BEHIND_OTHERS)
def send_grades(room_id: int) -> None:
    """Send every grade of the room that its platform does not have."""
    room = Room.objects.filter(pk=room_id).select_related("version").first()
    if room is None or room.erased is not None:
        return
    if room.stage == Stage.OPEN and not room.has_ended:
        # It was given more time.
        send_grades.using(run_after=room.ends + A_MOMENT).enqueue(room_id)
        return
    totals = totals_of(room)
    waits: list[timedelta] = []
    for placement in (
        Placement.objects.filter(seats__room=room, platform__is_active=True)
        .exclude(line_item="")
        .select_related("platform")
        .distinct()
    ):
        seats = placement.seats.filter(room=room, pupil__removed__isnull=True).exclude(state=GradeState.FAILED)
        due = [(seat, totals[seat.pupil_id]) for seat in seats if _differs(seat, totals.get(seat.pupil_id))]
        waits += _send(placement, due)
    if waits:
        send_grades.using(run_after=timezone.now() + min(waits)).enqueue(room_id)


def _differs(seat: Seat, total: Total | None) -> bool:
    sent = (seat.sent_points, seat.sent_maximum, seat.sent_is_final)
    return total is not None and sent != (total.points, total.maximum, total.is_final)


def _send(placement: Placement, due: list[tuple[Seat, Total]]) -> list[timedelta]:
    """Return after how long those that were not taken may be tried again."""
    post, waits, in_a_row = Post(placement), [], 0
    for seat, total in due:
        is_silent = in_a_row >= MOST_IN_A_ROW
        trouble = _SilentError(SILENT) if is_silent else _send_one(post, seat, total)
        in_a_row = 0 if not trouble else MOST_IN_A_ROW if isinstance(trouble, _SilentError) else in_a_row + 1
        if trouble and (wait := _put_off(seat, str(trouble))):
            waits.append(max(wait, trouble.after))
    return waits


def _send_one(post: Post, seat: Seat, total: Total) -> _LaterError | None:
    """Send one grade and keep what became of it; return why it must be tried again."""
    user = unseal(seat.sealed)
    if user is None:
        _fail(seat, "The site’s signing key has changed since this student came. Their next visit mends it.")
        return None
    try:
        post.send(user=user, total=total)
    except RefusedError as refused:
        return _weigh(seat, refused)
    except LtiServiceException as refused:
        status = refused.response.status_code
        return _SilentError(f"The platform gave us no leave to send grades (it answered {status}).")
    except (LtiException, requests.RequestException, ValueError, KeyError, TypeError) as trouble:
        log.info("Grades for placement %s: %s", seat.placement_id, type(trouble).__name__)
        return _SilentError(SILENT)
    seat.state, seat.reason, seat.tries, seat.sent = GradeState.SENT, "", 0, timezone.now()
    seat.sent_points, seat.sent_maximum, seat.sent_is_final = total.points, total.maximum, total.is_final
    seat.save()
    return None


def _weigh(seat: Seat, refused: RefusedError) -> _LaterError | None:
    if refused.status in PASSING:
        return _LaterError(f"The platform was busy or out of order (it answered {refused.status}).", refused.after)
    _fail(seat, f"The platform refused this grade (it answered {refused.status}).")
    return None


def _put_off(seat: Seat, reason: str) -> timedelta | None:
    """Note another try; None where it was the last."""
    seat.tries += 1
    if seat.tries > len(WAITS):
        _fail(seat, reason)
        return None
    seat.state, seat.reason = GradeState.WAITING, reason
    seat.save(update_fields=["state", "reason", "tries"])
    return WAITS[seat.tries - 1]


def _fail(seat: Seat, reason: str) -> None:
    seat.state, seat.reason = GradeState.FAILED, reason
    seat.save(update_fields=["state", "reason", "tries"])
