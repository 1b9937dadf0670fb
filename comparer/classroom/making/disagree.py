"""Find what disagrees: the numbers, dates, places or people that cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from comparer.analysis.report import Difference, Excerpt, Kind, Reading, Span, Verdict
from comparer.classroom.content import Choice, Item, Line
from comparer.classroom.making.material import PLACES, RANK, Material, Told, both, explain

MOST = 8
MOST_AGREEING = 2
MOST_CHOICES = 8
LONGEST = 8
"""Words of a passage to choose."""
KINDS: frozenset[Kind] = frozenset({"number", "date", "place", "person", "polarity"})
AGREED: frozenset[Verdict] = frozenset({"compatible", "update"})
NOTHING = Choice("none", "Nothing here disagrees")

Pair = tuple[Line, Line, list[Difference]]


def make_disagree(material: Material) -> tuple[Item, ...]:
    """Return pairs of passages with the words that could disagree; some pairs do not disagree at all."""
    pairs = _pairs(material)
    clash = [one for one in pairs if _conflicts(one[2])]
    agree = [one for one in pairs if not _conflicts(one[2])][: min(MOST_AGREEING, len(clash))]
    asked = sorted([*clash[: MOST - len(agree)], *agree], key=lambda one: int(one[0].id[1:]))
    return tuple(_item(material, at, one) for at, one in enumerate(asked, start=1))


def _pairs(material: Material) -> list[Pair]:
    """Return the pairs of sentences with differences in facts, the surest first, each sentence once."""
    ranked = sorted((one for one in material.report.differences if one.kind in KINDS), key=lambda d: RANK[d.sureness])
    found: dict[tuple[str, str], Pair] = {}
    for first, second, one in material.passages(ranked):
        found.setdefault((first.id, second.id), (first, second, []))[2].append(one)
    seen: set[str] = set()
    kept: list[Pair] = []
    for pair in sorted(found.values(), key=lambda one: not _conflicts(one[2])):
        if not seen & {pair[0].id, pair[1].id}:
            seen |= {pair[0].id, pair[1].id}
            kept.append(pair)
    return kept


def _conflicts(differences: Iterable[Difference]) -> list[Difference]:
    return [one for one in differences if one.kind in KINDS and one.verdict == "conflict"]


def _item(material: Material, number: int, pair: Pair) -> Item:
    first, second, differences = pair
    choices: list[Choice] = []
    spans: list[tuple[str, str, Span]] = []
    for told, line, named in ((material.left, first, "left"), (material.right, second, "right")):
        excerpts = [span for one in differences for span in (one.left if named == "left" else one.right)]
        for at, span in enumerate(_candidates(told, line, excerpts)[: MOST_CHOICES // 2], start=1):
            choice = Choice(f"{line.id}-{at}", f"“{_with_noun(told.reading, span)}” in {PLACES[told.side]}")
            choices.append(choice)
            spans.append((choice.id, told.side, span))
    key = _key(_conflicts(differences), spans)
    machine = _key(_conflicts(material.before.differences), spans)
    why = explain(_conflicts(differences) or differences)
    lines = (first.id, second.id)
    return Item(f"i{number}", "many", both(first, second), (*choices, NOTHING), key, {}, machine, lines, why)


def _key(conflicts: Iterable[Difference], spans: list[tuple[str, str, Span]]) -> tuple[str, ...]:
    """Return the ids of the choices that overlap words of a conflict with words on both sides."""
    clashing = [one for one in conflicts if one.left and one.right]
    here = {
        side: {cid for cid, s, span in spans if s == side for one in clashing if _in(span, one, s)} for side in PLACES
    }
    right = here["left"] | here["right"] if here["left"] and here["right"] else set()
    return tuple(cid for cid, _, _ in spans if cid in right) or (NOTHING.id,)


def _in(span: Span, one: Difference, side: str) -> bool:
    return any(
        span.start < other.end and other.start < span.end for other in (one.left if side == "left" else one.right)
    )


def _candidates(told: Told, line: Line, excerpts: Iterable[Excerpt]) -> list[Span]:
    """Return what could disagree in the line, in order: words of the differences, then other facts, none twice."""
    whole = told.reading.sentences[int(line.id[1:]) - 1]
    kept: list[Span] = []
    for span in chain(excerpts, _facts(told.reading)):
        inside = whole.start <= span.start and span.end <= whole.end
        short = len(_words(told.reading, span).split()) <= LONGEST
        if inside and short and not any(span.start < one.end and one.start < span.end for one in kept):
            kept.append(Span(span.start, span.end))
    firsts = {(one.start, one.end) for one in excerpts}
    kept.sort(key=lambda one: (one.start, one.end) not in firsts)
    return sorted(kept[: MOST_CHOICES // 2], key=lambda one: one.start)


def _facts(reading: Reading) -> Iterator[Span]:
    yield from reading.quantities
    yield from reading.times
    # "The valley" could be any; a name could not.
    yield from (one for one in reading.places if not one.metonym and reading.text[one.start].isupper())


def _with_noun(reading: Reading, span: Span) -> str:
    """Return the words of the span; a bare number with what it counts: "64 names"."""
    following = re.match(r"\s+([\w’-]+)", reading.text[span.end :])
    inside = [one for one in reading.quantities if one.head and span.start <= one.start and one.end <= span.end]
    if following and any(following[1].casefold().startswith(one.head[:3].casefold()) for one in inside):
        return _words(reading, Span(span.start, span.end + following.end()))
    return _words(reading, span)


def _words(reading: Reading, span: Span) -> str:
    return " ".join(reading.text[span.start : span.end].split()).strip(" ,;:")
