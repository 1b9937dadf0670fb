from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from comparer.library.forms import ArticleForm, may_be_english
from tests.library.decode.documents import MAIL, RICH, make_odt, make_pdf, make_scan, make_word

TEXT = "The lighthouse on Orrin Head was lit again on Friday, its keepers said."


def form(**changes: Any) -> ArticleForm:
    files = {"file": [changes.pop("file")]} if "file" in changes else {}
    return ArticleForm({"text": TEXT} | changes, MultiValueDict(files))


def errors(**changes: Any) -> dict[str, list[str]]:
    return {name: [str(one) for one in said] for name, said in form(**changes).errors.items()}


def upload(data: bytes, name: str = "story.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_a_text_alone_is_enough() -> None:
    filled = form()
    assert filled.is_valid()
    assert filled.given().raw == TEXT
    assert filled.given().published is None


def test_line_ends_are_as_they_were_before_the_browser_sent_them() -> None:
    filled = form(text=TEXT + "\r\n\r\n  Second line.\r\n")
    assert filled.is_valid()
    assert filled.given().raw == TEXT + "\n\n  Second line.\n"


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"text": ""}, "text", "Paste the text of an article here, or choose a file."),
        ({"text": " \n\t "}, "text", "Paste the text of an article here, or choose a file."),
        ({"text": "Three short words"}, "text", "Give at least 5 words."),
        ({"text": "https://example.org/news/lighthouse?from=front"}, "text", "Web addresses are not fetched. Open the page"),
        ({"text": " www.example.org\nexample.org/a HTTP://example.org/b http://c.example d.example/1"}, "text", "not fetched"),
        ({"text": "See https://example.org/lighthouse"}, "text", "Give at least 5 words."),
        ({"text": "10.5 and/or 12"}, "text", "Give at least 5 words."),
        ({"text": TEXT + "\x00"}, "text", "null characters"),
        ({"text": "Der Sturm hat die Leitungen zerstört, und es gibt in der ganzen Stadt keinen Strom mehr."}, "text", "does not seem to be English"),
        ({"text": "昨天晚上的暴风雨 使得 全城 停电 了 数 小时"}, "text", "does not seem to be English"),
        ({"text": "Буря оставила город без света на всю ночь, и люди ждали помощи."}, "text", "does not seem to be English"),
        ({"title": "T" * 301}, "title", "at most 300 characters"),
        ({"title": "T\x00"}, "title", "null characters"),
        ({"outlet": "O" * 121}, "outlet", "at most 120 characters"),
        ({"published": "soon"}, "published", "Write it like 2025-04-09 or 9 April 2025."),
        ({"published": "2025-02-30"}, "published", "This is not a date."),
        ({"published": "0025-04-09"}, "published", "written with four figures"),
        ({"address": "not an address"}, "address", "It looks like https://example.org/story."),
        ({"address": "javascript:alert(1)"}, "address", "It looks like https://example.org/story."),
        ({"address": "https://example.org/\x00"}, "address", "null characters"),
        ({"file": upload(b"")}, "file", "This file is empty."),
        ({"file": upload(b" \n ")}, "file", "This file is empty."),
        ({"file": upload(TEXT.encode(), "story.docx")}, "file", "This is no Word document, whatever its name says."),
        ({"file": upload(TEXT.encode(), "story.doc")}, "file", "Files of this kind cannot be read."),
        ({"file": upload(TEXT.encode(), "story")}, "file", "Files of this kind cannot be read."),
    ],
)  # fmt: skip
def test_bad_input_is_answered_in_plain_words(changes: dict[str, Any], field: str, says: str) -> None:
    found = errors(**changes)
    assert list(found) == [field]
    assert says in found[field][0]
    assert len(found[field]) == 1


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-04-09", "2025-04-09"),
        ("9 April 2025", "2025-04-09"),
        ("April 9, 2025", "2025-04-09"),
        ("9 Apr 2025", "2025-04-09"),
        ("Apr 9, 2025", "2025-04-09"),
    ],
)
def test_dates_are_read_as_people_write_them(written: str, read: str) -> None:
    filled = form(published=written)
    assert filled.is_valid()
    assert str(filled.given().published) == read


def test_tomorrow_is_taken_since_it_is_today_somewhere_and_the_day_after_is_not() -> None:
    today = timezone.localdate()
    assert form(published=str(today + timedelta(days=1))).is_valid()
    assert "future" in errors(published=str(today + timedelta(days=2)))["published"][0]


def test_an_address_without_its_scheme_is_a_web_address() -> None:
    filled = form(address="example.org/story")
    assert filled.is_valid()
    assert filled.given().address == "https://example.org/story"


def test_longest_text_is_a_setting(settings: Settings) -> None:
    settings.COMPARER_MAX_CHARACTERS = len(TEXT)
    assert form().is_valid()
    assert f"{len(TEXT) + 1} characters; {len(TEXT)} is the most" in errors(text=TEXT + ".")["text"][0]


def test_fewest_words_is_a_setting(settings: Settings) -> None:
    settings.COMPARER_MIN_WORDS = 13
    assert form().is_valid()
    settings.COMPARER_MIN_WORDS = 14
    assert "at least 14 words" in errors()["text"][0]


def test_largest_file_is_a_setting(settings: Settings) -> None:
    settings.COMPARER_MAX_UPLOAD_BYTES = 2_000
    assert form(file=upload(TEXT.encode().ljust(2_000))).is_valid()
    assert "2 kB is the most" in errors(file=upload(TEXT.encode().ljust(2_001)))["file"][0]


@pytest.mark.parametrize("name", ["story.txt", "STORY.TXT", "story.md", "notes.2025.md"])
def test_a_file_takes_the_place_of_the_text(name: str) -> None:
    filled = form(text="Something else is still in the box.", file=upload(TEXT.encode(), name))
    assert filled.is_valid()
    assert (filled.given().raw, filled.given().file_name, filled.given().file_bytes) == (TEXT, name, TEXT.encode())


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", make_word()), ("a.pdf", make_pdf()), ("a.odt", make_odt()), ("a.rtf", RICH), ("a.eml", MAIL)],
)
def test_documents_are_taken_as_files(name: str, data: bytes) -> None:
    filled = form(text="", file=upload(data, name))
    assert filled.is_valid(), filled.errors
    assert "hit the north pier on Monday" in filled.given().raw
    assert filled.given().file_bytes == data


def test_a_document_that_cannot_be_read_says_why() -> None:
    assert "as a scanner makes them" in errors(text="", file=upload(make_scan(), "a.pdf"))["file"][0]


def test_the_text_of_a_file_stands_in_the_box_when_the_form_comes_back() -> None:
    filled = form(text="", published="soon", file=upload(TEXT.encode()))
    assert not filled.is_valid()
    assert filled["text"].value() == TEXT


def test_a_saved_page_tells_about_itself_and_the_person_knows_better() -> None:
    page = f"""<html><head><title>Light</title><meta property="og:site_name" content="{"Very Long Name of a Paper " * 9}">
    <meta property="og:title" content="{"Orrin Head is lit again " * 20}"></head>
    <body><article><h1>Orrin Head is lit again</h1>{f"<p>{TEXT}</p>" * 4}</article></body></html>"""
    filled = form(text="", file=upload(page.encode(), "light.html"))
    assert filled.is_valid(), filled.errors
    article = filled.given()
    assert TEXT in article.raw
    assert article.title.startswith("Orrin Head is lit again")
    assert len(article.title) <= 300
    assert len(article.outlet) <= 120
    titled = form(title="Mine", file=upload(page.encode(), "light.html"))
    assert titled.is_valid()
    assert titled.given().title == "Mine"


def saved_page(day: str) -> SimpleUploadedFile:
    page = f"""<html><head><title>Light</title><meta property="og:site_name" content="The Orrin Post">
    <meta property="article:published_time" content="{day}T08:00:00Z"></head>
    <body><article><h1>Orrin Head is lit again</h1>{f"<p>{TEXT}</p>" * 4}</article></body></html>"""
    return upload(page.encode(), "light.html")


def test_what_a_file_says_of_itself_stands_in_its_fields_when_the_form_comes_back() -> None:
    filled = form(text="", outlet="Mine", published=" ", address="not an address", file=saved_page("2025-05-02"))
    assert not filled.is_valid()
    assert filled["title"].value() == "Orrin Head is lit again"
    assert filled["outlet"].value() == "Mine"
    assert filled["published"].value() == "2025-05-02"


@pytest.mark.parametrize("day", ["2999-05-02", "1700-05-02"])
def test_a_day_that_cannot_be_is_not_taken_from_a_file(day: str) -> None:
    filled = form(text="", file=saved_page(day))
    assert filled.is_valid()
    assert filled.given().published is None


def test_a_bad_file_leaves_the_pasted_text_in_the_box() -> None:
    filled = form(file=upload(b""))
    assert not filled.is_valid()
    assert filled["text"].value() == TEXT


@given(st.text(max_size=300))
def test_any_text_is_taken_or_refused_but_never_breaks_the_form(text: str) -> None:
    filled = form(text=text, title=text, outlet=text, published=text, address=text)
    assert filled.is_valid() or filled.errors


@given(st.binary(max_size=300))
def test_any_file_is_taken_or_refused_but_never_breaks_the_form(data: bytes) -> None:
    filled = form(file=upload(data))
    assert filled.is_valid() or filled.errors


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (TEXT, True),
        ("Ferry sinks off Karsund; 12 missing", True),
        ("lorem ipsum dolor sit amet consectetur " * 5, True),  # unknown, in Latin letters: let the person try
        ("Le maire a dit que les travaux du pont ne sont pas finis et que la ville attend.", False),
    ],
)
def test_may_be_english(text: str, english: bool) -> None:  # noqa: FBT001 -- a case as data
    assert may_be_english(text) is english
