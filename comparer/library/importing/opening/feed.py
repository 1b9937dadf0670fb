"""Saved RSS and Atom feeds, and OPML lists of feeds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from html.parser import HTMLParser
from typing import Any
from xml.parsers import expat

import feedparser

from comparer.library.decode import UnreadableFileError
from comparer.library.importing.opening.entry import Entry, Limits

_BLOCKS = frozenset({
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "li", "ol", "p", "pre", "section", "table", "td", "tr", "ul",
})  # fmt: skip
_LEFT_OUT = frozenset({"script", "style", "figcaption"})
_BLANKS = re.compile(r"[ \t\r\f\v]+")
_PARTING = re.compile(r"\s*\n\s*")
_NO_FEED = "This is no RSS or Atom feed, or it holds no entry."


def open_feed(data: bytes, limits: Limits) -> Iterator[Entry]:
    """Yield each entry's fields. A date that is none is left out: feeds have many. UnreadableFileError for no feed."""
    _refuse_entities(data)
    # a stream: a string could be taken for an address and fetched
    found = feedparser.parse(io.BytesIO(data), response_headers={}, resolve_relative_uris=False)
    if not found.entries:
        raise UnreadableFileError(_NO_FEED)
    outlet = str(found.feed.get("title") or "")
    for number, entry in enumerate(found.entries[: limits.entries], 1):
        yield Entry(f"entry {number}", fields=_fields(entry, outlet))


def _fields(entry: Mapping[str, Any], outlet: str) -> dict[str, str]:
    contents = [str(content.get("value") or "") for content in entry.get("content") or ()]
    html = max([*contents, str(entry.get("summary") or "")], key=len)
    title = plain_words(str(entry.get("title") or ""))
    body = plain_words(html)
    return {
        "title": title,
        "text": body if not title or body.startswith(title) else f"{title}\n\n{body}" if body else "",
        "outlet": outlet,
        "byline": str(entry.get("author") or ""),
        "published": _day(entry),
        "address": str(entry.get("link") or ""),
        "tags": ", ".join(str(tag.get("term") or "") for tag in entry.get("tags") or ()),
    }


def _day(entry: Mapping[str, Any]) -> str:
    """The day it was published, else updated; "" where that is no date."""
    named = "published" if "published" in entry else "updated"
    try:
        # asked for only where it is: feedparser else gives the other one, with a warning
        return date(*entry[f"{named}_parsed"][:3]).isoformat() if f"{named}_parsed" in entry else ""
    except (TypeError, ValueError):
        return ""


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.left_out = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- its interface
        self.left_out += tag in _LEFT_OUT
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.left_out = max(0, self.left_out - (tag in _LEFT_OUT))
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.left_out:
            self.pieces.append(data.replace("\n", " "))


def plain_words(html: str) -> str:
    """Return the words of a piece of HTML, a block a paragraph."""
    words = _Words()
    words.feed(html)
    words.close()
    return _PARTING.sub("\n\n", _BLANKS.sub(" ", "".join(words.pieces))).strip()


def open_opml(data: bytes, limits: Limits) -> Iterator[Entry]:
    """Yield the address of each feed in the list. UnreadableFileError where it names none."""
    feeds: list[tuple[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.lower() == "outline" and (address := attributes.get("xmlUrl")):
            feeds.append((attributes.get("title") or attributes.get("text") or address, address))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    _refuse_entities(data)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as problem:
        raise UnreadableFileError("This list of feeds is damaged. Save it again in your feed reader.") from problem
    if not feeds:
        raise UnreadableFileError("This list names no feed.")
    for title, address in feeds[: limits.entries]:
        yield Entry(title, fields={"fetch": address})


def _refuse_entities(data: bytes) -> None:
    if b"<!ENTITY" in data or "<!ENTITY".encode("utf-16-le") in data or "<!ENTITY".encode("utf-16-be") in data:
        raise UnreadableFileError("This file refers to things outside itself, so it was not opened.")
