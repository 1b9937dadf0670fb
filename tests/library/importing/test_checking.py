"""What the library takes of what a line or a file says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from comparer.library.decode import FoundArticle
from comparer.library.importing.checking import (
    RefusedError,
    candidate_from_fields,
    candidate_from_file,
    for_the_library,
)
from comparer.library.importing.models import readable
from tests.library.decode.documents import FERRY


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-04", "2024-03-04"),
        ("2024-03-04T10:00:00Z", "2024-03-04"),
        ("4 March 2024", "2024-03-04"),
        ("March 4, 2024", "2024-03-04"),
        ("04.03.2024", "2024-03-04"),
        ("", "None"),
        (" ", "None"),
    ],
)
def test_days_are_read_as_people_and_tables_write_them(written: str, day: str) -> None:
    assert str(candidate_from_fields({"text": FERRY, "published": written}).given.published) == day


@pytest.mark.parametrize(
    "written", ["soon", "2024-02-30", "1700-01-01", str(timezone.now().date() + timedelta(days=9))]
)
def test_a_day_that_cannot_be_is_refused_in_a_line_and_left_out_of_a_file(written: str) -> None:
    with pytest.raises(RefusedError, match="is no day on which it can have appeared"):
        candidate_from_fields({"text": FERRY, "published": written})
    found = FoundArticle(FERRY, published=written).checked()
    assert candidate_from_file(found, name="a.html", data=b"", about={}).given.published is None


@pytest.mark.parametrize("field", ["text", "title", "tags"])
@pytest.mark.parametrize("bad", ["\x00", "\ud800"])
def test_characters_that_cannot_be_kept_are_refused(field: str, bad: str) -> None:
    fields = {"text": FERRY}
    fields[field] = fields.get(field, "") + bad
    with pytest.raises(RefusedError, match="belong to no text"):
        candidate_from_fields(fields)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://alda.example/a?b=1#c", "https://alda.example/a?b=1"),
        ("javascript:alert(1)", ""),
        ("alda.example", ""),
        ("https://alda.example/" + 2_000 * "x", ""),
    ],
)
def test_only_addresses_of_the_web_are_kept(written: str, kept: str) -> None:
    assert candidate_from_fields({"text": FERRY, "address": written}).given.address == kept


def test_particulars_are_shortened_and_tags_parted() -> None:
    fields = {
        "text": FERRY,
        "title": "long " * 99,
        "outlet": "x" * 200,
        "byline": "Ana",
        "tags": "sea; pier,, sea ," + "t" * 99,
    }
    candidate = candidate_from_fields(fields)
    assert len(candidate.given.title) <= 300
    assert len(candidate.given.outlet) <= 120
    assert candidate.about.byline == "Ana"
    assert candidate.tags[:2] == ("sea", "pier")
    assert max(map(len, candidate.tags)) <= 60


def test_what_an_archive_knows_of_a_page_is_kept_where_the_page_is_silent() -> None:
    about = {"address": "https://alda.example/1"}
    foreign = FoundArticle(FERRY, address="https://orsa.example/1")
    assert candidate_from_file(foreign, name="a.html", data=b"", about=about).given.address == about["address"]
    assert candidate_from_file(foreign, name="a.html", data=b"", about={}).given.address == "https://orsa.example/1"
    silent = candidate_from_file(FoundArticle(FERRY), name="a.html", data=b"", about=about)
    named = FoundArticle(FERRY, address="https://www.alda.example/true", byline="Ana", updated="2024-03-05")
    speaking = candidate_from_file(named, name="a.html", data=b"", about=about)
    assert silent.given.address == "https://alda.example/1"
    assert speaking.given.address == "https://www.alda.example/true"
    assert (speaking.about.byline, speaking.about.updated) == ("Ana", "2024-03-05")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Choose another, or paste the text.", "Choose another, or save its text as a .txt file."),
        ("Paste the article’s text instead.", "Save its text as a .txt file instead."),
        ("It is damaged.", "It is damaged."),
    ],
)
def test_nobody_is_told_to_paste_where_nothing_can_be_pasted(sentence: str, said: str) -> None:
    assert for_the_library(sentence) == said


def test_names_that_no_database_keeps_become_readable() -> None:
    assert readable("a\x00b\udcff\n" + 700 * "c").startswith("a?b??c")
    assert len(readable(700 * "c")) == 600
