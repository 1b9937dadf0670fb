"""Sort the wording: find the piece that says it in these words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, takewhile, zip_longest

from comparer.analysis.report import Kind
from comparer.classroom.content import Choice, Item, Line, Side
from comparer.classroom.making.loaded import SMALL
from comparer.classroom.making.material import PLACES, RANK, Material, Told, explain, shuffle, sides_of

MOST = 8
LONGEST = 9
CHOICES = (Choice("left", "The first piece"), Choice("right", "The second piece"))
PLAIN = frozenset({"said", "says", "told", "according to"})
"""Words of saying without a colour: nobody could tell whose they are."""
KINDS: frozenset[Kind] = frozenset({"naming", "wording", "attribution", "certainty", "quote"})

Phrase = tuple[str, Line, str]
"""The words, the line they stand in, and why they were chosen."""


def make_sort(material: Material) -> tuple[Item, ...]:
    """Return phrases that stand in one of the pieces only, of each as many as the other allows."""
    found = {told.side: _phrases(material, told)[:MOST] for told in material.sides}
    fewest = min(len(one) for one in found.values())
    taken = {side: phrases[: max(fewest + 1, MOST // 2)] for side, phrases in found.items()}
    mixed = chain.from_iterable(zip_longest(*([(side, one) for one in phrases] for side, phrases in taken.items())))
    kept = [one for one in mixed if one is not None][:MOST]
    by_words = {words: (side, line, why) for side, (words, line, why) in kept}
    order = shuffle(Choice(side, words) for words, (side, _, _) in by_words.items())
    return tuple(_item(at, one.text, *by_words[one.text]) for at, one in enumerate(order, start=1))


def _item(number: int, words: str, side: Side, line: Line, why: str) -> Item:
    why = why or f"These words stand in {PLACES[side]}."
    return Item(f"i{number}", "one", f"“{words}”", CHOICES, (side,), {}, (side,), (line.id,), why)


def _phrases(material: Material, told: Told) -> list[Phrase]:
    """Return what only this piece writes, none twice, what was found as a difference first."""
    other = next(one for one in material.sides if one.side != told.side).reading
    theirs = f" {' '.join(other.text.split()).casefold()} "
    kept: dict[str, Phrase] = {}
    for words, place, why in chain(_differing(material, told), _loaded(told)):
        line, folded = told.line_at(place), words.casefold()
        if line is None or folded in theirs or any(_overlap(folded, one) for one in kept):
            continue
        kept[folded] = (words, line, why)
    return list(kept.values())


def _overlap(one: str, other: str) -> bool:
    """Whether two phrases are the same in the main."""
    shared = set(one.split()) & set(other.split())
    return one in other or other in one or 2 * len(shared) >= min(len(one.split()), len(other.split()))


def _differing(material: Material, told: Told) -> Iterator[tuple[str, int, str]]:
    ranked = sorted((d for d in material.report.differences if d.kind in KINDS), key=lambda one: RANK[one.sureness])
    for one in ranked:
        for side, excerpts in sides_of(one):
            if side == told.side and excerpts:
                span = excerpts[0]
                yield from _with_company(told, span.start, span.end, explain([one]))


def _loaded(told: Told) -> Iterator[tuple[str, int, str]]:
    for one in told.reading.loaded:
        yield from _with_company(told, one.start, one.end, f"“{one.term}” is {one.why}.")


def _with_company(told: Told, start: int, end: int, why: str) -> Iterator[tuple[str, int, str]]:
    """Yield the words with up to three before and after them in the sentence: single words say too little."""
    line = told.line_at(start)
    if line is None:
        return
    whole = told.reading.sentences[int(line.id[1:]) - 1]
    text, words = told.reading.text, told.reading.text[start:end].split()
    if end > whole.end or len(words) > LONGEST or " ".join(words).casefold() in PLAIN:
        return
    around = max(0, (6 - len(words)) // 2)
    before = _until_quote(reversed(text[whole.start : start].split()[-around:] if around else []))[::-1]
    after = _until_quote(text[end : whole.end].split()[:around])
    glued = text[start:end]
    joined = f"{' '.join(before)}{_gap(text, start)}{glued}{_gap(text, end, after=True)}{' '.join(after)}"
    yield _without_tail(joined.split()).strip(" ,;:.“”\"'‘’"), start, why


def _without_tail(words: list[str]) -> str:
    """Return the words without small ones at their end, which belong to what follows."""
    last = max((at for at, word in enumerate(words) if word.casefold() not in SMALL), default=len(words) - 1)
    return " ".join(words[: max(last + 1, 2)])


def _until_quote(words: Iterable[str]) -> list[str]:
    """Return the words up to where a quotation begins or ends: half of one is nobody's wording."""
    return list(takewhile(lambda word: not set(word) & set('“”"'), words))


def _gap(text: str, place: int, *, after: bool = False) -> str:
    """Return a blank where the text has one at the seam."""
    beside = text[place : place + 1] if after else text[place - 1 : place]
    return " " if beside.isspace() else ""
