"""A file is plain text, Markdown or a web page: by its name, but a page saved as .txt is a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType

from comparer.library.decode.encoding import read_characters
from comparer.library.decode.found import FoundArticle, UnreadableFileError
from comparer.library.decode.markdown import read_markdown
from comparer.library.decode.page import read_page

_READERS: Mapping[str, Callable[[str], FoundArticle]] = MappingProxyType(
    {".txt": FoundArticle, ".md": read_markdown, ".html": read_page, ".htm": read_page}
)
_PAGE = re.compile(r"\s*(?:<!doctype html|<html\b)", re.IGNORECASE)
KINDS = tuple(_READERS)
"""The endings of names that can be read."""


def decode_file(name: str, data: bytes) -> FoundArticle:
    """Return the article in the file. UnreadableFileError (a ValueError) says in a plain sentence why there is none."""
    kind = PurePath(name).suffix.lower()
    if kind not in _READERS:
        raise UnreadableFileError(
            "Only files whose names end in .txt, .md or .html can be read. Open this one and paste its text instead."
        )
    if not data.strip():
        raise UnreadableFileError("This file is empty. Choose another, or paste the text.")
    text = read_characters(data)
    found = read_page(text) if _PAGE.match(text) else _READERS[kind](text)
    if not found.text.strip():
        raise UnreadableFileError("No text was found in this file. Open it and paste the text instead.")
    return found.checked()
