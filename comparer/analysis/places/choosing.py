"""Which of several known places of one name a mention means: "Tbilisi, Georgia", "Paris, Texas", the text's other places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from comparer.analysis.places.containment import is_container
from comparer.analysis.places.gazetteer import Entry, Gazetteer
from comparer.analysis.places.mention import Mention
from comparer.analysis.places.parts import land_before

_MANY_TIMES = 10
_MIDDLING = 500_000
_FAMOUS = 1_000_000
Chains = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Choice:
    """`entry` is None where the gazetteer has no place of that name there; `guessed` where only size decided."""

    entry: Entry | None
    guessed: bool = False


def choose_entries(doc: Doc, mentions: Sequence[Mention], *, gazetteer: Gazetteer) -> list[Choice]:
    """Return which place each mention means; a capital is what its name means unless the text says otherwise."""
    chains = _count_chains(mention.entries[0] for mention in mentions if len(mention.entries) == 1)
    text = doc.text
    said = [
        _container(doc, text, mentions, position) or land_before(doc, mention.start, gazetteer)
        for position, mention in enumerate(mentions)
    ]
    somewhere = {mention.words: outer for mention, outer in zip(mentions, said, strict=True) if outer is not None}
    chosen: list[Choice] = []
    for position, mention in enumerate(mentions):
        last = mentions[position - 1] if position else None
        before = chosen[-1].entry if last is not None and _next_to(doc, last, mention) else None
        outer = said[position] or somewhere.get(mention.words)
        choice = _choose(mention.entries, before, outer, chains) if mention.entries else Choice(None)
        chosen.append(replace(choice, guessed=False) if _is_great_capital(choice.entry, gazetteer.capitals) else choice)

    return chosen


def _is_great_capital(entry: Entry | None, capitals: Container[str]) -> bool:
    return entry is not None and entry.name in capitals and entry.people > _MIDDLING


def _count_chains(entries: Iterable[Entry]) -> Chains:
    """Count how many of the places are, or lie in, each chain of containers."""
    chains = ((entry.name, *entry.within) for entry in entries)
    return Counter(chain[start:] for chain in chains for start in range(len(chain)))


def _choose(entries: Sequence[Entry], before: Entry | None, outer: str | None, chains: Chains) -> Choice:
    """`before` is the place right before ("Tbilisi, Georgia"), `outer` what the text says contains it."""
    if outer is not None:
        return Choice(next((entry for entry in entries if outer in entry.within), None))
    around = [entry for entry in entries if before is not None and (entry.name, *entry.within) in _tails(before)]
    if around:
        return Choice(around[0])
    best = max(entries, key=lambda entry: (_company(entry, chains), chains[entry.within[-1:]] if entry.within else 0))
    return Choice(
        best, guessed=not _company(best, chains) and (_has_rival(best, entries) or _is_stranger(best, chains))
    )


def _has_rival(best: Entry, entries: Sequence[Entry]) -> bool:
    """Another place of the name elsewhere that is not many times smaller."""
    rivals = (entry for entry in entries if entry.within != best.within and best.name not in entry.within)
    return (
        best.kind == "city"
        and best.people < _FAMOUS
        and any(entry.people * _MANY_TIMES > best.people for entry in rivals)
    )


def _is_stranger(best: Entry, chains: Chains) -> bool:
    """A middling town of a region that the text does not name, in a country of which it names other regions."""
    if best.kind != "city" or best.people > _MIDDLING or len(best.within) < 2:
        return False
    return any(len(chain) == 2 and chain[-1:] == best.within[-1:] and chain != best.within[-2:] for chain in chains)


def _tails(entry: Entry) -> list[tuple[str, ...]]:
    return [entry.within[start:] for start in range(len(entry.within))]


def _company(entry: Entry, chains: Chains) -> int:
    """Places of the text in the same region as a town, or inside a country or region."""
    beside = chains[entry.within] if len(entry.within) > 1 else 0
    return max(beside, chains[entry.name, *entry.within])


def _next_to(doc: Doc, first: Mention, second: Mention) -> bool:
    return second.start == first.end + 1 and doc[first.end].text == ","


def _container(doc: Doc, text: str, mentions: Sequence[Mention], position: int) -> str | None:
    """The name of the region or country right after: "Texas" in "Paris, Texas,"."""
    mention = mentions[position]
    after = mentions[position + 1] if position + 1 < len(mentions) else None
    if (
        after is None
        or not mention.entries
        or mention.entries[0].kind == "country"
        or not _next_to(doc, mention, after)
    ):
        return None
    outer = next((entry.name for entry in after.entries if entry.kind in {"country", "region"}), None)
    if any(outer in entry.within for entry in mention.entries):
        return outer
    first, second = mention.span(doc), after.span(doc)
    return outer if is_container(text, first.end_char, second.start_char, second.end_char) else None
