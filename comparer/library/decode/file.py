"""A file is what its bytes say where they say it, else what its name says: a page saved as .txt is a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType

from comparer.library.decode.encoding import read_characters
from comparer.library.decode.found import FoundArticle, UnreadableFileError
from comparer.library.decode.mail import read_mail
from comparer.library.decode.markdown import read_markdown
from comparer.library.decode.odt import read_odt
from comparer.library.decode.page import read_page
from comparer.library.decode.pdf import read_pdf
from comparer.library.decode.rich import read_rich
from comparer.library.decode.word import read_word

_OF_TEXT: Mapping[str, Callable[[str], FoundArticle]] = MappingProxyType(
    {".txt": FoundArticle, ".md": read_markdown, ".html": read_page, ".htm": read_page}
)
_OF_BYTES: Mapping[str, Callable[[bytes], FoundArticle]] = MappingProxyType(
    {".docx": read_word, ".pdf": read_pdf, ".odt": read_odt, ".rtf": read_rich, ".eml": read_mail}
)
KINDS = (*_OF_TEXT, *_OF_BYTES)
"""The endings of names that can be read."""
KINDS_IN_WORDS = (
    "plain text, Markdown, web pages, Word (.docx), PDF, OpenDocument (.odt), rich text and saved mails (.eml)"
)

_PAGE = re.compile(r"\s*(?:<!doctype html|<html\b)", re.IGNORECASE)
_PDF_STARTS_WITHIN = 1024
_SHOULD_BEGIN: Mapping[str, str] = MappingProxyType({".docx": "Word document", ".odt": "OpenDocument text", ".pdf": "PDF", ".rtf": "rich text file"})  # fmt: skip


def decode_file(name: str, data: bytes) -> FoundArticle:
    """Return the article in the file. UnreadableFileError (a ValueError) says in a plain sentence why there is none."""
    kind = kind_of(name, data)
    if kind in _OF_BYTES:
        found = _OF_BYTES[kind](data)
    else:
        text = read_characters(data)
        found = read_page(text) if _PAGE.match(text) else _OF_TEXT[kind](text)
    if not found.text.strip():
        raise UnreadableFileError("No text was found in this file. Open it and paste the text instead.")
    return found.checked()


def kind_of(name: str, data: bytes) -> str:
    """Return the ending that says how the file is read. UnreadableFileError where nothing here reads it."""
    named = PurePath(name).suffix.lower()
    if named not in KINDS:
        raise UnreadableFileError(
            f"Files of this kind cannot be read. What can: {KINDS_IN_WORDS}. Open this one and paste its text instead."
        )
    if not data.strip():
        raise UnreadableFileError("This file is empty. Choose another, or paste the text.")
    signed = _signed(data)
    if named in _SHOULD_BEGIN and not signed:
        raise UnreadableFileError(
            f"This is no {_SHOULD_BEGIN[named]}, whatever its name says. Open it and paste its text instead."
        )
    return signed or named


def is_plain(name: str, data: bytes) -> bool:
    """Return True for plain text, which no parser touches."""
    return kind_of(name, data) == ".txt" and not _PAGE.match(read_characters(data))


def _signed(data: bytes) -> str:
    """The kind that the first bytes tell of; "" for text, and for what no reader here knows."""
    if b"%PDF-" in data[:_PDF_STARTS_WITHIN]:
        return ".pdf"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(b"PK\x03\x04"):
        # the first part of an OpenDocument is its kind, unpacked, so that it can be told from here
        return ".odt" if b"opendocument.text" in data[:120] else ".docx"
    return ""
