"""Changes laid over the word lists hold in the copy, and leave the lists that ship as they are."""

from __future__ import annotations

import pytest

from comparer.analysis.compare import read_article
from comparer.analysis.lexicons import Change, load_lexicons
from comparer.analysis.report import Reading
from comparer.analysis.tools import Tools, change_lexicons, load_tools

TEXT = "Lamps dimmed in Orsaville\n\nThe brutal order was brutally kept, the mayor said. Ana Bell hummed that the purple lamps were lit."


def marks(reading: Reading) -> dict[str, set[str]]:
    text = reading.text
    return {
        "loaded": {text[one.start : one.end] for one in reading.loaded},
        "hedges": {text[one.start : one.end] for one in reading.hedges},
        "places": {one.name for one in reading.places},
        "cues": {text[slice(*said.cue)] for said in reading.attributions if said.cue},
    }


CASES = [
    ("loaded", [Change("loaded", "off", "brutal", "ADJ")], "brutal", False),
    ("loaded", [Change("loaded", "off", "brutal", "ADJ")], "brutally", False),
    ("loaded", [Change("loaded", "add", "purple", "ADJ", "a word that mocks")], "purple", True),
    ("hedges", [Change("hedge", "add", "was brutally kept", "", "booster")], "was brutally kept", True),
    ("cues", [Change("cue", "add", "hum", "clause", "doubt")], "hummed", True),
    ("cues", [Change("cue", "off", "say")], "said", False),
    ("places", [Change("place", "add", "Orsaville", "", "Kiev")], "Kyiv", True),
]


@pytest.mark.parametrize(("kind", "changes", "words", "is_marked"), CASES)
def test_with_changes_changes_what_is_marked(kind: str, changes: list[Change], words: str, is_marked: bool) -> None:  # noqa: FBT001 -- a case
    tools = load_tools()
    before = marks(read_article(TEXT, tools=tools))
    after = marks(read_article(TEXT, tools=Tools(tools.nlp, tools.embedder, tools.lexicons.with_changes(changes))))
    assert (words in before[kind], words in after[kind]) == (not is_marked, is_marked)
    assert marks(read_article(TEXT, tools=tools)) == before


def test_with_changes_switches_off_names_of_places() -> None:
    lexicons = load_lexicons()
    assert lexicons.gazetteer.find("Kiev")
    assert not lexicons.with_changes([Change("place", "off", "Kiev")]).gazetteer.find("Kiev")


def test_with_changes_takes_another_name_for_its_person() -> None:
    actors = load_lexicons().with_changes([Change("person", "add", "the Iron Lamp", "", "Ana Bell")]).actors
    assert actors.canonical("Iron Lamp") == actors.canonical("Ana Bell") == "ana bell"
    assert load_lexicons().actors.canonical("Iron Lamp") == "iron lamp"


def test_no_changes_are_the_lists_that_ship() -> None:
    assert change_lexicons(()) is load_lexicons()
    assert change_lexicons((Change("loaded", "off", "brutal", "ADJ"),)).loaded.why != load_lexicons().loaded.why
