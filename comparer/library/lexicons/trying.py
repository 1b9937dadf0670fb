"""What the drafts would change: the same pieces read with the lists at work and with the drafts, and the marks compared."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
from django.db.models import Q
from django.utils import timezone
from django_tasks import task
from numpy.typing import NDArray

from comparer.analysis.compare import read_article
from comparer.analysis.report import Reading
from comparer.analysis.tools import Tools, load_tools
from comparer.library.catalogue.models import Item
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.lexicons.live import LiveWords, live_words
from comparer.library.lexicons.models import TrialState, WordChange, WordTrial
from comparer.library.lexicons.services import digest_of_drafts, next_words
from comparer.library.models import Article
from comparer.library.reading import read_once
from comparer.web.people import Person

log = logging.getLogger(__name__)
SAMPLE = 12
"""Pieces that are read for a trial, those that hold the words first."""
AROUND = 40
TRIALS_KEPT = 5
LONGEST = timedelta(minutes=10)
"""A trial that is not done so long after it was asked for, though a worker had begun it, counts as failed."""
Mark = tuple[int, int, str]


def begin_trial(*, person: Person) -> WordTrial:
    """Have the drafts tried out in the background on pieces that this person sees. An equal trial that runs is returned."""
    digest = digest_of_drafts()
    under_way = WordTrial.objects.filter(
        drafts=digest, made_by=person.user_id, state__in=[TrialState.WAITING, TrialState.WORKING]
    ).first()
    if under_way:
        return under_way
    trial = WordTrial.objects.create(drafts=digest, made_by_id=person.user_id)
    old = WordTrial.objects.values_list("pk", flat=True)[TRIALS_KEPT:]
    WordTrial.objects.filter(pk__in=list(old)).delete()
    try_words.enqueue(trial.pk)
    return trial


def give_up(trial: WordTrial) -> None:
    """Have it count as failed where its worker seems to have died. One that lives all the same still ends it well."""
    long_ago = timezone.now() - LONGEST
    if WordTrial.objects.filter(pk=trial.pk, state=TrialState.WORKING, made__lt=long_ago).update(
        state=TrialState.FAILED
    ):
        trial.refresh_from_db()


@task()
def try_words(pk: int) -> None:
    """Do the trial; what it finds and how far it is stand in its row."""
    trial = WordTrial.objects.filter(pk=pk, state=TrialState.WAITING).first()
    if trial is None:
        return
    try:
        _go_through(trial, load_tools())
    except Exception:
        WordTrial.objects.filter(pk=pk).update(state=TrialState.FAILED)
        log.exception("Trial %s of the word lists failed.", pk)


def _go_through(trial: WordTrial, tools: Tools) -> None:
    holding, items = choose_sample(Person(user_id=trial.made_by_id))
    mine = WordTrial.objects.filter(pk=trial.pk)
    mine.update(state=TrialState.WORKING, holding=holding, total=len(items))
    before, after = live_words(), next_words()
    found: list[dict[str, Any]] = []
    for done, item in enumerate(items, start=1):
        if item.current is not None and (changed := compare_marks(item.current, before, after, tools)):
            found.append({"key": item.key, "title": item.title, **changed})
        mine.update(done=done, found=found)
    mine.update(state=TrialState.DONE)


def choose_sample(person: Person) -> tuple[int, list[Item]]:
    """Return how many pieces hold one of the changed words, and the newest of them, filled up with other new ones."""
    readable = Item.objects.visible_to(person).filter(current__isnull=False).order_by("-pk")
    drafts = WordChange.objects.drafted().filter(is_leaving=False) | WordChange.objects.leaving()
    words = list(drafts.values_list("word", flat=True))
    holds = Q(pk__in=[])
    for word in words:
        holds |= Q(current__raw__icontains=word)
    holding: ItemQuerySet = readable.filter(holds)
    chosen = list(holding.select_related("current")[:SAMPLE])
    if len(chosen) < SAMPLE:
        others = readable.exclude(pk__in=[item.pk for item in chosen]).select_related("current")
        chosen += others[: SAMPLE - len(chosen)]
    return holding.count(), chosen


def found_in(trial: WordTrial, *, person: Person) -> list[dict[str, Any]]:
    """Return what the trial found in the pieces that this person may see at this moment."""
    keys = [one["key"] for one in trial.found]
    there = set(Item.objects.visible_to(person).filter(key__in=keys).values_list("key", flat=True))
    return [one for one in trial.found if one["key"] in there]


def compare_marks(article: Article, before: LiveWords, after: LiveWords, tools: Tools) -> dict[str, Any] | None:
    """Return the marks that come and go in the article; None where it reads the same."""
    then = read_once(article, tools=tools, words=before)
    now = read_article(
        article.raw,
        # Marks need no vectors, which take a fifth of the time.
        tools=replace(tools, lexicons=after.lexicons, embedder=_NoVectors()),
        title=article.title or None,
        outlet=article.outlet or None,
        published=article.published.isoformat() if article.published else None,
    )
    old, new = set(_marks(then)), set(_marks(now))
    if old == new:
        return None
    return {
        "comes": [_quote(now, mark) for mark in sorted(new - old)],
        "goes": [_quote(then, mark) for mark in sorted(old - new)],
    }


class _NoVectors:
    """An embedder that knows nothing of meaning."""

    width = 1

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.zeros((len(texts), self.width), dtype=np.float32)


def _marks(reading: Reading) -> Iterator[Mark]:
    yield from ((one.start, one.end, "loaded") for one in reading.loaded)
    yield from ((one.start, one.end, one.direction) for one in reading.hedges)
    yield from ((one.start, one.end, f"place: {', '.join((one.name, *one.within))}") for one in reading.places)
    for said in reading.attributions:
        span = said.cue or next(iter(said.content), None)
        if span:
            yield (*span, f"attribution, {said.stance}")


def _quote(reading: Reading, mark: Mark) -> dict[str, str]:
    start, end, kind = mark
    # The ends of lines are words' ends, too.
    text = reading.text.replace("\n", " ")
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = f"… {before.partition(' ')[2]}"
    if end + AROUND < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return {"kind": kind, "before": before, "words": text[start:end], "after": after}
