from __future__ import annotations

import pytest

from comparer.analysis.text import clean_article
from comparer.analysis.text.edits import Draft
from comparer.analysis.text.markdown import LINK_MARKUP_WHY, take_off_markdown

BODY = "The ferry hit the pier on Monday.\nEleven people were hurt, the office said.\nAn inquiry begins on Tuesday."
TITLE = "# Ferry hits the north pier at Alda"


def plain(text: str) -> list[str]:
    return [line for line in take_off_markdown(Draft(text)).text.split("\n") if line]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("## What comes next ##", "What comes next"),
        ("It was *very* fast.", "It was very fast."),
        ("It was **very, *very* fast**.", "It was very, very fast."),
        ("It was ***very*** fast and __wet__.", "It was very fast and wet."),
        ("The _Alda_, not the *Karrow*.", "The Alda, not the Karrow."),
        ("“*Never* again,” he said.", "“Never again,” he said."),
        ("> Nobody called us.", "Nobody called us."),
        ("> > Nobody called us.", "Nobody called us."),
        ("- the first pier", "the first pier"),
        ("* the *first* pier", "the first pier"),
        ("The [harbour *office*](https://harbour.example/a_b) said so.", "The harbour office said so."),
        ("[![A pier](/pier.png)](https://harbour.example) it was.", "A pier it was."),
        ('See [the list](/list "All of it").', "See the list."),
        # no signs
        ("He paid 5 * 3 * 2 crowns for a 4* room, 5* next time.", "He paid 5 * 3 * 2 crowns for a 4* room, 5* next time."),
        ("“What the f***,” he said, s**t.", "“What the f***,” he said, s**t."),
        ("The file a_b_c was _never opened.", "The file a_b_c was _never opened."),
        ("He [the captain] (59) was hurt.", "He [the captain] (59) was hurt."),
        ("#ferry and #1 in the list", "#ferry and #1 in the list"),
        ("- Nils Oren (@nilsoren) March 4, 2031", "- Nils Oren (@nilsoren) March 4, 2031"),
        ("*Name changed by the editors", "*Name changed by the editors"),
    ],
)  # fmt: skip
def test_signs_go_and_words_stay(line: str, shown: str) -> None:
    assert plain(f"{TITLE}\n{line}\nThe end.") == [TITLE[2:], shown, "The end."]


@pytest.mark.parametrize(
    "text",
    [
        BODY, "", "It was *very* fast.", "> Nobody called us.\n> Nobody at all.\n- one\n- two", "- one\n- two\n* three",
        "Costs*\n*estimated, in 2029 prices", "The list:\n# 1 is the pier", "#ferry\n#alda", "[1] (a) [2] (b)",
    ],
)  # fmt: skip
def test_a_text_with_few_signs_is_left_alone(text: str) -> None:
    assert take_off_markdown(Draft(text)) == Draft(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n{BODY}",
        f"Ferry\n## One\n{BODY}\n## Two\n{BODY}",
        f"[a](https://b.example)\n{BODY}",
        f"**a** b\n*c*\n{BODY}",
    ],
)
def test_several_signs_make_it_markdown(text: str) -> None:
    assert take_off_markdown(Draft(text)).text != text


def test_a_link_is_kept_in_the_repair() -> None:
    article = clean_article(f"{TITLE}\n{BODY}\nThe [*office*](https://harbour.example/alda) is closed.")
    (repair,) = article.repairs
    assert (repair.before, repair.after, repair.why) == (
        "[office](https://harbour.example/alda)", "office", LINK_MARKUP_WHY,
    )  # fmt: skip
    assert article.text[repair.start : repair.end] == "office"


def test_a_picture_of_its_own_is_set_aside() -> None:
    article = clean_article(f"{TITLE}\n![The pier](https://a.example/p.png)\n{BODY}")
    assert [item.text for item in article.removed] == ["![The pier](https://a.example/p.png)"]


def test_title_and_headings_lose_their_signs() -> None:
    article = clean_article(f"{TITLE}\n\n*The Alda Mail*\n\n{BODY}\n\n## What Comes Next\n\n{BODY[34:]}\nNobody knows.")
    assert article.title == TITLE[2:]
    assert not {"#", "*"} & set(article.text)
    assert "What Comes Next" in [article.text[p.start : p.end] for p in article.paragraphs if p.role == "heading"]


def test_wrapped_markdown_keeps_its_items_apart() -> None:
    long = "The ferry hit the north pier of the harbour on Monday morning, and eleven\npeople were hurt, the harbour office said, when the engine of the ferry had\nfailed."
    text = f"{TITLE}\n{long}\n- {long}\n- {long}\n"
    joined = long.replace("\n", " ")
    assert clean_article(text).text.split("\n")[1:2] == [joined]
