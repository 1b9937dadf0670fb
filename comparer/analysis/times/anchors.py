"""Times that count from other times of the text: "that day", "two days later", "one day after announcing ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from comparer.analysis.attachment import Attachment, attachment_of
from comparer.analysis.report import Bound
from comparer.analysis.times.phrases import Phrase
from comparer.analysis.times.resolve import Resolved, resolve

_SENTENCES_BACK = 6
_TIMES_BACK = 8
_TOKENS_ON = 6


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A phrase in its sentence, what it came to and what it belongs to."""

    phrase: Phrase
    span: Span
    sentence: int
    resolved: Resolved
    attached: Attachment
    bound: Bound = "at"


def anchor_in(found: Sequence[FoundTime], sentence: int) -> Resolved | None:
    """Return the time that "that day" means: the last one in this sentence, else the last of an event a few sentences back."""
    near = [other for other in found[-_TIMES_BACK:] if sentence - other.sentence <= _SENTENCES_BACK]
    here = [other for other in near if other.sentence == sentence]
    events = [other for other in near if not other.attached.of_saying]
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
    main = _main_time(found, position)
    if event is None:
        return one
    if main is None:
        return replace(one, resolved=replace(one.resolved, relative=_distance(one.phrase, event)))
    return replace(one, resolved=_counted(_turned(one.phrase), main.resolved), attached=attachment_of(event))


def _counted(phrase: Phrase, anchor: Resolved) -> Resolved:
    return resolve(replace(phrase, anchor="text"), base=None, anchor=anchor, tense=None)


def _turned(phrase: Phrase) -> Phrase:
    low, high = phrase.shift or (0, 0)
    return replace(phrase, shift=(-high, -low))


def _main_time(found: Sequence[FoundTime], position: int) -> FoundTime | None:
    here = found[position].sentence
    before = [other for other in found[max(0, position - _TIMES_BACK) : position] if other.sentence == here]
    after = [other for other in found[position + 1 : position + _TIMES_BACK] if other.sentence == here]
    usable = [other for other in (*reversed(before), *after) if other.phrase.anchor != "event"]
    return usable[0] if usable else None


def _event(span: Span) -> Token | None:
    """The word that "after" in "one day after" leads to: "announcing", "the vote"."""
    opening = span[-1]
    if opening.dep_ == "mark":
        return opening.head
    return next((child for child in opening.children if child.dep_ in {"pobj", "pcomp"}), None)


def _distance(phrase: Phrase, event: Token) -> str:
    low, high = phrase.shift or (0, 0)
    return f"{(low + high) / 2:+g} {phrase.unit} after {event.lemma_.lower()}"
