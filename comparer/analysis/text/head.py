"""Title, outlet and date, where the page shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comparer.analysis.text.dates import DATE, find_date
from comparer.analysis.text.lines import Line, is_prose, is_title_case
from comparer.analysis.text.masthead import MASTHEAD_WHY, read_masthead
from comparer.analysis.text.nameplate import OUTLET_WORD, read_nameplate
from comparer.analysis.text.rules import AUTHOR_WHY, DATE_WHY, same_words
from comparer.analysis.text.setaside import NAMEPLATE_WHY, REPEATED_WHY
from comparer.analysis.text.tail import AFTER_WHY, LAST_LABEL_WHY

REPEATED_TITLE_WHY = "The headline again."
LABEL_ABOVE_WHY = "A label above the headline."
OUTLET_WHY = "The outlet's name."

_LOOKED_AT = 12
_LONGEST_TITLE = 300
_LABEL_WORDS = 3
_SOURCE = re.compile(
    r"(?:source|published (?:in|by)|originally (?:published|appeared) (?:in|on)|©(?: ?\d{4})?)\W+(.{3,60})",
    re.IGNORECASE,
)
_BYLINE_OUTLET = re.compile(r"\bby\b[^|·•]{3,80}[|·•] ?([^|·•\d]{3,60}?)(?:[|·•,].*)?", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
_PLATES = (NAMEPLATE_WHY, MASTHEAD_WHY, AUTHOR_WHY, DATE_WHY, LABEL_ABOVE_WHY)


@dataclass(frozen=True, slots=True)
class Headline:
    """`at` is its place among the lines, None for none; `above` are the places of what stands over it on the page."""

    text: str | None = None
    at: int | None = None
    above: range = range(0)


def put_title_first(lines: Sequence[Line], title: str) -> tuple[list[Line], Headline]:
    """Return the lines with the known title first: moved there, or added where the text lacks it."""
    at, shown = _known_title(lines, title)
    if at is None:
        return [Line(-1, title), *lines], Headline(title, 0)
    return [lines[at], *lines[:at], *lines[at + 1 :]], Headline(shown, 0, range(1, at + 1))


def find_headline(lines: Sequence[Line], whys: Sequence[str | None]) -> Headline:
    """Find the headline of a page whose title nobody told. `whys` says which lines are set aside already."""
    at = _first_headline(lines, [i for i, why in enumerate(whys) if why is None][:_LOOKED_AT])
    return Headline() if at is None else Headline(lines[at].text, at, range(at))


def _known_title(lines: Sequence[Line], title: str) -> tuple[int | None, str]:
    """Where the title stands, and the title. That of a web page often has the outlet's name behind a dash or bar."""
    wanted = same_words(title)
    top = list(enumerate(line.text for line in lines[:_LOOKED_AT]))
    for i, line in top:
        if wanted and same_words(line) == wanted:
            return i, title
    for i, line in top:
        behind = title[len(line) :].lstrip()[:1] if title.startswith(line) else ""
        if behind and behind in "|-–—·•:" and line.count(" ") >= _LABEL_WORDS:
            return i, line
    return None, title


def _first_headline(lines: Sequence[Line], kept: Sequence[int]) -> int | None:
    candidates: list[int] = []
    for place, i in enumerate(kept):
        text = lines[i].text
        if is_prose(text) or len(text) > _LONGEST_TITLE or text.endswith((":", ",", ";")):
            break
        if (plate := read_nameplate(text)) and (plate.outlet or i > kept[0]) and DATE.search(text):
            continue
        if candidates and _is_motto(text) and place + 1 < len(kept) and _is_headline(lines[kept[place + 1]].text):
            continue
        candidates.append(i)
        if text.count(" ") >= _LABEL_WORDS:
            break
    if not candidates or len(kept) == 1:
        return None
    return candidates[-1] if lines[candidates[-1]].text.count(" ") >= _LABEL_WORDS else candidates[0]


def _is_motto(text: str) -> bool:
    """A line in small letters under a name ("notes from the hill") is no headline if one follows it."""
    return text.split(" ", 1)[0].islower()


def _is_headline(text: str) -> bool:
    return not is_prose(text) and not _is_motto(text) and text.count(" ") >= _LABEL_WORDS


def set_aside_labels(
    lines: Sequence[Line], whys: Sequence[str | None], headline: Headline, *, outlet: str | None
) -> list[str | None]:
    """Return `whys` with those for the labels above the title, its repetitions, and lines that only name the outlet."""
    title, outlet = same_words(headline.text or ""), same_words(outlet or "")
    more = list(whys)
    for i, line in enumerate(lines):
        words = same_words(line.text)
        if i == headline.at or not words or whys[i] not in (None, REPEATED_WHY):
            continue
        if words in (title, outlet):
            more[i] = REPEATED_TITLE_WHY if words == title else OUTLET_WHY
        elif whys[i] is None and i in headline.above and not is_prose(line.text):
            more[i] = LABEL_ABOVE_WHY
    return more


def find_published(lines: Sequence[Line], whys: Sequence[str | None]) -> str | None:
    """Return the day (ISO) that the lines set aside give: that of publication, else the first that is no update."""
    aside = [line.text for line, why in zip(lines, whys, strict=True) if why is not None]
    short = [text for text in aside if len(text) <= _LONGEST_TITLE]
    told = [find_date(text[match.end() :]) for text in short if (match := _PUBLISHED.search(text))]
    first = [find_date(text) for text in short[:_LOOKED_AT] if not _LATER.search(text)]
    return next(filter(None, [*told, *first, *map(find_date, short)]), None)


def find_outlet(lines: Sequence[Line], whys: Sequence[str | None]) -> str | None:
    """Return the outlet that a byline, a copyright line or a label of the page names."""
    for line, why in zip(lines, whys, strict=True):
        plate = (read_nameplate(line.text) or read_masthead(line.text)) if why in _PLATES else None
        if plate and plate.outlet:
            return plate.outlet
        pattern = _BYLINE_OUTLET if why == AUTHOR_WHY else _SOURCE
        match = (
            pattern.fullmatch(line.text.strip(" .")) if why is not None and len(line.text) <= _LONGEST_TITLE else None
        )
        if match and why != DATE_WHY and find_date(match[1]) is None:
            return match[1].strip(" .")
    labels = [line.text for line, why in zip(lines, whys, strict=True) if why in (LABEL_ABOVE_WHY, LAST_LABEL_WHY)]
    after = [line.text for line, why in zip(lines, whys, strict=True) if why == AFTER_WHY and _is_outlet(line.text)]
    return next((label for label in [*labels, *after] if OUTLET_WORD.search(label)), None)


def _is_outlet(line: str) -> bool:
    """Among the many labels at the foot of a page only one that ends like an outlet's name counts."""
    return (
        line.count(" ") <= _LABEL_WORDS
        and is_title_case(line)
        and OUTLET_WORD.fullmatch(line.rpartition(" ")[2]) is not None
    )
