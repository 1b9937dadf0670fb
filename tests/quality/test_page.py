from __future__ import annotations

import datetime as dt

from comparer.quality.measured import Figure, Shelf
from comparer.quality.page import make_page, summarise
from tests.quality.making import make_measured

CONFLICTS = Figure("conflicts", 0.3, 0.2, 0.4, 0.6, 0.2)


def test_the_summary_says_what_was_measured_and_what_to_expect() -> None:
    told, advice = summarise({"articles": make_measured(CONFLICTS, counts={"article pairs": 13, "conflicts": 45})})
    assert told == (
        "On 13 pairs of articles written to disagree, 9 of the 15 conflicts that it marked were right, "
        "and 36 of 45 went unmarked."
    )
    assert "read both passages" in advice


def test_articles_never_seen_come_first_in_the_summary() -> None:
    counts = {"article pairs": 5, "conflicts": 20}
    unseen = make_measured(Figure("conflicts", 0.3, precision=0.5, recall=0.1), counts=counts)
    told, _ = summarise({"articles": make_measured(CONFLICTS), "articles_unseen": unseen})
    assert told.startswith("On 5 pairs of articles written to disagree, 2 of the 4 conflicts")


def test_the_summary_speaks_of_one_as_of_one() -> None:
    counts = {"article pairs": 5, "conflicts": 20}
    one = make_measured(Figure("conflicts", 0.1, precision=0.5, recall=0.05), counts=counts)
    told, _ = summarise({"articles_unseen": one})
    assert "1 of the 2 conflicts that it marked was right, and 19 of 20 went unmarked" in told


def test_one_conflict_that_was_marked_is_not_counted() -> None:
    counts = {"article pairs": 5, "conflicts": 20}
    one = make_measured(Figure("conflicts", 0.1, precision=1, recall=0.05), counts=counts)
    told, _ = summarise({"articles_unseen": one})
    assert "the one conflict that it marked was right, and 19 of 20 went unmarked" in told


def test_the_summary_tells_what_real_reports_showed() -> None:
    counts = {"article pairs": 40, "conflicts": 16, "conflicts found": 2, "marked": 3, "marked rightly": 2}
    articles = make_measured(CONFLICTS, counts={"article pairs": 13, "conflicts": 45})
    _, told, _ = summarise({"articles": articles, "reports_unseen": make_measured(CONFLICTS, counts=counts)})
    assert told == (
        "Two readers searched 40 pairs of real reports for contradictions, which nobody who works on the analysis has "
        "seen: of the 16 that both found it marked 2, and 2 of the 3 conflicts that it marked were right."
    )


def test_the_summary_does_not_call_a_wrong_mark_right() -> None:
    counts = {"article pairs": 40, "conflicts": 16, "conflicts found": 0, "marked": 1, "marked rightly": 0}
    articles = make_measured(CONFLICTS, counts={"article pairs": 13, "conflicts": 45})
    _, told, _ = summarise({"articles": articles, "reports_unseen": make_measured(CONFLICTS, counts=counts)})
    assert told.endswith("none of the 1 conflicts that it marked was right.")


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
