"""Lines made of parts set off by bars, dashes or commas: the masthead of an outlet, programme or issue, and menus."""

from __future__ import annotations

import re

from comparer.analysis.tables import load_table
from comparer.analysis.text.dates import DATE, TIME
from comparer.analysis.text.lines import is_prose
from comparer.analysis.text.nameplate import OUTLET_WORD, Nameplate

MASTHEAD_WHY = "The name of the outlet, programme or issue."
MENU_WHY = "A menu or navigation line."

_LONGEST = 160
_MOST_PARTS = 8
_NAME_WORDS = 5
_BAR = re.compile(r" ?[|·•»›] ?| [-–—/] |: ")
_MENU_BAR = re.compile(r" ?[|·•»›/→←>]+ ?| [-–—] ")
_NUMBER = r"(?:One|Two|Three|Four|Five|ONE|TWO|THREE|FOUR|FIVE|\d{1,3})"
_STATION = rf"(?:[A-Z]\w+ ){{1,2}}(?:FM|AM)|(?:[A-Z]\w+ )?(?:Radio|RADIO|TV|Channel|CHANNEL) {_NUMBER}"
_BARE_STATION = re.compile(_STATION)
_ANY_STATION = re.compile(
    rf"{_STATION}|(?:[A-Z]\w+ ){{1,2}}(?:TV|Radio|Television)|(?:Radio|TV) [A-Z]\w+|[A-Z]{{2,4}} News"
)
_DAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|"
    r"\b(?:\d{1,2} )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?: \d{1,2})?(?:,? \d{4})?\b|"
    r"\b[012]\d[0-5]\d(?: ?(?:hrs?|hours|h))?\b|\b\d{1,2} ?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_JOINING = ("of", "the", "for", "and", "de", "la", "&")
_TABLE = load_table("setaside")["masthead"]


def _words(name: str) -> str:
    return "|".join(_TABLE[name])


_SECTION = re.compile(rf"(?:{_words('sections')})(?:(?: and | & |/| )(?:{_words('sections')}))?", re.IGNORECASE)
_ISSUE = re.compile(rf"(?:{_words('issues')})\.? ?(?:no\.? ?)?#?(?:\d{{1,5}}|[ivxl]+)|#\d+", re.IGNORECASE)
_PROGRAMME = re.compile(
    rf"(?:[\w’'&-]+ ){{0,4}}(?:{_words('programmes')})(?: (?:no\.? ?|#|issue )?\d{{1,5}})?", re.IGNORECASE
)
_ABOUT = re.compile(
    rf"(?:(?:an?|the|your|our|my) )?(?:[\w’'-]+ ){{0,3}}(?:{_words('kinds')}) (?:about|on|for|of|from|by|with|covering) .{{2,80}}",
    re.IGNORECASE,
)
_MENU = re.compile(rf"(?:{_words('menu')})(?: \(?\d+\)?)?\W*", re.IGNORECASE)


def is_menu(line: str) -> bool:
    """Tell a row of links: "Donate | Unsubscribe | Forward to a friend". Most parts are words that only menus have."""
    if len(line) > _LONGEST or is_prose(line):
        return False
    parts = [part.strip() for part in _MENU_BAR.split(line) if part.strip()]
    known = sum(_MENU.fullmatch(part) is not None for part in parts)
    return known >= 2 and 2 * known > len(parts)


def read_masthead(line: str) -> Nameplate | None:
    """Read a line that names an outlet, a programme or an issue and nothing else; None for other lines.

    Each part is an outlet, a section, a programme, a number, a date, or says
    what the outlet is about. One name may stand in front where a date or what
    it is about shows that it is no headline.
    """
    bare = line.strip(" []()*_")
    if not bare or len(line) > _LONGEST or is_prose(line) or re.search('[“"?]', line):
        return None
    parts = _parts(bare)
    if len(parts) < 2 or len(parts) > _MOST_PARTS:
        return Nameplate(bare) if _BARE_STATION.fullmatch(bare) else None
    kinds = [_kind(part) for part in parts]
    if None in kinds or "name" in kinds[1:]:
        return None
    dated = "date" in kinds or DATE.search(bare) is not None
    told = "about" in kinds or (dated and not {"programme", "issue"}.isdisjoint(kinds))
    if not told and ("outlet" not in kinds or kinds[0] == "name"):
        return None
    return Nameplate(parts[kinds.index("outlet")] if "outlet" in kinds else None)


def _parts(bare: str) -> list[str]:
    """Bars and dashes part; commas do in a line with a date that has nothing else."""
    parts = [part.strip() for part in _BAR.split(bare)]
    if DATE.search(bare):
        parts = [piece.strip() for part in parts for piece in DATE.sub("2000-01-01", part).split(",")]
    return [part for part in parts if part]


def _kind(part: str) -> str | None:
    left = TIME.sub(" ", _DAY.sub(" ", DATE.sub(" ", part))).strip(" ,.")
    words = left.split()
    if not words:
        return "date"
    for kind, pattern in (("issue", _ISSUE), ("about", _ABOUT), ("section", _SECTION)):
        if pattern.fullmatch(left):
            return kind
    capitals = len(words) <= _NAME_WORDS and all(word[0].isupper() or word in _JOINING for word in words)
    if capitals and len(words) > 1 and (_ANY_STATION.fullmatch(left) or OUTLET_WORD.fullmatch(words[-1])):
        return "outlet"
    if _PROGRAMME.fullmatch(left):
        return "programme"
    return "name" if capitals else None
