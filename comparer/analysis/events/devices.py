"""An alarm that woke the guests here and failed to go off there: whether a device did its work."""

from __future__ import annotations

from collections.abc import Iterator

from comparer.analysis.differences.finding import Finding
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Event, Slot

_DEVICES = frozenset({
    "alarm", "siren", "sensor", "detector", "camera", "sprinkler", "alert", "warning", "system", "brake", "pump", "generator",
    "radar", "beacon", "transponder", "gauge", "monitor", "radio", "signal", "barrier", "airbag", "parachute", "engine", "lock",
})  # fmt: skip
_WORKS = frozenset({
    "sound", "go off", "ring", "wake", "alert", "warn", "blare", "wail", "work", "function", "operate", "activate", "detect",
    "record", "film", "capture", "kick in", "come on", "deploy", "respond", "be on", "be working", "be operational", "run",
})  # fmt: skip
_FAILS = frozenset({
    "fail", "malfunction", "break down", "be silent", "stay silent", "remain silent", "be broken", "be off", "be out",
    "be faulty", "be defective", "be dead", "be disabled", "disable", "switch off", "turn off", "disconnect", "be inoperative",
})  # fmt: skip


def compare_devices(left: Passage, right: Passage) -> Finding | None:
    """Return the contradiction over whether a device that both name did its work; None where there is none."""
    for one, word, works in _told(left):
        for other, same, worked in _told(right):
            if word == same and works != worked:
                return _finding(left, right, one, other, works=works)
    return None


def _told(passage: Passage) -> Iterator[tuple[Event, str, bool]]:
    """Each event of a device with its noun, and whether it worked."""
    for event in passage.events:
        span = event.agent or event.patient
        device = event.agent_head if event.agent else event.patient_head
        if span is None or device not in _DEVICES or event.denied or event.modality != "asserted":
            continue
        if not passage.reading.text[slice(*span)].lower().startswith("the "):
            continue
        if event.predicate in _WORKS:
            yield event, device, not event.negated
        elif event.predicate in _FAILS and not event.negated:
            yield event, device, False


def _finding(left: Passage, right: Passage, one: Event, other: Event, *, works: bool) -> Finding:
    marks = excerpt(left.reading, one), excerpt(right.reading, other)
    first, second = ("Left", "right") if works else ("Right", "left")
    working, failing = marks if works else marks[::-1]
    words = f"{first} says that it worked (“{working.text}”); {second} says that it did not (“{failing.text}”)."
    slot = Slot("whether it is so", marks[0].text, marks[1].text, "conflict")
    return Finding("polarity", "conflict", marks[:1], marks[1:], words, slot=slot, confirmed=True)
