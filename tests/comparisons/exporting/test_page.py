from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from comparer.comparisons.exporting.page import write_page
from tests.comparisons.exporting.making import HOSTILE, make_test_export, with_hostile_words
from tests.comparisons.reports import ENGINE, make_report

VOID = {"meta", "link", "br", "img", "input", "hr"}


@dataclass
class Reader(HTMLParser):
    """Reads a page strictly: every element that begins must end, in order."""

    open: list[str] = field(default_factory=list)
    seen: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def text(self) -> str:
        return " ".join("".join(self.words).split())


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_page_needs_no_other_file_and_no_script() -> None:
    page = read(write_page(make_test_export()))
    tags = {tag for tag, _ in page.seen}
    assert not tags & {"script", "link", "img", "iframe", "form", "svg", "object", "base"}
    assert {name for _, attributes in page.seen for name in attributes if name in ("src", "srcset", "style")} == set()
    style = write_page(make_test_export()).split("<style>")[1].split("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert "--paper" in style


def test_every_link_inside_leads_to_a_place_on_the_page() -> None:
    page = read(write_page(make_test_export()))
    ids = [attributes["id"] for _, attributes in page.seen if "id" in attributes]
    links = {str(attributes["href"]) for tag, attributes in page.seen if tag == "a" and "href" in attributes}
    assert len(ids) == len(set(ids))
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_page_holds_both_texts_the_differences_and_what_one_side_tells() -> None:
    report = make_report()
    words = read(write_page(make_test_export(report))).text()
    for paragraph in (*report.left.paragraphs, *report.right.paragraphs):
        source = report.left if paragraph in report.left.paragraphs else report.right
        assert " ".join(source.text[paragraph.start : paragraph.end].split()) in words
    for part in ("They disagree", "Told differently", "Only in The Harbour Post", "Northern Chronicle says 6 million."):
        assert part in words
    assert f"version {ENGINE}" in words
    assert "9 May 2031" in words


def test_markup_in_articles_is_shown_as_text() -> None:
    page = read(write_page(make_test_export(with_hostile_words(), outlets=("", ""))))
    assert "script" not in {tag for tag, _ in page.seen}
    assert " ".join(HOSTILE.split()) in page.text()


def test_an_article_links_to_where_it_came_from() -> None:
    page = read(write_page(make_test_export(sources=("https://post.example/ferry", ""))))
    assert ("a", {"href": "https://post.example/ferry", "rel": "noreferrer"}) in page.seen
