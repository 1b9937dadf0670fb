"""Exercises with their versions, the rooms in which classes do them, who came in, and what they answered."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from comparer.classroom.colleagues.models import Colleague  # noqa: F401 -- where Django looks for models
from comparer.classroom.content import Content, content_from_json
from comparer.classroom.lti.models import (  # noqa: F401 -- where Django looks for models
    AccountLink,
    Deployment,
    LinkCode,
    Login,
    Placement,
    Platform,
    Seat,
    ToolKey,
)
from comparer.classroom.querysets import ExerciseQuerySet, PupilQuerySet, RoomQuerySet
from comparer.classroom.roster.models import CODE_LETTERS, Listed  # noqa: F401 -- the same
from comparer.comparisons.models import Comparison, make_key


def make_code() -> str:
    """Return a join code that a class can read off the wall (29 bits): it lives for hours, and guesses are limited."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(6))


def make_token() -> str:
    """Return what a pupil's browser keeps to be known again (192 bits)."""
    return secrets.token_urlsafe(24)


class Exercise(models.Model):
    """A teacher's exercise. What it holds lies in its versions; a running room keeps the version it began with."""

    key = models.CharField(max_length=12, unique=True, default=make_key, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="exercises"
    )
    """None: one of the gallery, which everybody may copy."""
    title = models.CharField(max_length=200)
    comparison = models.ForeignKey(
        Comparison, on_delete=models.SET_NULL, null=True, blank=True, related_name="exercises"
    )
    """What it was made from; the exercise keeps its own copy of the texts."""
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)
    deleted = models.DateTimeField(null=True, blank=True)

    objects = ExerciseQuerySet.as_manager()

    class Meta:
        ordering = ["-changed", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="exercise_has_a_title")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("exercise_detail", args=[self.key])

    @property
    def latest(self) -> ExerciseVersion:
        return self.versions.order_by("-number")[0]


class ExerciseVersion(models.Model):
    """The exercise as it was at one time. Never changed: editing makes the next version."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    """The Content as one line of JSON."""
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exercise", "number"], name="exercise_version_once")]

    def __str__(self) -> str:
        return f"{self.exercise}, version {self.number}"

    def read(self) -> Content:
        return content_from_json(self.content)


class Pace(models.TextChoices):
    TEACHER = "teacher", "everybody at the same step, which you set"
    PUPIL = "pupil", "everybody at their own pace"


class Stage(models.TextChoices):
    OPEN = "open", "open"
    CLOSED = "closed", "closed"
    REVEALED = "revealed", "answers shown"


class Room(models.Model):
    """One class doing one exercise."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="rooms")
    version = models.ForeignKey(ExerciseVersion, on_delete=models.RESTRICT, related_name="rooms")
    """What the class is given now. An answer keeps the version that it was given to."""
    code = models.CharField(max_length=6, unique=True, default=make_code)
    name = models.CharField(max_length=80, blank=True)
    """What the teacher calls the class."""
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.OPEN)
    pace = models.CharField(max_length=7, choices=Pace, default=Pace.TEACHER)
    step = models.PositiveSmallIntegerField(default=0)
    """At the teacher's pace: the place of the task that everybody is at, from 0."""
    is_locked = models.BooleanField(default=False)
    """Nobody new comes in; who is in stays."""
    ends = models.DateTimeField()
    """After this the code lets nobody in."""
    keep_days = models.PositiveSmallIntegerField(default=30)
    """Days after its end for which answers are kept."""
    erased = models.DateTimeField(null=True, blank=True)
    """The teacher deleted what the class did; for good once the time for undoing is over."""
    created = models.DateTimeField(auto_now_add=True)

    objects = RoomQuerySet.as_manager()

    class Meta:
        ordering = ["-created", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="room_stage_is_known"),
            models.CheckConstraint(condition=Q(pace__in=Pace.values), name="room_pace_is_known"),
            models.CheckConstraint(condition=Q(keep_days__gte=1), name="room_keeps_for_a_day"),
        ]
        indexes = [models.Index(fields=["ends"], name="room_by_end")]

    def __str__(self) -> str:
        return self.name or self.code

    def get_absolute_url(self) -> str:
        return reverse("room_board", args=[self.pk])

    @property
    def has_ended(self) -> bool:
        return self.ends <= timezone.now()

    @property
    def takes_answers(self) -> bool:
        return self.stage == Stage.OPEN and not self.has_ended and self.erased is None

    @property
    def forgotten_on(self) -> datetime:
        return self.ends + timedelta(days=self.keep_days)


class Pupil(models.Model):
    """Somebody in a room: a nickname and no more."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="pupils")
    nickname = models.CharField(max_length=30)
    token = models.CharField(max_length=40, unique=True, default=make_token, editable=False)
    word = models.CharField(max_length=40)
    """The personal word with which they come back on another device."""
    joined = models.DateTimeField(auto_now_add=True)
    seen = models.DateTimeField(auto_now_add=True)
    step = models.PositiveSmallIntegerField(default=0)
    """At their own pace: where they are."""
    removed = models.DateTimeField(null=True, blank=True)
    erased = models.DateTimeField(null=True, blank=True)
    """The teacher deleted their answers, which takes them out of the room too; for good when undoing is over."""

    objects = PupilQuerySet.as_manager()

    class Meta:
        ordering = ["joined", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(nickname=""), name="pupil_has_a_nickname"),
            models.UniqueConstraint(
                models.F("room"),
                models.functions.Lower("nickname"),
                condition=Q(removed__isnull=True),
                name="pupil_nickname_once_in_room",
            ),
            models.CheckConstraint(
                condition=Q(erased__isnull=True) | Q(removed__isnull=False), name="pupil_erased_is_removed"
            ),
        ]

    def __str__(self) -> str:
        return self.nickname


class Answer(models.Model):
    """What a pupil answered to one task, once; sending it again changes nothing."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="answers")
    version = models.ForeignKey(ExerciseVersion, on_delete=models.RESTRICT, related_name="+")
    task = models.CharField(max_length=12)
    """The id of the task in that version."""
    given = models.JSONField()
    """{item id: [choice id, ...]}; for reflections {item id: [the words]}."""
    sending = models.UUIDField()
    """Made in the browser for each answer, so that a second sending of one is known."""
    replaced = models.JSONField(default=list, blank=True)
    """Earlier sendings of this answer: one of them that a slow network brings late changes nothing."""
    points = models.FloatField(null=True, blank=True)
    """None: not marked yet."""
    by_hand = models.BooleanField(default=False)
    """A person gave the points: a changed key leaves them."""
    feedback = models.TextField(blank=True)
    note = models.CharField(max_length=200, blank=True)
    """Says to the pupil that the points were counted again, and why."""
    sent = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pupil", "task"], name="answer_once_per_task"),
            models.UniqueConstraint(fields=["sending"], name="answer_sent_once"),
        ]

    def __str__(self) -> str:
        return f"{self.pupil}: {self.task}"
