"""Who somebody is in their course, by the roles that the platform names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

Who = Literal["teacher", "student", "other"]

_LIS = "http://purl.imsglobal.org/vocab/lis/v2/"
_COURSE = f"{_LIS}membership"
_TEACHES = frozenset({"Instructor", "Administrator", "ContentDeveloper", "TeachingAssistant"})
_LEARNS = frozenset({"Learner", "Student"})


def who_is(roles: Iterable[str]) -> Who:
    """Return what somebody is here. What they are in the course counts before what they are in the school.

    A teacher of the school who is enrolled as a student comes as a student.
    """
    named = [(role.startswith(_COURSE) or ":" not in role, _last(role)) for role in roles]
    course = {name for is_course, name in named if is_course}
    for names in (course, {name for is_course, name in named if not is_course and not course}):
        if names & _TEACHES:
            return "teacher"
        if names & _LEARNS:
            return "student"
    return "other"


def _last(role: str) -> str:
    return role.rpartition("#")[2].rpartition("/")[2]
