"""The article of a saved web page."""

from __future__ import annotations

import re

import trafilatura
from trafilatura.settings import Document

from comparer.library.decode.found import FoundArticle, UnreadableFileError

_TAG = re.compile("<[a-zA-Z!]")
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_LIST_ITEM = re.compile(r"^- ", re.MULTILINE)
_CHANGED = re.compile(
    r"""(?:(?:property|name|itemprop)=["'](?:article:modified_time|og:updated_time|dateModified)["']\s+content=["']|"dateModified"\s*:\s*")(\d{4}-\d\d-\d\d)"""
)
_NO_ARTICLE = "No article was found in this page. Open it in a browser and paste the article’s text instead."


def read_page(html: str) -> FoundArticle:
    """Return the article of the page with what the page's markup names: title, outlet, author, days, canonical address."""
    if not _TAG.search(html):
        return FoundArticle(html)
    try:
        found = trafilatura.bare_extraction(
            _XML_DECLARATION.sub("", html),
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            # only what the markup says: a date guessed from the text may be the event's
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (ValueError, RecursionError, AttributeError, TypeError) as problem:
        raise UnreadableFileError(_NO_ARTICLE) from problem
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise UnreadableFileError(_NO_ARTICLE)
    body = _LIST_ITEM.sub("", found.text or "")
    title = " ".join((found.title or "").split()) or None
    text = body if title is None or body.startswith(title) else f"{title}\n\n{body}"
    changed = _CHANGED.search(html)
    return FoundArticle(
        text,
        title,
        outlet=found.sitename or None,
        published=found.date or None,
        byline=found.author or None,
        updated=changed[1] if changed else None,
        address=found.url or None,
    )
