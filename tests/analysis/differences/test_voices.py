"""Who says it: speakers, verbs of another stance, and the outlet's own voice."""

from __future__ import annotations

from dataclasses import replace
from operator import eq

from comparer.analysis.differences.voices import Told, compare_voices
from comparer.analysis.passages import Passage
from comparer.analysis.report import Attribution, ClaimPair, Reading
from tests.analysis.readings import reading_of, saying

SAID = "Mayor Ines Tarrow said the wall would hold."
CLAIMED = "Mayor Ines Tarrow claimed the wall would hold."
FLAT = "The wall would hold."
OTHER = "Engineer Paul Odder said the wall would hold."


def passage(text: str, attribution: Attribution | None = None) -> Passage:
    reading: Reading = reading_of(text, title=False)
    if attribution:
        claim = replace(reading.claims[0], attribution=0, voice=attribution.voice)
        reading = replace(reading, claims=(claim,), attributions=(attribution,))
    return Passage(reading, reading.claims)


def found(left: Passage, right: Passage) -> list[tuple[str, str]]:
    told = Told(ClaimPair("p1", left.ids, right.ids, 0.9, "match", ()), left, right)
    return [(finding.kind, finding.explanation) for _, finding in compare_voices([told], same_speaker=eq)]


def test_voices_say_nothing_where_the_same_person_says_it() -> None:
    said = passage(SAID, saying(SAID, "Ines Tarrow", "said"))
    assert found(said, said) == []


def test_voices_mark_a_verb_that_doubts() -> None:
    said = passage(SAID, saying(SAID, "Ines Tarrow", "said"))
    claimed = passage(CLAIMED, saying(CLAIMED, "Ines Tarrow", "claimed", stance="doubt"))
    [(kind, words)] = found(said, claimed)
    assert kind == "attribution"
    assert "“said”" in words
    assert "“claimed”, a word that leaves open whether it is so" in words


def test_voices_mark_another_speaker() -> None:
    said = passage(SAID, saying(SAID, "Ines Tarrow", "said"))
    other = passage(OTHER, saying(OTHER, "Paul Odder", "said"))
    assert found(said, other) == [("attribution", "Left names Ines Tarrow as the source; right names Paul Odder.")]


def test_voices_mark_what_one_side_states_itself() -> None:
    said = passage(SAID, saying(SAID, "Ines Tarrow", "said"))
    [(kind, words)] = found(passage(FLAT), said)
    assert kind == "voice"
    assert words == "Right puts this in the mouth of Ines Tarrow; left states it in the outlet’s own voice."


def test_voices_say_nothing_where_both_state_it_themselves() -> None:
    assert found(passage(FLAT), passage(FLAT)) == []


def test_voices_judge_a_claim_by_all_its_tellings() -> None:
    """A flat headline over a story that names the speaker hides nobody."""
    said = passage(SAID, saying(SAID, "Ines Tarrow", "said"))
    headline = passage(FLAT)
    told = [
        Told(ClaimPair("p1", ("c1",), ("c1",), 0.9, "match", ()), headline, said),
        Told(ClaimPair("p2", ("c2",), ("c1",), 0.8, "match", ()), said, said),
    ]
    assert list(compare_voices(told, same_speaker=eq)) == []


def test_voices_mark_a_verb_that_shows_feeling_and_a_promise() -> None:
    said = passage(SAID, saying(SAID, "Ines Tarrow", "said"))
    for verb, words in (("complain", "a word that shows feeling"), ("vow", "a promise")):
        other = replace(saying(SAID, "Ines Tarrow", "said"), cue_lemma=verb)
        [(kind, explanation)] = found(said, passage(SAID, other))
        assert kind == "attribution"
        assert words in explanation


def test_voices_set_no_pronoun_against_a_name() -> None:
    text = "He said the wall would hold."
    assert found(passage(text, saying(text, "He", "said")), passage(OTHER, saying(OTHER, "Paul Odder", "said"))) == []
