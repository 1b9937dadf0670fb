from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from comparer.accounts.models import User
from comparer.analysis.report import Report
from comparer.comparisons import running
from comparer.comparisons.brief import count_for_lists
from comparer.comparisons.corrections.changes import Target
from comparer.comparisons.corrections.models import Correction
from comparer.comparisons.corrections.services import ChangedMeanwhileError, correct, read_corrected, undo_correction
from comparer.comparisons.corrections.targets import target_of
from comparer.comparisons.models import Comparison
from comparer.comparisons.services import delete_comparison
from comparer.comparisons.states import State
from comparer.web.people import Person
from tests.comparisons.making import make_comparison, make_user
from tests.comparisons.reports import make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return make_user()


@pytest.fixture
def comparison(user: User) -> Comparison:
    return make_comparison(Person(user_id=user.pk), done=True)


@pytest.fixture(scope="module")
def report() -> Report:
    return make_report()


def target(report: Report, mark: str) -> Target:
    found = target_of(report, mark)
    assert found
    return found


def test_a_correction_is_kept_and_laid_over_the_report(comparison: Comparison, user: User, report: Report) -> None:
    correct(comparison=comparison, target=target(report, "d1"), action="reject", made_by=user.pk, revision=0)
    corrected = read_corrected(comparison=comparison, report=report)
    assert corrected.taken_out == {"d1"}
    assert [(one.action, one.made_by) for one in corrected.said["d1"]] == [("reject", user.username)]
    stored = comparison.report
    comparison.refresh_from_db()
    assert comparison.report == stored


def test_undoing_brings_back_what_stood_before(comparison: Comparison, user: User, report: Report) -> None:
    one = target(report, "d1")
    first = correct(comparison=comparison, target=one, action="verdict", value="update", made_by=user.pk, revision=0)
    second = correct(comparison=comparison, target=one, action="reject", made_by=user.pk, revision=1)
    assert undo_correction(correction=second, undone_by=user.pk)
    after = read_corrected(comparison=comparison, report=report)
    assert after.report.differences[0].verdict == "update"
    assert undo_correction(correction=first, undone_by=user.pk)
    assert read_corrected(comparison=comparison, report=report).report == report


def test_undoing_twice_keeps_who_did_it_first(comparison: Comparison, user: User, report: Report) -> None:
    one = correct(comparison=comparison, target=target(report, "d1"), action="reject", made_by=user.pk, revision=0)
    assert undo_correction(correction=one, undone_by=user.pk)
    assert not undo_correction(correction=one, undone_by=make_user().pk)
    one.refresh_from_db()
    assert one.undone_by == user


def test_who_comes_later_is_told_what_stands(comparison: Comparison, user: User, report: Report) -> None:
    one = target(report, "d1")
    first = correct(comparison=comparison, target=one, action="reject", made_by=user.pk, revision=0)
    with pytest.raises(ChangedMeanwhileError) as told:
        correct(comparison=comparison, target=one, action="confirm", made_by=make_user().pk, revision=0)
    assert told.value.corrections == (first,)
    assert Correction.objects.count() == 1


def test_undoing_is_a_change_to_be_seen_too(comparison: Comparison, user: User, report: Report) -> None:
    one = target(report, "d1")
    first = correct(comparison=comparison, target=one, action="reject", made_by=user.pk, revision=0)
    undo_correction(correction=first, undone_by=user.pk)
    with pytest.raises(ChangedMeanwhileError) as told:
        correct(comparison=comparison, target=one, action="confirm", made_by=user.pk, revision=1)
    assert told.value.corrections == ()


def test_other_marks_do_not_stand_in_the_way(comparison: Comparison, user: User, report: Report) -> None:
    correct(comparison=comparison, target=target(report, "d1"), action="reject", made_by=user.pk, revision=0)
    correct(comparison=comparison, target=target(report, "d2"), action="reject", made_by=user.pk, revision=0)
    assert comparison.corrections.count() == 2


def test_the_second_click_makes_no_second_correction(comparison: Comparison, user: User, report: Report) -> None:
    one = target(report, "d1")
    first = correct(comparison=comparison, target=one, action="reject", made_by=user.pk, revision=0)
    assert correct(comparison=comparison, target=one, action="reject", made_by=user.pk, revision=0) == first
    assert comparison.corrections.count() == 1


def test_corrections_outlive_their_person_and_a_deletion_that_is_undone(
    comparison: Comparison, user: User, report: Report
) -> None:
    other = make_user()
    one = correct(comparison=comparison, target=target(report, "d1"), action="reject", made_by=other.pk, revision=0)
    other.delete()
    delete_comparison(comparison=comparison)
    one.refresh_from_db()
    assert one.made_by is None
    assert read_corrected(comparison=comparison, report=report).said["d1"][0].made_by == ""


@pytest.mark.parametrize(
    "columns",
    [
        {"action": "destroy", "anchor": "{}"},
        {"action": "reject", "anchor": ""},
        {"action": "note", "anchor": "{}", "value": ""},
        {"action": "verdict", "anchor": "{}"},
    ],
)
def test_the_database_holds_no_nonsense(comparison: Comparison, columns: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.create(comparison=comparison, target="x", **columns)


def test_corrections_hold_and_count_after_the_report_was_made_anew(
    comparison: Comparison, user: User, report: Report
) -> None:
    correct(comparison=comparison, target=target(report, "d1"), action="reject", made_by=user.pk, revision=0)
    correct(comparison=comparison, target=target(report, "d2"), action="reject", made_by=user.pk, revision=0)
    anew = replace(report, differences=tuple(one for one in report.differences if one.id != "d2"))
    Comparison.objects.update(state=State.RUNNING, report="", summary={})
    running._finish(comparison, anew)
    comparison.refresh_from_db()
    corrected = read_corrected(comparison=comparison, report=anew)
    assert corrected.taken_out == {"d1"}
    assert [one.target.left[0].exact for one in corrected.orphaned] == ["Some 30 islanders"]
    assert comparison.summary == count_for_lists(corrected.report) != count_for_lists(anew)


def test_a_note_stands_beside_what_others_did(comparison: Comparison, user: User, report: Report) -> None:
    one = target(report, "d1")
    correct(comparison=comparison, target=one, action="reject", made_by=make_user().pk, revision=0)
    correct(comparison=comparison, target=one, action="note", value="Why?", made_by=user.pk, revision=0)
    assert [one.action for one in read_corrected(comparison=comparison, report=report).said["d1"]] == ["reject", "note"]
