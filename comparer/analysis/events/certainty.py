"""Done here, only planned, possible or asked for there."""

from __future__ import annotations

from comparer.analysis.differences.finding import Finding
from comparer.analysis.events.match import MatchedEvents
from comparer.analysis.events.sameness import is_committed, same_participants
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Event, Excerpt, Modality, Slot, Sureness

_IN_WORDS: dict[Modality, str] = {
    "asserted": "as a fact",
    "future": "as still to come",
    "possible": "as possible",
    "demanded": "as wanted",
    "conditional": "as depending on something",
}
_NEAR = 30
"""Characters between a hedge and the verb that it takes certainty from, at most."""
_EXPECTED = frozenset({"expected", "expects", "anticipated", "forecast", "predicted", "tipped", "likely"})
_OPEN = frozenset({"if", "unless", "whether", "?"})


def compare_certainty(pair: MatchedEvents, left: Passage, right: Passage) -> Finding | None:
    """Return how certain each side is of the same event, where that differs."""
    ours, theirs = pair.left, pair.right
    if (
        pair.relation != "same"
        or pair.loose
        or pair.swapped
        or ours.modality == theirs.modality
        or ours.denied
        or theirs.denied
    ):
        return None
    if (
        pair.circumstances == "other"
        or not same_participants(pair)
        or not is_committed(ours)
        or not is_committed(theirs)
    ):
        return None
    if _open(left, ours) or _open(right, theirs) or _alike(pair, left, right):
        return None
    leaning = "possible" in {ours.modality, theirs.modality}
    if ours.negated != theirs.negated and not leaning:
        return None
    sureness: Sureness = (
        "sure" if "same" in {pair.agents, pair.patients} and ours.predicate == theirs.predicate else "likely"
    )
    how = _how(left, ours), _how(right, theirs)
    return Finding(
        "certainty",
        "differs",
        _mark(left, ours),
        _mark(right, theirs),
        f"Left tells it {how[0]}; right tells it {how[1]}.",
        sureness=sureness,
        slot=Slot("how certain", _IN_WORDS[ours.modality], _IN_WORDS[theirs.modality], "differs"),
    )


def _alike(pair: MatchedEvents, left: Passage, right: Passage) -> bool:
    """True for "will probably sink" beside "is likely to sink", and "opens on Monday" beside "will open on Monday"."""
    ours, theirs = pair.left, pair.right
    if _leaves_open(left, ours) and _leaves_open(right, theirs):
        return True
    if _in_one_word(left, ours, right) or _in_one_word(right, theirs, left):
        return True
    told = {(ours.modality, ours.tense), (theirs.modality, theirs.tense)}
    coming = ("asserted", "present") in told and any(modality == "future" for modality, _ in told)
    return coming and pair.circumstances == "same" and ours.predicate == theirs.predicate


def _in_one_word(passage: Passage, event: Event, other: Passage) -> bool:
    """True for "prosecutors allege that" beside ", prosecutors allege": both leave it to the same word."""
    if event.modal is None:
        return False
    word = passage.reading.text[slice(*event.modal)].lower()
    return word in {other.reading.text[slice(*said.cue)].lower() for said in other.attributions if said.cue}


def _leaves_open(passage: Passage, event: Event) -> bool:
    modal = passage.reading.text[slice(*event.modal)].lower() if event.modal else ""
    if event.modality == "possible" or modal in _EXPECTED:
        return True
    hedges = (hedge for hedge in passage.hedges if hedge.direction == "hedge")
    return any(event.start - _NEAR <= hedge.start and hedge.end <= event.end + _NEAR for hedge in hedges)


def _open(passage: Passage, event: Event) -> bool:
    """True where nothing is said of whether it is so: "asked whether", "if it is", a question."""
    return event.modal is not None and passage.reading.text[slice(*event.modal)].lower() in _OPEN


def _how(passage: Passage, event: Event) -> str:
    if event.modal is None:
        start, end = event.start, event.end
    else:
        start, end = event.modal
    plain = "as not so" if event.negated and event.modality == "asserted" else _IN_WORDS[event.modality]
    return f"{plain} (“{passage.reading.text[start:end]}”)"


def _mark(passage: Passage, event: Event) -> tuple[Excerpt, ...]:
    apart = event.modal is not None and not (event.start <= event.modal[0] and event.modal[1] <= event.end)
    spans = [event.modal] if apart and event.modal is not None else []
    return tuple(excerpt(passage.reading, span) for span in (*spans, (event.start, event.end)))
