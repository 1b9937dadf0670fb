"""Rows for tests: articles and comparisons of one person, as the services would leave them."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import count
from typing import Any

from django.utils import timezone

from comparer.accounts.models import User
from comparer.analysis.report import report_to_json
from comparer.comparisons.brief import count_for_lists
from comparer.comparisons.models import Comparison
from comparer.comparisons.states import State
from comparer.library.services import GivenArticle, keep_article
from comparer.web.people import Person
from tests.comparisons.reports import make_report

NUMBERS = count(1)

LEFT = GivenArticle(
    raw=(
        "Storm cuts power to 4,000 homes in Oskvale\n\n"
        "A storm cut power to 4,000 homes in Oskvale on Monday night, the grid operator said.\n"
        "“We had crews out within the hour,” said Dana Reik, who runs the operator’s control room.\n"
        "Two people were hurt by falling trees."
    ),
    title="Storm cuts power to 4,000 homes in Oskvale",
    outlet="The Oskvale Echo",
    published=date(2025, 11, 4),
)
RIGHT = GivenArticle(
    raw=(
        "Thousands left in the dark as operator stays silent\n\n"
        "More than 5,500 homes in Oskvale lost power on Monday, and it took the grid operator three hours to send help.\n"
        "Residents said that they had called again and again.\n"
        "Three people were injured when trees fell."
    ),
    outlet="Northern Dispatch",
    published=date(2025, 11, 5),
)


def make_user(**fields: Any) -> User:
    number = next(NUMBERS)
    user: User = User.objects.create_user(**{"username": f"person{number}", "password": "sea-fog-lantern", **fields})
    return user


def make_visitor() -> Person:
    return Person(visitor=f"visitor-{next(NUMBERS)}")


@cache
def done_columns() -> dict[str, Any]:
    report = make_report()
    return {
        "state": State.DONE,
        "report": report_to_json(report),
        "summary": count_for_lists(report),
        "engine": report.engine,
    }


def make_comparison(person: Person, *, done: bool = False, **columns: Any) -> Comparison:
    """Return a comparison of two new articles of this person: waiting, or done, or as the columns say."""
    number = next(NUMBERS)
    left, right = (
        keep_article(
            given=GivenArticle(
                raw=f"The {side} piece says that {number} lamps were lit.", outlet=f"{side} Post {number}"
            ),
            kept_for=person,
        )
        for side in ("Left", "Right")
    )
    given = {"name": f"Comparison {number}", "heartbeat": timezone.now()} | (done_columns() if done else {}) | columns
    return Comparison.objects.create(left=left, right=right, owner_id=person.user_id, visitor=person.visitor, **given)
