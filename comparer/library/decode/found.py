"""What decoding gives: an article, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


class UnreadableFileError(ValueError):
    """The file holds no article that can be read; the message is one plain sentence for the person who chose it."""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """The text, its title first where the file names one, and what the file says of itself; `published` is ISO."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None

    def checked(self) -> FoundArticle:
        """Return the article, without a day of publication that is none."""
        return self if self.published is None or _is_day(self.published) else replace(self, published=None)


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
