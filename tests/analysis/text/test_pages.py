"""Whole pages as people paste them, invented, one line a paragraph.

"= " marks the article, "- " what must be set aside, "~ " furniture that is not
told from the article yet.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.analysis.text import clean_article

PAGES = Path(__file__).parent / "pages"
PARTICULARS = {
    "agency": ("Ferry crash in Velland injures 11; company blames wind", None, "2031-03-04"),
    "broadcaster": ("Ferry ‘was never inspected’ before pier crash, union says", "Alda Broadcasting", None),
    "campaign": ("Low Fell landslide: 17 missing after county ignored engineers", None, "2031-06-12"),
    "daily": ("Landslide buries village road as rescuers search for 14 missing", "The Tarrow Post", "2031-06-11"),
    "institute": ("The Alda Crash Shows Why Harbours Need a Watchdog", "Harbour Institute", "2031-03-06"),
    "newsletter": ("The pier that everyone forgot", "Ana Brook", "2031-03-05"),
}


def marked(name: str) -> list[tuple[str, str]]:
    rows = (PAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(row[0], row[2:]) for row in rows]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("name", PARTICULARS)
def test_page_is_told_from_its_article(name: str, gap: str) -> None:
    rows = marked(name)
    article = clean_article(gap.join(text for _, text in rows))
    kept = article.text.split("\n")
    dateline = next((item.text for item in article.removed if item.text.endswith(("—", "–", "-"))), "")
    assert kept == [text.removeprefix(f"{dateline} ") for mark, text in rows if mark in "=~"]
    assert (article.title, article.outlet, article.published) == PARTICULARS[name]


def test_every_page_is_tested() -> None:
    assert {path.stem for path in PAGES.glob("*.txt")} == set(PARTICULARS)
