from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from comparer.comparisons.models import ShareLink
from comparer.comparisons.sharing.services import renew_link, switch_link_off, switch_link_on
from comparer.web.people import Person
from tests.comparisons.making import make_comparison
from tests.comparisons.sharing.making import make_link


def test_switching_on_twice_keeps_one_link_and_its_key(visitor: Person) -> None:
    comparison = make_comparison(visitor, done=True)
    first = switch_link_on(comparison=comparison, last_day=None)
    second = switch_link_on(comparison=comparison, last_day=timezone.localdate())
    assert (first.key, 1) == (second.key, ShareLink.objects.count())
    assert second.last_day == timezone.localdate()


def test_a_link_switched_off_is_the_same_when_on_again(visitor: Person) -> None:
    link = make_link(visitor)
    switch_link_off(comparison=link.comparison)
    link.refresh_from_db()
    assert not link.works
    assert switch_link_on(comparison=link.comparison, last_day=None).key == link.key


def test_a_link_made_anew_has_another_key(visitor: Person) -> None:
    link, other = make_link(visitor), make_link(visitor)
    renew_link(comparison=link.comparison)
    assert ShareLink.objects.get(comparison=link.comparison).key != link.key
    assert ShareLink.objects.get(comparison=other.comparison).key == other.key


def test_keys_are_long_and_differ(visitor: Person) -> None:
    keys = {make_link(visitor).key for _ in range(5)}
    assert [len(key) for key in keys] == [24] * 5


@pytest.mark.parametrize(("days", "works"), [(-1, False), (0, True), (1, True), (None, True)])
def test_a_link_works_to_the_end_of_its_last_day(visitor: Person, days: int | None, *, works: bool) -> None:
    last_day = None if days is None else timezone.localdate() + timedelta(days=days)
    assert make_link(visitor, last_day=last_day).works is works
