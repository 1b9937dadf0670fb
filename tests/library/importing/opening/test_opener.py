"""Archives, tables, web archives, feeds and lists of feeds: what is found in them, and what is refused."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.library.decode import UnreadableFileError
from comparer.library.importing.opening.apart import open_apart
from comparer.library.importing.opening.entry import Entry, Limits
from comparer.library.importing.opening.feed import plain_words
from comparer.library.importing.opening.opener import HOLDING_MANY, holds_many, open_file
from tests.library.decode.documents import ENGINE, FERRY, make_zip


def found(name: str, data: bytes | str, limits: Limits | None = None) -> list[Entry]:
    return list(open_file(name, data.encode() if isinstance(data, str) else data, limits or Limits()))


def make_warc(*pages: tuple[str, str, str, bytes], packed: bool = False) -> bytes:
    """Each page is its address, status, kind and body."""
    records = []
    for address, status, kind, body in pages:
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-03-04T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        records.append(head.encode() + answer + b"\r\n\r\n")
    return b"".join(map(gzip.compress, records) if packed else records)


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Alda Mail</title>
<item><title>Ferry hits pier</title><link>https://alda.example/1</link><pubDate>Tue, 04 Mar 2031 22:10:00 +0000</pubDate>
<author>Ana Bell</author><category>sea</category><category>pier</category><description>Short.</description>
<content:encoded><![CDATA[<p>{FERRY}</p><script>track()</script><p>{ENGINE}</p>]]></content:encoded></item>
<item><title>Bad day</title><link>https://alda.example/2</link><pubDate>the day before</pubDate><description>{FERRY}</description></item>
<item><title>No day</title><description>&lt;b&gt;Bold&lt;/b&gt; words</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Orsa Post</title><entry><title>Light is lit</title>
<link href="https://orsa.example/1"/><published>2031-02-30T99:00:00Z</published><updated>2031-03-04T10:00:00Z</updated>
<content type="html">&lt;p&gt;{FERRY}&lt;/p&gt;</content></entry></feed>"""


def test_a_feed_gives_its_entries_and_no_day_where_the_date_is_none() -> None:
    first, bad, none = (entry.fields for entry in found("a.rss", RSS))
    assert first == {
        "title": "Ferry hits pier",
        "text": f"Ferry hits pier\n\n{FERRY}\n\n{ENGINE}",
        "outlet": "The Alda Mail",
        "byline": "Ana Bell",
        "published": "2031-03-04",
        "address": "https://alda.example/1",
        "tags": "sea, pier",
    }
    assert (bad["published"], none["published"]) == ("", "")
    assert none["text"] == "No day\n\nBold words"
    (entry,) = found("feed.xml", ATOM)
    assert (entry.fields["outlet"], entry.fields["address"]) == ("Orsa Post", "https://orsa.example/1")


def test_plain_words_keeps_blocks_apart() -> None:
    html = "<h2>Why</h2>One<br>two &amp; <i>three</i>\nfour<ul><li>a</li><li>b</li></ul><style>x{}</style>"
    assert plain_words(html) == "Why\n\nOne\n\ntwo & three four\n\na\n\nb"


def test_a_list_of_feeds_gives_their_addresses() -> None:
    opml = '<?xml version="1.0"?><opml><body><outline text="Group"><outline title="Alda" xmlUrl="https://alda.example/rss"/></outline></body></opml>'
    for name in ("a.opml", "a.xml"):
        assert found(name, opml) == [Entry("Alda", fields={"fetch": "https://alda.example/rss"})]


def test_a_zip_gives_its_files_by_harmless_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = make_zip({
        "../../up.txt": "1", "/root.txt": "2", "a\\b.txt": "3", "dir/": "", "__MACOSX/x.txt": "x", ".hidden": "x", "d/.DS_Store": "x",
    })  # fmt: skip
    assert [(entry.name, entry.data) for entry in found("a.zip", data)] == [
        ("up.txt", b"1"), ("root.txt", b"2"), ("a/b.txt", b"3"),
    ]  # fmt: skip
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["b.zip", "c.tar.gz", "d.7z", "e.warc"])
def test_an_archive_in_an_archive_is_not_opened(name: str) -> None:
    entries = found("a.zip", make_zip({name: make_zip({"x.txt": "x"}), "good.txt": "x"}))
    assert "not opened" in entries[0].reason
    assert entries[0].data is None
    assert entries[1] == Entry("good.txt", b"x")


def test_a_link_in_a_zip_is_its_own_text_and_leads_nowhere() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        package.writestr(link, "/etc/passwd")
    assert found("a.zip", out.getvalue()) == [Entry("link.txt", b"/etc/passwd")]


def overlapping() -> bytes:
    """A zip whose hundred names all stand for the same packed bytes."""
    data = make_zip({"a": bytes(1_000_000)})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    count = (100).to_bytes(2, "little")
    tail = data[end : end + 8] + count + count + (100 * (end - start)).to_bytes(4, "little") + data[end + 16 :]
    return data[:start] + 100 * data[start:end] + tail


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("a.zip", lambda: make_zip({"a.txt": bytes(100_000_000)}), "unpacks to far more"),
        ("a.zip", overlapping, "unpacks to far more"),
        ("a.zip", lambda: make_zip({"a.txt": "x"})[:-10], "damaged"),
        ("a.zip", lambda: b"no zip", "damaged"),
        ("a.csv", lambda: b"", "empty"),
        ("a.csv", lambda: b"a,b\n1,2", "no column “text”"),
        ("a.csv", lambda: b"%PDF-1.7", "This is a PDF"),
        ("a.rss", lambda: b"words", "no RSS or Atom feed"),
        (
            "a.rss",
            lambda: RSS.replace("<rss", '<!DOCTYPE x [<!ENTITY a "b">]><rss', 1).encode(),
            "things outside itself",
        ),
        ("a.opml", lambda: b"<opml", "damaged"),
        (
            "a.warc",
            lambda: make_warc(("https://a.example/", "200 OK", "text/html", b"<p>x</p>" * 9))[:-20],
            "damaged",
        ),
    ],
)
def test_what_cannot_be_opened_says_why(name: str, make: Callable[[], bytes], words: str) -> None:
    with pytest.raises(UnreadableFileError, match=words) as refusal:
        found(name, make())
    assert str(refusal.value).endswith(".")


def test_a_web_archive_gives_the_pages_that_were_answered() -> None:
    pages = (
        ("https://alda.example/1", "200 OK", "text/html; charset=utf-8", b"<p>one</p>"),
        ("https://alda.example/2", "404 Not Found", "text/html", b"<p>gone</p>"),
        ("https://alda.example/3.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://alda.example/4", "200 OK", "text/html", b"x" * 2_000),
    )
    for name, packed in (("a.warc", False), ("a.warc.gz", True)):
        one, large = found(name, make_warc(*pages, packed=packed), Limits(file_bytes=1_000))
        assert one == Entry("https://alda.example/1", b"<p>one</p>", {"address": "https://alda.example/1"})
        assert "is the most for one article" in large.reason


def test_a_web_archive_that_unpacks_to_too_much_is_given_up() -> None:
    pages = [(f"https://alda.example/{n}", "200 OK", "text/html", bytes(900)) for n in range(3)]
    with pytest.raises(UnreadableFileError, match="unpacks to far more"):
        found("a.warc.gz", make_warc(*pages, packed=True), Limits(file_bytes=1_000, total_bytes=2_000))


def test_a_table_gives_lines_by_the_columns_it_names() -> None:
    table = f'\ufeffHeadline;Body;Source;URL;Extra\nFerry;"{FERRY}\nMore; of it";Alda Mail;https://a.example;x\n\n'
    (entry,) = found("a.csv", table)
    assert entry == Entry(
        "line 2",
        fields={
            "title": "Ferry",
            "text": f"{FERRY}\nMore; of it",
            "outlet": "Alda Mail",
            "address": "https://a.example",
        },
    )
    assert found("a.tsv", "text\ttitle\nA b\tc\n")[0].fields == {"text": "A b", "title": "c"}


def test_a_bad_line_of_a_table_costs_itself() -> None:
    entries = found("a.csv", "text,title\ngood,1\nonly one\na,b,c\nlast,2\n")
    assert [bool(entry.reason) for entry in entries] == [False, True, True, False]
    assert entries[1].reason == "This line has 1 columns, the first line names 2."
    assert entries[1].fields == {"text": "only one"}


def test_json_lines_give_objects_and_say_what_is_none() -> None:
    lines = [json.dumps({"body": "x", "tags": ["a", "b"], "date": None, "title": 7}), "{", "[1]", "", '{"text": "y"}']
    entries = found("a.jsonl", "\n".join(lines))
    assert entries[0].fields == {"text": "x", "tags": "a, b", "published": "", "title": "7"}
    assert ["JSON" in entries[1].reason, "no object" in entries[2].reason] == [True, True]
    assert (entries[3].name, entries[3].fields) == ("line 5", {"text": "y"})


def test_a_table_of_a_hundred_thousand_lines_gives_all_apart() -> None:
    lines = [f'"{FERRY} Trip {n}.",2031-03-04' if n % 10 else "broken" for n in range(100_000)]
    entries = list(open_apart("a.csv", ("text,published\n" + "\n".join(lines)).encode()))
    assert len(entries) == 100_000
    assert sum(bool(entry.reason) for entry in entries) == 10_000


def test_opening_apart_goes_on_after_what_was_taken() -> None:
    data = make_zip({f"{n}.txt": f"{n}" for n in range(5)})
    assert [entry.name for entry in open_apart("a.zip", data, skip=3)] == ["3.txt", "4.txt"]
    assert list(open_apart("a.zip", data)) == found("a.zip", data)


def test_what_was_found_before_an_archive_breaks_off_is_given() -> None:
    data = make_warc(*[(f"https://a.example/{n}", "200 OK", "text/html", b"<p>x</p>") for n in range(3)])
    entries = open_apart("a.warc", data + b"WARC nonsense\r\n\r\n")
    assert [next(entries).name for _ in range(3)] == [f"https://a.example/{n}" for n in range(3)]
    with pytest.raises(UnreadableFileError):
        list(entries)


def test_more_entries_than_allowed_are_left(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="Only the first 2"):
        found("a.jsonl", '{"text": "x"}\n' * 3, Limits(entries=2))


def test_a_file_that_takes_too_long_to_open_is_given_up() -> None:
    with pytest.raises(UnreadableFileError, match="more time or memory"):
        list(open_apart("a.warc.gz", gzip.compress(bytes(900_000_000), 1), seconds=0.1))


@pytest.mark.parametrize(
    ("name", "many"), [("a.ZIP", True), ("a.warc.gz", True), ("a.xml", True), ("a.txt", False), ("a.gz", False)]
)
def test_holds_many_goes_by_the_ending(name: str, many: bool) -> None:  # noqa: FBT001 -- a case
    assert holds_many(name) == many


@given(st.binary(max_size=300), st.sampled_from(HOLDING_MANY))
def test_any_bytes_give_entries_or_a_refusal(data: bytes, ending: str) -> None:
    try:
        entries = found(f"a{ending}", data)
    except UnreadableFileError:
        return
    assert all(entry.reason or entry.fields or entry.data is not None for entry in entries)
