"""What must hold of every cleaned article."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.text import CleanArticle, clean_article

LINES = st.sampled_from(
    [
        "Ferry hits the north pier at Alda", "FERRY HITS THE NORTH PIER AT ALDA", "World", "The Alda Mail", "Share", "By Mara Orth",
        "March 4, 2031 | Brief", "The ferry hit the pier on Monday.", "ALDA, Velland — Eleven people were hurt, it said.",
        "“Nobody called us,” said Edda Kroll.", "What Comes Next", "Why?", "We saw it hit pic.twitter.com/Ab12",
        "— Nils Oren (@nilsoren) March 4, 2031", "And then we heard…", "Log in to comment", "Nils Oren is a reporter at The Alda Mail.",
        "a list:", "- one", "- two", "x", "", "", "It wasnât so in the schoolâand elsewhere.", "The cafÃ© &amp; the caf\ufffd.",
        "An inquiry will begin on Tuesday and is to end by the summer, said the minister’s office in a letter to",
        "the families of those who were on board.", "Read more: The pier", "Photo: A pier. (Jonas Feld/The Alda Mail)",
    ]
)  # fmt: skip
PAGES = st.lists(LINES, max_size=14).map("\n".join)
ANYTHING = st.text(max_size=200) | PAGES
TITLES = st.none() | st.sampled_from(["Ferry hits the north pier at Alda", "Another  title"])


def assert_sound(article: CleanArticle) -> None:
    lines = article.text.split("\n") if article.text else []
    assert [article.text[p.start : p.end] for p in article.paragraphs] == lines
    assert all(line and line == line.strip() for line in lines)
    for repair in article.repairs:
        assert 0 <= repair.start <= repair.end <= len(article.text)
        assert "\n" not in article.text[repair.start : repair.end]
        assert repair.after in (None, article.text[repair.start : repair.end])
    assert [p.role for p in article.paragraphs].count("title") <= 1
    assert all(item.text and item.why.endswith(".") for item in article.removed)


@given(ANYTHING, TITLES)
def test_paragraphs_are_the_lines_of_the_text_and_repairs_lie_in_it(raw: str, title: str | None) -> None:
    article = clean_article(raw, title=title)
    assert_sound(article)
    if title:
        assert article.paragraphs[0].role == "title"


@given(PAGES, TITLES)
def test_cleaning_twice_changes_nothing(raw: str, title: str | None) -> None:
    once = clean_article(raw, title=title)
    again = clean_article(once.text, title=once.title, outlet=once.outlet, published=once.published)
    assert again.text == once.text
    assert again.removed == ()
    assert again.paragraphs == once.paragraphs


@given(PAGES, TITLES)
def test_no_word_is_lost(raw: str, title: str | None) -> None:
    article = clean_article(raw, title=title)
    told = " ".join([article.text, *(item.text for item in article.removed), *(r.before for r in article.repairs)])
    mended = {"It wasnât", "schoolâand", "cafÃ©", "&amp;"}
    kept = set(re.findall(r"\w+", told))
    for line in raw.split("\n"):
        if not any(damage in line for damage in mended):
            assert set(re.findall(r"\w+", line)) <= kept


@pytest.mark.parametrize("raw", ["", " \n\t ", "\x00", "\ufeff"])
def test_nothing_gives_nothing(raw: str) -> None:
    article = clean_article(raw)
    assert (article.text, article.title, article.paragraphs, article.removed) == ("", None, (), ())


HOSTILE = [
    "x", "(", "“", "a ", "A ", "By ", "Share ", "share|", "a.", "1,", "x\n", "A\n", "— ", "@a ", "Mara Orth, ", "MARA ", "MARA-", "—",
    "http://a ", "t.co/", "Photo: ", "Mara in ", "5 March 2031, ", "is a ", "Jan. 1, 2031 ", "said ", "Home > ", "\n\n", "# ", "*a ", "**", "_a", "> ", "[a](", "[a](/b ", "![", "# a\n*b", "\u202e", "\U0001f600",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("opening", ["", "Mara Orth is a ", "# A\n"])
def test_hostile_text_is_cleaned_quickly(unit: str, opening: str) -> None:
    """The time is not measured: a quadratic step would take minutes here."""
    assert_sound(clean_article(opening + unit * (130_000 // len(unit))))


@pytest.mark.parametrize("opening", ["", "By ", "Mara Orth is a ", "Home > ", "Follow ", "Photo (", "Privacy | "])
def test_hostile_lines_are_cleaned_quickly(opening: str) -> None:
    """Lines short enough for the rules to look at; a pattern that backtracks would take minutes here."""
    lines = [
        opening + (unit * 500)[: 1100 - len(opening)]
        for unit in (*HOSTILE, "a@", "A’", "1:1", "privacy | ", "Mara and ")
    ]
    assert_sound(clean_article("\n".join(lines)))
