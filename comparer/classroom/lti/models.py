"""Learning platforms, what stands in them, and who came from there: no name, no e-mail address is kept."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from comparer.classroom.lti.addresses import check_platform_address
from comparer.comparisons.models import make_key

CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"
LOGIN_LIVES = timedelta(minutes=10)
CODE_LIVES = timedelta(minutes=15)
MOST = 500
"""Letters of an address."""


def make_link_code() -> str:
    """Return what a teacher types once to link their account (38 bits, for a quarter of an hour)."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(8))


class Platform(models.Model):
    """A learning platform as its administrator registered us there. Only this site's administrators make one."""

    name = models.CharField(max_length=80, help_text="What teachers read: “Merrow School”.")
    issuer = models.CharField(max_length=255, help_text="“Platform ID” or “Issuer”, such as https://learn.example.")
    client_id = models.CharField("client ID", max_length=255, help_text="What the platform calls this tool.")
    login_url = models.CharField(
        "login address", max_length=MOST, validators=[check_platform_address], help_text="“Authentication request URL”."
    )
    token_url = models.CharField(
        "token address",
        max_length=MOST,
        validators=[check_platform_address],
        help_text="“Access token URL”: where leave to send grades is asked for.",
    )
    keys_url = models.CharField(
        "key set address",
        max_length=MOST,
        validators=[check_platform_address],
        help_text="“Public keyset URL” or “JWKS”: the keys it signs with.",
    )
    token_audience = models.CharField(
        max_length=500,
        blank=True,
        help_text="Only where the platform asks for an audience other than the token address.",
    )
    framed_by = models.TextField(
        "further addresses",
        blank=True,
        help_text="Where its pages have other addresses than the ones above, each on a line: https://school.example.",
    )
    is_active = models.BooleanField("lets people in", default=True)
    keys = models.JSONField(default=list, editable=False)
    """The public keys it last showed."""
    keys_read = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["issuer", "client_id"], name="platform_registered_once")]

    def __str__(self) -> str:
        return self.name


class Deployment(models.Model):
    """One place of a platform where the tool was put: a school, a course."""

    platform = models.ForeignKey(Platform, on_delete=models.CASCADE, related_name="deployments")
    deployment_id = models.CharField("deployment ID", max_length=255)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["platform", "deployment_id"], name="deployment_once")]

    def __str__(self) -> str:
        return self.deployment_id


class ToolKey(models.Model):
    """A key pair with which we sign. The newest signs; the one before stays known until platforms have the new one."""

    private = models.TextField(editable=False)
    """PEM, encrypted under a word made of SECRET_KEY: a copy of the database alone signs nothing."""
    public = models.JSONField(editable=False)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Key of {self.made:%d %B %Y}"


class Login(models.Model):
    """A login under way. Deleted by the launch that ends it, so neither its state nor its nonce is good twice."""

    platform = models.ForeignKey(Platform, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=64, unique=True)
    nonce = models.CharField(max_length=64)
    begun = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"Login to {self.platform_id}"

    @property
    def is_over(self) -> bool:
        return self.begun < timezone.now() - LOGIN_LIVES


class Placement(models.Model):
    """An exercise that a teacher put into a course of a platform."""

    key = models.CharField(max_length=12, unique=True, default=make_key, editable=False)
    """Travels with the link through the platform; who it belongs to is looked up here."""
    platform = models.ForeignKey(Platform, on_delete=models.CASCADE, related_name="placements")
    deployment = models.CharField(max_length=255)
    resource_link = models.CharField(max_length=255, blank=True)
    """The platform's name of the link; blank until somebody first follows it."""
    exercise = models.ForeignKey("classroom.Exercise", on_delete=models.CASCADE, related_name="placements")
    room = models.ForeignKey(
        "classroom.Room", on_delete=models.SET_NULL, null=True, blank=True, related_name="placements"
    )
    """Where students go now."""
    uses_given_names = models.BooleanField(default=False)
    """The teacher allows the given name as nickname; else names are made up."""
    line_item = models.CharField(max_length=1000, blank=True)
    """The platform's address for the grades of this link; blank: it takes none."""
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["platform", "deployment", "resource_link"],
                condition=~Q(resource_link=""),
                name="placement_once_per_link",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.exercise} at {self.platform}"


class GradeState(models.TextChoices):
    NONE = "", "nothing to send"
    WAITING = "waiting", "waiting"
    SENT = "sent", "sent"
    FAILED = "failed", "failed"


class Seat(models.Model):
    """Says that a student of a room came from a platform, and what became of their grade. Goes with the student."""

    pupil = models.OneToOneField("classroom.Pupil", on_delete=models.CASCADE, related_name="seat")
    room = models.ForeignKey("classroom.Room", on_delete=models.CASCADE, related_name="seats")
    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="seats")
    subject = models.CharField(max_length=64)
    """A keyed hash of who it is there: finds the student again, and tells nobody who it is."""
    sealed = models.TextField()
    """The platform's own number of the person, encrypted: grades cannot be addressed without it."""
    state = models.CharField(max_length=7, choices=GradeState, blank=True, default=GradeState.NONE)
    reason = models.CharField(max_length=300, blank=True)
    """Why it was not taken, in a plain sentence."""
    tries = models.PositiveSmallIntegerField(default=0)
    sent_points = models.FloatField(null=True, blank=True)
    sent_maximum = models.FloatField(null=True, blank=True)
    sent_is_final = models.BooleanField(default=False)
    sent = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["room", "subject"], name="seat_once_in_room"),
            models.CheckConstraint(condition=Q(state__in=GradeState.values), name="seat_grade_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.pupil_id}: {self.get_state_display()}"


class AccountLink(models.Model):
    """Somebody of a platform who has shown that an account here is theirs."""

    platform = models.ForeignKey(Platform, on_delete=models.CASCADE, related_name="+")
    subject = models.CharField(max_length=64)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="platform_links")
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["platform", "subject"], name="account_linked_once")]

    def __str__(self) -> str:
        return f"{self.account_id} at {self.platform_id}"


class LinkCode(models.Model):
    """A code of an account, good once and for a quarter of an hour."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=8, unique=True, default=make_link_code)
    ends = models.DateTimeField()

    def __str__(self) -> str:
        return f"Code until {self.ends:%H:%M}"
