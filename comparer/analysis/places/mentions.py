"""Where a text may name places: known names first, then what looks like one."""

from __future__ import annotations

from spacy.tokens import Doc

from comparer.analysis.places.gazetteer import Gazetteer
from comparer.analysis.places.known import known_mentions
from comparer.analysis.places.mention import Mention
from comparer.analysis.places.unknown import named_again, unknown_mentions, waters


def find_mentions(doc: Doc, gazetteer: Gazetteer) -> list[Mention]:
    """Return the candidates in order, none overlapping; the order of finding decides who gets contested words."""
    tokens = tuple(doc)
    found = list(waters(doc, tokens, gazetteer))
    held = {position for mention in found for position in range(mention.start, mention.end)}
    known = known_mentions(doc, tokens, gazetteer)
    found.extend(mention for mention in known if held.isdisjoint(range(mention.start, mention.end)))
    taken = {position for mention in found for position in range(mention.start, mention.end)}
    names: set[str] = set()
    for mention in unknown_mentions(doc, tokens, gazetteer):
        positions = range(mention.start, mention.end)
        if taken.isdisjoint(positions):
            taken.update(positions)
            found.append(mention)
            names.add(mention.words)
    found.extend(named_again(doc, tokens, names, taken))
    return sorted(found, key=lambda mention: mention.start)
