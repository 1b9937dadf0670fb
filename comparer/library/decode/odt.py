"""OpenDocument texts, as LibreOffice saves them."""

from __future__ import annotations

from types import MappingProxyType

from comparer.library.decode.found import FoundArticle, UnreadableFileError, title_among_first
from comparer.library.decode.markup import Markup, read_paragraphs
from comparer.library.decode.packed import open_package, read_part
from comparer.library.decode.word import NO_WORDS, TITLE_ONLY

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_BODY = Markup(
    paragraphs=frozenset({f"{_TEXT} p", f"{_TEXT} h"}),
    skipped=frozenset({f"{_TEXT} tracked-changes", f"{_TEXT} note", f"{_OFFICE} annotation", f"{_OFFICE} scripts"}),
    breaks=MappingProxyType({f"{_TEXT} s": " ", f"{_TEXT} tab": " ", f"{_TEXT} line-break": "\n"}),
    style=(f"{_TEXT} p", f"{_TEXT} style-name"),
)
_LOCKED = b"manifest:encryption-data"


def read_odt(data: bytes) -> FoundArticle:
    """Return the article of an .odt, its title where a style or the file's own title names one."""
    package = open_package(data)
    body = read_part(package, "content.xml")
    if not body:
        raise UnreadableFileError("This is no OpenDocument text, whatever its name says. Open it and paste its text.")
    if _LOCKED in read_part(package, "META-INF/manifest.xml"):
        raise UnreadableFileError("This file is locked with a password. Save a copy without one, or paste its text.")
    paragraphs = read_paragraphs(body, _BODY)
    if not paragraphs:
        raise UnreadableFileError(NO_WORDS)
    texts = [paragraph.text for paragraph in paragraphs]
    styled = next((p.text for p in paragraphs[:3] if p.style in {"Title", "Heading_20_1"}), None)
    named = read_part(package, "meta.xml")
    own = read_paragraphs(named, TITLE_ONLY) if named else []
    return FoundArticle("\n\n".join(texts), styled or (title_among_first(own[0].text, texts) if own else None))
