from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comparer.comparisons.brief import say_in_brief
from comparer.comparisons.models import Comparison, make_key
from comparer.comparisons.states import State, Step, Trouble
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user

pytestmark = pytest.mark.django_db

REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("of_a_visitor_and_of_everybody", {"is_example": True}),
    ("of_nobody", {"visitor": ""}),
    ("without_a_name", {"name": ""}),
    ("in_an_unknown_state", {"state": "resting"}),
    ("done_without_a_report", {"state": State.DONE}),
    ("waiting_with_a_report", {"report": "{}"}),
    ("failed_without_a_reason", {"state": State.FAILED}),
    ("waiting_with_a_reason", {"trouble": Trouble.COMPARING}),
]


@pytest.mark.parametrize("columns", [case[1] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_database_refuses_a_comparison_that_is(columns: dict[str, Any], visitor: Person) -> None:
    comparison = make_comparison(visitor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Comparison.objects.filter(pk=comparison.pk).update(**columns)


def test_database_refuses_a_comparison_of_one_article_with_itself(visitor: Person) -> None:
    comparison = make_comparison(visitor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Comparison.objects.filter(pk=comparison.pk).update(right=comparison.left)


def test_database_refuses_the_same_comparison_twice_unless_one_is_deleted(visitor: Person) -> None:
    first = make_comparison(visitor)
    second = make_comparison(visitor)
    same = {"left": first.left, "right": first.right}
    with pytest.raises(IntegrityError), transaction.atomic():
        Comparison.objects.filter(pk=second.pk).update(**same)
    Comparison.objects.filter(pk=first.pk).update(deleted=timezone.now())
    assert Comparison.objects.filter(pk=second.pk).update(**same) == 1


def test_deleting_a_user_deletes_what_they_made(visitor: Person) -> None:
    user = make_user()
    make_comparison(Person(user_id=user.pk))
    kept = make_comparison(visitor)
    user.delete()
    assert list(Comparison.objects.all()) == [kept]


def test_keys_are_short_and_differ() -> None:
    keys = {make_key() for _ in range(500)}
    assert len(keys) == 500
    assert all(re.fullmatch("[2-9a-z]{12}", key) for key in keys)


def test_steps_and_troubles_of_the_same_moment_share_their_names() -> None:
    assert {str(step) for step in Step} <= {str(trouble) for trouble in Trouble}


def test_every_trouble_ends_as_a_sentence_and_the_names_fit_the_columns() -> None:
    for trouble in Trouble:
        assert len(trouble.value) <= (Comparison._meta.get_field("trouble").max_length or 0)
        assert str(trouble.label).endswith((".", "make setup"))


def test_only_what_may_end_otherwise_can_be_retried(visitor: Person) -> None:
    assert make_comparison(visitor, state=State.FAILED, trouble=Trouble.INTERRUPTED).can_be_retried
    assert not make_comparison(visitor, state=State.FAILED, trouble=Trouble.NOT_ENGLISH_LEFT).can_be_retried
    assert not make_comparison(visitor).can_be_retried


def test_in_brief_says_what_was_found(visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    assert comparison.in_brief == say_in_brief(comparison.summary)


def test_in_brief_says_where_an_unfinished_one_stands(visitor: Person) -> None:
    assert make_comparison(visitor).in_brief == "Being compared."
    assert make_comparison(visitor, state=State.FAILED, trouble=Trouble.SAVING).in_brief == "Could not be compared."
