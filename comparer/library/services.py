"""Keeping articles: one row per person for the same text with the same particulars."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from comparer.library.models import Article
from comparer.web.people import Person

LONGEST_HEADLINE = 160


@dataclass(frozen=True, slots=True)
class GivenArticle:
    """What a person handed in: the text as it came and what they said about it."""

    raw: str
    title: str = ""
    outlet: str = ""
    published: date | None = None
    address: str = ""
    file_name: str = ""
    file_bytes: bytes | None = None

    @property
    def fingerprint(self) -> str:
        """Equal for everything that reads the same; how the text came (paste or file) does not matter."""
        published = self.published.isoformat() if self.published else ""
        said = [self.raw, self.title, self.outlet, published, self.address]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()

    @property
    def text_sha256(self) -> str:
        """Equal for the same words in the same order, however they are broken into lines and whatever they are called."""
        return hashlib.sha256(" ".join(self.raw.split()).encode()).hexdigest()

    @property
    def headline(self) -> str:
        return shorten(self.title or first_line(self.raw))


def first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def without_headline(text: str, headline: str) -> str:
    """Return the text without its first line where that is the headline, which is shown by itself."""
    first = first_line(text)
    return text.lstrip()[len(first) :] if first and shorten(first) == headline else text


def shorten(text: str, longest: int = LONGEST_HEADLINE) -> str:
    """Return the text on one line of at most `longest` characters, cut after a whole word."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0] + "…"


def keep_article(*, given: GivenArticle, kept_for: Person, is_example: bool = False) -> Article:
    """Return this person's row for the article, made now if it is new to them.

    Two requests at once end with the same row: the database refuses the second.
    """
    same = Article.objects.filter(is_example=True) if is_example else Article.objects.of(kept_for)
    same = same.filter(fingerprint=given.fingerprint)
    if found := same.first():
        return found
    try:
        with transaction.atomic():
            return _create(given, kept_for, is_example=is_example)
    except IntegrityError:
        return same.get()


def _create(given: GivenArticle, kept_for: Person, *, is_example: bool) -> Article:
    return Article.objects.create(
        owner_id=kept_for.user_id,
        visitor=kept_for.visitor,
        is_example=is_example,
        raw=given.raw,
        title=given.title,
        outlet=given.outlet,
        published=given.published,
        address=given.address,
        headline=given.headline,
        file_name=given.file_name,
        file_bytes=given.file_bytes,
        file_sha256="" if given.file_bytes is None else hashlib.sha256(given.file_bytes).hexdigest(),
        fingerprint=given.fingerprint,
    )


def move_articles(*, made_by: Person, to: Person) -> dict[int, int]:
    """Hand a visitor's articles to an account. Return {old pk: pk in the account} for those it already had."""
    already: dict[int, int] = {}
    theirs = dict(Article.objects.of(to).values_list("fingerprint", "pk"))
    mine = Article.objects.of(made_by).select_for_update()
    for pk, fingerprint in mine.values_list("pk", "fingerprint"):
        if fingerprint in theirs:
            already[pk] = theirs[fingerprint]
    mine.exclude(pk__in=already).update(owner_id=to.user_id, visitor="")
    return already
