"""What people do with comparisons: each function one act, in one transaction."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from comparer.analysis.report import Report, report_from_json
from comparer.comparisons.models import Comparison
from comparer.comparisons.states import State
from comparer.comparisons.tasks import enqueue_comparison, forget_later
from comparer.library.lexicons.live import engine_now
from comparer.library.models import Article
from comparer.library.services import GivenArticle, keep_article, move_articles
from comparer.web.people import Person


@transaction.atomic
def request_comparison(
    *, left: GivenArticle | Article, right: GivenArticle | Article, requested_by: Person
) -> Comparison:
    """Return this person's comparison of the two articles, under way or done. An Article is one that the library keeps.

    Asking twice, even at the same moment, gives the same one; a failed one is tried again.
    """
    if isinstance(left, Article) and isinstance(right, Article):
        return compare_kept(left=left, right=right, requested_by=requested_by)
    return _request(_kept(left, requested_by), _kept(right, requested_by), requested_by)


def _kept(given: GivenArticle | Article, person: Person) -> Article:
    return given if isinstance(given, Article) else keep_article(given=given, kept_for=person)


@transaction.atomic
def compare_kept(*, left: Article, right: Article, requested_by: Person) -> Comparison:
    """Return this person's comparison of two articles that the library keeps, under way or done.

    Their readings are shared with everybody who compares them; the comparison is each person's own. The same two
    the other way round are the same comparison.
    """
    turned = Comparison.objects.of(requested_by).live().filter(left=right, right=left).exclude(state=State.FAILED)
    return turned.first() or _request(left, right, requested_by)


def _request(first: Article, second: Article, requested_by: Person) -> Comparison:
    same = Comparison.objects.of(requested_by).live().filter(left=first, right=second)
    comparison = same.first()
    if comparison is None:
        try:
            with transaction.atomic():
                comparison = _create(first, second, owner_id=requested_by.user_id, visitor=requested_by.visitor)
        except IntegrityError:
            return same.get()
        enqueue_comparison(comparison.pk)
    retry_comparison(comparison=comparison)
    return comparison


def _create(left: Article, right: Article, **whose: Any) -> Comparison:
    return Comparison.objects.create(left=left, right=right, name=left.headline, heartbeat=timezone.now(), **whose)


@transaction.atomic
def make_example(*, left: GivenArticle, right: GivenArticle, engine: str) -> Comparison:
    """Return the example that everybody may open: done by this engine, else waiting to be done. Nothing is queued.

    An example of other texts, from an earlier version, is replaced.
    """
    nobody = Person()
    first = keep_article(given=left, kept_for=nobody, is_example=True)
    second = keep_article(given=right, kept_for=nobody, is_example=True)
    examples = Comparison.objects.filter(is_example=True)
    examples.exclude(left=first, right=second).delete()
    Article.objects.filter(is_example=True).exclude(pk__in=[first.pk, second.pk]).delete()
    comparison = examples.first() or _create(first, second, is_example=True)
    if not (comparison.is_done and comparison.engine == engine):
        comparison.state, comparison.step, comparison.trouble, comparison.report = State.QUEUED, "", "", ""
        comparison.attempts, comparison.heartbeat = 0, timezone.now()
        comparison.save()
    return comparison


def retry_comparison(*, comparison: Comparison) -> bool:
    """Begin a failed comparison anew. False where it has not failed."""
    failed = Comparison.objects.live().filter(pk=comparison.pk, state=State.FAILED)
    now = timezone.now()
    if not failed.update(state=State.QUEUED, trouble="", attempts=0, heartbeat=now, updated=now):
        return False
    enqueue_comparison(comparison.pk)
    return True


def renew_comparison(*, comparison: Comparison) -> None:
    """Have a done comparison made anew, whose stored report has a form that is no longer read."""
    done = Comparison.objects.live().filter(pk=comparison.pk, state=State.DONE)
    now = timezone.now()
    if done.update(state=State.QUEUED, report="", summary={}, attempts=0, heartbeat=now, updated=now):
        enqueue_comparison(comparison.pk)


def compare_anew(*, comparison: Comparison) -> bool:
    """Have a comparison by another version of the analysis or its word lists made again. False where these made it.

    Corrections stay as they are, and hold where their words and marks are found again. The earlier report is
    kept until the new one is there, and comes back if that fails.
    """
    older = Comparison.objects.live().filter(pk=comparison.pk, state=State.DONE).exclude(engine=engine_now())
    now = timezone.now()
    waiting = {"state": State.QUEUED, "report": "", "earlier_report": F("report"), "again_trouble": ""}
    if not older.update(attempts=0, heartbeat=now, updated=now, **waiting):
        return False
    enqueue_comparison(comparison.pk)
    return True


def read_report(comparison: Comparison) -> Report | None:
    """Return the stored report; None while there is none. One of an older form is made anew, and is none until then."""
    if not comparison.is_done:
        return None
    try:
        return _parse(comparison.report)
    except ValueError:
        renew_comparison(comparison=comparison)
        return None


@lru_cache(maxsize=8)
def _parse(document: str) -> Report:
    """Whoever reads a result asks for it again with every filter and card; a report never changes."""
    return report_from_json(document)


def rename_comparison(*, comparison: Comparison, name: str) -> None:
    comparison.name = name
    comparison.save(update_fields=["name", "updated"])


@transaction.atomic
def delete_comparison(*, comparison: Comparison) -> None:
    """Take it out of sight now; it is forgotten for good when the time for undoing is over."""
    comparison.deleted = timezone.now()
    comparison.save(update_fields=["deleted", "updated"])
    forget_later(comparison.pk)


@transaction.atomic
def restore_comparison(*, comparison: Comparison) -> Comparison:
    """Undo a deletion. Return the comparison that stands in the list now.

    Where the same one has been made anew in the meantime, that one stays and this one remains deleted.
    """
    same = Comparison.objects.live().filter(left_id=comparison.left_id, right_id=comparison.right_id)
    if other := same.exclude(pk=comparison.pk).first():
        return other
    comparison.deleted = None
    comparison.save(update_fields=["deleted", "updated"])
    if comparison.is_under_way:
        enqueue_comparison(comparison.pk)
    return comparison


@transaction.atomic
def hand_over(*, visitor: str, user_id: int) -> int:
    """Give what a visitor made to their account. Return how many comparisons came along.

    What the account has already (the same two articles) stays as the account has it.
    """
    if not visitor:
        return 0
    made_by, to = Person(visitor=visitor), Person(user_id=user_id)
    already = move_articles(made_by=made_by, to=to)
    theirs = set(Comparison.objects.of(to).live().values_list("left_id", "right_id"))
    came_along = 0
    for comparison in Comparison.objects.of(made_by).select_for_update().only("left_id", "right_id", "deleted"):
        pair = tuple(already.get(side, side) for side in (comparison.left_id, comparison.right_id))
        if pair in theirs:
            comparison.delete()
            continue
        Comparison.objects.filter(pk=comparison.pk).update(
            left_id=pair[0], right_id=pair[1], owner_id=user_id, visitor="", updated=timezone.now()
        )
        came_along += comparison.deleted is None
    Article.objects.of(made_by).unused().delete()
    return came_along
