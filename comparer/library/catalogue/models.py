"""What the library keeps of coverage beside its texts: where a piece came from, where it lies, what became of it."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from simple_history.models import HistoricalRecords

from comparer.library.catalogue.querysets import CollectionQuerySet, ItemQuerySet

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def make_item_key() -> str:
    """Return an address part that tells nothing of how many there are, and anybody can read aloud."""
    return "".join(secrets.choice(LETTERS) for _ in range(10))


class Outlet(models.Model):
    """Who publishes. What others say of an outlet is a rating with its source; the app itself rates nobody."""

    name = models.CharField(max_length=120)
    country = models.CharField(max_length=60, blank=True)
    owned_by = models.CharField("owner", max_length=200, blank=True)
    language = models.CharField(max_length=8, blank=True)
    notes = models.TextField(blank=True)
    created = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords(excluded_fields=["created"])

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="outlet_has_a_name"),
            models.UniqueConstraint(Lower("name"), name="outlet_name_once_in_any_case"),
        ]

    def __str__(self) -> str:
        return self.name


class OutletDomain(models.Model):
    """A web domain of an outlet, lower case, without "www."."""

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="domains")
    domain = models.CharField(max_length=253, unique=True)

    def __str__(self) -> str:
        return self.domain


class OutletRating(models.Model):
    """What somebody else says of an outlet, cited: who said it, what, when and where."""

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="ratings")
    said_by = models.CharField(max_length=120)
    rating = models.CharField(max_length=200)
    as_of = models.DateField()
    address = models.URLField(max_length=2000)

    class Meta:
        ordering = ["-as_of", "pk"]

    def __str__(self) -> str:
        return f"{self.said_by}: {self.rating}"


class Tag(models.Model):
    """A topic, in the words of those who keep the library."""

    name = models.CharField(max_length=60)

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("name"), name="tag_name_once_in_any_case")]

    def __str__(self) -> str:
        return self.name


class Seen(models.TextChoices):
    BY_ALL = "all", "everybody"
    BY_GROUPS = "groups", "the groups below"
    BY_OWNERS = "owners", "the owners below"


class Collection(models.Model):
    """A part of the library with its own readers and its own time to keep things."""

    name = models.CharField(max_length=120)
    about = models.TextField(blank=True)
    seen = models.CharField("seen by", max_length=6, choices=Seen, default=Seen.BY_ALL)
    groups = models.ManyToManyField("auth.Group", blank=True, related_name="collections")
    owners = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="collections")
    keep_days = models.PositiveIntegerField(null=True, blank=True)
    """Days after which a piece goes to the bin; None: kept until somebody takes it out."""
    created = models.DateTimeField(auto_now_add=True)

    objects = CollectionQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["created"], history_change_reason_field=models.TextField(null=True))

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="collection_has_a_name"),
            models.CheckConstraint(condition=Q(seen__in=Seen.values), name="collection_seen_is_known"),
            models.UniqueConstraint(Lower("name"), name="collection_name_once_in_any_case"),
        ]

    def __str__(self) -> str:
        return self.name


class ItemState(models.TextChoices):
    WAITING = "waiting", "waiting to be read"
    READ = "read", "read"
    FAILED = "failed", "could not be read"


class Item(models.Model):
    """One piece in the library. Its text lies in its versions; what is known of it, found or corrected by hand, here."""

    key = models.CharField(max_length=10, unique=True, default=make_item_key, editable=False)
    collection = models.ForeignKey(Collection, on_delete=models.PROTECT, related_name="items")
    outlet = models.ForeignKey(Outlet, on_delete=models.SET_NULL, null=True, blank=True, related_name="items")
    title = models.CharField(max_length=300)
    found_title = models.CharField(max_length=300, blank=True, editable=False)
    """The title that its last version brought. Where the title is another one, a person has written it."""
    byline = models.CharField(max_length=300, blank=True)
    published = models.DateField(null=True, blank=True)
    updated = models.DateField(null=True, blank=True)
    """The day of the last update that the piece itself names."""
    language = models.CharField(max_length=8, blank=True)
    address = models.URLField("canonical address", max_length=2000, blank=True)
    tags = models.ManyToManyField(Tag, blank=True, related_name="items")
    current = models.OneToOneField(
        "library.Article", on_delete=models.SET_NULL, null=True, related_name="current_of", editable=False
    )
    """Its latest version; None while it is being made, and after it was taken down."""

    state = models.CharField(max_length=8, choices=ItemState, default=ItemState.WAITING)
    trouble = models.CharField(max_length=200, blank=True)
    """Why it could not be read, in a plain sentence."""
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="items_added"
    )
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)
    binned = models.DateTimeField(null=True, blank=True)
    taken_down = models.DateTimeField(null=True, blank=True)
    takedown_reason = models.CharField(max_length=300, blank=True)

    objects = ItemQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=["current", "found_title", "state", "trouble", "created", "changed"],
        history_change_reason_field=models.TextField(null=True),
    )

    class Meta:
        verbose_name = "piece"
        ordering = [F("published").desc(nulls_last=True), "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="item_has_a_title"),
            models.CheckConstraint(condition=Q(state__in=ItemState.values), name="item_state_is_known"),
            models.CheckConstraint(condition=~Q(state=ItemState.FAILED) | ~Q(trouble=""), name="item_failed_says_why"),
            models.UniqueConstraint(
                fields=["collection", "address"],
                condition=~Q(address="") & Q(binned__isnull=True),
                name="item_address_once_in_collection",
            ),
        ]
        indexes = [
            models.Index(fields=["-published", "-id"], name="item_by_day"),
            models.Index(fields=["outlet", "-published"], name="item_of_outlet"),
            models.Index(fields=["address", "collection"], name="item_by_address"),
            models.Index(fields=["binned"], condition=Q(binned__isnull=False), name="item_in_bin"),
        ]
        permissions = [
            ("import_item", "Can bring pieces into the library"),
            ("fetch_item", "Can have web addresses fetched"),
            ("takedown_item", "Can take a piece down"),
            ("compare_item", "Can compare pieces of the library"),
            ("view_trail", "Can see who did what"),
            ("view_whole_trail", "Can see who did what in collections of others, too"),
            ("view_health", "Can see how the site is doing"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("item_detail", args=[self.key])

    @property
    def is_read(self) -> bool:
        return self.state == ItemState.READ

    @property
    def has_own_title(self) -> bool:
        """True where a person has written the title: then no version and no reading changes it."""
        return self.title != self.found_title

    @property
    def called(self) -> str:
        """Short name for headings: the outlet where it is known, else the title."""
        return self.outlet.name if self.outlet else self.title
