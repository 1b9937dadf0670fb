"""Changes to the word lists, and the versions in which they went to work."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from comparer.analysis.lexicons import Change


class Part(models.TextChoices):
    LOADED = "loaded", "Loaded term"
    HEDGE = "hedge", "Hedge or booster"
    CUE = "cue", "Report verb"
    PLACE = "place", "Other name of a place"
    PERSON = "person", "Other name of a person or body"


class Way(models.TextChoices):
    ADD = "add", "Add"
    OFF = "off", "Switch off"


class WordVersion(models.Model):
    """One state of the word lists that was put to work; the highest number is at work now. 0 is as shipped, no row."""

    number = models.PositiveIntegerField(unique=True)
    made = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "version of the word lists"
        verbose_name_plural = "versions of the word lists"
        ordering = ["-number"]
        constraints = [models.CheckConstraint(condition=Q(number__gte=1), name="word_version_counts_from_one")]

    def __str__(self) -> str:
        return f"Word lists {self.number}"


class WordChangeQuerySet(models.QuerySet["WordChange"]):
    def at_work_in(self, number: int) -> Self:
        """What is laid over the shipped lists in that version."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=number), since__lte=number)

    def drafted(self) -> Self:
        """What the next version would bring: neither at work nor taken back."""
        return self.filter(since__isnull=True)

    def standing(self) -> Self:
        """At work or drafted to be."""
        return self.filter(until__isnull=True)

    def leaving(self) -> Self:
        """At work, and drafted to be taken back."""
        return self.filter(since__isnull=False, until__isnull=True, is_leaving=True)

    def for_next(self) -> Self:
        """What the next version would lay over the shipped lists."""
        return self.standing().filter(is_leaving=False)

    def as_changes(self) -> tuple[Change, ...]:
        columns = self.order_by("pk").values_list("part", "way", "word", "sort", "meaning")
        return tuple(Change(part, way, word, sort, meaning) for part, way, word, sort, meaning in columns)  # type: ignore[arg-type]


class WordChange(models.Model):
    """One word added to a list or switched off in it. Once at work it is never edited, only taken back."""

    part = models.CharField("list", max_length=6, choices=Part)
    way = models.CharField("what to do", max_length=3, choices=Way, default=Way.ADD)
    word = models.CharField(max_length=80)
    sort = models.CharField(max_length=12, blank=True)
    """Part of speech of a loaded term or hedge; what follows a report verb."""
    meaning = models.CharField(max_length=120, blank=True)
    """Why a term is loaded; hedge or booster; the stance of a verb; the name that an alias stands for."""
    reason = models.CharField(max_length=300)
    made = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150, blank=True)
    since = models.PositiveIntegerField(null=True, editable=False)
    """The version that brought it; None: a draft."""
    until = models.PositiveIntegerField(null=True, editable=False)
    """The version that no longer had it."""
    is_leaving = models.BooleanField(default=False, editable=False)
    """At work, and drafted to be taken back."""

    objects = WordChangeQuerySet.as_manager()

    class Meta:
        verbose_name = "change to the word lists"
        verbose_name_plural = "changes to the word lists"
        ordering = ["part", "word", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(part__in=Part.values), name="word_change_part_is_known"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="word_change_way_is_known"),
            models.CheckConstraint(condition=~Q(word=""), name="word_change_names_a_word"),
            models.CheckConstraint(condition=~Q(reason=""), name="word_change_says_why"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(since__isnull=False), name="word_change_ends_after_it_began"
            ),
            models.UniqueConstraint(
                fields=["part", "word", "sort"], condition=Q(until__isnull=True), name="word_change_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()}: {self.word}"


class TrialState(models.TextChoices):
    WAITING = "waiting", "Waiting for its turn"
    WORKING = "working", "Reading the sample"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"


class WordTrial(models.Model):
    """What the drafts would change in a sample of the library. They go to work only after a trial of just them."""

    drafts = models.CharField(max_length=64)
    """Digest of the changes that were tried: other drafts need another trial."""
    state = models.CharField(max_length=8, choices=TrialState, default=TrialState.WAITING)
    holding = models.PositiveIntegerField(default=0)
    """Pieces of the library that hold one of the words at all."""
    total = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveSmallIntegerField(default=0)
    found = models.JSONField(default=list)
    """For each piece read whose marks change: key, title, and the marks that come and go."""
    made = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=TrialState.values), name="word_trial_state_is_known")
        ]

    def __str__(self) -> str:
        return f"Trial {self.pk}"

    @property
    def is_under_way(self) -> bool:
        return self.state in {TrialState.WAITING, TrialState.WORKING}


class WholeState(models.TextChoices):
    WORKING = "working", "Looking through the library"
    STOPPED = "stopped", "Stopped"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"


class WholeTrial(models.Model):
    """What the drafts would change in the whole library. Goes on from `reached` however often it was interrupted."""

    drafts = models.CharField(max_length=64)
    """Digest of the changes that are tried."""
    state = models.CharField(max_length=8, choices=WholeState, default=WholeState.WORKING)
    run = models.PositiveIntegerField(default=1)
    """Raised when the work is taken up again, so that a worker thought dead no longer writes."""
    reached = models.BigIntegerField(default=0)
    """The last piece that was looked at."""
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    """Pieces looked at; of these so many held one of the words and were read again."""
    read = models.PositiveIntegerField(default=0)
    heartbeat = models.DateTimeField()
    made = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=WholeState.values), name="whole_trial_state_is_known"),
            models.UniqueConstraint(fields=["drafts", "made_by"], name="whole_trial_once_for_each"),
        ]

    def __str__(self) -> str:
        return f"Trial {self.pk} of the whole library"

    @property
    def is_under_way(self) -> bool:
        return self.state == WholeState.WORKING


class ChangedPiece(models.Model):
    """A piece that the drafts would mark otherwise."""

    trial = models.ForeignKey(WholeTrial, on_delete=models.CASCADE, related_name="pieces")
    item = models.ForeignKey("library.Item", on_delete=models.CASCADE, related_name="+")
    comes = models.PositiveIntegerField()
    goes = models.PositiveIntegerField()
    """How many marks come and go."""
    marks = models.JSONField(default=dict)
    """The first of them: {"comes": [{"kind", "before", "words", "after"}], "goes": [...]}."""

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["trial", "item"], name="changed_piece_once_in_trial")]

    def __str__(self) -> str:
        return f"Piece {self.item_id} in {self.trial_id}"
