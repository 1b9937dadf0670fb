"""Files as people have them: encodings, page markup, Markdown, and what is no text at all."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.library.decode import FoundArticle, UnreadableFileError, decode_file

CURLY = "The “harbour’s” café — naïve.\nSecond paragraph here."
FERRY = "The ferry Alda hit the north pier on Monday, and eleven people were hurt, the harbour office said."
ENGINE = "The harbour office’s chief, Nils Oren, said the ferry’s engine had failed, and that it had not been repaired."
INQUIRY = "An inquiry will begin on Tuesday, the ministry said, and its findings will be published by the summer."


def page(head: str = "") -> str:
    return f"""<!DOCTYPE html><html><head><title>Ferry hits pier | The Alda Mail</title>{head}</head><body>
    <nav><a href="/">Home</a> <a href="/world">World</a></nav><h1>Ferry hits pier</h1>
    <article><p>{FERRY}</p><p>{ENGINE}</p>
    <blockquote class="twitter-tweet"><p>We saw it hit.</p>&mdash; Nils Oren (@nils) <a href="/x">March 4, 2031</a></blockquote>
    <h2>What next</h2><p>{INQUIRY}</p><script>track("reader")</script></article>
    <footer>© The Alda Mail. All rights reserved.</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    assert decode_file("story.txt", CURLY.encode(encoding)) == FoundArticle(CURLY)


def test_text_in_cyrillic_windows_encoding_is_not_taken_for_accents() -> None:
    russian = "Вчера в городе прошла встреча, на которой обсуждали план помощи пострадавшим районам страны."
    assert decode_file("story.txt", russian.encode("cp1251")).text == russian


def test_one_broken_byte_spoils_one_character_only() -> None:
    broken = CURLY.encode().replace("ï".encode(), b"\xc3")
    assert decode_file("story.txt", broken).text == CURLY.replace("ï", "\ufffd")


def test_page_declares_its_encoding() -> None:
    data = page('<meta http-equiv="content-type" content="text/html; charset=windows-1250">')
    assert "ž" in decode_file("a.html", data.replace("eleven", "mnoho že").encode("cp1250")).text


def test_page_gives_article_title_outlet_and_day() -> None:
    head = """<meta property="og:site_name" content="The Alda Mail">
    <meta property="article:published_time" content="2024-03-04T10:00:00Z">"""
    found = decode_file("story.html", page(head).encode())
    assert (found.title, found.outlet, found.published) == ("Ferry hits pier", "The Alda Mail", "2024-03-04")
    paragraphs = [line for line in found.text.split("\n") if line]
    assert paragraphs == [
        "Ferry hits pier", FERRY, ENGINE, "We saw it hit.", "— Nils Oren (@nils) March 4, 2031", "What next", INQUIRY,
    ]  # fmt: skip


def test_page_without_dated_markup_gets_no_day() -> None:
    assert decode_file("story.html", page().encode()).published is None


def test_page_saved_as_txt_is_read_as_a_page() -> None:
    assert decode_file("story.txt", page().encode()).title == "Ferry hits pier"


def test_plain_words_saved_as_html_stay() -> None:
    assert decode_file("story.html", CURLY.encode()) == FoundArticle(CURLY)


def test_markdown_becomes_plain_paragraphs() -> None:
    source = (
        '---\ntitle: "Ferry hits pier"\ndate: 2031-03-04\nsource: Alda Mail\n---\n\n## Why\n\nThe *ferry* hit\nthe '
        "[pier](https://pier.example) `now`, 5 \\* 3. ![A pier](pier.png)\n\n> It was &amp; is **fast**.\n\n- one\n- two\n\n"
        "```\ncode\n```\n\n<div>markup</div>\n"
    )
    found = decode_file("story.md", source.encode())
    assert found.text.split("\n\n") == [
        "Ferry hits pier", "Why", "The ferry hit the pier now, 5 * 3.", "It was & is fast.", "one", "two",
    ]  # fmt: skip
    assert (found.title, found.outlet, found.published) == ("Ferry hits pier", "Alda Mail", "2031-03-04")


@pytest.mark.parametrize(
    ("source", "title"),
    [("# Ferry hits pier\n\nText.", "Ferry hits pier"), ("Text.\n\n# Later", None), ("***\n", None)],
)
def test_markdown_title_is_the_opening_heading(source: str, title: str | None) -> None:
    assert decode_file("story.md", f"{source}\n\nMore.".encode()).title == title


@pytest.mark.parametrize("date", ["yesterday", "2031-13-40", "04/03/2031"])
def test_markdown_date_that_is_none_is_left_out(date: str) -> None:
    assert decode_file("story.md", f"---\ndate: {date}\n---\nText.".encode()).published is None


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("story.docx", b"x", "no Word document"),
        ("story", b"x", "Files of this kind"),
        ("story.txt", b" \n\t", "empty"),
        ("story.txt", b"%PDF-1.7 ...", "damaged"),
        ("story.html", b"PK\x03\x04....", "damaged"),
        ("story.md", b"\x89PNG\r\n....", "picture"),
        ("story.txt", bytes(range(1, 255)) * 3, "holds no text"),
        ("story.txt", b"\x00\x01\x02\x03" * 20, "holds no text"),
        ("story.txt", b"\xff\xfea", "damaged"),
        ("story.html", b"<html><body></body></html>", "No article"),
        ("story.md", b"![picture](only.png)", "No text"),
    ],
)
def test_what_is_no_article_is_refused_in_a_sentence(name: str, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFileError, match=words) as refusal:
        decode_file(name, data)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<div>" * 20_000 + b"x"),
        ("a.html", b"<" * 100_000),
        ("a.md", b"[" * 20_000),
        ("a.md", b"*a _" * 10_000),
        ("a.md", b">" * 20_000 + b"x"),
        ("a.txt", b"\xe2" * 100_000),
    ],
)
def test_hostile_files_end(name: str, data: bytes) -> None:
    with contextlib.suppress(UnreadableFileError):
        assert decode_file(name, data).text


@given(st.binary(max_size=300), st.sampled_from([".txt", ".md", ".html"]))
def test_any_bytes_give_text_or_a_refusal(data: bytes, kind: str) -> None:
    try:
        found = decode_file(f"a{kind}", data)
    except UnreadableFileError:
        return
    assert found.text.strip()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(str.strip))
def test_utf8_text_comes_back_unchanged(text: str) -> None:
    marked = text.encode("utf-8-sig")
    if not text.lstrip().lower().startswith(("<!doctype html", "<html")):
        assert decode_file("a.txt", marked).text == text
