"""Times that count from other times of the text: "that day", "two days later", "one day after announcing ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Span, Token

from comparer.analysis.attachment import Attachment, attachment_of
from comparer.analysis.report import Bound
from comparer.analysis.times.days import Unit
from comparer.analysis.times.distance import HEDGES
from comparer.analysis.times.moves import Moved
from comparer.analysis.times.phrases import Phrase
from comparer.analysis.times.resolve import Resolved, resolve
from comparer.analysis.times.tense import Tense

_SENTENCES_BACK = 6
_TIMES_BACK = 8
_TOKENS_ON = 6
_LONGEST_ANCHOR: dict[Unit, int] = {"hour": 1, "day": 1, "week": 14, "weekend": 14, "month": 62}
"""Days that a time may last and still have a day, week or month counted from it."""


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A phrase in its sentence, what it came to and what it belongs to."""

    phrase: Phrase
    span: Span
    sentence: int
    resolved: Resolved
    attached: Attachment
    bound: Bound = "at"
    tense: Tense | Literal[""] = ""
    moved: Moved = ""
    as_of: bool = False


def anchor_in(found: Sequence[FoundTime], sentence: int, unit: Unit | None = "day") -> Resolved | None:
    """Return the time that "that day" means: the last one in this sentence, else the last of an event a few sentences back.

    Only times about as exact as `unit` serve: no day is the day after a year.
    """
    recent = [other for other in found[-_TIMES_BACK:] if sentence - other.sentence <= _SENTENCES_BACK]
    near = [other for other in recent if other.phrase.anchor != "event" and _exact_enough(other.resolved, unit)]
    here = [other for other in near if other.sentence == sentence]
    events = [other for other in near if _tells(other)]
    chosen = here or events or near
    return chosen[-1].resolved if chosen else None


def count_from_event(one: FoundTime, found: Sequence[FoundTime], position: int) -> FoundTime:
    """Settle "two days after X": from the time that X names, or else X's own time from that of the main clause.

    Other times are returned as they came.
    """
    if one.phrase.anchor != "event":
        return one
    after = found[position + 1] if position + 1 < len(found) else None
    if after is not None and after.sentence == one.sentence and after.span.start - one.span.end <= _TOKENS_ON:
        return replace(one, resolved=_counted(one.phrase, after.resolved))
    event = _event(one.span)
    main = _main_time(found, position, event)
    if event is None:
        return one
    if main is None:
        distance = None if _is_hedged(one.span) else _distance(one.phrase, event)
        return replace(one, resolved=replace(one.resolved, relative=distance))
    return replace(one, resolved=_counted(_turned(one.phrase), main.resolved), attached=attachment_of(event, one.span))


def _counted(phrase: Phrase, anchor: Resolved) -> Resolved:
    return resolve(replace(phrase, anchor="text"), base=None, anchor=anchor, tense=None)


def _turned(phrase: Phrase) -> Phrase:
    low, high = phrase.shift or (0, 0)
    return replace(phrase, shift=(-high, -low))


def _main_time(found: Sequence[FoundTime], position: int, event: Token | None) -> FoundTime | None:
    """The time of the clause around "two days after ...": before it, else after it but not inside what follows "after"."""
    here = found[position].sentence
    around = found[max(0, position - _TIMES_BACK) : position], found[position + 1 : position + _TIMES_BACK]
    before = [other for other in around[0] if other.sentence == here]
    after = [other for other in around[1] if other.sentence == here and not _within(other.span, event)]
    last = [other for other in around[0] if other.sentence == here - 1 and _tells(other)]
    unit = found[position].phrase.unit
    usable = [other for other in (*reversed(before), *after, *reversed(last)) if other.phrase.anchor != "event"]
    return next((other for other in usable if _exact_enough(other.resolved, unit)), None)


def _exact_enough(resolved: Resolved, unit: Unit | None) -> bool:
    if resolved.days is None:
        return resolved.precision == "day" or unit not in _LONGEST_ANCHOR
    length = (resolved.days.last - resolved.days.first).days
    return length <= _LONGEST_ANCHOR.get(unit or "day", length)


def _tells(time: FoundTime) -> bool:
    """The time of an event, neither of a statement nor of the article itself (a date line)."""
    return bool(time.attached.events) and not time.attached.of_saying


def _within(span: Span, event: Token | None) -> bool:
    return event is not None and event.left_edge.i <= span.start <= event.right_edge.i


def _event(span: Span) -> Token | None:
    """The word that "after" in "one day after" leads to: "announcing", "the vote"."""
    opening = span[-1]
    if opening.dep_ == "mark":
        return opening.head
    return next((child for child in opening.children if child.dep_ in {"pobj", "pcomp"}), None)


def _is_hedged(span: Span) -> bool:
    """True for "more than", "about" and "within" two weeks."""
    return span.start > span.sent.start and span.doc[span.start - 1].lower_ in HEDGES


def _distance(phrase: Phrase, event: Token) -> str:
    low, high = phrase.shift or (0, 0)
    return f"{(low + high) / 2:+g} {phrase.unit} after {event.lemma_.lower()}"
