"""A text with gaps: what is kept keeps its words, each gap becomes one "[…]", and every old offset has a new one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comparer.analysis.report import Paragraph, Range, Reading, Span

GAP = "[…]"


@dataclass(frozen=True, slots=True)
class Wanted(Span):
    """Words that stay whole, and so many characters around them as make whole words."""

    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the old text (start to end) and where it, or its gap, stands in the new one."""

    start: int
    end: int
    new_start: int
    new_end: int
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Shortened:
    text: str
    paragraphs: tuple[Paragraph, ...]
    numbers: tuple[int, ...]
    """The new number of each old paragraph."""
    pieces: tuple[Piece, ...]
    """They cover the old text without a hole, in order."""

    def number(self, paragraph: int) -> int:
        return self.numbers[paragraph] if paragraph < len(self.numbers) else 0

    def holds(self, start: int, end: int) -> bool:
        """Whether all words of an old stretch are kept."""
        if start >= end or not self.pieces:
            return False
        first, last = self._at(start), self._at(end - 1)
        return all(piece.is_kept for piece in self.pieces[first : last + 1])

    def move(self, start: int, end: int) -> Range:
        """Return where an old stretch stands now: what of it is kept, with the gaps that it reaches into."""
        if not self.pieces:
            return 0, 0
        first = self.pieces[self._at(start)]
        new_start = first.new_start + (start - first.start if first.is_kept else 0)
        if start >= end:
            return new_start, new_start
        last = self.pieces[self._at(end - 1)]
        return new_start, last.new_start + end - last.start if last.is_kept else last.new_end

    def _at(self, place: int) -> int:
        return max(0, bisect_right(self.pieces, place, key=lambda one: one.start) - 1)


def shorten_text(reading: Reading, wanted: Iterable[Wanted]) -> Shortened:
    """Return the reading's text with only what is wanted, to whole words; paragraphs without any become one gap."""
    kept = _merge(_whole_words(reading.text, one) for one in wanted)
    writer = _Writer(reading.text)
    numbers: list[int] = []
    place = 0
    for paragraph in reading.paragraphs:
        while place < len(kept) and kept[place].end <= paragraph.start:
            place += 1
        inside = []
        at = place
        while at < len(kept) and kept[at].start < paragraph.end:
            inside.append(Span(max(kept[at].start, paragraph.start), min(kept[at].end, paragraph.end)))
            at += 1
        numbers.append(writer.add(paragraph, inside))
    return writer.finish(numbers)


def _merge(spans: Iterable[Span]) -> list[Span]:
    """Sort, and join what touches or leaves no more between than a gap would fill."""
    merged: list[Span] = []
    for span in sorted((one for one in spans if one.start < one.end), key=lambda one: one.start):
        if merged and span.start <= merged[-1].end + len(GAP):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _whole_words(text: str, one: Wanted) -> Span:
    """Widen what is wanted by whole words only, and not beyond its paragraph."""
    start, end = max(0, one.start - one.before), min(len(text), one.end + one.after)
    start = text.rfind("\n", start, one.start) + 1 or start
    line_end = text.find("\n", one.end, end)
    end = end if line_end < 0 else line_end
    if start and not text[start - 1].isspace():
        start = next((at + 1 for at in range(start, one.start) if text[at].isspace()), one.start)
    if end < len(text) and not text[end].isspace():
        end = next((at for at in range(end - 1, one.end - 1, -1) if text[at].isspace()), one.end)
    return Span(start, end)


class _Writer:
    """Builds the new text piece by piece."""

    def __init__(self, text: str) -> None:
        self._old = text
        self._new: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._paragraphs: list[Paragraph] = []
        self._place = 0
        self._in_gap = False

    def add(self, paragraph: Paragraph, kept: Sequence[Span]) -> int:
        """Write a paragraph with what is kept of it; return its new number."""
        if not kept and self._in_gap:
            last = self._pieces[-1]
            self._pieces[-1] = Piece(last.start, paragraph.end, last.new_start, last.new_end, is_kept=False)
            self._place = paragraph.end
            return len(self._paragraphs) - 1
        if self._paragraphs:
            self._write("\n", paragraph.start, is_kept=False)
        start = self._length
        for span in kept:
            self._skip_to(span.start, after=" ")
            self._write(self._old[span.start : span.end], span.end, is_kept=True)
        if self._place < paragraph.end:
            self._skip_to(paragraph.end)
        role = paragraph.role if kept else "body"
        self._paragraphs.append(Paragraph(start, self._length, role))
        self._in_gap = not kept
        return len(self._paragraphs) - 1

    def _skip_to(self, end: int, *, after: str = "") -> None:
        if self._place >= end:
            return
        begins = not self._new or self._new[-1] == "\n"
        self._append("" if begins else " ")
        self._write(GAP, end, is_kept=False)
        self._append(after)

    def _write(self, words: str, end: int, *, is_kept: bool) -> None:
        new_start = self._length
        self._append(words)
        self._pieces.append(Piece(self._place, end, new_start, self._length, is_kept))
        self._place = end

    def _append(self, words: str) -> None:
        if words:
            self._new.append(words)
            self._length += len(words)

    def finish(self, numbers: Sequence[int]) -> Shortened:
        return Shortened("".join(self._new), tuple(self._paragraphs), tuple(numbers), tuple(self._pieces))
