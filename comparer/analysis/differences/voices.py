"""Who says it on each side: speakers, report verbs by stance, and the outlet's own voice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from comparer.analysis.differences.finding import Finding
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Attribution, Slot, Stance

SameSpeaker = Callable[[str, str], bool]

_STANCE_IN_WORDS: dict[Stance, str] = {
    "neutral": "reports it without comment",
    "doubt": "signals that it may not be so",
    "assert": "signals that it is so",
    "deny": "denies it",
    "demand": "asks for it",
}


def compare_voices(left: Passage, right: Passage, *, same_speaker: SameSpeaker) -> Iterator[Finding]:
    """Yield what differs in who says it and how the saying is called.

    Attribution: another speaker, or a report verb of another stance. Voice:
    one side attributes what the other says in the outlet's own voice.
    """
    ours, theirs = _leading(left), _leading(right)
    if ours and theirs:
        yield from _compare_attributions(left, right, ours, theirs, same_speaker)
    elif ours or theirs:
        yield _voice(left, right, ours, theirs)


def _leading(passage: Passage) -> Attribution | None:
    """The attribution that covers most of the passage; None where most of it is in the outlet's own voice."""
    weights: dict[int | None, int] = {}
    for claim in passage.claims:
        weights[claim.attribution] = weights.get(claim.attribution, 0) + claim.end - claim.start
    heaviest = max(weights, key=lambda position: weights[position])
    return None if heaviest is None else passage.reading.attributions[heaviest]


def speaker_in_words(passage: Passage, attribution: Attribution) -> str:
    """Return the speaker's name or phrase as a reader would put it."""
    if attribution.speaker:
        return attribution.speaker
    if attribution.source:
        return passage.reading.text[slice(*attribution.source)]
    return "an unnamed source"


def _cue_in_words(passage: Passage, attribution: Attribution) -> str:
    return passage.reading.text[slice(*attribution.cue)] if attribution.cue else ""


def _compare_attributions(
    left: Passage, right: Passage, ours: Attribution, theirs: Attribution, same_speaker: SameSpeaker
) -> Iterator[Finding]:
    who_left, who_right = speaker_in_words(left, ours), speaker_in_words(right, theirs)
    same = same_speaker(who_left, who_right)
    slot = Slot("who says it", who_left, who_right, "same" if same else "differs")
    marks = (
        tuple(excerpt(left.reading, span) for span in (ours.source or ours.cue,) if span),
        tuple(excerpt(right.reading, span) for span in (theirs.source or theirs.cue,) if span),
    )
    if not same and ours.speaker and theirs.speaker:
        yield Finding(
            "attribution", "differs", *marks, f"Left names {who_left} as the source; right names {who_right}.", slot=slot
        )
    elif ours.stance != theirs.stance and ours.cue and theirs.cue:
        yield _stance(left, right, ours, theirs, slot)


def _stance(left: Passage, right: Passage, ours: Attribution, theirs: Attribution, slot: Slot) -> Finding:
    said, claimed = _cue_in_words(left, ours), _cue_in_words(right, theirs)
    return Finding(
        "attribution",
        "differs",
        tuple(excerpt(left.reading, span) for span in (ours.cue,) if span),
        tuple(excerpt(right.reading, span) for span in (theirs.cue,) if span),
        f"Left writes “{said}”, which {_STANCE_IN_WORDS[ours.stance]}; "
        f"right writes “{claimed}”, which {_STANCE_IN_WORDS[theirs.stance]}.",
        sureness="sure",
        slot=slot,
    )


def _voice(left: Passage, right: Passage, ours: Attribution | None, theirs: Attribution | None) -> Finding:
    attributed, flat = ("Left", "right") if ours else ("Right", "left")
    passage, attribution = (left, ours) if ours else (right, theirs)
    assert attribution is not None
    speaker = speaker_in_words(passage, attribution)
    return Finding(
        "voice",
        "differs",
        tuple(excerpt(left.reading, claim) for claim in left.claims),
        tuple(excerpt(right.reading, claim) for claim in right.claims),
        f"{attributed} puts this in the mouth of {speaker}; {flat} states it in the outlet’s own voice.",
        slot=Slot(
            "who says it",
            speaker if ours else "the outlet itself",
            speaker if theirs else "the outlet itself",
            "differs",
        ),
    )
