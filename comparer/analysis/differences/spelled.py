"""One name that the two articles write in two ways: "Tilda Groff" and "Tilda Groffe", "Karin Brim" and "Katrin Brim"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from rapidfuzz.distance import OSA

from comparer.analysis.differences.finding import Finding
from comparer.analysis.passages import excerpt
from comparer.analysis.people import name_words
from comparer.analysis.proper_names import letters_of, names_in
from comparer.analysis.report import Reading, Slot, Span
from comparer.analysis.spellings import plain, same_spelling

_WORDS, _FEWEST_LETTERS = 2, 4
# A text with more names is a list.
_MOST = 400
# One slip of the pen, two in a long word.
_SLIPS, _LONG, _SLIPS_OF_LONG = 1, 7, 2
# "Hurricanes", "New Zealander": another form of the word is no other spelling of it.
_ENDINGS = ("s", "er", "an", "ian", "ese")

Name = tuple[str, str]
"""The last two words of a name, in plain letters."""


def compare_spelled_names(left: Reading, right: Reading) -> Iterator[Finding]:
    """Yield a finding for each name whose words are the same on both sides but for one that is written otherwise.

    A conflict where nobody would hear the two as one; where both may be ways of writing one sound, as from another
    script, both can stand. Neither side may know the spelling of the other: then they are two names.
    """
    ours, theirs = _names(left), _names(right)
    here, there = ({word for name in names for word in name} for names in (ours, theirs))
    for name, other in _alike_but_for_a_word(ours, theirs):
        one, written = next(words for words in zip(name, other, strict=True) if words[0] != words[1])
        if one not in there and written not in here and _is_slip(one, written):
            yield _finding(left, ours[name], right, theirs[other], _verdict(one, written))


def _names(reading: Reading) -> dict[Name, Span]:
    """The first place of each name of two words or more, of 400 at most; places have spellings of their own."""
    found: dict[Name, Span] = {}
    placed = letters_of(reading.places)
    for span in names_in(reading):
        words = name_words(reading.text[span.start : span.end])[-_WORDS:]
        if len(words) == _WORDS and placed.isdisjoint(range(span.start, span.end)):
            found.setdefault((plain(words[0]), plain(words[1])), _without_title(reading.text, span, words))
        if len(found) == _MOST:
            break
    return found


def _without_title(text: str, span: Span, words: Sequence[str]) -> Span:
    last = text.rindex(words[-1], span.start, span.end)
    return Span(text.rindex(words[0], span.start, last), span.end)


def _alike_but_for_a_word(ours: Iterable[Name], theirs: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    by_word: dict[tuple[int, str], list[Name]] = {}
    for other in theirs:
        for place, word in enumerate(other):
            by_word.setdefault((place, word), []).append(other)
    for name in ours:
        for place, word in enumerate(name):
            yield from ((name, other) for other in by_word.get((place, word), ()) if other != name)


def _is_slip(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST_LETTERS or any(longer == shorter + ending for ending in _ENDINGS):
        return False
    most = _SLIPS_OF_LONG if len(shorter) >= _LONG else _SLIPS
    return OSA.distance(one, other, score_cutoff=most) <= most


def _verdict(one: str, other: str) -> Literal["conflict", "compatible"]:
    """Names from another script are written in many ways, at their beginning, too: "Elias" and "Ilias"."""
    return "compatible" if same_spelling(one, other) or one[0] != other[0] else "conflict"


def _finding(
    left: Reading, at: Span, right: Reading, beside: Span, verdict: Literal["conflict", "compatible"]
) -> Finding:
    first, second = excerpt(left, at), excerpt(right, beside)
    words = f"Left writes the name “{first.text}”; right writes “{second.text}”: " + (
        "one of the two is misspelt, or they are two names."
        if verdict == "conflict"
        else "they may be two ways of writing one name."
    )
    return Finding(
        "person", verdict, (first,), (second,), words, "likely", Slot("name", first.text, second.text, verdict)
    )
