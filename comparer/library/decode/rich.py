"""Rich text files (.rtf)."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from comparer.library.decode.found import FoundArticle, UnreadableFileError, title_among_first
from comparer.library.decode.packed import DAMAGED

# what a field was made by, such as a link's target, is not what the reader sees
_INSTRUCTION = re.compile(r"\{\\\*\\fldinst\b[^{}]{0,2000}(?:\{[^{}]{0,2000}\}[^{}]{0,2000}){0,4}\}")
_TITLE = re.compile(r"\{\\info\b.{0,2000}?\{\\title\s+([^{}\\]{1,300})\}", re.DOTALL)
_LINES = re.compile(r"\n+")


def read_rich(data: bytes) -> FoundArticle:
    """Return the text of an .rtf, one paragraph a block."""
    # the format is plain ASCII; what is beyond it stands in its escapes
    source = data.decode("latin-1")
    try:
        text = str(rtf_to_text(_INSTRUCTION.sub("", source), errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, AttributeError, RecursionError, OverflowError) as problem:
        raise UnreadableFileError(DAMAGED) from problem
    paragraphs = [paragraph.strip() for paragraph in _LINES.split(text) if paragraph.strip()]
    named = _TITLE.search(source)
    return FoundArticle("\n\n".join(paragraphs), title_among_first(named[1], paragraphs) if named else None)
