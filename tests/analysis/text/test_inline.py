from __future__ import annotations

import pytest

from comparer.analysis.text.edits import Draft
from comparer.analysis.text.inline import cut_inline

REST = "The ferry Alda hit the north pier on Monday."


@pytest.mark.parametrize(
    "dateline",
    [
        "ALDA —", "ALDA, Velland —", "PORT ALDA, March 4 (KNA) —", "ALDA (Karrow News Agency) -", "ALDA/KARROW, 4 March –",
        "ST. ALDA, Vel. --", "(KNA) —", "ALDA, March 4, 2031 —",
    ],
)  # fmt: skip
def test_dateline_is_cut(dateline: str) -> None:
    draft, removed = cut_inline(Draft(f"Ferry hits pier\n{dateline} {REST}"))
    assert draft.text == f"Ferry hits pier\n{REST}"
    assert [(at, item.text) for at, item in removed] == [(16, dateline)]


@pytest.mark.parametrize(
    "text",
    [
        f"The ALDA — a ferry — sank. {REST}", "Alda — the ferry — sank.", "ALDA — the ferry — sank.", "A – B", "ALDA 2 - 1 KARROW",
        "ALDA-Karrow line closed", "FALSE — The ferry sank.", "FACT: It did.",
    ],
)  # fmt: skip
def test_other_dashes_stay(text: str) -> None:
    assert cut_inline(Draft(text)) == (Draft(text), [])


def test_a_round_up_has_many_datelines() -> None:
    draft, removed = cut_inline(Draft(f"ALDA — {REST}\nKARROW — {REST}"))
    assert draft.text == f"{REST}\n{REST}"
    assert [at for at, _ in removed] == [0, len(REST) + 1]


@pytest.mark.parametrize("link", ["pic.twitter.com/Ab12Cd34", "https://t.co/Ab12Cd34", "pic.x.com/abc"])
def test_stumps_of_links_are_cut(link: str) -> None:
    draft, removed = cut_inline(Draft(f"We saw it hit {link}\nSo did we."))
    assert draft.text == "We saw it hit\nSo did we."
    assert [(at, item.text) for at, item in removed] == [(13, link)]


def test_an_address_that_the_text_speaks_of_stays() -> None:
    text = "The harbour office (https://harbour.example/alda) has a list."
    assert cut_inline(Draft(text))[0].text == text
