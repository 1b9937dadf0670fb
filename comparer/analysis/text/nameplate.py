"""The line under a headline that says which outlet, who, where and when: "Meridian Line, 15 March 2031"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from comparer.analysis.text.dates import DATE
from comparer.analysis.text.language import FUNCTION_WORDS
from comparer.analysis.text.lines import is_prose
from comparer.analysis.text.rules import NAMES

_LONGEST = 120
_MOST_WORDS = 8
_NAME_WORDS = 6
_BARE_NAME_WORDS = 5
_PARTING = ",|·•/–—-"
_PART = re.compile(r" ?[,|·•–—/] ?| - ")
_NO_NAME = re.compile(r"[.?!;:\"“”]\Z|[?!;:\"“”]|\d{3}")
_JOINING = {"of", "the", "for", "and", "de", "la", "le", "el", "al", "von", "van", "&"}
_LEADING = re.compile(r"(?:from|by|in)\b", re.IGNORECASE)
_PLACE = re.compile(rf"(?P<who>{NAMES}) in [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){{0,2}}")
OUTLET_WORD = re.compile(
    r"\b(?:times|post|news|journal|herald|tribune|courier|gazette|guardian|press|daily|weekly|review|observer|telegraph|"
    r"standard|chronicle|independent|agency|wire|institute|foundation|magazine|mail|globe|star|sun|mirror|examiner|"
    r"register|bulletin|dispatch|record|reporter|today|radio|television|tv|broadcasting|cent(?:er|re))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Nameplate:
    """`outlet` is the outlet that the line names, None where it may name a person or a place."""

    outlet: str | None = None


def read_nameplate(line: str, *, small: Collection[str] = ()) -> Nameplate | None:
    """Read a line that is no more than an outlet, a person with a place, or a name with a full date; else None.

    `small` are the words that the article writes in small letters: a heading in
    capitals ("Rescue Teams in Alda") has words of these, a name has none.
    """
    line = line.strip(" *_")
    if len(line) > _LONGEST or is_prose(line):
        return None
    if name := _beside_date(line):
        outlet = next((part for part in _PART.split(name) if _is_outlet(part)), None)
        known = outlet is not None or _LEADING.match(name) is not None or _unknown(name, small)
        return Nameplate(outlet) if known else None
    if line.count(" ") < _BARE_NAME_WORDS and _is_outlet(line):
        return Nameplate(line) if _unknown(line, small) else None
    person = _PLACE.fullmatch(line)
    return Nameplate() if person and _unknown(person["who"], small) else None


def _beside_date(line: str) -> str | None:
    """The name before or behind a full date and parted from it by a comma, bar or dash."""
    found = DATE.search(line)
    if found is None:
        return None
    before, after = line[: found.start()].rstrip(), line[found.end() :].lstrip()
    name, edge = (after, after[:1]) if not before else (before, before[-1:])
    if (before and after) or not edge or edge not in _PARTING:
        return None
    name = name.strip(_PARTING + " ")
    return name if name and _reads_like_name(name) else None


def _reads_like_name(words: str) -> bool:
    parts = words.split()
    if len(parts) > _MOST_WORDS or _NO_NAME.search(words):
        return False
    capitals = all(not word[:1].islower() or word in {*_JOINING, "in"} for word in parts)
    return capitals or _LEADING.match(words) is not None


def _is_outlet(name: str) -> bool:
    """A name whose last word says what kind of outlet it is: "Alda Mail"."""
    words = name.split()
    if not 1 < len(words) <= _NAME_WORDS or OUTLET_WORD.fullmatch(words[-1]) is None:
        return False
    named = [word for word in words if word.lower() not in _JOINING]
    return all(word[:1].isupper() and word.lower() not in FUNCTION_WORDS["en"] for word in named)


def _unknown(name: str, small: Collection[str]) -> bool:
    words = [word for word in re.findall(r"\w+", name.lower()) if word not in {*_JOINING, "in"}]
    return not any(word in small for word in words if not OUTLET_WORD.fullmatch(word))
