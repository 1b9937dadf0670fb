"""One grade on its way to a platform, by its Assignment and Grade Services."""

from __future__ import annotations

from typing import Any, cast

from django.utils import timezone
from pylti1p3.assignments_grades import AssignmentsGradesService
from pylti1p3.grade import Grade
from pylti1p3.service_connector import ServiceConnector

from comparer.classroom.lti.checking import SCORE
from comparer.classroom.lti.fetching import PlatformSession
from comparer.classroom.lti.keys import registration_of
from comparer.classroom.lti.models import Placement
from comparer.classroom.lti.totals import Total


class Post:
    """Sends the grades of one placement; leave to do so is asked for once."""

    def __init__(self, placement: Placement) -> None:
        self.token_address = placement.platform.token_url
        connector = ServiceConnector(registration_of(placement.platform), PlatformSession())
        self._service = AssignmentsGradesService(
            connector, {"scope": [cast("Any", SCORE)], "lineitem": placement.line_item}
        )

    def send(self, *, user: str, total: Total) -> None:
        """Send one total. LtiServiceException where the platform refuses, RequestException where it is silent."""
        grade = Grade()
        grade.set_score_given(total.points).set_score_maximum(total.maximum)
        grade.set_activity_progress("Completed")
        grade.set_grading_progress("FullyGraded" if total.is_final else "PendingManual")
        grade.set_timestamp(timezone.now().isoformat(timespec="microseconds")).set_user_id(user)
        self._service.put_grade(grade)
