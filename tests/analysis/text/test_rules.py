from __future__ import annotations

import time

import pytest

from comparer.analysis.text.rules import is_date_line, why_by_words

PLACES = ("anywhere", "head", "below", "tail", "end")
HOSTILE = (
    "!", "A", "Ab ", "12 ", "? ", "a@", "a.", "call us ", "were you? call ", "send your story ", "by Anna Bee, ", "now in the ",
    "that's all for A ", "donate as little as ", "home | ", "[music", "(", "correction: this article ", "x's ",
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("Posted on March 4, 2031 | 5 min read | 12 comments", True),
        ("posted by Jonas on Mar 4, 2031", True),
        ("March 4, 2031 by Mara Orth", True),
        ("4 March 2031 · No comments", True),
        ("March 4, 2031, and 31 comments that changed a town", False),
        ("Written off on March 4, 2031", False),
        ("Sunk by Mara Orth on March 4, 2031", False),
        ("21 July 2031 Last updated at 11: 11 GMT", True),
        ("Posted 11 / 27 / 2031 7:21 AM", True),
        ("Last updated 13:26 14/09/2031", True),
        ("WEDNESDAY, APRIL 24, 2031, 10: 34 AM", True),
        ("Updated 4: 08 p. m. ET", True),
        ("27 / 09 / 2031 - Orsa holds its first regatta on two lakes", False),
        ("5 min read", False),
        ("", False),
    ],
)
def test_date_line_may_name_the_author_and_count_comments(line: str, *, dated: bool) -> None:
    assert is_date_line(line) is dated


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("start", ["", "Were you there? ", "Play ", "Donate ", "Anna Bee "])
def test_odd_lines_take_no_time(piece: str, start: str) -> None:
    line = (start + piece * 1200)[:1199] + "~"
    began = time.process_time()
    for place in PLACES:
        why_by_words(line, place)
        why_by_words(" ".join(line.split(" ")[:20]), place)
    assert time.process_time() - began < 1
