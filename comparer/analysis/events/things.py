"""Whether two phrases can mean one and the same thing: not "a goal" and "a goal", nor "200 metres" and "400 metres"."""

from __future__ import annotations

import re

from comparer.analysis.events.participants import Participant
from comparer.analysis.kinship import shares_stem
from comparer.analysis.passages import Passage

_INDEFINITE = re.compile(r"(?:an?|some|another|several|many|few|any|no|two|three|four|five|other|\d+)\b", re.IGNORECASE)
_COUNTING = re.compile(
    r"\d[\d.,]*|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|opening|closing|last|next|final"
    r"|men|women|boys|girls|junior|senior|actor|actress|male|female|doubles|singles)\b",
    re.IGNORECASE,
)
_RANKED = re.compile(r"\b(?:second|third|fourth|fifth|next|another|last|other)\b", re.IGNORECASE)
_REACH = 60
"""Characters behind a phrase in which a number still belongs to it: "gold in the 200 metres"."""


def same_thing(one: Participant | None, other: Participant | None, left: Passage, right: Passage) -> bool:
    """Return whether both phrases mean one definite thing, as far as their words, numbers and ranks tell."""
    if one is None or other is None or not one.head or not other.head:
        return False
    texts = left.reading.text, right.reading.text
    if all(_INDEFINITE.match(text[slice(*side.range)]) for text, side in zip(texts, (one, other), strict=True)):
        return False
    ours, theirs = _counted(left, one), _counted(right, other)
    return not (ours and theirs and not ours & theirs) and _same_words(one, other)


def another(one: Participant | None, other: Participant | None, left: Passage, right: Passage) -> bool:
    """Tell "a penalty" beside "the second penalty": there were more than one."""
    if one is None or other is None:
        return False
    phrases = [side.reading.text[slice(*held.range)] for side, held in ((left, one), (right, other))]
    ranked = [bool(_RANKED.search(phrase)) for phrase in phrases]
    return ranked[0] != ranked[1] and any(_INDEFINITE.match(phrase) for phrase in phrases)


def _same_words(one: Participant, other: Participant) -> bool:
    """The same head, and what narrows it down is not another thing on each side."""
    if one.head.lower() != other.head.lower() and not shares_stem(one.head, other.head):
        return one.head in other.words or other.head in one.words
    ours, theirs = set(one.words) - {one.head, other.head}, set(other.words) - {one.head, other.head}
    return not ours or not theirs or bool(ours & theirs)


def _counted(passage: Passage, thing: Participant) -> set[str]:
    start, end = thing.range
    around = passage.reading.text[start : min(end + _REACH, max(passage.end, end))]
    return {found.lower().rstrip(".,") for found in _COUNTING.findall(re.split(r"[.;!?\n]\s", around)[0])}
