"""Word documents: the words of the body as last saved, tracked deletions, notes and macros left alone."""

from __future__ import annotations

from types import MappingProxyType

from comparer.library.decode.found import FoundArticle, UnreadableFileError, title_among_first
from comparer.library.decode.markup import Markup, read_paragraphs
from comparer.library.decode.packed import open_package, read_part

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BODY = Markup(
    paragraphs=frozenset({f"{_W} p"}),
    # a text box comes twice, the second time for old programs
    skipped=frozenset({f"{_W} del", f"{_W} moveFrom", "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"}),
    breaks=MappingProxyType({f"{_W} tab": " ", f"{_W} br": "\n", f"{_W} cr": "\n", f"{_W} noBreakHyphen": "\u2011"}),
    words=f"{_W} t",
    style=(f"{_W} pStyle", f"{_W} val"),
)  # fmt: skip
_DC_TITLE = "http://purl.org/dc/elements/1.1/ title"
TITLE_ONLY = Markup(paragraphs=frozenset({_DC_TITLE}), skipped=frozenset(), breaks=MappingProxyType({}))
_HEADS = ("title", "heading1")
NO_WORDS = "This file holds no text. If it holds a picture of the article, paste the article’s text instead."


def read_word(data: bytes) -> FoundArticle:
    """Return the article of a .docx, its title where the first style or the file's own title names one."""
    package = open_package(data)
    body = read_part(package, "word/document.xml")
    if not body:
        raise UnreadableFileError(
            "This is no Word document, whatever its name says. Open it and paste its text instead."
        )
    paragraphs = read_paragraphs(body, _BODY)
    if not paragraphs:
        raise UnreadableFileError(NO_WORDS)
    texts = [paragraph.text for paragraph in paragraphs]
    styled = next((p.text for p in paragraphs[:3] if p.style.lower().replace(" ", "") in _HEADS), None)
    named = read_part(package, "docProps/core.xml")
    own = read_paragraphs(named, TITLE_ONLY) if named else []
    return FoundArticle("\n\n".join(texts), styled or (title_among_first(own[0].text, texts) if own else None))
