"""A comparison of two articles: whose it is, how far it has come, and its report."""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from comparer.comparisons.brief import say_in_brief
from comparer.comparisons.corrections.models import Correction  # noqa: F401 -- where Django looks for models
from comparer.comparisons.querysets import ComparisonQuerySet
from comparer.comparisons.sharing.models import Invitation  # noqa: F401 -- likewise
from comparer.comparisons.states import LIES_IN_THE_TEXTS, State, Step, Trouble
from comparer.library.models import Article
from comparer.library.owned import BELONGS_TO_ONE, Owned

LIVE = Q(deleted__isnull=True)
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def make_key() -> str:
    """Return an address part that nobody guesses (59 bits) and anybody can read aloud."""
    return "".join(secrets.choice(LETTERS) for _ in range(12))


class Comparison(Owned):
    key = models.CharField(max_length=12, unique=True, default=make_key, editable=False)
    left = models.ForeignKey(Article, on_delete=models.RESTRICT, related_name="as_left")
    right = models.ForeignKey(Article, on_delete=models.RESTRICT, related_name="as_right")
    name = models.CharField(max_length=200)

    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    step = models.CharField(max_length=16, choices=Step, blank=True)
    trouble = models.CharField(max_length=24, choices=Trouble, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    """How often the work was begun since it was last asked for; also tells one run from the next."""
    heartbeat = models.DateTimeField()
    """Last sign of life: asked for, or being worked on."""

    report = models.TextField(blank=True)
    """The Report as one line of JSON, written once; empty until done."""
    earlier_report = models.TextField(blank=True)
    """While it is compared again: the report it had, which comes back if that fails. Empty otherwise."""
    again_trouble = models.CharField(max_length=24, choices=Trouble, blank=True)
    """Why comparing it again failed, last time; the report is the earlier one then."""
    summary = models.JSONField(default=dict)
    """The counts of the report, for lists that need no more."""
    engine = models.CharField(max_length=80, blank=True)
    """Version of the analysis, and of the site's own word lists where it has some: see `engine_now`."""

    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)
    deleted = models.DateTimeField(null=True, blank=True)

    objects = ComparisonQuerySet.as_manager()

    class Meta:
        ordering = ["-created", "-pk"]
        constraints = [
            models.CheckConstraint(condition=BELONGS_TO_ONE, name="comparison_belongs_to_one"),
            models.CheckConstraint(condition=~Q(left=F("right")), name="comparison_of_two_articles"),
            models.CheckConstraint(condition=~Q(name=""), name="comparison_has_a_name"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="comparison_state_is_known"),
            models.CheckConstraint(condition=Q(state=State.DONE) ^ Q(report=""), name="comparison_done_has_report"),
            models.CheckConstraint(condition=Q(state=State.FAILED) ^ Q(trouble=""), name="comparison_failed_says_why"),
            models.CheckConstraint(
                condition=Q(earlier_report="") | Q(state__in=[State.QUEUED, State.RUNNING]),
                name="comparison_again_is_under_way",
            ),
            # Two articles of the library may be compared by many, each on their own.
            models.UniqueConstraint(
                fields=["left", "right", "owner"],
                condition=LIVE & Q(owner__isnull=False),
                name="comparison_once_per_owner",
            ),
            models.UniqueConstraint(
                fields=["left", "right", "visitor"],
                condition=LIVE & Q(owner__isnull=True),
                name="comparison_once_per_visitor",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "-created"], name="comparison_of_owner"),
            models.Index(fields=["visitor", "-created"], name="comparison_of_visitor"),
            models.Index(
                fields=["heartbeat"], condition=Q(state__in=[State.QUEUED, State.RUNNING]), name="comparison_at_work"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("comparison_detail", args=[self.key])

    @property
    def is_under_way(self) -> bool:
        return self.state in {State.QUEUED, State.RUNNING}

    @property
    def is_done(self) -> bool:
        return self.state == State.DONE

    @property
    def has_failed(self) -> bool:
        return self.state == State.FAILED

    @property
    def can_be_retried(self) -> bool:
        return self.has_failed and self.trouble not in LIES_IN_THE_TEXTS

    @property
    def in_brief(self) -> str:
        """One line for lists: what was found, or where it stands."""
        if self.has_failed:
            return "Could not be compared."
        if not self.is_done:
            return "Being compared."
        return say_in_brief(self.summary)


def make_link_key() -> str:
    """Return an address part that nobody guesses (119 bits): whoever has it may read."""
    return "".join(secrets.choice(LETTERS) for _ in range(24))


class ShareLink(models.Model):
    """The address under which others may read a comparison. Made anew, it takes another key; the old one is forgotten."""

    comparison = models.OneToOneField(Comparison, on_delete=models.CASCADE, related_name="share_link")
    key = models.CharField(max_length=24, unique=True, default=make_link_key, editable=False)
    is_on = models.BooleanField(default=True)
    last_day = models.DateField(null=True, blank=True)
    """The last day on which it works, by the site's clock; None: until it is switched off."""
    is_embeddable = models.BooleanField(default=False)
    """Other sites may show single cards and ledgers in a frame, as long as the link works."""
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(key=""), name="share_link_has_a_key")]

    def __str__(self) -> str:
        return f"Link to {self.comparison}"

    def get_absolute_url(self) -> str:
        return reverse("shared_comparison", args=[self.key])

    @property
    def has_expired(self) -> bool:
        return self.last_day is not None and self.last_day < timezone.localdate()

    @property
    def works(self) -> bool:
        return self.is_on and not self.has_expired
