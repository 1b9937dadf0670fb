"""Markdown as plain paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from comparer.library.decode.found import FoundArticle

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,5000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w+):[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OUTLET_FIELDS = ("outlet", "publication", "publisher", "source", "site")


def read_markdown(text: str) -> FoundArticle:
    """Return the words of a Markdown text, one paragraph a block, without pictures, link targets and code.

    Title, outlet and date come from a block of fields at the top, the title else from the first heading.
    """
    fields: dict[str, str] = {}
    if front := _FRONT_MATTER.match(text):
        fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(front[1])}
        text = text[front.end() :]
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    paragraphs = [words for token in tokens if token.type == "inline" and (words := _words(token.children or ()))]
    title = fields.get("title") or _first_heading(tokens)
    if title and title not in paragraphs[:1]:
        paragraphs.insert(0, title)
    return FoundArticle("\n\n".join(paragraphs), title, _outlet(fields), _published(fields))


def _words(inline: Sequence[Token]) -> str:
    pieces = []
    for token in inline:
        if token.type in {"text", "code_inline"}:
            pieces.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            pieces.append(" ")
    return " ".join("".join(pieces).split())


def _first_heading(tokens: Sequence[Token]) -> str | None:
    """The heading that opens the text, if one does."""
    if len(tokens) > 1 and tokens[0].type == "heading_open":
        return _words(tokens[1].children or ()) or None
    return None


def _outlet(fields: Mapping[str, str]) -> str | None:
    return next((fields[name] for name in _OUTLET_FIELDS if fields.get(name)), None)


def _published(fields: Mapping[str, str]) -> str | None:
    match = _DAY.match(fields.get("date", "") or fields.get("published", ""))
    return match[0] if match else None
