"""Drafting changes to the word lists, taking them back, and putting them to work."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction

from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import note_deed
from comparer.library.lexicons.live import LiveWords, live_number
from comparer.library.lexicons.models import TrialState, WholeState, WholeTrial, WordChange, WordTrial, WordVersion

Doer = AbstractBaseUser | AnonymousUser | None


class NotTriedError(Exception):
    """These drafts have not been tried out yet; the message is one plain sentence."""


def next_words() -> LiveWords:
    """Return the lists as the drafts would have them, under the number that they would get."""
    return LiveWords(live_number() + 1, WordChange.objects.for_next().as_changes())


def are_changes_drafted() -> bool:
    return WordChange.objects.drafted().filter(is_leaving=False).exists() or WordChange.objects.leaving().exists()


def digest_of_drafts() -> str:
    """Return what tells one set of drafts from another."""
    words = next_words()
    said = json.dumps([words.number, [astuple(change) for change in words.changes]])
    return hashlib.sha256(said.encode()).hexdigest()


def latest_trial(by: Doer) -> WordTrial | None:
    """Return the person's last trial of the drafts as they are now: it quotes pieces that perhaps only they see."""
    return WordTrial.objects.filter(drafts=digest_of_drafts(), made_by=by.pk if by else None).first()


def is_tried(by: Doer) -> bool:
    """Return whether this person has seen a whole trial, on a sample or on the library, of the drafts as they are now."""
    mine = {"drafts": digest_of_drafts(), "made_by": by.pk if by else None}
    return (
        WordTrial.objects.filter(state=TrialState.DONE, **mine).exists()
        or WholeTrial.objects.filter(state=WholeState.DONE, **mine).exists()
    )


def draft_change(*, change: WordChange, by: Doer) -> WordChange:
    """Keep a checked change as a draft."""
    if isinstance(by, AbstractBaseUser):
        change.made_by_id, change.by_name = by.pk, by.get_username()[:150]
    change.save()
    return change


def set_leaving(*, change: WordChange, is_leaving: bool) -> None:
    """Have the next version do without the change, or keep it after all."""
    WordChange.objects.standing().filter(pk=change.pk).update(is_leaving=is_leaving)


@transaction.atomic
def put_to_work(*, by: Doer, note: str = "") -> WordVersion:
    """Make the drafts the version at work. NotTriedError where no finished trial of just these drafts is there."""
    if not are_changes_drafted() or not is_tried(by):
        raise NotTriedError("Try the drafts out first: you then see what they change.")
    number = live_number() + 1
    known = by if isinstance(by, AbstractBaseUser) else None
    version = WordVersion.objects.create(
        number=number,
        made_by_id=known.pk if known else None,
        by_name=known.get_username()[:150] if known else "",
        note=note[:300],
    )
    WordChange.objects.drafted().filter(is_leaving=True).delete()
    WordChange.objects.leaving().update(until=number, is_leaving=False)
    WordChange.objects.drafted().update(since=number)
    note_deed(act=Act.WORDS_CHANGED, about=str(version), by=by, note=note)
    return version
