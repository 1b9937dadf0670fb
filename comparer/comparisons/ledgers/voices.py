"""The ledger of voices: who speaks on each side and how much, and what one side states flatly that the other attributes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from comparer.analysis.report import Attribution, Claim, Range, Reading, Span, Voice
from comparer.comparisons.ledgers.lookup import LONGEST_PASSAGE, Lookup
from comparer.comparisons.ledgers.outcome import Outcome, outcome_of
from comparer.comparisons.presenting.glossary import VOICES
from comparer.comparisons.presenting.shown import Item
from comparer.comparisons.presenting.sides import SIDES, Side, shorten

NOBODY = "somebody the text does not name there"
ARTICLES = ("the ", "a ", "an ", "its ", "their ", "his ", "her ")


@dataclass(frozen=True, slots=True)
class Share:
    """How much of one side is in somebody's mouth, in words; `quoted` of them directly."""

    words: int
    quoted: int
    percent: int
    href: str
    """Where they first speak; "" for the outlet itself."""


@dataclass(frozen=True, slots=True)
class VoiceRow:
    speaker: str
    voice: Voice
    manner: str
    """What kind of source it is, in words."""
    left: Share | None
    right: Share | None

    @property
    def words(self) -> int:
        return sum(share.words for share in (self.left, self.right) if share)


@dataclass(frozen=True, slots=True)
class FlatRow:
    """What one side states flatly and the other attributes."""

    flat: Side
    says: str
    """Who says it on the other side."""
    left: str
    right: str
    outcome: Outcome


@dataclass(slots=True)
class Said:
    """All that one speaker says on one side."""

    name: str
    voice: Voice
    words: int
    quoted: int
    first: int


def make_voices(lookup: Lookup) -> tuple[VoiceRow, ...]:
    """Return the speakers of both sides, the outlets themselves first, then who has most words."""
    sides = {side: _speakers(lookup.page(side).reading) for side in SIDES}
    totals = {side: len(lookup.page(side).reading.text.split()) for side in SIDES}
    keys = dict.fromkeys((*sides["left"], *sides["right"]))
    rows = [_row(lookup, key, sides, totals) for key in keys]
    return (_outlets(lookup, totals), *sorted(rows, key=lambda row: -row.words))


def _speakers(reading: Reading) -> dict[str, Said]:
    found: dict[str, Said] = {}
    taken: set[Range] = set()
    for one in reading.attributions:
        if one.kind != "statement" or one.voice == "own":
            continue
        contents = [content for content in one.content if content not in taken]
        words = sum(len(reading.text[slice(*content)].split()) for content in contents)
        taken.update(contents)
        if words:
            _add(found, _name(reading, one), one, words, first=contents[0][0])
    return found


def _add(found: dict[str, Said], name: str, one: Attribution, words: int, *, first: int) -> None:
    said = found.setdefault(_key(name), Said(name, one.voice, 0, 0, first))
    said.words += words
    said.quoted += words if one.quoted else 0
    if one.voice == "named":
        said.voice = "named"


def _name(reading: Reading, one: Attribution) -> str:
    known = one.speaker or (reading.text[slice(*one.source)] if one.source else "")
    return shorten(known, LONGEST_PASSAGE // 2) or NOBODY


def _key(name: str) -> str:
    key = name.lower()
    return next((key.removeprefix(article) for article in ARTICLES if key.startswith(article)), key)


def _row(lookup: Lookup, key: str, sides: dict[Side, dict[str, Said]], totals: dict[Side, int]) -> VoiceRow:
    left, right = (sides[side].get(key) for side in SIDES)
    known = left or right
    if known is None:
        raise KeyError(key)
    shares = (_share(lookup, side, said, totals[side]) for side, said in zip(SIDES, (left, right), strict=True))
    named = Counter(said.voice for said in (left, right) if said)
    voice: Voice = "named" if named["named"] else known.voice
    return VoiceRow(known.name, voice, VOICES[voice], *shares)


def _share(lookup: Lookup, side: Side, said: Said | None, total: int) -> Share | None:
    if said is None:
        return None
    href = lookup.page(side).href(Span(said.first, said.first + 1))
    return Share(said.words, said.quoted, _percent(said.words, total), href)


def _outlets(lookup: Lookup, totals: dict[Side, int]) -> VoiceRow:
    """What is left when all that others say is taken away; sayings within sayings are counted once at least."""
    shares = []
    for side in SIDES:
        own = max(totals[side] - _covered(lookup.page(side).reading), 0)
        shares.append(Share(own, 0, _percent(own, totals[side]), ""))
    return VoiceRow("The piece itself", "own", VOICES["own"], *shares)


def _covered(reading: Reading) -> int:
    """Count the words that stand in somebody's statement, each once."""
    contents = sorted(
        content
        for one in reading.attributions
        if one.kind == "statement" and one.voice != "own"
        for content in one.content
    )
    words, reached = 0, 0
    for start, end in contents:
        if end > reached:
            words += len(reading.text[max(start, reached) : end].split())
            reached = end
    return words


def _percent(words: int, total: int) -> int:
    return round(100 * words / total) if total else 0


def make_flat(lookup: Lookup) -> tuple[FlatRow, ...]:
    """Return what one side states flatly, in its own voice, and the other gives to a source."""
    return tuple(_flat(lookup, item) for item in lookup.of_kind("voice"))


def _flat(lookup: Lookup, item: Item) -> FlatRow:
    flat = _flat_side(lookup, item)
    passages = {side: _passage(lookup, item, side) for side in SIDES}
    other: Side = "right" if flat == "left" else "left"
    spans = item.spans(other) or _claims(lookup, item, other)
    says = lookup.page(other).says(spans[0], lookup.said(other)) if spans else ""
    return FlatRow(flat, says, passages["left"], passages["right"], outcome_of(item, lookup))


def _flat_side(lookup: Lookup, item: Item) -> Side:
    """The side none of whose claims in the pair is in somebody's mouth; else as the explanation has it."""
    for side in SIDES:
        claims = _claims(lookup, item, side)
        if claims and all(claim.attribution is None for claim in claims):
            return side
    return "right" if item.difference and item.difference.explanation.startswith("Left") else "left"


def _claims(lookup: Lookup, item: Item, side: Side) -> tuple[Claim, ...]:
    if item.pair is None:
        return ()
    return tuple(
        lookup.page(side).reading.claim(one) for one in (item.pair.left if side == "left" else item.pair.right)
    )


def _passage(lookup: Lookup, item: Item, side: Side) -> str:
    spans = _claims(lookup, item, side) or item.spans(side)
    passages = dict.fromkeys(lookup.page(side).passage(span) for span in spans)
    return shorten(" … ".join(passages), 2 * LONGEST_PASSAGE)
