from __future__ import annotations

import datetime as dt

from comparer.quality.measured import Figure, Shelf, read_shelf
from comparer.quality.page import make_page, summarise
from tests.quality.making import make_measured

CONFLICTS = Figure("conflicts", 0.3, 0.2, 0.4, 0.62, 0.2)


def test_the_summary_says_what_was_measured_and_what_to_expect() -> None:
    told, advice = summarise({"articles": make_measured(CONFLICTS)})
    assert told == (
        "On 13 pairs of whole articles, six of ten marked conflicts were right, and of ten that there are it marked two."
    )
    assert advice.startswith("Expect most marks to hold")


def test_articles_never_seen_come_first_in_the_summary() -> None:
    unseen = make_measured(Figure("conflicts", 0.3, precision=0.4, recall=0.1), counts={"article pairs": 5})
    told, _ = summarise({"articles": make_measured(CONFLICTS), "articles_unseen": unseen})
    assert told.startswith("On 5 pairs of whole articles, four of ten")


def test_the_summary_advises_rightly() -> None:
    """Most marks hold, many differences go unmarked: other figures need another sentence."""
    measured = read_shelf().measured
    conflicts = measured.get("articles_unseen", measured["articles"]).figure("conflicts")
    assert conflicts is not None
    assert conflicts.precision is not None
    assert conflicts.recall is not None
    assert conflicts.precision > 0.5
    assert conflicts.recall < 0.8


def test_without_figures_nothing_is_claimed() -> None:
    page = make_page(Shelf(), engine="1.0")
    assert (page.summary, page.dates, page.older) == ((), (), False)
    assert all(not section.groups for section in page.sections)


def test_a_page_says_when_its_figures_were_measured_and_of_which_version() -> None:
    shelf = Shelf(
        {
            "articles": make_measured(CONFLICTS, date=dt.date(2026, 5, 6)),
            "minimal": make_measured(date=dt.date(2026, 3, 4), engine="0.9"),
        },
        ("judged.json is damaged.",),
    )
    page = make_page(shelf, engine="1.0")
    assert page.dates == (dt.date(2026, 3, 4), dt.date(2026, 5, 6))
    assert page.older
    assert page.troubles == ("judged.json is damaged.",)
