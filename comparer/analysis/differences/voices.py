"""Who says it on each side: speakers, verbs of saying by what they add, and the outlet's own voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comparer.analysis.differences.finding import Finding
from comparer.analysis.differences.shades import IN_WORDS, shade_of
from comparer.analysis.differences.sources import SameSpeaker, same_source, source_of
from comparer.analysis.differences.statements import names_a_verb, speaks_for_itself
from comparer.analysis.differences.told import Tellings, Told
from comparer.analysis.passages import Passage, excerpt
from comparer.analysis.report import Attribution, Excerpt, Range, Slot

__all__ = ["Told", "compare_voices", "speaker_in_words"]

_FINDING_OUT = frozenset({"record", "measure", "count", "register", "log", "find", "detect", "observe", "calculate"})
_TEXTS = frozenset({
    "statement", "response", "remark", "comment", "speech", "excerpt", "answer", "reply", "interview", "quote",
    "question", "word", "letter", "email", "tweet", "post", "message", "address", "testimony", "transcript",
})  # fmt: skip
# "Expressed concern about" what the other side tells as a fact: the concern is theirs, not the fact.
_OF_FEELINGS = frozenset({"express", "voice", "welcome", "condemn", "praise", "thank", "regret", "mourn"})
_ACTS = frozenset({"feeling", "promise", "warn"})
_SHOWING = frozenset({"show", "reveal", "indicate", "suggest", "find", "confirm", "conclude", "report", "establish"})
_MARKS = frozenset('"“”«»„')
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "one", "his", "her", "we", "i", "you"})


def compare_voices(told: Sequence[Told], *, same_speaker: SameSpeaker) -> Iterator[tuple[str, Finding]]:
    """Yield (pair id, finding) for what differs in who says it and how the saying is called.

    Attribution: another speaker, or a verb of saying that adds something else.
    Voice: one side attributes what the other nowhere attributes. A claim that
    is told several times is judged by all its tellings and marked at the closest.
    """
    by_score = sorted(told, key=lambda one: -one.pair.score)
    tellings = Tellings(told)
    seen: set[tuple[str, ...]] = set()
    for one in by_score:
        for finding in _compare(one, tellings.of(one), same_speaker):
            marks = tuple(mark.text for mark in finding.left[:1] + finding.right[:1])
            # The same two speakers set against each other once are set against each other, named or as "he".
            speakers = (finding.slot.left or "", finding.slot.right or "") if finding.slot else ()
            if (finding.kind, *marks) not in seen and (finding.kind, *speakers) not in seen:
                seen |= {(finding.kind, *marks), (finding.kind, *speakers)}
                yield one.pair.id, finding


def _compare(one: Told, tellings: Sequence[Told], same_speaker: SameSpeaker) -> Iterator[Finding]:
    ours, theirs = one.ours, one.theirs
    if ours and theirs:
        if one.alike and not any(_same(telling, same_speaker) for telling in tellings):
            yield from _speakers(one, ours, theirs)
        if one.akin and _shades_compare(one, ours, theirs, same=_same(one, same_speaker)):
            yield _shades(one, ours, theirs)
    elif (ours or theirs) and one.retold and not any(telling.ours and telling.theirs for telling in tellings):
        yield from _voice(one, ours, theirs)


def _shades_compare(one: Told, ours: Attribution, theirs: Attribution, *, same: bool) -> bool:
    """A denial beside another person's claim is an answer to it, not another word for it."""
    shades = shade_of(ours), shade_of(theirs)
    if shades[0] == shades[1] or not (names_a_verb(one.left, ours) and names_a_verb(one.right, theirs)):
        return False
    if not (_beside(one.left, ours) and _beside(one.right, theirs)):
        return False
    if "deny" in shades and any(event.negated for event in (one.right if shades[0] == "deny" else one.left).events):
        return False  # "denied it" beside "said it was not so"
    # Rage, promises and warnings are acts of their own: somebody may say one thing and rage at another.
    if not one.close and _ACTS & {*shades}:
        return False
    return same or (one.alike and "deny" not in shades)


def _beside(passage: Passage, said: Attribution) -> bool:
    """True where the word for saying stands in the sentence itself, not only in one before that is carried on."""
    sentence = passage.claims[0].sentence
    claims = [claim for claim in passage.reading.claims if claim.sentence == sentence]
    return said.cue is not None and claims[0].start <= said.cue[0] < claims[-1].end


def _is_headline(passage: Passage) -> bool:
    """Headlines leave out who says it as a matter of style."""
    return passage.reading.paragraphs[passage.claims[0].paragraph].role == "title"


def _same(telling: Told, same_speaker: SameSpeaker) -> bool:
    ours, theirs = telling.ours, telling.theirs
    if ours is None or theirs is None:
        return False
    if same_speaker(_who(telling.left, ours), _who(telling.right, theirs)):
        return True
    return same_source(source_of(telling.left, ours), source_of(telling.right, theirs))


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
    # Whom "he" stands for is read too unsurely to set him against anybody.
    pronouns = any(_is_pronoun(passage, said) for passage, said in ((one.left, ours), (one.right, theirs)))
    named = ours.speaker and theirs.speaker and not pronouns
    # Headlines in capitals run names and verbs together.
    unsure = _is_headline(one.left) or _is_headline(one.right)
    for passage, said in ((one.left, ours), (one.right, theirs)):
        unsure = unsure or _is_text(passage, said) or not _beside(passage, said)
    if named and not unsure:
        yield Finding(
            "attribution",
            "differs",
            _marks(one.left, ours.source or ours.cue),
            _marks(one.right, theirs.source or theirs.cue),
            f"Left names {who_left} as the source; right names {who_right}.",
            slot=Slot("who says it", who_left, who_right, "differs"),
        )


def _is_pronoun(passage: Passage, said: Attribution) -> bool:
    return said.source is None or passage.reading.text[slice(*said.source)].lower() in _PRONOUNS


def _is_text(passage: Passage, said: Attribution) -> bool:
    """True for "the statement", "his response": whose it is, is not said here."""
    return source_of(passage, said).head in _TEXTS


def _shades(one: Told, ours: Attribution, theirs: Attribution) -> Finding:
    here, there = _marks(one.left, ours.cue), _marks(one.right, theirs.cue)
    return Finding(
        "attribution",
        "differs",
        here,
        there,
        f"Left writes “{here[0].text}”, {IN_WORDS[shade_of(ours)]}; "
        f"right writes “{there[0].text}”, {IN_WORDS[shade_of(theirs)]}.",
        sureness="sure",
        slot=Slot("how the saying is called", here[0].text, there[0].text, "differs"),
    )


def _voice(one: Told, ours: Attribution | None, theirs: Attribution | None) -> Iterator[Finding]:
    who_left, who_right = _who(one.left, ours), _who(one.right, theirs)
    attributed, speaker, flat = ("Left", who_left, "right") if ours else ("Right", who_right, "left")
    plain, teller = (one.right, one.left) if ours else (one.left, one.right)
    said = ours or theirs
    if said is None or _is_headline(plain) or not speaks_for_itself(plain, teller):
        return
    if not _states(teller, said) or _told_too(plain, teller, said):
        return
    if names_a_verb(teller, said) and not _tells_of(plain, teller, said):
        yield Finding(
            "voice",
            "differs",
            _voiced(one.left, ours),
            _voiced(one.right, theirs),
            f"{attributed} puts this in the mouth of {speaker}; {flat} states it in the outlet’s own voice.",
            slot=Slot("who says it", who_left, who_right, "differs"),
        )


def _states(teller: Passage, said: Attribution) -> bool:
    """True where the claim as a whole is what somebody says, who is named beside it."""
    told = said.kind == "statement" and said.source is not None and said.cue_lemma not in _OF_FEELINGS
    return told and _beside(teller, said) and _covers(said, teller)


def _covers(said: Attribution, teller: Passage) -> bool:
    """False where only an aside of the claim is somebody's: "the house, where he allegedly slept, burned"."""
    claim = teller.claims[0]
    frame = sum(span[1] - span[0] for span in (said.source, said.cue) if span and claim.start <= span[0] < claim.end)
    told = sum(max(0, min(end, claim.end) - max(start, claim.start)) for start, end in said.content)
    return 2 * told >= claim.end - claim.start - frame


def _told_too(plain: Passage, teller: Passage, said: Attribution) -> bool:
    """True where the other side has the same one say it in the next clause, or is a torn quotation."""
    plain_text = plain.text.strip()
    if plain_text[:1] in _MARKS or plain_text[-1:] in _MARKS:
        return True
    if any(event.predicate in _SHOWING and event.patient_kind == "clause" for event in plain.events):
        return True  # "an autopsy shows that"
    source = source_of(teller, said)
    cue = teller.reading.text[slice(*said.cue)].lower() if said.cue else ""
    named = source.head in plain_text.lower() or source.name.lower() in plain_text.lower()
    if cue in plain_text.lower().split() and named:
        return True
    cues = (other for other in plain.reading.attributions if other.source and _beside(plain, other))
    return any(same_source(source_of(plain, other), source) for other in cues)


def _tells_of(plain: Passage, teller: Passage, said: Attribution) -> bool:
    """True where the plain side tells of the speaker's act: "the weather office recorded gusts"."""
    speaker = source_of(teller, said)
    names = {speaker.head, *speaker.name.lower().split()} - {""}
    return any(event.predicate in _FINDING_OUT and names & set(event.agent_words) for event in plain.events)


def _voiced(passage: Passage, said: Attribution | None) -> tuple[Excerpt, ...]:
    """Who says it and the word for saying, where it is said; else the whole claim."""
    spans = sorted(span for span in (said.source, said.cue) if span) if said else []
    return tuple(excerpt(passage.reading, span) for span in spans or passage.claims)


def _marks(passage: Passage, span: Range | None) -> tuple[Excerpt, ...]:
    return (excerpt(passage.reading, span),) if span else ()
