"""Which lines of a page are not article, and why: by their words, and by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comparer.analysis.text.dates import DATE
from comparer.analysis.text.lines import Line, is_prose, is_title_case
from comparer.analysis.text.masthead import MASTHEAD_WHY, MENU_WHY, is_menu, read_masthead
from comparer.analysis.text.nameplate import read_nameplate
from comparer.analysis.text.rules import AUTHOR_WHY, CAPTION_WHY, NAME, NAMES, same_words, why_by_words

REPEATED_WHY = "The same paragraph again."
UNDER_TITLE_WHY = "A name or label under the headline."
NAMEPLATE_WHY = "The outlet, author, place or date under the headline."

_HEAD_PARAGRAPHS = 2
_REPEATED_WORDS = 8
_CREDIT_WORDS = 5
_CAPTION_WORDS = 4
_HEADINGS = frozenset(
    ["summary", "introduction", "overview", "background", "abstract", "preface", "foreword", "context"]
)
"""Words that head the first section of a paper, where a paragraph follows; others there name the page's section."""
_GROUP = re.compile(
    r"(?:[A-Z][\w’'&.-]* |of |the |for |and ){1,5}(?:Network|Alliance|Coalition|Union|Association|Institute|Society|Council|"
    r"Campaign|Committee|Federation|Forum|Party|Club|Initiative|Group|Trust|League|Movement|Collective|Centre|Center|Community)",
    re.IGNORECASE,
)
_ONLY_NAMES = re.compile(NAMES)


def set_aside(lines: Sequence[Line], *, title_at: int | None) -> list[str | None]:
    """Return for each line why it is not article, or None where it may be. The title, where known, stays."""
    whys = [None if i == title_at else why_by_words(line.text, "anywhere") for i, line in enumerate(lines)]
    _mark_repeated(lines, whys)
    _mark_head(lines, whys)
    _mark_below(lines, whys, title_at=title_at)
    _mark_captions(lines, whys)
    _mark_authors(lines, whys)
    return whys


def set_aside_under_title(lines: Sequence[Line], whys: Sequence[str | None], title_at: int) -> list[str | None]:
    """Return `whys` with those for the names and labels between the title and the first paragraph."""
    more = list(whys)
    small = _small_words(lines, whys)
    close = True
    for i in range(title_at + 1, len(lines)):
        text = lines[i].text
        if more[i] is None and is_prose(text):
            break
        # behind another label ("Summary") only a date tells such a line from a heading
        if more[i] is None and (close or DATE.search(text)) and read_nameplate(text, small=small):
            more[i] = NAMEPLATE_WHY
        beside = [why for why in (*more[i - 1 : i], *whys[i + 1 : i + 2]) if why not in (None, CAPTION_WHY)]
        heads = text.lower() in _HEADINGS and any(is_prose(line.text) for line in lines[i + 1 : i + 2])
        single = " " not in text and text[-1:].isalnum() and not heads
        if more[i] is None and (single or (beside and _ONLY_NAMES.fullmatch(text))):
            more[i] = UNDER_TITLE_WHY
        close = close and more[i] is not None
    return more


def _small_words(lines: Sequence[Line], whys: Sequence[str | None]) -> set[str]:
    prose = (line.text for line, why in zip(lines, whys, strict=True) if why is None and is_prose(line.text))
    return {word for text in prose for word in re.findall(r"\w+", text) if word.islower()}


def _mark_repeated(lines: Sequence[Line], whys: list[str | None]) -> None:
    seen: set[str] = set()
    for i, line in enumerate(lines):
        if whys[i] is not None or line.text.count(" ") < _REPEATED_WORDS - 1:
            continue
        words = same_words(line.text)
        if words in seen:
            whys[i] = REPEATED_WHY
        seen.add(words)


def _mark_head(lines: Sequence[Line], whys: list[str | None]) -> None:
    paragraphs = 0
    for i, line in enumerate(lines):
        if whys[i] is None and not is_prose(line.text):
            # the first line is far more often a headline than a name
            whys[i] = (why_by_words(line.text, "head") if i else None) or (
                MASTHEAD_WHY if read_masthead(line.text) else None
            )
        paragraphs += whys[i] is None and is_prose(line.text)
        if paragraphs > _HEAD_PARAGRAPHS:
            break
    first = next((i for i, why in enumerate(whys) if why is None), None)
    # a headline may end in such a word, but not above the name of an issue
    if first is not None and MASTHEAD_WHY in whys[first + 1 : first + 2] and _GROUP.fullmatch(lines[first].text):
        whys[first] = MASTHEAD_WHY


def _mark_below(lines: Sequence[Line], whys: list[str | None], *, title_at: int | None) -> None:
    """What only a page says to its readers, once the article has begun; above, it may be the headline."""
    begun = False
    for i, line in enumerate(lines):
        if begun and whys[i] is None and i != title_at:
            whys[i] = why_by_words(line.text, "below") or (MENU_WHY if is_menu(line.text) else None)
        begun = begun or (whys[i] is None and is_prose(line.text))


def _mark_captions(lines: Sequence[Line], whys: list[str | None]) -> None:
    """A line without a full stop under a bare credit ("Getty Images") is the picture's caption."""
    for i in range(1, len(lines)):
        text, above = lines[i].text, lines[i - 1].text
        bare_credit = whys[i - 1] == CAPTION_WHY and above.count(" ") < _CREDIT_WORDS and not above.endswith(":")
        long_enough = text.count(" ") >= _CAPTION_WORDS - 1
        if whys[i] is None and bare_credit and long_enough and not is_prose(text) and not is_title_case(text):
            whys[i] = CAPTION_WHY


def _mark_authors(lines: Sequence[Line], whys: list[str | None]) -> None:
    """The author's name on a line of its own, wherever it comes back."""
    names = {
        name for line, why in zip(lines, whys, strict=True) if why == AUTHOR_WHY for name in re.findall(NAME, line.text)
    }
    names |= {name.removeprefix("By ").removeprefix("BY ") for name in names}
    for i in range(1, len(lines)):
        if whys[i] is None and lines[i].text in names:
            whys[i] = AUTHOR_WHY
