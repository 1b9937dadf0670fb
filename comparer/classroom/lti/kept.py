"""What is kept of a student because they came from a learning platform, for whoever asks to see it."""

from __future__ import annotations

from typing import Any

from comparer.classroom.lti.models import Seat
from comparer.classroom.models import Pupil


def kept_of(pupil: Pupil) -> dict[str, Any]:
    """Return it by name; nothing for students who joined by the code."""
    seat = Seat.objects.filter(pupil=pupil).select_related("placement__platform").first()
    if seat is None:
        return {}
    return {
        "learning platform": {
            "name": seat.placement.platform.name,
            "your number there": "kept encrypted, to send your points back",
            "points last sent": seat.sent.isoformat() if seat.sent else None,
        }
    }
