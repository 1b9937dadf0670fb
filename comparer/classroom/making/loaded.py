"""Mark the loaded words: those of the text that judge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from comparer.analysis.report import Span
from comparer.classroom.content import Choice, Item, Line
from comparer.classroom.making.material import PLACES, Material, Told, sides_of

MOST = 6
MOST_WORDS = 70
NEAR = 0.25
"""What the word right beside a loaded one earns: the finger slipped, or the phrase is meant."""
WORD = re.compile(r"\S+")
SMALL = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "it", "its", "of", "on", "or",
    "that", "the", "their", "they", "this", "to", "was", "were", "with",
})  # fmt: skip


def make_loaded(material: Material) -> tuple[Item, ...]:
    """Return passages of both pieces whose words can be marked: the ids are the line's with the word's place ("l14w3")."""
    found = [one for told in material.sides for one in _passages(told, _judging(material, told))]
    best = sorted(found, key=lambda one: -len(one[2]))[:MOST]
    best.sort(key=lambda one: (one[0].side, int(one[1][0].id[1:])))
    return tuple(_item(at, *one) for at, one in enumerate(best, start=1))


def _judging(material: Material, told: Told) -> list[tuple[Span, str]]:
    """Return the words that judge with why: those of the reading, and names and words that only this piece uses."""
    found: list[tuple[Span, str]] = [(one, one.why) for one in told.reading.loaded]
    for one in material.report.differences:
        if one.kind in ("naming", "wording") and one.verdict == f"only_{told.side}":
            for side, excerpts in sides_of(one):
                found += [(span, "a word that colours what is told") for span in excerpts if side == told.side]
    return found


def _passages(told: Told, judging: list[tuple[Span, str]]) -> Iterator[tuple[Told, list[Line], dict[str, str]]]:
    """Yield paragraphs, or single sentences of long ones, that hold loaded words."""
    paragraphs: dict[int, list[Line]] = {}
    for line in told.by_sentence.values():
        if not told.reading.paragraphs or told.reading.paragraphs[line.paragraph].role == "body":
            paragraphs.setdefault(line.paragraph, []).append(line)
    for lines in paragraphs.values():
        short = sum(len(line.text.split()) for line in lines) <= MOST_WORDS
        for some in [lines] if short else [[line] for line in lines]:
            marked: dict[str, str] = {}
            for word, why in chain.from_iterable(_marked(told, line, judging) for line in some):
                marked.setdefault(word, why)
            if marked:
                yield told, some, marked


def _marked(told: Told, line: Line, judging: list[tuple[Span, str]]) -> Iterator[tuple[str, str]]:
    """Yield the id of each loaded word of the line, with why it is."""
    whole = told.reading.sentences[int(line.id[1:]) - 1]
    for at, found in enumerate(WORD.finditer(told.reading.text, whole.start, whole.end), start=1):
        for one, why in judging:
            if found.start() < one.end and one.start < found.end() and found[0].strip(".,").casefold() not in SMALL:
                yield f"{line.id}w{at}", why


def _item(number: int, told: Told, lines: list[Line], marked: dict[str, str]) -> Item:
    choices = tuple(
        Choice(f"{line.id}w{at}", word) for line in lines for at, word in enumerate(line.text.split(), start=1)
    )
    key = tuple(one.id for one in choices if one.id in marked)
    near = near_words(choices, frozenset(key))
    why = " ".join(_explain(choices, marked))
    shown = f"From {PLACES[told.side]}"
    return Item(f"i{number}", "many", shown, choices, key, near, key, tuple(one.id for one in lines), why)


def _explain(choices: Iterable[Choice], marked: Mapping[str, str]) -> Iterator[str]:
    """Yield one sentence for each reason, with all the words that it holds for."""
    by_reason: dict[str, list[str]] = {}
    for one in choices:
        if one.id in marked:
            by_reason.setdefault(marked[one.id], []).append(f"“{one.text.strip('.,;:“”')}”")
    for reason, words in by_reason.items():
        yield f"{', '.join(words)}: {reason}."


def near_words(choices: Sequence[Choice], key: AbstractSet[str]) -> dict[str, float]:
    """Return the worth of the words right beside those of the key; small words such as "the" are worth nothing."""
    beside = {
        choices[at + step].id
        for at, one in enumerate(choices)
        if one.id in key
        for step in (-1, 1)
        if 0 <= at + step < len(choices)
    }
    return {
        one.id: NEAR for one in choices if one.id in beside - key and one.text.strip(".,;:“”").casefold() not in SMALL
    }
