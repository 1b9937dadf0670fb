"""Which lists hold a word now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comparer.analysis.lexicons import Lexicons
from comparer.analysis.places.gazetteer import fold
from comparer.library.lexicons.models import Part

SORTS = {"ADJ": "adjective", "ADV": "adverb", "NOUN": "noun", "VERB": "verb", "AUX": "modal verb", "": "phrase"}
FOLLOWED = {
    "clause": "that it is so (“says that …”)",
    "infinitive": "to do it (“promises to …”)",
    "object": "a thing (“criticises the plan”)",
    "quote": "a quotation (“…”, she sighed)",
    "passive": "in the passive (“is expected to”)",
}


@dataclass(frozen=True, slots=True)
class Listed:
    part: Part
    sort: str
    said: str


def find_word(lexicons: Lexicons, word: str) -> list[Listed]:
    """Return each list in which the word stands, with what it says there; none for no word."""
    word = " ".join(word.split())
    return list(_find(lexicons, word)) if word else []


def _find(lexicons: Lexicons, word: str) -> Iterator[Listed]:
    lower = word.lower()
    for sort, said in SORTS.items():
        if why := lexicons.loaded.why.get((sort, lower)):
            yield Listed(Part.LOADED, sort, f"{said}: {why}")
        if direction := lexicons.hedges.direction.get((sort, lower)):
            yield Listed(Part.HEDGE, sort, f"{said}: {direction}")
    if direction := lexicons.hedges.phrases.get(tuple(lower.split())):
        yield Listed(Part.HEDGE, "", f"phrase: {direction}")
    followed = [name for name in FOLLOWED if lower in getattr(lexicons.cues, name)]
    if followed:
        yield Listed(Part.CUE, "", f"followed by: {', '.join(followed)}; {lexicons.cues.stances.get(lower, 'neutral')}")
    if places := lexicons.gazetteer.names.get(fold(word)):
        yield Listed(Part.PLACE, "", "; ".join(", ".join((place.name, *place.within)) for place in places[:3]))
    alias = lower.removeprefix("the ").strip()
    if (meant := lexicons.actors.country.get(alias)) and meant != alias:
        yield Listed(Part.PERSON, "", meant)
