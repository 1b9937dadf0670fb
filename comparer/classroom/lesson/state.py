"""Where a lesson stands, in a few letters: a phone asks every few seconds whether it still stands there."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from comparer.classroom.models import Pace, Pupil, Room, Stage

SEEN_EVERY = timedelta(seconds=45)
"""How exactly it is kept when somebody was last here: a write at every question would cost more than the question."""


def state_of(room: Room) -> str:
    """Return a word that changes whenever a student's page should."""
    stage = "ended" if room.stage == Stage.OPEN and room.has_ended else room.stage
    step = room.step if room.pace == Pace.TEACHER else "own"
    return f"{stage}-{step}-{room.version_id}"


def note_seen(pupil: Pupil, *, step: int | None = None) -> None:
    """Keep that the student is here, and at their own pace where; writes only what is worth a write."""
    now = timezone.now()
    moved = step is not None and step != pupil.step
    if not moved and now - pupil.seen < SEEN_EVERY:
        return
    pupil.seen = now
    pupil.step = pupil.step if step is None else step
    pupil.save(update_fields=["seen", "step"])
