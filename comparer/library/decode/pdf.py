"""PDFs: the text of their pages, lines joined to paragraphs, what repeats on every page left out."""

from __future__ import annotations

import io
import itertools
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdf
from pypdf.errors import PyPdfError

from comparer.library.decode.found import FoundArticle, UnreadableFileError, title_among_first
from comparer.library.decode.lines import join_lines
from comparer.library.decode.packed import DAMAGED

MOST_PAGES = 200
MOST_TEXT = 5_000_000
_WIDE_GAP = 1.35
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_LOCKED = "This PDF is locked with a password. Save a copy without one, or paste its text."
_SCAN = (
    "This PDF holds pictures of pages and no text, as a scanner makes them."
    " Have its text recognised (OCR) and save it again, or paste the text."
)
# It reports each oddity of a file; that files are odd is no news.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(data: bytes) -> FoundArticle:
    """Return the text of a PDF, its own title where the text opens with it."""
    try:
        document = _open(data)
        pages = _read_pages(document)
        title = (document.metadata.title if document.metadata else "") or ""
    except UnreadableFileError:
        raise
    # a broken or hostile file fails in any of a hundred ways, some of them in pypdf's own code
    except (
        PyPdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as problem:
        raise UnreadableFileError(DAMAGED) from problem
    text = _rejoin_pages("\n\n".join(filter(None, map(join_lines, _without_margins(pages)))))
    if not text.strip():
        raise UnreadableFileError(_SCAN)
    return FoundArticle(text, title_among_first(title, text.split("\n\n")))


def _open(data: bytes) -> pypdf.PdfReader:
    document = pypdf.PdfReader(io.BytesIO(data), strict=False)
    # one that only its owner may change opens without a word
    if document.is_encrypted and not document.decrypt(""):
        raise UnreadableFileError(_LOCKED)
    return document


def _read_pages(document: pypdf.PdfReader) -> list[str]:
    count = len(document.pages)
    if count > MOST_PAGES:
        raise UnreadableFileError(
            f"This PDF has {count:,} pages; {MOST_PAGES} is the most. Save the article’s pages as a PDF of their own."
        )
    pages: list[str] = []
    for page in document.pages:
        pages.append(_read_page(page))
        if sum(map(len, pages)) > MOST_TEXT:
            raise UnreadableFileError("This PDF holds far more text than an article. Save the article’s pages alone.")
    return pages


@dataclass(slots=True)
class _Line:
    text: str = ""
    height: float | None = None
    """Where it stands above the foot of the page."""


def _read_page(page: pypdf.PageObject) -> str:
    """Return the lines of the page, a blank one wherever the gap is wider than usual or the next column begins."""
    lines = [_Line()]

    def see(text: str, place: Sequence[float], within: Sequence[float], *_type: object) -> None:
        height = within[4] * place[1] + within[5] * place[3] + place[5]
        for number, piece in enumerate(text.split("\n")):
            if number:
                lines.append(_Line())
            lines[-1].text += piece
            if piece.strip() and lines[-1].height is None:
                lines[-1].height = height

    page.extract_text(visitor_text=see)
    return "\n".join(_with_gaps([line for line in lines if line.text.strip()]))


def _with_gaps(lines: list[_Line]) -> Iterator[str]:
    steps = [(above.height or 0) - (below.height or 0) for above, below in itertools.pairwise(lines)]
    down = sorted(step for step in steps if step > 0)
    usual = down[len(down) // 3] if down else 0
    for line, step in zip(lines, [0, *steps], strict=False):
        if step < 0 or step > _WIDE_GAP * usual:
            yield ""
        yield line.text


def _without_margins(pages: list[str]) -> list[str]:
    """Leave out page numbers, and first and last lines that most pages share."""
    all_lines = [page.splitlines() for page in pages]
    edges = Counter(_pattern(lines[place]) for lines in all_lines for place in _edges(lines))
    repeated = {pattern for pattern, times in edges.items() if times >= 3 and 2 * times >= len(pages)}
    return ["\n".join(_body(lines, repeated)) for lines in all_lines]


def _body(lines: list[str], repeated: set[str]) -> list[str]:
    edges = _edges(lines)
    return [
        line
        for place, line in enumerate(lines)
        if place not in edges or not (_PAGE_NUMBER.fullmatch(line.strip()) or _pattern(line) in repeated)
    ]


def _edges(lines: list[str]) -> set[int]:
    """Where the first two and the last two lines with words stand."""
    written = [place for place, line in enumerate(lines) if line.strip()]
    return {*written[:2], *written[-2:]}


def _pattern(line: str) -> str:
    return _DIGITS.sub("0", line.strip())


_TORN = re.compile(r"(?<=[\w,;])\n\n(?=[a-zà-ÿ])")
_TORN_WORD = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad\u2010]\n\n(?=[a-zà-ÿ])")


def _rejoin_pages(text: str) -> str:
    """A sentence that goes on after a page break, or between columns, is one again."""
    return _TORN.sub(" ", _TORN_WORD.sub("", text))
