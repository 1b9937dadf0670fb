"""Who a source is: names carried over pronouns, surnames and role nouns; kinds of voices."""

from __future__ import annotations

import pytest

from comparer.analysis.report import Voice
from tests.analysis.attribution.conftest import Reader

CARRIED = [
    ("surname", "Ines Duarte opened the pier. Duarte said it was safe.", "said", "Ines Duarte"),
    (
        "first part of the name",
        "Spokesman Wen Hao opened the talks. Wen said they would last a week.",
        "said",
        "Wen Hao",
    ),
    ("she", "Ines Duarte opened the pier on Monday. She said it was safe.", "said", "Ines Duarte"),
    ("he", "Bruno Falk left the ship last. He said the doors were open.", "said", "Bruno Falk"),
    (
        "the speaker rather than the one spoken of",
        "Ines Duarte praised Paula Renner on Monday. She said the pier was safe.",
        "said",
        "Ines Duarte",
    ),
    (
        "spokeswoman is a woman",
        "Spokeswoman Lena Orth met Bruno Falk on Monday. She said the pier was safe.",
        "said",
        "Lena Orth",
    ),
    (
        "Mr. is a man",
        "Mr. Falk met Paula Renner on Monday. He said the pier was safe.",
        "said",
        "Falk",
    ),
    (
        "the official",
        "A Western official called the raid reckless. “Nobody was warned,” the official said.",
        "said",
        "a Western official",
    ),
    (
        "the spokesman",
        "A ministry spokesman denied the report. The spokesman said the bridge was sound.",
        "said",
        "a ministry spokesman",
    ),
    (
        "it, the ministry",
        "The transport ministry denied the report. It said the bridge was sound.",
        "said",
        "the transport ministry",
    ),
    ("apposition", "“It is over,” said the mayor, Ines Duarte.", "said", "Ines Duarte"),
    ("title and name", "Mayor Ines Duarte said it was over.", "said", "Ines Duarte"),
    ("relative pronoun", "Bruno Falk, who denied the charge, left the court.", "denied", "Bruno Falk"),
    (
        "one of the reports",
        "The inspection reports say the doors were faulty. One of them lists eleven repairs.",
        "lists",
        "the inspection reports",
    ),
]

NAMES = [
    ("Helmark spokesperson Petra Vance insisted that the dam was safe.", "insisted", "Petra Vance"),
    ("Norrport, the company that runs the ferry, denied the report.", "denied", "Norrport"),
    ("“It is over,” said disaster agency official Fauzi.", "said", "Fauzi"),
]

VOICES: list[tuple[str, str, Voice]] = [
    ("Ines Duarte said it was over.", "said", "named"),
    ("Police said it was over.", "said", "institution"),
    ("The Ministry of Transport said it was over.", "said", "institution"),
    ("Beijing said it was over.", "said", "institution"),
    ("Several residents said it was over.", "said", "unnamed"),
    ("A source close to the talks said it was over.", "said", "unnamed"),
    ("The leaked memo said it was over.", "said", "document"),
    ("A new survey said it was over.", "said", "document"),
    ("The collapse shows that the bridge was weak.", "shows", "own"),
    ("The crew reportedly left early.", "reportedly", "unnamed"),
    ("Norrport, the company that runs the ferry, denied the report.", "denied", "institution"),
    ("Republicans said it was over.", "said", "unnamed"),
    ("Zelenskyy said Russia is buying drones.", "said", "named"),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), [case[1:] for case in CARRIED], ids=[case[0] for case in CARRIED])
def test_speaker_is_carried_over(text: str, cue: str, speaker: str, read: Reader) -> None:
    assert [found.speaker for found in read(text).with_cue(cue)] == [speaker]


@pytest.mark.parametrize(("text", "cue", "voice"), VOICES)
def test_voice_is_the_kind_of_source(text: str, cue: str, voice: Voice, read: Reader) -> None:
    assert [found.voice for found in read(text).with_cue(cue)] == [voice]


@pytest.mark.parametrize(("text", "cue", "speaker"), NAMES)
def test_speaker_is_the_name_without_its_office(text: str, cue: str, speaker: str, read: Reader) -> None:
    assert [found.speaker for found in read(text).with_cue(cue)] == [speaker]


def test_voice_of_a_company_holds_where_it_is_named_again(read: Reader) -> None:
    text = "Norrport Lines, the company that runs the ferry, denied the report. Norrport said it was false. It said the boats were safe."
    assert [found.voice for found in read(text).attributions] == ["institution"] * 3


def test_speaker_is_no_place_taken_for_a_person(read: Reader) -> None:
    text = (
        "Upper Orsal was cut off for four days. The inquiry is led by a judge, Paula Wendt. She said it was too early."
    )
    assert [found.speaker for found in read(text).with_cue("said")] == ["Paula Wendt"]


def test_speaker_of_a_far_pronoun_stays_open(read: Reader) -> None:
    filler = " ".join("The ferry left the harbour." for _ in range(12))
    assert [
        found.speaker for found in read(f"Ines Duarte smiled. {filler} She said it was safe.").with_cue("said")
    ] == [None]


def test_speaker_of_the_other_gender_is_passed_over(read: Reader) -> None:
    text = "Spokeswoman Lena Orth opened the talks. Mr. Falk arrived late. She said they would last a week."
    assert [found.speaker for found in read(text).with_cue("said")] == ["Lena Orth"]


def test_speaker_of_a_second_is_the_document_before(read: Reader) -> None:
    text = "The inspection reports say the doors were faulty. A second lists 40 repairs along with their dates."
    (found,) = read(text).with_cue("lists")
    assert (found.speaker, found.voice) == ("the inspection reports", "document")
