"""Word, PDF, OpenDocument, rich text and mail: what a person would read in them, and why some cannot be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.library.decode import UnreadableFileError, decode_file
from tests.library.decode.documents import (
    ENGINE,
    FERRY,
    MAIL,
    PARAGRAPHS,
    RICH,
    TITLE,
    lock_pdf,
    make_odt,
    make_pdf,
    make_scan,
    make_word,
    make_zip,
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraphs(name: str, data: bytes) -> list[str]:
    return decode_file(name, data).text.split("\n\n")


@pytest.mark.parametrize(
    ("name", "data"),
    [("story.docx", make_word(title=TITLE)), ("story.pdf", make_pdf()), ("story.odt", make_odt())],
)
def test_documents_give_their_paragraphs_and_title(name: str, data: bytes) -> None:
    assert paragraphs(name, data) == list(PARAGRAPHS)
    assert decode_file(name, data).title == TITLE


@pytest.mark.parametrize(
    ("name", "data"), [("story.txt", make_pdf()), ("story.md", make_word()), ("a.pdf", make_odt())]
)
def test_a_document_with_a_wrong_ending_is_read_as_what_it_is(name: str, data: bytes) -> None:
    assert paragraphs(name, data) == list(PARAGRAPHS)


@pytest.mark.parametrize("title", ["Document1", "Microsoft Word - draft.docx", ""])
def test_a_title_that_the_text_does_not_open_with_is_the_program_s_own(title: str) -> None:
    assert decode_file("a.docx", make_word(title=title)).title is None
    assert decode_file("a.pdf", make_pdf(title=title)).title is None


def test_word_leaves_out_deletions_and_doubled_boxes_and_keeps_insertions() -> None:
    body = f"""<w:document {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body><w:p>
    <w:r><w:t>The pier </w:t></w:r><w:del><w:r><w:delText>old</w:delText><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t>was hit.</w:t></w:r></w:ins>
    <w:r><w:instrText>HYPERLINK</w:instrText><mc:Fallback><w:t>twice</w:t></mc:Fallback></w:r></w:p></w:body></w:document>"""
    assert paragraphs("a.docx", make_zip({"word/document.xml": body})) == ["The pier was hit."]


def test_odt_leaves_out_notes_comments_and_tracked_changes() -> None:
    note = "<text:note><text:note-body><text:p>Note.</text:p></text:note-body></text:note>"
    gone = "<text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes>"
    body = f"{gone}<text:p>The pier{note}<text:s/>was<text:line-break/>hit.</text:p>"
    assert decode_file("a.odt", make_odt(body)).text == "The pier was\nhit."


def test_pdf_lines_become_sentences_and_running_heads_go() -> None:
    found = decode_file("a.pdf", make_pdf(4, head="The Alda Mail, page"))
    assert found.text.count(FERRY) == found.text.count(ENGINE) == 4
    assert found.text.endswith("Part xxxx.\n\nOf xxxx.")
    assert "Alda Mail" not in found.text


def test_rich_text_keeps_what_is_seen_only() -> None:
    found = decode_file("a.rtf", RICH)
    assert found.title == TITLE
    assert found.text.split("\n\n")[1].endswith("the harbour office’s café said. More here.")
    assert found.text.endswith("Its chief said “the engine had failed”, and it was not repaired.")
    assert "somebody" not in found.text
    assert "alda.example" not in found.text


def test_mail_gives_subject_day_and_joined_body() -> None:
    found = decode_file("a.eml", MAIL)
    assert found.text == f"{TITLE}\n\n{FERRY}\n\nIts chief, Nils Oren, sat in a café."
    assert (found.title, found.published) == (TITLE, "2024-03-04")


def test_mail_prefers_its_page() -> None:
    page = f"<html><body><article><p>{FERRY}</p><p>{ENGINE}</p></article></body></html>"
    data = f"Subject: News\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{page}\n".encode()
    assert paragraphs("a.eml", data)[0] == "News"
    assert ENGINE in decode_file("a.eml", data).text


@pytest.mark.parametrize("date", ["", "Date: once upon a time\n", "Date: 99 Foo 2031 25:61:00\n"])
def test_mail_with_a_bad_date_has_none(date: str) -> None:
    assert decode_file("a.eml", f"Subject: News\n{date}\n{FERRY}\n".encode()).published is None


def test_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert FERRY in decode_file("a.pdf", lock_pdf(make_pdf(), "")).text


ENTITIES = '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
BOMB = b"\x00" * 60_000_000


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("a.pdf", lambda: lock_pdf(make_pdf(), "secret"), "locked with a password"),
        ("a.pdf", make_scan, "as a scanner makes them"),
        ("a.pdf", lambda: make_pdf(201), "201 pages; 200 is the most"),
        ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "damaged"),
        ("a.pdf", lambda: make_pdf()[:900], "damaged"),
        ("a.docx", lambda: make_word()[:-300], "damaged"),
        ("a.docx", lambda: make_zip({"other.txt": "x"}), "no Word document"),
        ("a.docx", lambda: make_zip({"word/document.xml": "<w:p"}), "damaged"),
        ("a.docx", lambda: make_zip({"word/document.xml": f"{ENTITIES}<x>&c;</x>"}), "things outside itself"),
        ("a.docx", lambda: make_zip({"word/document.xml": BOMB}), "unpacks to far more"),
        ("a.docx", lambda: make_zip({f"{n}": "" for n in range(5_001)}), "unpacks to far more"),
        ("a.docx", lambda: make_word(()), "holds no text"),
        ("a.odt", lambda: make_odt(declared=ENTITIES), "things outside itself"),
        ("a.odt", lambda: make_odt(manifest="<manifest:encryption-data>"), "locked with a password"),
        ("a.odt", lambda: make_odt("<text:p> </text:p>"), "holds no text"),
        ("a.rtf", lambda: b"{\\rtf1 }", "No text was found"),
        ("a.eml", lambda: b"Subject: x\nContent-Type: image/png\n\nabc", "holds no text of its own"),
        ("a.pdf", lambda: b"just words", "This is no PDF"),
        ("a.rtf", lambda: b"just words", "This is no rich text file"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(name: str, make: Callable[[], bytes], words: str) -> None:
    with pytest.raises(UnreadableFileError, match=words) as refusal:
        decode_file(name, make())
    assert str(refusal.value).endswith(".")


def test_a_locked_part_of_a_package_is_named_so() -> None:
    data = bytearray(make_word())
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[at + 8] |= 1
    with pytest.raises(UnreadableFileError, match="locked"):
        decode_file("a.docx", bytes(data))


@given(st.data())
def test_damaged_documents_give_text_or_a_refusal(data: st.DataObject) -> None:
    name, whole = data.draw(
        st.sampled_from([("a.docx", WORD), ("a.pdf", PDF), ("a.odt", ODT), ("a.rtf", RICH), ("a.eml", MAIL)])
    )
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + data.draw(st.integers(0, 20)) :]
    try:
        found = decode_file(name, broken)
    except UnreadableFileError:
        return
    assert found.text.strip()


WORD, PDF, ODT = make_word(), make_pdf(), make_odt()
