from __future__ import annotations

import pytest

from comparer.analysis.text import clean_article
from comparer.analysis.text.dates import find_date

TITLE = "Ferry hits the north pier at Alda"
BODY = "The ferry hit the pier on Monday.\nEleven people were hurt, the office said.\nAn inquiry begins on Tuesday.\nThe pier is closed."


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (f"{TITLE}\n{BODY}", TITLE),
        (f"WORLD\n{TITLE}\n{BODY}", TITLE),
        (f"The Alda Mail\nWorld\n{TITLE}\nBy Mara Orth\n{BODY}", TITLE),
        (f"Share\nMarch 4, 2031\n{TITLE}\n{BODY}", TITLE),
        (f"Is the north pier at Alda safe?\n{BODY}", "Is the north pier at Alda safe?"),
        (f"“It was so fast”: Alda’s night of fear\n{BODY}", "“It was so fast”: Alda’s night of fear"),
        (f"Night of fear\n{BODY}", "Night of fear"),
        (BODY, None),
        ("The ferry hit the pier", None),
        ("", None),
    ],
)
def test_title_is_the_first_headline(page: str, title: str | None) -> None:
    article = clean_article(page)
    assert article.title == title
    assert [p.role for p in article.paragraphs].count("title") == (title is not None)
    if title:
        assert article.text.split("\n")[0] == title


def test_labels_above_the_title_are_set_aside() -> None:
    article = clean_article(f"The Alda Mail\nWorld\n{TITLE}\n{BODY}")
    assert [item.text for item in article.removed] == ["The Alda Mail", "World"]
    assert article.outlet == "The Alda Mail"


@pytest.mark.parametrize("shown", [TITLE, TITLE.upper(), f"{TITLE}."])
def test_known_title_is_found_in_the_text(shown: str) -> None:
    article = clean_article(f"{shown}\n{BODY}", title=TITLE)
    assert article.title == TITLE
    assert article.text.split("\n")[:2] == [shown, "The ferry hit the pier on Monday."]


def test_known_title_goes_before_a_text_without_it() -> None:
    article = clean_article(BODY, title="  The ferry\nand the pier ")
    assert article.text == f"The ferry and the pier\n{BODY}"
    assert article.title == "The ferry and the pier"
    assert article.paragraphs[0].role == "title"


def test_title_of_a_web_page_loses_the_outlet_behind_it() -> None:
    article = clean_article(f"{TITLE}\n{BODY}", title=f"{TITLE} | The Alda Mail")
    assert article.title == TITLE
    assert article.text == f"{TITLE}\n{BODY}"


def test_title_below_a_summary_comes_first() -> None:
    article = clean_article(f"A short summary of what happened there.\n{TITLE}\n{BODY}", title=TITLE)
    assert article.text.split("\n")[:2] == [TITLE, "A short summary of what happened there."]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("March 4, 2031 | Policy Brief", "2031-03-04"),
        ("Published: 4 March 2031 at 10:15 GMT", "2031-03-04"),
        ("2031-03-04", "2031-03-04"),
        ("Tue., Mar. 4, 2031, 5:30 p.m. ET", "2031-03-04"),
        ("By Mara Orth | The Alda Mail | March 4, 2031", "2031-03-04"),
        ("Last updated March 5, 2031\nPublished March 4, 2031", "2031-03-04"),
        ("Last updated March 5, 2031", "2031-03-05"),
        ("On March 4, 2031, a ferry hit the pier.", None),
        ("February 31, 2031 | Brief", None),
        ("", None),
    ],
)
def test_day_of_publication_is_read_from_the_page(line: str, published: str | None) -> None:
    assert clean_article(f"{TITLE}\n{line}\n{BODY}").published == published


@pytest.mark.parametrize(
    ("top", "bottom", "outlet"),
    [
        ("By Mara Orth | The Alda Mail", "", "The Alda Mail"),
        ("By Mara Orth | The Alda Mail | March 4, 2031", "", "The Alda Mail"),
        ("", "The Alda Mail", "The Alda Mail"),
        ("", "© 2031 The Alda Mail", "The Alda Mail"),
        ("By Mara Orth", "", None),
        ("March 4, 2031 | Policy Brief", "", None),
    ],
)
def test_outlet_is_read_from_the_page(top: str, bottom: str, outlet: str | None) -> None:
    assert clean_article(f"{TITLE}\n{top}\n{BODY}\n{bottom}").outlet == outlet


def test_what_the_caller_knows_wins() -> None:
    page = f"{TITLE}\nBy Mara Orth | The Alda Mail | March 4, 2031\n{BODY}"
    article = clean_article(page, title="Ferry accident", outlet="Alda Evening News", published="2031-03-05")
    assert (article.title, article.outlet, article.published) == ("Ferry accident", "Alda Evening News", "2031-03-05")


@pytest.mark.parametrize("text", ["04/03/2031", "March 2031", "4 March", "31 June 2031", "no date", "March 99, 2031"])
def test_a_date_that_is_not_a_full_day_is_none(text: str) -> None:
    assert find_date(text) is None
