"""Articles as people gave them or the library keeps them, as they came, with what the analysis read in them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from comparer.library.catalogue.models import (  # noqa: F401 -- where Django looks for models
    Collection,
    Item,
    Outlet,
    OutletDomain,
    OutletRating,
    Tag,
)
from comparer.library.finding.models import (  # noqa: F401 -- likewise
    Event,
    Family,
    ItemVector,
    ItemWords,
    SavedSearch,
)
from comparer.library.importing.models import ImportBatch, ImportRow  # noqa: F401 -- likewise
from comparer.library.keeping.models import Deed, DeedPiece, Worker  # noqa: F401 -- likewise
from comparer.library.lexicons.models import (  # noqa: F401 -- likewise
    ChangedPiece,
    WholeTrial,
    WordChange,
    WordTrial,
    WordVersion,
)
from comparer.library.owned import BELONGS_TO_ONE, Owned
from comparer.library.querysets import ArticleQuerySet

IN_LIBRARY = Q(owner__isnull=True, visitor="", is_example=False, item__isnull=False)
OF_PERSON_OR_LIBRARY = (BELONGS_TO_ONE & Q(item__isnull=True)) | IN_LIBRARY


class Article(Owned):
    """One piece of coverage. Never edited: another text or another date is another article.

    In the library it is one version of an item, and belongs to nobody.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, null=True, blank=True, related_name="versions")
    number = models.PositiveSmallIntegerField(default=0)
    """Which version of its item it is, from 1; 0 outside the library."""

    raw = models.TextField()
    """The text as it came, before any cleaning."""
    title = models.CharField(max_length=300, blank=True)
    outlet = models.CharField(max_length=120, blank=True)
    published = models.DateField(null=True, blank=True)
    address = models.URLField(max_length=2000, blank=True)
    headline = models.CharField(max_length=300)
    """What to call it in lists: the title given, else the one found, else its first line."""

    file_name = models.CharField(max_length=255, blank=True)
    file_bytes = models.BinaryField(null=True)
    file_sha256 = models.CharField(max_length=64, blank=True)

    fingerprint = models.CharField(max_length=64)
    """sha256 over the text and what was said about it: equal for equal input."""
    text_sha256 = models.CharField(max_length=64, blank=True)
    """In the library, sha256 over the words alone: equal for the same text under whatever title. Outlives a takedown."""
    reading = models.TextField(blank=True)
    """The Reading as one line of JSON, index included; empty until read."""
    engine = models.CharField(max_length=80, blank=True)
    """Version of the analysis that made the reading."""
    words = models.PositiveIntegerField(default=0)
    """Version of the word lists that it was read with; 0: as shipped."""
    created = models.DateTimeField(auto_now_add=True)
    taken_down = models.DateTimeField(null=True, blank=True)
    """When its text was removed; the row stays, for what the comparisons of it say."""

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = "version of a piece"
        verbose_name_plural = "versions of pieces"
        constraints = [
            models.CheckConstraint(condition=OF_PERSON_OR_LIBRARY, name="article_belongs_to_one"),
            models.CheckConstraint(
                condition=Q(item__isnull=True, number=0) | Q(item__isnull=False, number__gte=1),
                name="article_version_has_a_number",
            ),
            models.UniqueConstraint(
                fields=["item", "number"], condition=Q(item__isnull=False), name="article_version_once"
            ),
            models.CheckConstraint(
                condition=Q(raw="", taken_down__isnull=False) | (~Q(raw="") & Q(taken_down__isnull=True)),
                name="article_has_text",
            ),
            models.CheckConstraint(
                condition=Q(file_bytes__isnull=True, file_sha256="")
                | (Q(file_bytes__isnull=False) & ~Q(file_sha256="")),
                name="article_file_has_its_sum",
            ),
            models.UniqueConstraint(
                fields=["owner", "fingerprint"], condition=Q(owner__isnull=False), name="article_once_per_owner"
            ),
            models.UniqueConstraint(
                fields=["visitor", "fingerprint"], condition=~Q(visitor=""), name="article_once_per_visitor"
            ),
            models.UniqueConstraint(
                fields=["fingerprint"], condition=Q(is_example=True), name="article_once_as_example"
            ),
        ]
        indexes = [
            models.Index(fields=["fingerprint"], condition=Q(item__isnull=False), name="article_in_library"),
            models.Index(fields=["file_sha256"], condition=Q(item__isnull=False), name="article_original"),
            models.Index(fields=["text_sha256"], condition=Q(item__isnull=False), name="article_same_text"),
            # Which engine read how many, without a walk through the texts.
            models.Index(
                fields=["engine", "words", "item", "taken_down"],
                condition=Q(item__isnull=False),
                name="article_read_by",
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    @property
    def called(self) -> str:
        """Short name for headings: the outlet where it is known, else the headline."""
        return self.outlet or self.headline
