"""Runs as HTML."""

from __future__ import annotations

from comparer.analysis.report import Repair
from comparer.comparisons.presenting.passages import Words
from comparer.comparisons.presenting.runs import Look, Run
from comparer.comparisons.templatetags.marks import marked, passage

LOOK = Look("naming", 3)


def test_plain_runs_are_escaped_text() -> None:
    assert marked([Run("a < b & "), Run("c")], "?card=") == "a &lt; b &amp; c"


def test_what_stands_around_a_claim_is_set_back() -> None:
    assert marked([Run("and so ", around=True)], "?card=") == '<span class="around">and so </span>'


def test_the_first_run_of_a_mark_is_its_link() -> None:
    first = Run("so", ("d7", "p1"), "d7", LOOK, leads=True, notes=(3,))
    assert marked([first], "?show=all&card=") == (
        '<a data-m="d7 p1" class="m naming" href="?show=all&amp;card=d7" aria-describedby="say-d7" data-n="3">so</a>'
    )
    assert "aria-describedby" not in marked([first], "?card=", described=False)


def test_later_runs_have_the_look_only() -> None:
    assert marked([Run("so", ("d7",), "d7", LOOK)], "?card=") == '<a data-m="d7" class="m naming">so</a>'


def test_a_hidden_mark_has_no_look_and_no_link() -> None:
    assert marked([Run("so", ("d7",))], "?card=") == '<a data-m="d7">so</a>'


def test_damaged_and_mended_characters_say_so() -> None:
    lost, mended = Repair(0, 1, "x", None, "a letter <lost>"), Repair(0, 1, "â", "“", "wrong encoding")
    assert marked([Run("?", repair=lost)], "?card=") == (
        '<span class="damaged" title="Damaged beyond repair: a letter &lt;lost&gt;">?</span>'
    )
    assert marked([Run("“", ("d1",), "d1", LOOK, repair=mended)], "?card=") == (
        '<a data-m="d1" title="Mended: wrong encoding" class="m naming mended">“</a>'
    )


def test_a_passage_tells_context_own_words_and_hits_apart() -> None:
    words = [Words("Before. ", context=True), Words("It "), Words("sank", own=True, hit=True)]
    assert passage(words) == '<span class="around">Before. </span>It <span class="own hit">sank</span>'


def test_the_last_run_of_marks_carries_the_numbers_of_their_notes() -> None:
    assert marked([Run("so", ("d7",), "d7", LOOK, notes=(3, 11))], "?card=") == (
        '<a data-m="d7" class="m naming" data-n="3, 11">so</a>'
    )
