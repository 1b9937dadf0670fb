"""Plans that a text itself tells were changed: the day first set, and the one that takes its place."""

from __future__ import annotations

import re
from typing import Literal

Moved = Literal["from", "to", ""]

_REACH = 90
_MOVES = (
    r"(?:postpon|put(?:ting)? off|push(?:ed|ing)?\b|put(?:ting)? back|mov(?:e|ing)|delay|reschedul|shift|brought|bring(?:ing)? forward"
    r"|defer|adjourn|chang(?:e|ing)|advanc|extend|switch|carried over|held over|set back)\w*"
)
_PLANNED = (
    r"(?:set|planned|scheduled|due|fixed|slated|expected|announced|intended|billed|meant|supposed|pencilled|booked|timed"
    r"|penciled|earmarked|to have|to be|to open|to start|to begin|to return|to take place)"
)
_STOP = r"[^.;:!?\n]"
_CLAUSE = r"(?:(?!\b(?:will|has|have|is|was|were|now|but|and)\b)[^.;:!?,\n]){0,50}"
"""The rest of a clause, up to the time: not over into the next one."""
_MOVED_FROM = re.compile(rf"\b{_MOVES}\b{_STOP}{{0,60}}\bfrom (?:the |early |late )?$", re.IGNORECASE)
_ON_TO = re.compile(rf"{_STOP}{{0,20}}\b(?:to|until|till)\b|, (?:will|is|are|has|now)\b", re.IGNORECASE)
_FROM = (
    re.compile(
        rf"\b(?:first|originally|initially|previously|earlier|once|at first|formerly)\b,? (?:been )?{_PLANNED}\b{_CLAUSE}$",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:originally|initially)\b,? (?:on |for |in )?$", re.IGNORECASE),
    re.compile(
        r"\b(?:instead of|rather than) (?:being |opening |starting )?(?:on |in |at |from )?(?:the )?$", re.IGNORECASE
    ),
    re.compile(rf"\boriginal (?:date|day|deadline|time|plan|opening|launch)\b{_CLAUSE}$", re.IGNORECASE),
)
_WAS_PLANNED = re.compile(rf"\b(?:had been|was|were) (?:first |originally )?{_PLANNED}\b{_CLAUSE}$", re.IGNORECASE)
_NOT = re.compile(rf"(?:\bnot|n't|n’t|\bno longer)\b{_CLAUSE}$", re.IGNORECASE)
_BUT = re.compile(rf"{_STOP}{{0,40}}\bbut\b", re.IGNORECASE)
_CHANGED = re.compile(
    rf"\b(?:now|instead|until|till|later than|earlier than)\b|\b{_MOVES}\b|\bbut (?:will|is|are|was|were)\b",
    re.IGNORECASE,
)
_TO = (
    re.compile(rf"\b{_MOVES}\b{_STOP}{{0,60}}\b(?:to|until|till|for) (?:the |early |late )?$", re.IGNORECASE),
    re.compile(
        rf"\b(?:will|would|is|are) now\b{_STOP}{{0,60}}$|\bnow (?:{_PLANNED}|to)\b{_STOP}{{0,50}}$", re.IGNORECASE
    ),
    re.compile(rf"\bnew (?:date|day|deadline|time)\b{_STOP}{{0,40}}$", re.IGNORECASE),
)
_INSTEAD = re.compile(
    rf" instead\b|{_STOP}{{0,40}}\b(?:later|earlier|sooner|rather) than (?:originally |first |previously )?"
    r"(?:planned|scheduled|expected|announced|intended|promised)\b|,? (?:ahead of|behind) schedule\b",
    re.IGNORECASE,
)


def moved(text: str, start: int, end: int) -> Moved:
    """Return "from" for the day that text[start:end] says was first set, "to" for the one that takes its place."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if any(pattern.search(before) for pattern in _FROM) or (_NOT.search(before) and _BUT.match(after)):
        return "from"
    if _MOVED_FROM.search(before) and _ON_TO.match(after):
        return "from"
    if _WAS_PLANNED.search(before) and _CHANGED.search(after.split(". ")[0]):
        return "from"
    return "to" if any(pattern.search(before) for pattern in _TO) or _INSTEAD.match(after) else ""
