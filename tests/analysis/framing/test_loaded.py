from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from comparer.analysis.framing.loaded import read_loaded
from comparer.analysis.lexicons import Lexicons, load_lexicons
from comparer.analysis.tools import load_nlp
from tests.analysis.framing.conftest import MakePassage

LOADED = [
    ("The mayor slammed the council.", ["slammed"]),
    ("The reckless plan passed.", ["reckless"]),
    ("The vote was a disgraceful farce.", ["disgraceful", "farce"]),
    ("The firm brutally fired its cleaners.", ["brutally"]),
    ("It was a terrifying night for the islanders.", ["terrifying"]),
    ("Lawmakers rammed the bill through.", ["rammed"]),
    ("The minister peddled a ludicrous story.", ["peddled", "ludicrous"]),
    ("The stubbornness of the board cost the club a season.", ["stubbornness"]),
    ("Far-left councillors walked out.", ["Far-left"]),
    ("The coach's idiotic decision cost the match.", ["idiotic"]),
    ("Her heartless remark shocked nobody.", ["heartless"]),
    ("The bank shamelessly raised its fees.", ["shamelessly"]),
    ("Activists vilified the surgeon.", ["vilified"]),
    ("The paper smeared the judge.", ["smeared"]),
    ("The egregious waste went on.", ["egregious"]),
    ("The budget is a debacle.", ["debacle"]),
    ("Union bosses bragged about the deal.", ["bragged"]),
    ("The senator mocked the nurses.", ["mocked"]),
    ("An outrageous toll was set.", ["outrageous"]),
    ("Sadly, the orchestra closed.", ["Sadly"]),
    ("The owner claimed that the roof was sound.", ["claimed"]),
    ("The draconian rule was dropped.", ["draconian"]),
    ("The team suffered a humiliating defeat.", ["humiliating"]),
    ("Truthers gathered outside the clinic.", ["Truthers"]),
    ("The region became a hotbed of smuggling.", ["hotbed"]),
    ("Prices are skyrocketing.", ["skyrocketing"]),
    ("The pundits jeered.", ["pundits"]),
    ("Officials stonewalled the inquiry.", ["stonewalled"]),
]

PLAIN = [
    "The council approved the plan on Monday.",
    "The truck slammed into a wall.",
    "The storm claimed three lives.",
    "Rebels claimed responsibility for the attack.",
    "The war began in March, and the army shelled the port.",
    "The fire destroyed forty homes.",
    "Twelve people were killed and thirty wounded in the earthquake.",
    "The court convicted him of fraud and murder.",
    "The team won the final by three goals.",
    "A spokeswoman said the clinic would close.",
    "Inflation rose to 3 percent in May.",
    "“This is a disgraceful farce,” the mayor said.",
    "The blast damaged two shops.",
    "The bank raised its rate by half a point.",
    "Police arrested four men after the robbery.",
    "The bridge was closed because of high winds.",
    "She was directly elected in 2019.",
    "The heavy rain fell early on Sunday.",
    "The suspect allegedly drove the car.",
    "The ship was hit by a wave and sank.",
    "Doctors treated a cancer patient.",
    "The senator from the left party spoke.",
    "The volcano erupted, and ash covered the village.",
    "The company recalled 3,000 heaters.",
]

BOTH = [*LOADED, *((text, []) for text in PLAIN)]


@pytest.mark.parametrize(("text", "wanted"), BOTH, ids=[text for text, _ in BOTH])
def test_read_loaded_marks_just_these(passage_of_text: MakePassage, text: str, wanted: list[str]) -> None:
    assert [loaded.term for loaded in passage_of_text(text).loaded] == wanted


def test_read_loaded_says_why_in_plain_words(passage_of_text: MakePassage) -> None:
    (loaded,) = passage_of_text("The reckless plan passed.").loaded
    assert loaded.why == "a word that judges"


def test_read_loaded_leaves_out_what_the_article_is_about(nlp: Language, lexicons: Lexicons) -> None:
    once, often = "The hoax was found.", "The hoax was found. " * 5
    found = [read_loaded(nlp(text), quotes=(), words=lexicons.loaded, labels=lexicons.labels) for text in (once, often)]
    assert [len(loaded) for loaded in found] == [1, 0]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["slammed", "far-left", "-", "brutally", "“", "”", "the", "mayor", "\n", "😀", "--"]),
        max_size=30,
    ).map(" ".join)
    | st.text(max_size=60)
)
def test_read_loaded_stays_inside_any_text(text: str) -> None:
    lexicons = load_lexicons()
    found = read_loaded(load_nlp()(text), quotes=(), words=lexicons.loaded, labels=lexicons.labels)
    ends = [0]
    for loaded in found:
        assert ends[-1] <= loaded.start < loaded.end <= len(text)
        assert text[loaded.start : loaded.end] == loaded.term
        ends.append(loaded.end)
