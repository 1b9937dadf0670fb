"""Who takes which part, whatever the verb: "A beat B" and "B lost to A" are one deed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from comparer.analysis.events.participants import Participant, agent_of, beside, patient_of
from comparer.analysis.events.words import words
from comparer.analysis.report import Event

_PARTS = ("agent", "patient", "recipient")


@dataclass(frozen=True)
class Deed:
    """An event by its frame, else by its predicate, with who takes which part in it."""

    predicate: str
    agent: Participant | None
    patient: Participant | None
    recipient: Participant | None = None
    framed: bool = False
    converse: bool = False
    """All verbs of the frame say the same thing, from one end or the other."""

    @property
    def parts(self) -> tuple[Participant | None, Participant | None, Participant | None]:
        """Agent, patient and recipient."""
        return self.agent, self.patient, self.recipient


@dataclass(frozen=True)
class Pattern:
    """What the participants of some verbs are in a frame; see data/frames.toml."""

    frame: str
    parts: Mapping[str, str]
    needs: frozenset[str]
    when: Mapping[str, frozenset[str]]
    lacks: frozenset[str]
    converse: bool

    def read(self, held: Mapping[str, Participant]) -> Deed | None:
        """Return the deed of an event with the participants `held` by role; None where the pattern does not fit."""
        if (self.needs and self.needs.isdisjoint(held)) or not self.lacks.isdisjoint(held):
            return None
        if any(role not in held or _last(held[role].head) not in heads for role, heads in self.when.items()):
            return None
        found = {part: held[role] for role, part in reversed(tuple(self.parts.items())) if role in held}
        agent, patient, recipient = (found.get(part) for part in _PARTS)
        return Deed(self.frame, agent, patient, recipient, framed=True, converse=self.converse)


@dataclass(frozen=True)
class Frames:
    """Patterns by verb: data/frames.toml."""

    patterns: Mapping[str, tuple[Pattern, ...]]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Frames:
        """KeyError where the table is not made like data/frames.toml."""
        found: dict[str, list[Pattern]] = {}
        for frame, entries in table.items():
            converse = any(entry.get("converse", False) for entry in entries)
            for entry in entries:
                pattern = _pattern(frame, entry, converse=converse)
                for verb in words(entry["verbs"]):
                    found.setdefault(verb, []).append(pattern)
        return cls({verb: tuple(patterns) for verb, patterns in found.items()})

    def deed(self, event: Event) -> Deed:
        """Return who takes which part in `event`."""
        return self.framed(event) or plain(event)

    def framed(self, event: Event) -> Deed | None:
        """Return the same where the verb, as it is used there, has a frame."""
        return _framed(self, event) if event.predicate in self.patterns else None

    def __hash__(self) -> int:
        return id(self)


def _last(head: str) -> str:
    """The word that says what it is: "prize" of the "Harrow Prize"."""
    return head.lower().split()[-1] if head.strip() else ""


def _pattern(frame: str, entry: Mapping[str, Any], *, converse: bool) -> Pattern:
    parts = {role: part for role, part in entry.items() if part in _PARTS}
    when = {role: words(heads) for role, heads in entry.get("when", {}).items()}
    needs, lacks = frozenset(entry.get("needs", ())), frozenset(entry.get("lacks", ()))
    return Pattern(frame, parts, needs, when, lacks, converse)


@lru_cache(maxsize=4096)
def _framed(frames: Frames, event: Event) -> Deed | None:
    held = _participants(event)
    deeds = (pattern.read(held) for pattern in frames.patterns[event.predicate])
    return next((deed for deed in deeds if deed is not None), None)


def plain(event: Event) -> Deed:
    """Return the deed of an event whose verb has no frame, or whose frame is not asked for."""
    return Deed(event.predicate, agent_of(event), patient_of(event))


def _participants(event: Event) -> dict[str, Participant]:
    """By role; who "was awarded the medal" is the receiver, and the medal what was awarded."""
    held = {part.role: beside(part) for part in reversed(event.parts)}
    agent, patient = agent_of(event), patient_of(event)
    if "object" in held:
        patient, receiver = held.pop("object"), patient
        held.update({"dative": receiver} if receiver else {})
    held.update({"agent": agent} if agent else {})
    held.update({"patient": patient} if patient else {})
    return held
