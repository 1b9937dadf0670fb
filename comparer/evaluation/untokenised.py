"""Tokenised text written as people write it, with the place of every token.

Public sets often keep their texts as tokens ("the ship 's crew , he said"); the analysis is made for
texts as they are published.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from comparer.analysis.report import Range

_CLOSING = re.compile(r"^(?:[,.;:!?%)\]}”’…]+|['’]{2}|['’](?:s|m|d|re|ve|ll|S)?|[nN]['’]t)$")
_OPENING = re.compile(r"(?:^|\W)[(\[{“‘$£€#]$|^``$")
_QUOTES = {"``": '"', "''": '"'}
_SPLIT_NUMBER = (
    (re.compile(r"\d[.:]$"), re.compile(r"^\d")),
    (re.compile(r"(?:^|\D)\d{1,3},$"), re.compile(r"^\d{3}\b")),
)
_WORD = re.compile(r"^\w")


def join_tokens(tokens: Sequence[str], *, hyphens: bool = False) -> tuple[str, list[Range]]:
    """Return the text and the start and end of every token in it.

    `hyphens` says that the set parts words at a hyphen and numbers at a point ("court - ordered", "6. 1").
    """
    text, spans = "", []
    opens = False
    for number, token in enumerate(tokens):
        written = _QUOTES.get(token, token)
        closes = opens and written == '"'
        before = tokens[number - 1] if number else ""
        if text and not (closes or _glued(before, token, opens=opens) or (hyphens and _parted(tokens, number))):
            text += " "
        spans.append((len(text), len(text) + len(written)))
        text += written
        opens = opens != (written == '"')
    return text, spans


def _glued(before: str, token: str, *, opens: bool) -> bool:
    after_quote = _QUOTES.get(before, before) == '"' and opens
    return bool(after_quote or _OPENING.search(before) or _CLOSING.match(_QUOTES.get(token, token)))


def _parted(tokens: Sequence[str], number: int) -> bool:
    """Tell a token that belongs to the word or number before it."""
    before, here = tokens[number - 1], tokens[number]
    if here == "-":
        return bool(_WORD.match(before[-1:]) and number + 1 < len(tokens) and _WORD.match(tokens[number + 1]))
    if before == "-":
        return number > 1 and bool(_WORD.match(tokens[number - 2][-1:]) and _WORD.match(here))
    return any(left.search(before) and right.match(here) for left, right in _SPLIT_NUMBER)
