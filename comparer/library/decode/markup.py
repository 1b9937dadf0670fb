"""Paragraphs out of XML, in one pass and without a tree: no document type, hence no entities, inner or outer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from comparer.library.decode.found import UnreadableFileError
from comparer.library.decode.packed import DAMAGED


@dataclass(frozen=True, slots=True)
class Markup:
    """Names of elements, as "namespace name"."""

    paragraphs: frozenset[str]
    skipped: frozenset[str]
    """What belongs to no article: taken out text, notes, comments."""
    breaks: Mapping[str, str]
    """Elements that stand for characters."""
    words: str = ""
    """The element that alone holds words; "": each paragraph's own characters count."""
    style: tuple[str, str] = ("", "")
    """Element and attribute that name a paragraph's style."""


@dataclass(slots=True)
class Paragraph:
    text: str = ""
    style: str = ""


@dataclass(slots=True)
class _Walk:
    markup: Markup
    done: list[Paragraph] = field(default_factory=list)
    open: list[Paragraph] = field(default_factory=list)
    pieces: list[list[str]] = field(default_factory=list)
    skipping: int = 0
    in_words: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.skipping or name in self.markup.skipped:
            self.skipping += 1
            return
        if name in self.markup.paragraphs:
            self.open.append(Paragraph())
            self.pieces.append([])
        if (self.open and name == self.markup.style[0]) or name in self.markup.paragraphs:
            self.open[-1].style = attributes.get(self.markup.style[1], self.open[-1].style)
        self.in_words += name == self.markup.words
        if self.pieces and (character := self.markup.breaks.get(name)):
            self.pieces[-1].append(character)

    def end(self, name: str) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        self.in_words -= name == self.markup.words
        if name in self.markup.paragraphs:
            paragraph = self.open.pop()
            paragraph.text = "".join(self.pieces.pop()).strip()
            if paragraph.text:
                self.done.append(paragraph)

    def characters(self, data: str) -> None:
        if self.pieces and not self.skipping and (self.in_words or not self.markup.words):
            self.pieces[-1].append(data)


def read_paragraphs(xml: bytes, markup: Markup) -> list[Paragraph]:
    """Return the paragraphs that hold words. UnreadableFileError for broken XML and for any document type."""
    walk = _Walk(markup)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.characters
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as problem:
        raise UnreadableFileError(DAMAGED) from problem
    return walk.done


def _refuse(*_declared: object) -> None:
    raise UnreadableFileError(
        "This file refers to things outside itself, so it was not opened. Paste its text instead."
    )
