"""What decoding gives: an article, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


class UnreadableFileError(ValueError):
    """The file holds no article that can be read; the message is one plain sentence for the person who chose it."""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """The text, its title first where the file names one, and what the file says of itself; days are ISO."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: str | None = None
    updated: str | None = None
    address: str | None = None
    """The canonical address that a page names."""

    def checked(self) -> FoundArticle:
        """Return the article without a day that is none and without an address that is not on the web."""
        return replace(
            self,
            published=self.published if _is_day(self.published) else None,
            updated=self.updated if _is_day(self.updated) else None,
            address=self.address if (self.address or "").startswith(("http://", "https://")) else None,
        )


def _is_day(written: str | None) -> bool:
    try:
        date.fromisoformat(written or "")
    except ValueError:
        return False
    return True


def title_among_first(title: str, paragraphs: list[str]) -> str | None:
    """Return the title that a program wrote beside the text, if the text opens with it; else it tells of the program."""
    wanted = " ".join(title.split())
    opening = {" ".join(paragraph.split()).casefold() for paragraph in paragraphs[:5]}
    return wanted if wanted and wanted.casefold() in opening else None
