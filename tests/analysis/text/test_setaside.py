from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from comparer.analysis.text import CleanArticle, clean_article
from comparer.analysis.text.rules import is_signature

DATA = Path(__file__).parent / "data"
ASIDE = tomllib.loads((DATA / "aside.toml").read_text(encoding="utf-8"))
KEPT = tomllib.loads((DATA / "kept.toml").read_text(encoding="utf-8"))
TITLE = "Ferry hits the north pier at Alda"
PARAGRAPHS = (
    "The ferry Alda hit the north pier on Monday, the harbour office said.",
    "Eleven people were hurt. Its engine had failed on Sunday, according to Nils Oren, who heads the office.",
    "An inquiry will begin on Tuesday and is to end by the summer.",
    "The pier has been closed to all ships until further notice.",
)


def clean(*, head: str = "", middle: str = "", tail: str = "") -> CleanArticle:
    first, second, third, fourth = PARAGRAPHS
    return clean_article(f"{TITLE}\n{head}\n{first}\n{second}\n{middle}\n{third}\n{fourth}\n{tail}")


def removed(article: CleanArticle) -> list[str]:
    return [item.text for item in article.removed]


@pytest.mark.parametrize("line", ASIDE["middle"])
@pytest.mark.parametrize("place", ["head", "middle", "tail"])
def test_furniture_is_set_aside_wherever_it_stands(line: str, place: str) -> None:
    article = clean(**{place: line})
    assert article.text == "\n".join([TITLE, *PARAGRAPHS])
    assert " ".join(removed(article)) == line
    assert all(item.why.endswith(".") for item in article.removed)


@pytest.mark.parametrize("line", ASIDE["below"])
@pytest.mark.parametrize("place", ["middle", "tail"])
def test_words_to_the_reader_are_set_aside_below_the_first_paragraph(line: str, place: str) -> None:
    article = clean(**{place: line})
    assert article.text == "\n".join([TITLE, *PARAGRAPHS])
    assert removed(article) == [line]


@pytest.mark.parametrize("line", ASIDE["masthead"])
def test_masthead_is_set_aside_above_and_under_the_title(line: str) -> None:
    for top in ([line, TITLE], [TITLE, line]):
        article = clean_article("\n".join([*top, *PARAGRAPHS]))
        assert (article.title, " ".join(removed(article))) == (TITLE, line)


@pytest.mark.parametrize("line", KEPT["headlines"])
@pytest.mark.parametrize("under", [[], ["By Mara Orth", "March 4, 2031"]])
def test_headline_is_never_set_aside(line: str, under: list[str]) -> None:
    article = clean_article("\n".join([line, *under, *PARAGRAPHS]))
    assert (article.title, removed(article)) == (line, under)


@pytest.mark.parametrize("line", ASIDE["head"])
def test_byline_is_set_aside_under_the_title(line: str) -> None:
    assert removed(clean(head=line)) == [line]


@pytest.mark.parametrize("line", ASIDE["tail"])
def test_bio_and_label_are_set_aside_at_the_end(line: str) -> None:
    assert removed(clean(tail=line)) == [line]


@pytest.mark.parametrize("line", KEPT["lines"])
@pytest.mark.parametrize("place", ["head", "middle", "tail"])
def test_article_is_never_set_aside(line: str, place: str) -> None:
    article = clean(**{place: line})
    assert removed(article) == []
    assert line in article.text.split("\n")


def test_bio_of_somebody_in_the_story_is_article() -> None:
    line = "Nils Oren is a former reporter at The Alda Mail, which he left in 2029."
    assert removed(clean(tail=line)) == []


@pytest.mark.parametrize(
    ("top", "line"),
    [
        (
            "Harbour First! | Members' bulletin No. 12 | 4 March 2031",
            "Harbour First! is a network of nine local groups.",
        ),
        (
            "The Anchor Alliance\nPolicy brief | 4 March 2031",
            "Anchor Alliance is an alliance of sailors. It takes no money.",
        ),
        ("THE DRY DOCK - a blog about ships", "The Dry Dock is published by four retired shipwrights."),
    ],
)
def test_portrait_of_the_publisher_is_set_aside_at_the_end(top: str, line: str) -> None:
    page = "\n".join([top, TITLE, *PARAGRAPHS, line])
    assert removed(clean_article(page)) == [*top.split("\n"), line]


@pytest.mark.parametrize(
    "line", ["The company is a network of 31 branches.", "Velland Lines is a group of nine ferry companies."]
)
def test_portrait_of_somebody_else_is_article(line: str) -> None:
    assert removed(clean(head="Harbour First! | Members' bulletin No. 12 | 4 March 2031", tail=line))[1:] == []


def test_section_heading_of_a_paper_is_article_and_a_section_of_the_page_is_not() -> None:
    assert removed(clean(head="Summary")) == []
    assert removed(clean(head="Summary\nCompanies")) == ["Summary", "Companies"]


@pytest.mark.parametrize("group", ["ISLAND FERRY NETWORK", "The Harbour Alliance of Alda Group"])
def test_name_of_a_group_above_its_issue_is_no_headline(group: str) -> None:
    issue = "Situation note 4, 4 March 2031, 18:00"
    assert removed(clean_article("\n".join([group, issue, *PARAGRAPHS]))) == [group, issue]


def test_motto_in_small_letters_is_no_headline_under_a_name() -> None:
    top = ["The Dry Dock", "letters from a cold harbour"]
    article = clean_article("\n".join([*top, TITLE, *PARAGRAPHS]))
    assert (article.title, removed(article)) == (TITLE, top)
    alone = clean_article("\n".join([top[1], *PARAGRAPHS]))
    assert (alone.title, removed(alone)) == (top[1], [])


def test_bio_in_the_middle_is_article() -> None:
    line = "Jonas Feld is a reporter at The Alda Mail who was on board."
    assert removed(clean(middle=line)) == []


def test_several_lines_after_the_end_are_set_aside_together() -> None:
    lines = [
        "Jonas Feld is a reporter at The Alda Mail who covers transport.", "The Alda Mail", "Share", "Log in to comment",
    ]  # fmt: skip
    assert removed(clean(tail="\n".join(lines))) == lines


def test_a_closing_list_of_names_is_article() -> None:
    assert removed(clean(tail="Ana Brook\nNils Oren\nMara Lund")) == []


def test_repeated_headline_and_paragraph_are_set_aside_once_each() -> None:
    article = clean(head=TITLE.upper(), middle=PARAGRAPHS[1])
    assert [item.why for item in article.removed] == ["The headline again.", "The same paragraph again."]
    assert article.text == "\n".join([TITLE, *PARAGRAPHS])


def test_known_outlet_is_set_aside_as_a_line() -> None:
    article = clean_article("\n".join([TITLE, "THE ALDA MAIL", *PARAGRAPHS]), outlet="The Alda Mail")
    assert removed(article) == ["THE ALDA MAIL"]


def test_lines_are_listed_in_the_order_of_the_page() -> None:
    article = clean(head="By Mara Orth", middle="Advertisement", tail="Share")
    assert removed(article) == ["By Mara Orth", "Advertisement", "Share"]


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("— Nils Oren (@nilsoren) March 4, 2031", True),
        ("-- Alda Harbour Office / Hafenamt (@aldaharbour)", True),
        ("We saw it hit. — Nils Oren (@nilsoren) March 4, 2031", False),
        ("— a ferry — hit the pier, he said.", False),
        ("", False),
    ],
)
def test_signature_of_a_post_is_told_from_its_words(line: str, *, signs: bool) -> None:
    assert is_signature(line) is signs
