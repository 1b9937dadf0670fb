"""The work itself: two articles in, a report on the comparison's row out, each step recorded as it begins."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils import timezone

from comparer.analysis.compare import compare_readings
from comparer.analysis.models import ModelMissingError
from comparer.analysis.report import Reading, Report, report_to_json
from comparer.analysis.tools import load_tools
from comparer.comparisons.brief import count_for_lists
from comparer.comparisons.corrections.services import lay_over
from comparer.comparisons.heartbeat import beating
from comparer.comparisons.models import Comparison
from comparer.comparisons.querysets import ComparisonQuerySet
from comparer.comparisons.states import State, Step, Trouble
from comparer.comparisons.stopping import StoppedError, stoppable
from comparer.library.lexicons.live import LiveWords, live_words
from comparer.library.models import Article
from comparer.library.reading import read_once

log = logging.getLogger(__name__)


class SupersededError(Exception):
    """Another run has taken this comparison over, or its person has deleted it: stop quietly."""


class RefusedError(Exception):
    """The texts cannot be compared, for a reason that the person can understand."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def perform(pk: int) -> None:
    """Do the waiting comparison `pk`, unless another worker has it.

    Ends with the row done or failed. An error nobody foresaw is raised again
    after it is recorded, so that the queue keeps its traceback.
    """
    if not Comparison.objects.claim(pk, at=timezone.now()):
        return
    comparison = Comparison.objects.select_related("left", "right").get(pk=pk)
    try:
        with stoppable(settings.COMPARER_MAX_SECONDS) as stop, beating(comparison, when_lost=stop):
            _go_through_steps(comparison)
    except SupersededError:
        log.info("Comparison %s goes on elsewhere or was deleted.", pk)
    except StoppedError:
        _fail(comparison, Trouble.TOO_LONG)
    except RefusedError as refusal:
        _fail(comparison, refusal.trouble)
    except ModelMissingError:
        _fail(comparison, Trouble.MODELS_MISSING)
        raise
    except Exception:
        _fail(comparison, Trouble(comparison.step or Step.READING_LEFT))
        raise


def _go_through_steps(comparison: Comparison) -> None:
    words = live_words()
    _begin(comparison, Step.READING_LEFT)
    left = _read(comparison.left, words, not_english=Trouble.NOT_ENGLISH_LEFT, no_claim=Trouble.NO_CLAIM_LEFT)
    _begin(comparison, Step.READING_RIGHT)
    right = _read(comparison.right, words, not_english=Trouble.NOT_ENGLISH_RIGHT, no_claim=Trouble.NO_CLAIM_RIGHT)
    _begin(comparison, Step.COMPARING)
    report = replace(compare_readings(left, right, lexicons=words.lexicons), engine=words.engine)
    _begin(comparison, Step.SAVING)
    _finish(comparison, report)


def _read(article: Article, words: LiveWords, *, not_english: Trouble, no_claim: Trouble) -> Reading:
    reading = read_once(article, tools=load_tools(), words=words)
    if reading.language not in {"en", "und"}:
        raise RefusedError(not_english)
    if not reading.claims:
        raise RefusedError(no_claim)
    return reading


def _begin(comparison: Comparison, step: Step) -> None:
    comparison.step = step
    _write(comparison, step=step, heartbeat=timezone.now())


def _finish(comparison: Comparison, report: Report) -> None:
    # Made anew, it may have been corrected before: what still holds counts in lists, too.
    corrected = lay_over(comparison=comparison, report=report)
    _write(
        comparison,
        state=State.DONE,
        step="",
        report=report_to_json(report),
        earlier_report="",
        again_trouble="",
        summary=count_for_lists(corrected.report),
        engine=report.engine,
    )


def _fail(comparison: Comparison, trouble: Trouble) -> None:
    if not _mine(comparison).give_up(trouble, at=timezone.now()):
        log.info("Comparison %s failed here (%s), but goes on elsewhere or was deleted.", comparison.pk, trouble)


def _write(comparison: Comparison, **columns: Any) -> None:
    """Change the row, as long as it is still this run's."""
    if not _mine(comparison).update(updated=timezone.now(), **columns):
        raise SupersededError


def _mine(comparison: Comparison) -> ComparisonQuerySet:
    return Comparison.objects.live().filter(pk=comparison.pk, state=State.RUNNING, attempts=comparison.attempts)
