"""Words as they are searched: lower case, letters without their marks, nothing between them."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return `text` in lower case, each letter without its marks, character for character: offsets stay the same."""
    if text.isascii():
        return text.lower()
    return "".join(_FOLDED[character] for character in text)


def words_of(text: str) -> list[str]:
    """Return the folded words of `text`, in order."""
    return _WORD.findall(fold(text))


class _Folded(dict[str, str]):
    """Works out each character once."""

    def __missing__(self, character: str) -> str:
        base = unicodedata.normalize("NFKD", character)[:1]
        lower = base.lower()
        self[character] = folded = lower if len(lower) == 1 else character
        return folded


_FOLDED = _Folded()
