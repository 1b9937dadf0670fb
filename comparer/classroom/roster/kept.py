"""What a class list keeps of a student, for whoever asks to see it."""

from __future__ import annotations

from comparer.classroom.models import Pupil
from comparer.classroom.roster.models import Listed


def name_of(pupil: Pupil) -> dict[str, str]:
    """Return it by name; nothing for students who joined without a slip."""
    line = Listed.objects.filter(pupil=pupil).first()
    return {"on the class list": line.name} if line else {}
