"""What the library takes: a text of some length, days that can be, addresses of the web."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from comparer.library.catalogue.filing import Particulars
from comparer.library.decode import FoundArticle
from comparer.library.forms import EARLIEST, MAX_OUTLET, MAX_TITLE
from comparer.library.services import GivenArticle, shorten

_WRITTEN = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%d.%m.%Y", "%Y/%m/%d")
_LONGEST_ADDRESS = 2000
_LONGEST_TAG = 60
_MOST_TAGS = 20
_is_address = URLValidator(schemes=["http", "https"])


_HALF = re.compile("[\ud800-\udfff]")
"""Halves of characters, which JSON can name and no database keeps."""
_PASTE = re.compile(r"\b([Pp])aste (?:the|its|the article’s) text\b")


class RefusedError(Exception):
    """Not taken, for a reason in one plain sentence."""


def for_the_library(sentence: str) -> str:
    """Return why a file cannot be read as it is put where nothing can be pasted: only files come in."""
    return _PASTE.sub(lambda paste: f"{'S' if paste[1] == 'P' else 's'}ave its text as a .txt file", sentence)


@dataclass(frozen=True, slots=True)
class Candidate:
    given: GivenArticle
    about: Particulars
    tags: tuple[str, ...] = ()


def candidate_from_file(found: FoundArticle, *, name: str, data: bytes, about: Mapping[str, str]) -> Candidate:
    """Return the article of a file. What is known beside it (an archive's address) goes before what it says itself."""
    _check_text(found.text)
    _check_characters("".join(filter(None, (found.title, found.outlet, found.byline))))
    given = GivenArticle(
        raw=found.text,
        title=shorten(found.title or "", MAX_TITLE),
        outlet=shorten(found.outlet or "", MAX_OUTLET),
        published=_possible(_iso(found.published)),
        address=_canonical(found.address or "", about.get("address", "")),
        file_name=name[-255:],
        file_bytes=data,
    )
    updated = _possible(_iso(found.updated))
    return Candidate(given, Particulars(shorten(found.byline or "", MAX_TITLE), updated.isoformat() if updated else ""))


def candidate_from_fields(fields: Mapping[str, str]) -> Candidate:
    """Return the article of a line. RefusedError for a text that is none and a day that is none."""
    text, title = fields.get("text", "").strip(), shorten(fields.get("title", ""), MAX_TITLE)
    _check_text(text)
    _check_characters("".join(fields.values()))
    written = fields.get("published", "").strip()
    published = _possible(_read_day(written))
    if written and published is None:
        raise RefusedError(
            f"“{shorten(written, 40)}” is no day on which it can have appeared. Write it like 2025-04-09."
        )
    tags = (shorten(tag, _LONGEST_TAG) for tag in fields.get("tags", "").replace(";", ",").split(","))
    return Candidate(
        GivenArticle(
            raw=text,
            title=title,
            outlet=shorten(fields.get("outlet", ""), MAX_OUTLET),
            published=published,
            address=_address(fields.get("address", "").strip()),
        ),
        Particulars(byline=shorten(fields.get("byline", ""), MAX_TITLE)),
        tuple(islice(dict.fromkeys(filter(None, tags)), _MOST_TAGS)),
    )


def _check_characters(text: str) -> None:
    if "\x00" in text or _HALF.search(text):
        raise RefusedError("This holds characters that belong to no text. Save it again as UTF-8 from its source.")


def _check_text(text: str) -> None:
    _check_characters(text)
    if len(text.split()) < settings.COMPARER_MIN_WORDS:
        raise RefusedError(
            f"This holds fewer than {settings.COMPARER_MIN_WORDS} words of text, too few for an article."
        )
    if len(text) > settings.COMPARER_MAX_CHARACTERS:
        most = settings.COMPARER_MAX_CHARACTERS
        raise RefusedError(f"This text has {len(text):,} characters; {most:,} is the most for one article.")


def _read_day(written: str) -> date | None:
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        pass
    for form in _WRITTEN:
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007 -- a day has no clock
        except ValueError:
            continue
    return None


def _iso(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _possible(day: date | None) -> date | None:
    """The day, unless nothing can have appeared on it. Tomorrow is today somewhere already."""
    return day if day and EARLIEST <= day <= timezone.localdate() + timedelta(days=1) else None


def _canonical(named: str, fetched_from: str) -> str:
    """The address that a page names as its own; where it is known whence it came, only one on the same site.

    Else any page could pass for a new version of somebody else's.
    """
    if fetched_from and _site(named) != _site(fetched_from):
        return _address(fetched_from)
    return _address(named)


def _site(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return ""


def _address(written: str) -> str:
    """The address without the place in the page; "" for what is no address of the web."""
    address = written.partition("#")[0]
    if not address or len(address) > _LONGEST_ADDRESS:
        return ""
    try:
        _is_address(address)
    except ValidationError:
        return ""
    return address
