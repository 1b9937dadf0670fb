from __future__ import annotations

import pytest

from comparer.analysis.text import CleanArticle, clean_article

TITLE = "Ferry hits the north pier at Alda"
PROSE = (
    "The ferry hit the pier on Monday, and rescue teams came at once.",
    "Eleven people were hurt, the office said, and the dark water was full of boats.",
    "An inquiry begins on Tuesday.",
)


def under_title(*lines: str) -> CleanArticle:
    return clean_article("\n".join([TITLE, *lines, *PROSE]))


def kept(article: CleanArticle) -> list[str]:
    return article.text.split("\n")[1 : -len(PROSE)]


@pytest.mark.parametrize(
    ("line", "outlet", "published"),
    [
        ("Velland Wire, 5 March 2031", "Velland Wire", "2031-03-05"),
        ("*Alda Gazette, Wednesday 5 March 2031*", "Alda Gazette", "2031-03-05"),
        ("5 March 2031 – The Alda Courier", "The Alda Courier", "2031-03-05"),
        ("Mara Orth, Velland Wire, March 5, 2031", "Velland Wire", "2031-03-05"),
        ("By Mara Orth | Velland Wire | 5 March 2031", "Velland Wire", "2031-03-05"),
        ("Island Sports Weekly", "Island Sports Weekly", None),
        ("Mara Orth in Karrow", None, None),
        ("Mara Orth and Jonas Feld in Port Karrow", None, None),
        ("From our correspondent in Karrow", None, None),
        ("From our own correspondent in Karrow, 5 March 2031", None, "2031-03-05"),
        ("Karrow, 5 March 2031", None, "2031-03-05"),
    ],
)
def test_line_of_names_under_the_title_is_set_aside(line: str, outlet: str | None, published: str | None) -> None:
    article = under_title(line)
    assert kept(article) == []
    assert [item.text for item in article.removed] == [line]
    assert (article.outlet, article.published) == (outlet, published)


def test_lines_of_names_follow_each_other() -> None:
    article = under_title("Island Sports Weekly", "Mara Orth in Karrow", "Published: 5 March 2031")
    assert kept(article) == []
    assert (article.outlet, article.published) == ("Island Sports Weekly", "2031-03-05")


@pytest.mark.parametrize(
    "line",
    [
        "Nobody died.",
        "It was all over in a minute",
        "A night of fear on the water",
        "Rescue Boats in Alda",
        "Dark Water in the News",
        "What Happened Today",
        "How Rescue Teams Failed the Press",
        "The ferry sank on Monday, 3 March 2031",
        "The Ferry, the Pier and the Day of 3 March 2031",
        "Rescue Teams, Boats, 3 March 2031",
        "“No Rescue in Sight”, 3 March 2031",
        "Eleven hurt, two missing, 3 March 2031",
    ],
)
def test_first_sentences_and_headings_stay(line: str) -> None:
    assert kept(under_title(line)) == [line]


@pytest.mark.parametrize("line", ["Mara Orth in Karrow", "Island Sports Weekly"])
def test_names_further_down_stay(line: str) -> None:
    assert kept(under_title("A night of fear on the water", line)) == ["A night of fear on the water", line]
    text = "\n".join([TITLE, PROSE[0], line, *PROSE[1:]])
    assert clean_article(text).text == text


def test_date_below_a_summary_is_set_aside() -> None:
    article = under_title("A night of fear on the water", "Velland Wire, 5 March 2031")
    assert kept(article) == ["A night of fear on the water"]
    assert article.outlet == "Velland Wire"


@pytest.mark.parametrize("title", ["Night of fear", TITLE])
def test_outlet_and_date_are_no_title(title: str) -> None:
    line = "Velland Wire, 5 March 2031"
    for top in ((title, line), (line, title)):
        article = clean_article("\n".join([*top, *PROSE]))
        assert (article.title, article.outlet, article.published) == (title, "Velland Wire", "2031-03-05")


def test_what_the_caller_knows_wins_over_the_line() -> None:
    article = clean_article(
        "\n".join([TITLE, "Velland Wire, 5 March 2031", *PROSE]), outlet="Karrow Mail", published="2031-03-06"
    )
    assert (article.outlet, article.published, kept(article)) == ("Karrow Mail", "2031-03-06", [])
