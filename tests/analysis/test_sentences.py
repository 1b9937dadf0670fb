from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from comparer.analysis.sentences import LONGEST_SENTENCE, parse, read_sentences
from comparer.analysis.text import clean_article

PIECES = st.sampled_from(["Mr. ", "No. ", "U.S. ", "said ", *'aB. ?!“”’"()…;\n5\U0001f600é'])


def split(text: str, nlp: Language) -> list[str]:
    article = clean_article(text)
    doc = parse(article, nlp)
    assert all(_plain(article.text[token.idx : token.idx + len(token)]) == _plain(token.text) for token in doc)
    sentences = read_sentences(doc, article.paragraphs)
    for sentence in sentences:
        paragraph = article.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
    return [article.text[sentence.start : sentence.end] for sentence in sentences]


def _plain(word: str) -> str:
    """Words are parsed without a headline's capitals and with straight apostrophes."""
    return word.lower().replace("’", "'")


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Rolf Abbott met Dr. J. K. Vance on Jan. 5. | He left.",
        "The U.S. Navy sent ships. | They came at 5 p.m. on Tuesday near St. Mary’s.",
        "The No. 2 reactor failed. | It held, i.e. it did not burn, for 3.5 hours.",
        "Gov. A. B. Stone, Rep. Lee (D-Ohio) and Sen. Ray agreed. | Nobody else did.",
        "“Is it safe?” Brandt asked. | “No!” he said. | “It is not.” | She left.",
        "“Who decided?” Lena Sandoval asked on Monday. | Nobody answered.",
        "“We go,” he said; “they stay.” | The end… maybe.",
        "“I know it. | I saw it. | It is true,” said Ms. Petrov. | ‘He ran.’ | She stayed.",
        "Prices rose 3.5 percent. | 40 people died. | In 2029 it was bad.",
        "He said it (see p. 5). | (This is an aside.) | Next came the rest.",
        "The list: bread; milk; eggs. | It was short.",
        "Who did it? | Nobody knows. | That is all!",
        "Police came at once. | “Stop!” | The crowd ran.",
        "He fought in World War II. | It ended.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, nlp: Language) -> None:
    expected = text.split(" | ")
    assert split(" ".join(expected), nlp) == expected


def test_headline_does_not_stick_to_the_next_paragraph(nlp: Language) -> None:
    lines = ["Ferry hits the north pier at Alda", "The ferry hit it on Monday. It sank.", "What Comes Next", "He left."]
    assert split("\n".join(lines), nlp) == [lines[0], "The ferry hit it on Monday.", "It sank.", *lines[2:]]


def test_nothing_to_parse_gives_nothing(nlp: Language) -> None:
    assert split("", nlp) == []


def test_endless_words_and_sentences_are_cut(nlp: Language) -> None:
    assert len(split("x" * 130_000, nlp)) > 1
    assert len(split("(" * 130_000, nlp)) > 1
    doc = parse(clean_article("word " * 3000), nlp)
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST_SENTENCE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_sentences_cover_every_word_of_any_text(nlp: Language, text: str) -> None:
    article = clean_article(text)
    sentences = read_sentences(parse(article, nlp), article.paragraphs)
    covered = "".join(article.text[s.start : s.end] for s in sentences)
    assert "".join(covered.split()) == "".join(article.text.split())
