"""Title, outlet and date, where the page shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.text.dates import find_date
from comparer.analysis.text.lines import Line, is_prose
from comparer.analysis.text.setaside import DATE_WHY, LAST_LABEL_WHY, same_words

_LOOKED_AT = 12
_LONGEST_TITLE = 300
_LABEL_WORDS = 3
_OUTLET = re.compile(
    r"\b(?:times|post|news|journal|herald|tribune|courier|gazette|guardian|press|daily|weekly|review|observer|telegraph|"
    r"standard|chronicle|independent|agency|wire|institute|foundation|magazine|mail|globe|star|sun|mirror|examiner|"
    r"register|bulletin|dispatch|record|reporter|today|radio|television|tv|broadcasting|cent(?:er|re))\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:source|published (?:in|by)|originally (?:published|appeared) (?:in|on)|©(?: ?\d{4})?)\W+(.{3,60})",
    re.IGNORECASE,
)
_BYLINE_OUTLET = re.compile(r"\bby\b[^|·•]{3,80}[|·•] ?([^|·•\d]{3,60}?)(?:[|·•,].*)?", re.IGNORECASE)
_LATER = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """`title_at` is the title's place among the lines; `above` the labels over it, which are no article."""

    title: str | None
    title_at: int | None
    above: tuple[int, ...]
    outlet: str | None
    published: str | None


def read_head(lines: Sequence[Line], whys: Sequence[str | None], *, title: str | None) -> Head:
    """Find what the page says of itself. `whys` says which lines are set aside already; `title` is what is known."""
    kept = [i for i, why in enumerate(whys) if why is None][:_LOOKED_AT]
    at = _known_title(lines, kept, title) if title else _first_headline(lines, kept)
    shown = lines[at].text if at is not None else None
    if title and shown and same_words(title) == same_words(shown):
        shown = title
    above = tuple(i for i in kept if at is not None and i < at and not is_prose(lines[i].text))
    return Head(shown or title, at, above, _outlet(lines, whys, above), _published(lines, whys))


def _known_title(lines: Sequence[Line], kept: Sequence[int], title: str) -> int | None:
    """The page's title often carries the outlet's name behind a dash or bar; the headline then is its beginning."""
    wanted = same_words(title)
    for i in kept:
        words = same_words(lines[i].text)
        if words and words == wanted:
            return i
    for i in kept:
        line = lines[i].text
        rest = title[len(line) :].lstrip() if title.startswith(line) else ""
        if line.count(" ") >= _LABEL_WORDS and rest[:1] in tuple("|-–—·•:"[: 8 if rest else 0]):
            return i
    return None


def _first_headline(lines: Sequence[Line], kept: Sequence[int]) -> int | None:
    candidates: list[int] = []
    for i in kept:
        text = lines[i].text
        if is_prose(text) or len(text) > _LONGEST_TITLE or text.endswith((":", ",", ";")):
            break
        candidates.append(i)
        if text.count(" ") >= _LABEL_WORDS:
            break
    if not candidates or len(kept) == 1:
        return None
    return candidates[-1] if lines[candidates[-1]].text.count(" ") >= _LABEL_WORDS else candidates[0]


def _published(lines: Sequence[Line], whys: Sequence[str | None]) -> str | None:
    """The first date that says it is not an update; else the first of all, in the lines set aside."""
    aside = [line.text for line, why in zip(lines, whys, strict=True) if why is not None]
    dated = [(text, find_date(text)) for text in aside if len(text) <= _LONGEST_TITLE]
    first = [day for text, day in dated if day and not _LATER.search(text)]
    return next(iter(first or [day for _, day in dated if day]), None)


def _outlet(lines: Sequence[Line], whys: Sequence[str | None], above: Sequence[int]) -> str | None:
    for line, why in zip(lines, whys, strict=True):
        pattern = _BYLINE_OUTLET if why == "The author's name." else _SOURCE
        match = (
            pattern.fullmatch(line.text.strip(" .")) if why is not None and len(line.text) <= _LONGEST_TITLE else None
        )
        if match and why != DATE_WHY and find_date(match[1]) is None:
            return match[1].strip(" .")
    labels = [lines[i].text for i, why in enumerate(whys) if i in above or why == LAST_LABEL_WHY]
    return next((label for label in labels if _OUTLET.search(label)), None)
