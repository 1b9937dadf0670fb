"""Who says it on each side: speakers, report verbs by stance, and the outlet's own voice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from comparer.analysis.differences.finding import Finding
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Attribution, ClaimPair, Excerpt, Range, Slot, Stance

# Who says it is only worth telling if it surely is the same that they say.
_TOLD_ALIKE = 0.58

SameSpeaker = Callable[[str, str], bool]

_STANCE_IN_WORDS: dict[Stance, str] = {
    "neutral": "a plain word",
    "doubt": "a word that leaves open whether it is so",
    "assert": "a word that takes it to be so",
    "deny": "a denial",
    "demand": "a demand",
}
_SILENCE = ("not ", "n’t ", "n't ", "declined", "refused", "never ")
"""In the cue of somebody who says nothing: that is no way of calling a statement."""


@dataclass(frozen=True)
class Told:
    """The two closest claims of a matched pair, and who says each; None is the outlet's own voice."""

    pair: ClaimPair
    left: Passage
    right: Passage

    @property
    def ours(self) -> Attribution | None:
        return _statement(self.left)

    @property
    def theirs(self) -> Attribution | None:
        return _statement(self.right)


def compare_voices(told: Sequence[Told], *, same_speaker: SameSpeaker) -> Iterator[tuple[str, Finding]]:
    """Yield (pair id, finding) for what differs in who says it and how the saying is called.

    Attribution: another speaker, or a report verb of another stance. Voice:
    one side attributes what the other nowhere attributes. A claim that is told
    several times is judged by all its tellings and marked at the closest.
    """
    by_score = sorted(told, key=lambda one: -one.pair.score)
    tellings = _Tellings(told)
    seen: set[tuple[str, ...]] = set()
    for one in by_score:
        for finding in _compare(one, tellings.of(one), same_speaker):
            marks = tuple(mark.text for mark in finding.left[:1] + finding.right[:1])
            # The same two speakers set against each other once are set against each other, named or as "he".
            speakers = (finding.slot.left or "", finding.slot.right or "") if finding.slot else ()
            if (finding.kind, *marks) not in seen and (finding.kind, *speakers) not in seen:
                seen |= {(finding.kind, *marks), (finding.kind, *speakers)}
                yield one.pair.id, finding


class _Tellings:
    """All pairs in which either claim of a pair takes part."""

    def __init__(self, told: Sequence[Told]) -> None:
        self._left: dict[tuple[str, ...], list[Told]] = {}
        self._right: dict[tuple[str, ...], list[Told]] = {}
        for one in told:
            self._left.setdefault(one.left.ids, []).append(one)
            self._right.setdefault(one.right.ids, []).append(one)

    def of(self, one: Told) -> list[Told]:
        return [*self._left[one.left.ids], *self._right[one.right.ids]]


def _compare(one: Told, tellings: Sequence[Told], same_speaker: SameSpeaker) -> Iterator[Finding]:
    ours, theirs = one.ours, one.theirs
    alike = one.pair.score >= _TOLD_ALIKE
    if ours and theirs:
        if alike and not any(_same(telling, same_speaker) for telling in tellings):
            yield from _speakers(one, ours, theirs)
        if _stances_compare(one, ours, theirs, same_speaker):
            yield _stances(one, ours, theirs)
    elif (ours or theirs) and alike and not any(telling.ours and telling.theirs for telling in tellings):
        yield from _voice(one, ours, theirs)


def _statement(passage: Passage) -> Attribution | None:
    # Who orders or demands something does not tell it.
    return next((said for said in passage.attributions if said.kind == "statement" and said.stance != "demand"), None)


def _stances_compare(one: Told, ours: Attribution, theirs: Attribution, same_speaker: SameSpeaker) -> bool:
    """A denial beside another person's claim is an answer to it, not another word for it."""
    if ours.stance == theirs.stance or not (_names_a_verb(one.left, ours) and _names_a_verb(one.right, theirs)):
        return False
    return "deny" not in (ours.stance, theirs.stance) or same_speaker(_who(one.left, ours), _who(one.right, theirs))


def _is_headline(passage: Passage) -> bool:
    """Headlines leave out who says it as a matter of style."""
    return passage.reading.paragraphs[passage.claims[0].paragraph].role == "title"


def _names_a_verb(passage: Passage, said: Attribution) -> bool:
    """False for a dash before the name under a post, a quotation that merely goes on, and "did not comment"."""
    cue = passage.reading.text[slice(*said.cue)].lower() if said.cue else ""
    return any(letter.isalpha() for letter in cue) and not any(word in cue for word in _SILENCE)


def _same(telling: Told, same_speaker: SameSpeaker) -> bool:
    ours, theirs = telling.ours, telling.theirs
    return bool(ours and theirs) and same_speaker(_who(telling.left, ours), _who(telling.right, theirs))


def _who(passage: Passage, said: Attribution | None) -> str:
    return speaker_in_words(passage, said) if said else "the outlet itself"


def speaker_in_words(passage: Passage, attribution: Attribution) -> str:
    """Return the speaker's name or phrase as a reader would put it."""
    if attribution.speaker:
        return attribution.speaker
    if attribution.source:
        return passage.reading.text[slice(*attribution.source)]
    return "an unnamed source"


def _speakers(one: Told, ours: Attribution, theirs: Attribution) -> Iterator[Finding]:
    who_left, who_right = _who(one.left, ours), _who(one.right, theirs)
    if ours.speaker and theirs.speaker:
        yield Finding(
            "attribution",
            "differs",
            _marks(one.left, ours.source or ours.cue),
            _marks(one.right, theirs.source or theirs.cue),
            f"Left names {who_left} as the source; right names {who_right}.",
            slot=Slot("who says it", who_left, who_right, "differs"),
        )


def _stances(one: Told, ours: Attribution, theirs: Attribution) -> Finding:
    here, there = _marks(one.left, ours.cue), _marks(one.right, theirs.cue)
    return Finding(
        "attribution",
        "differs",
        here,
        there,
        f"Left writes “{here[0].text}”, {_STANCE_IN_WORDS[ours.stance]}; "
        f"right writes “{there[0].text}”, {_STANCE_IN_WORDS[theirs.stance]}.",
        sureness="sure",
        slot=Slot("how the saying is called", here[0].text, there[0].text, "differs"),
    )


def _voice(one: Told, ours: Attribution | None, theirs: Attribution | None) -> Iterator[Finding]:
    who_left, who_right = _who(one.left, ours), _who(one.right, theirs)
    attributed, speaker, flat = ("Left", who_left, "right") if ours else ("Right", who_right, "left")
    if not _is_headline(one.right if ours else one.left):
        yield Finding(
            "voice",
            "differs",
            tuple(excerpt(one.left.reading, claim) for claim in one.left.claims),
            tuple(excerpt(one.right.reading, claim) for claim in one.right.claims),
            f"{attributed} puts this in the mouth of {speaker}; {flat} states it in the outlet’s own voice.",
            slot=Slot("who says it", who_left, who_right, "differs"),
        )


def _marks(passage: Passage, span: Range | None) -> tuple[Excerpt, ...]:
    return (excerpt(passage.reading, span),) if span else ()
