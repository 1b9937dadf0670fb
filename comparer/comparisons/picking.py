"""One side of the compare form: a text pasted or in a file, or a piece chosen from the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from comparer.library.catalogue.models import Item
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.finding.coverage import other_coverage
from comparer.library.finding.search import search
from comparer.library.forms import ArticleForm
from comparer.library.models import Article
from comparer.library.services import GivenArticle
from comparer.web.people import Person

Name = Literal["left", "right"]
NAMES: tuple[Name, ...] = get_args(Name)
TITLES: dict[Name, str] = {"left": "First piece", "right": "Second piece"}
MOST_OFFERED = 6
GONE = "The piece chosen here is no longer in the library. Choose another, or paste a text."


@dataclass(frozen=True, slots=True)
class Offered:
    """A piece that may be chosen, and why it is offered where that is not the words."""

    item: Item
    why: str = ""


class Side:
    """What stands on one side. What was typed stays with it while a piece of the library is chosen."""

    def __init__(
        self,
        name: Name,
        data: QueryDict | None = None,
        files: MultiValueDict[str, Any] | None = None,
        *,
        begin_with: GivenArticle | Item | None = None,
        person: Person | None = None,
    ) -> None:
        """`person`: who may choose from the library; None where nobody may."""
        self.name, self.title, self.person = name, TITLES[name], person
        self.article = ArticleForm(
            data, files, prefix=name, initial=_initial(begin_with if isinstance(begin_with, GivenArticle) else None)
        )
        self.item = begin_with if isinstance(begin_with, Item) else None
        self.words, self.error, self.is_looking = "", "", False
        self.offered: list[Offered] = []
        if data and person:
            self.words = data.get(f"{name}-find", "").strip()
            if key := data.get(f"{name}-item"):
                self.item = pieces_for(person).filter(key=key if key.isalnum() else "").first()
                self.error = "" if self.item else GONE

    def is_valid(self) -> bool:
        """Check what will be compared; what was typed beside a chosen piece is not."""
        if self.item or self.error:
            self.keep_typed()
            return not self.error
        return self.article.is_valid()

    def given(self) -> GivenArticle | Article:
        """Return what will be compared, once valid."""
        return self.item.current if self.item and self.item.current else self.article.given()

    @property
    def raw(self) -> str:
        return self.given().raw

    @property
    def has_errors(self) -> bool:
        return bool(self.error or (self.article.is_bound and self.article.errors))

    def keep_typed(self) -> None:
        """Keep what was typed and what a file holds, without complaints: it is not being compared now.

        That a file cannot be read is said all the same, for it is not kept.
        """
        for name in list(self.article.errors):
            if name != "file":
                del self.article.errors[name]

    def look(self, *, beside: Item | None) -> None:
        """Offer pieces: those that hold the words, else other coverage of the piece `beside`, else those added last."""
        self.is_looking, self.error = True, ""
        if self.person:
            self.offered = offer(self.words, person=self.person, beside=beside)

    def take(self, item: Item) -> None:
        self.item, self.error = item, ""

    def leave(self) -> None:
        """Go back to what was typed."""
        self.item, self.error = None, ""
        self.article.fields["text"].widget.attrs["autofocus"] = True


def pieces_for(person: Person) -> ItemQuerySet:
    """Return the pieces that this person may choose."""
    return Item.objects.visible_to(person).for_list().filter(current__isnull=False).select_related("current")


def offer(words: str, *, person: Person, beside: Item | None = None) -> list[Offered]:
    """Return some pieces to choose from, the likeliest first."""
    pieces = pieces_for(person).defer("current__raw", "current__reading", "current__file_bytes")
    if words:
        found = search(words, pieces).order_by("rank", "-pk")  # type: ignore[misc] # `search` adds it
        return [Offered(item) for item in found[:MOST_OFFERED]]
    if beside:
        coverage = other_coverage(beside, person=person, most=MOST_OFFERED)
        whys = {"likely": "most likely about the same event", "possible": "perhaps about the same event"}
        return [Offered(one.item, whys[one.sureness]) for one in coverage]
    return [Offered(item, "added last") for item in pieces.order_by("-pk")[:MOST_OFFERED]]


def _initial(given: GivenArticle | None) -> dict[str, Any]:
    if given is None:
        return {}
    return {
        "text": given.raw,
        "title": given.title,
        "outlet": given.outlet,
        "published": given.published,
        "address": given.address,
    }
