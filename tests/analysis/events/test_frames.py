from __future__ import annotations

import pytest

from comparer.analysis.events.frames import Frames
from comparer.analysis.lexicons import Lexicons
from tests.analysis.events.conftest import ReadEvents

SAME = [
    ("Norland beat Tellmark.", "beat", ("Norland", "Tellmark", None)),
    ("Tellmark lost to Norland.", "beat", ("Norland", "Tellmark", None)),
    ("Norland knocked Tellmark out of the cup.", "beat", ("Norland", "Tellmark", None)),
    ("Ovalcorp sold the mill to Brightline.", "sell", ("Ovalcorp", "mill", "Brightline")),
    ("Brightline bought the mill from Ovalcorp.", "sell", ("Ovalcorp", "mill", "Brightline")),
    ("Mira Lind was awarded the medal.", "give", (None, "medal", "Mira Lind")),
    ("The medal went to Mira Lind.", "give", (None, "medal", "Mira Lind")),
    ("Mira Lind won the medal.", "give", (None, "medal", "Mira Lind")),
    ("The soldiers came under fire from rebels.", "attack", ("rebel", "soldier", None)),
    ("Rebels opened fire on the soldiers.", "attack", ("rebel", "soldier", None)),
]
PLAIN = ["Norland opened the gates.", "Mira Lind went to Tellmark.", "Police fired tear gas at the crowd."]


@pytest.mark.parametrize(("text", "frame", "parts"), SAME)
def test_deed_gives_the_same_parts_whatever_the_verb(
    events_of: ReadEvents, lexicons: Lexicons, text: str, frame: str, parts: tuple[str | None, ...]
) -> None:
    deeds = [lexicons.predicates.frames.deed(event) for event in events_of(text)]
    (deed,) = [deed for deed in deeds if deed.framed]
    assert deed.predicate == frame
    assert tuple(part and part.head for part in deed.parts) == parts


@pytest.mark.parametrize("text", PLAIN)
def test_deed_leaves_a_verb_outside_its_frame_alone(events_of: ReadEvents, lexicons: Lexicons, text: str) -> None:
    assert not any(lexicons.predicates.frames.deed(event).framed for event in events_of(text))


def test_frames_ask_for_verbs() -> None:
    with pytest.raises(KeyError):
        Frames.from_table({"beat": [{"agent": "agent"}]})
