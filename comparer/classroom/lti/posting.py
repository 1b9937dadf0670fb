"""One grade on its way to a platform, by its Assignment and Grade Services."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

import requests
from django.utils import timezone
from pylti1p3.grade import Grade
from pylti1p3.service_connector import ServiceConnector

from comparer.classroom.lti.checking import SCORE
from comparer.classroom.lti.fetching import PlatformSession
from comparer.classroom.lti.keys import registration_of
from comparer.classroom.lti.models import Placement
from comparer.classroom.lti.totals import Total

GRADE_TYPE = "application/vnd.ims.lis.v1.score+json"


class RefusedError(Exception):
    """The platform answered that it does not take this grade. `after`: in how many seconds it wants to be asked again."""

    def __init__(self, answer: requests.Response) -> None:
        super().__init__(answer.status_code)
        self.status = answer.status_code
        wanted = answer.headers.get("Retry-After", "")
        self.after = int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 6 else 0


class _Connector(ServiceConnector):
    """Asks for leave anew for each post, and keeps it no longer."""

    def _get_cached_access_token(self, scope_key: str) -> None:
        """Know of none."""

    def _cache_access_token(self, scope_key: str, access_token: str, expires_in: float) -> None:
        """Keep none."""


class Post:
    """Sends the grades of one placement; leave to do so is asked for once."""

    def __init__(self, placement: Placement) -> None:
        self._session = PlatformSession()
        self._connector = _Connector(registration_of(placement.platform), self._session)
        self._address = _with_scores(placement.line_item)
        self._leave = ""

    def send(self, *, user: str, total: Total) -> None:
        """Send one total. RefusedError where the platform takes no grade, RequestException where it is silent.

        LtiServiceException where it gives no leave. Any answer of success counts, whatever it holds.
        """
        self._leave = self._leave or self._connector.get_access_token([SCORE])
        headers = {"Authorization": f"Bearer {self._leave}", "Content-Type": GRADE_TYPE, "Accept": "application/json"}
        answer = self._session.post(self._address, data=_grade(user, total), headers=headers)
        if not answer.ok:
            self._leave = ""
            raise RefusedError(answer)


def _grade(user: str, total: Total) -> str:
    grade = Grade()
    grade.set_score_given(total.points).set_score_maximum(total.maximum)
    grade.set_activity_progress("Completed")
    grade.set_grading_progress("FullyGraded" if total.is_final else "PendingManual")
    grade.set_timestamp(timezone.now().isoformat(timespec="microseconds")).set_user_id(user)
    return grade.get_value()


def _with_scores(line_item: str) -> str:
    """Return the address for scores of a line item, whose own may end in a query."""
    parts = urlsplit(line_item)
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/scores"))
