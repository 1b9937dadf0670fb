"""What is worked out of pieces so that they are found, and what people keep of their searches and events."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Lower
from django.urls import reverse

from comparer.library.catalogue.models import Item, make_item_key
from comparer.web.people import Person


class ItemWords(models.Model):
    """The words by which an item is found, kept by `index_words`.

    Beside it lies what each database searches in: an FTS5 table that follows this one by triggers on SQLite,
    a column `vector` with its index on PostgreSQL; see the migration.
    """

    item = models.OneToOneField(Item, on_delete=models.CASCADE, primary_key=True, related_name="words")
    title = models.TextField()
    outlet = models.TextField(blank=True)
    text = models.TextField()

    def __str__(self) -> str:
        return self.title


class Family(models.Model):
    """Pieces whose texts are nearly the same: one story taken over by several, or filed twice."""

    created = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"Family {self.pk}"


class ItemVector(models.Model):
    """What an item tells, in numbers: by which its event is recognised elsewhere. Made when it is read."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, primary_key=True, related_name="vector")
    whole = models.BinaryField()
    """Mean of its claims' vectors, float16."""
    title = models.BinaryField()
    """Vector of its headline, float16."""
    terms = models.BinaryField()
    """Its names and content words as hashed numbers, uint32, sorted; each with how much it counts, see `traits`."""
    sketch = models.BinaryField()
    """MinHash of its runs of five words, uint32."""
    day = models.DateField(null=True)
    """When it was published."""
    family = models.ForeignKey(Family, on_delete=models.SET_NULL, null=True, related_name="members")
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = [models.Index(fields=["changed"], name="item_vector_changed")]

    def __str__(self) -> str:
        return f"Vector of {self.item_id}"


class SavedSearch(models.Model):
    """A search that an account keeps under a name."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=1000)
    """The filters as they stand in the address."""
    created = models.DateTimeField(auto_now_add=True)
    deleted = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = [Lower("name"), "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="saved_search_has_a_name"),
            models.UniqueConstraint(
                "owner", Lower("name"), condition=Q(deleted__isnull=True), name="saved_search_name_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('item_list')}?{self.query}"


class EventState(models.TextChoices):
    WAITING = "waiting", "Waiting for its turn"
    WORKING = "working", "Comparing them two by two"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"


def make_event_key() -> str:
    """Return an address part that nobody guesses (75 bits)."""
    return make_item_key() + secrets.choice("23456789abcdefghjkmnpqrstuvwxyz") + make_item_key()[:4]


class EventQuerySet(models.QuerySet["Event"]):
    def of(self, owner_id: int | None) -> Self:
        """Events that this account made, deleted ones too."""
        return self.filter(owner=owner_id)

    def live(self) -> Self:
        return self.filter(deleted__isnull=True)

    def deleted_since(self, moment: datetime) -> Self:
        """Deleted, last first, and not made anew in the meantime: what can be brought back."""
        anew = type(self)(self.model).live().filter(owner=OuterRef("owner"), versions=OuterRef("versions"))
        return self.filter(~Exists(anew), deleted__gte=moment).order_by("-deleted", "-pk")

    def for_list(self, person: Person) -> Self:
        """With the labels of those pieces that this person may see, without the table: two queries whatever the number."""
        pieces = Item.objects.visible_to(person).for_list().order_by(F("published").asc(nulls_last=True), "pk")
        return self.prefetch_related(Prefetch("items", pieces)).defer("table")


class Event(models.Model):
    """Several pieces about one event, laid beside each other claim by claim. Holds no text, only which claims go together."""

    key = models.CharField(max_length=15, unique=True, default=make_event_key, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="events")
    items = models.ManyToManyField(Item, related_name="events")
    versions = models.CharField(max_length=300)
    """Which versions were compared, by which engine: the same again is the same event."""
    state = models.CharField(max_length=8, choices=EventState, default=EventState.WAITING)
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField(default=0)
    table = models.JSONField(default=dict)
    heartbeat = models.DateTimeField(auto_now=True)
    created = models.DateTimeField(auto_now_add=True)
    deleted = models.DateTimeField(null=True, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-created", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=EventState.values), name="event_state_is_known"),
            models.UniqueConstraint(
                fields=["owner", "versions"], condition=Q(deleted__isnull=True), name="event_once_per_owner"
            ),
        ]

    def __str__(self) -> str:
        return f"Event {self.key}"

    def get_absolute_url(self) -> str:
        return reverse("event_detail", args=[self.key])

    @property
    def called(self) -> str:
        """What to call it in lists and messages, once `for_list` has fetched its pieces: the title of the earliest."""
        pieces = list(self.items.all())
        return pieces[0].title if pieces else "An event whose pieces are gone"

    @property
    def is_under_way(self) -> bool:
        return self.state in {EventState.WAITING, EventState.WORKING}
