from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from comparer.analysis.framing.names import read_names
from comparer.analysis.lexicons import Lexicons, load_lexicons
from comparer.analysis.report import Attribution, Name, Quote
from comparer.analysis.tools import load_nlp
from tests.analysis.framing.conftest import MakePassage
from tests.analysis.framing.name_cases import NAMES
from tests.analysis.readings import saying


@pytest.mark.parametrize(("text", "wanted"), NAMES, ids=[text for text, _ in NAMES])
def test_read_names_puts_labels_of_the_same_one_together(
    passage_of_text: MakePassage, text: str, wanted: list[str]
) -> None:
    groups: dict[str, list[str]] = {}
    for name in passage_of_text(text).names:
        groups.setdefault(name.referent, []).append(name.head + "~" * name.distanced)
    assert [" = ".join(heads) for heads in groups.values()] == wanted


def names_of(
    nlp: Language, lexicons: Lexicons, text: str, *told: Attribution, quotes: tuple[Quote, ...] = ()
) -> list[Name]:
    doc = nlp(text)
    return list(read_names(doc, attributions=told, quotes=quotes, labels=lexicons.labels, actors=lexicons.actors))


def test_read_names_says_whose_words_a_label_is_in(nlp: Language, lexicons: Lexicons) -> None:
    text = "The general said the rebels were thugs."
    (general, rebels, thugs) = names_of(nlp, lexicons, text, saying(text, "The general", "said"))
    assert {name.whose for name in (general, rebels, thugs)} == {"attributed"}
    assert thugs.speaker == "The general"


def test_read_names_takes_quoted_words_for_the_speakers(nlp: Language, lexicons: Lexicons) -> None:
    text = "“Thugs burned the mill,” Rosa Blum said."
    start = text.index("Thugs")
    told = saying(text, "Rosa Blum", "said")
    names = names_of(nlp, lexicons, text, told, quotes=(Quote(start, text.index(",”"), attribution=0),))
    assert (names[0].head, names[0].whose, names[0].speaker) == ("thug", "quoted", "Rosa Blum")


def test_read_names_hears_distance_in_quotation_marks_of_nobody(nlp: Language, lexicons: Lexicons) -> None:
    text = "The “liberation” left forty homes in ruins."
    start = text.index("liberation")
    (name,) = names_of(nlp, lexicons, text, quotes=(Quote(start, start + len("liberation")),))
    assert (name.head, name.whose, name.distanced) == ("liberation", "own", True)


def test_read_names_marks_the_label_without_article_and_number(nlp: Language, lexicons: Lexicons) -> None:
    text = "The two Norwegian citizens left."
    (name,) = names_of(nlp, lexicons, text)
    assert text[name.start : name.end] == name.text == "Norwegian citizens"


WORDS = st.sampled_from(
    [
        *("so-called", "called", "the", "of", "axis", "aggressors", "rebels", "were", "mercenaries,", "known", "as"),
        *("Lin", "Jian", "part", "“", "”", '"', "-", ",", "\n", "\x00", "😀", "is", "Norwegian", "3", "police"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60))
def test_read_names_stays_inside_any_text(text: str) -> None:
    lexicons = load_lexicons()
    names = read_names(load_nlp()(text), attributions=(), quotes=(), labels=lexicons.labels, actors=lexicons.actors)
    for before, name in zip((None, *names), names, strict=False):
        assert 0 <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text
        assert before is None or before.end <= name.end
