"""The demonstration: complete, of a believable size, and there once however often it is loaded."""

from __future__ import annotations

from collections import defaultdict

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks

from comparer.library.catalogue.models import Item, Outlet, OutletRating
from comparer.library.demo.loading import COLLECTION, load_outlets, load_pieces
from comparer.library.models import Article

pytestmark = pytest.mark.django_db


def test_demo_has_eight_events_told_by_three_outlets_each() -> None:
    load_outlets()
    events: dict[str, set[str]] = defaultdict(set)
    for filed in load_pieces():
        assert filed.item.current
        assert filed.item.outlet
        assert 100 <= len(filed.item.current.raw.split()) <= 250, filed.item.title
        events[filed.item.current.file_name.rsplit("-", 1)[0]].add(filed.item.outlet.name)
    assert len(events) >= 8
    assert {len(outlets) for outlets in events.values()} == {3}
    assert Item.objects.filter(collection__name=COLLECTION, tags__isnull=True).count() == 0
    assert max(article.number for article in Article.objects.all()) == 2


def test_demo_loaded_again_adds_nothing() -> None:
    for _ in range(2):
        load_outlets()
        outcomes = {filed.outcome for filed in load_pieces()}
        counts = (Item.objects.count(), Article.objects.count(), Outlet.objects.count(), OutletRating.objects.count())
    assert outcomes == {"duplicate"}
    assert counts == (24, 25, 5, 3)


def test_load_demo_can_leave_the_reading_to_the_worker(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks, capsys: pytest.CaptureFixture[str]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        call_command("load_demo", "--later")
    assert "24 pieces added" in capsys.readouterr().out
    assert DBTaskResult.objects.count() == 24
