"""Taking a piece down: its text goes, and what the law lets one keep of it stays.

Kept are title, outlet, day, address and reason, the collection it lay in, who brought it and when, and a digest from
which no text can be read: by it the same text is known, and not taken in again. Everything else goes: text, original
file, reading, byline, the words it was found by, and every identical copy that people brought themselves. Backups made
before still hold it; whoever keeps them has to delete them.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction
from django.utils import timezone

from comparer.library.catalogue.models import Item, ItemState
from comparer.library.finding.models import Event, ItemVector, ItemWords
from comparer.library.importing.models import ImportRow
from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import note_pieces
from comparer.library.lexicons.models import ChangedPiece, WordTrial
from comparer.library.models import Article


@dataclass(frozen=True, slots=True)
class TakenDown:
    """`articles` are the rows that lost their text, versions and copies alike."""

    articles: frozenset[int]
    versions: int
    copies: int


@transaction.atomic
def remove_texts(*, item: Item, reason: str, by: AbstractBaseUser | AnonymousUser | None) -> TakenDown:
    """Remove the text of the piece from the library and from everybody's articles. The reason is kept and shown.

    Comparisons are another room's: it empties those of `articles`.
    """
    now = timezone.now()
    versions = set(item.versions.values_list("pk", flat=True))
    texts = item.versions.exclude(raw="").values("raw")
    copies = set(Article.objects.filter(raw__in=texts, item__isnull=True).values_list("pk", flat=True))
    gone = {"raw": "", "reading": "", "file_bytes": None, "file_sha256": "", "file_name": "", "taken_down": now}
    Article.objects.filter(pk__in=versions | copies).update(**gone)
    Item.objects.filter(pk=item.pk).update(
        current=None, byline="", state=ItemState.READ, trouble="", taken_down=now, takedown_reason=reason, changed=now
    )
    Item.history.filter(id=item.pk).update(byline="")
    ImportRow.objects.filter(item=item).update(data=None, about="")
    ItemWords.objects.filter(item=item).delete()
    ItemVector.objects.filter(item=item).delete()
    Event.objects.filter(items=item).delete()
    WordTrial.objects.all().delete()
    ChangedPiece.objects.filter(item=item).delete()
    note_pieces(act=Act.TAKEN_DOWN, pks=[item.pk], by=by, note=reason)
    return TakenDown(frozenset(versions | copies), len(versions), len(copies))
