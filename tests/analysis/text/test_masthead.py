from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparer.analysis.text.masthead import is_menu, read_masthead


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Alda Evening Mail | Sport", "Alda Evening Mail"),
        ("HARBOUR FM - BREAKFAST NEWS SCRIPT - MON 4 MAR 2031 - 0700", "HARBOUR FM"),
        ("State Radio, evening news, 4 March 2031, 19:00", "State Radio"),
        ("Alda Radio Two", "Alda Radio Two"),
        ("DRY DOCK - a blog about ships", None),
        ("Situation note 4, March 4, 2031, 18:00", None),
        ("Harbour First! | Members' bulletin No. 12 | 4 March 2031", None),
    ],
)
def test_masthead_is_read_with_its_outlet(line: str, outlet: str | None) -> None:
    plate = read_masthead(line)
    assert plate is not None
    assert plate.outlet == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Ferry hits pier | The Alda Mail", "Radio Silence", "Rebels Seize TV", "Night of Fear | World", "Sport", "",
        "The ferry - a ship of the line - sank.", "Ferry Crash - News Update", "Rescue Teams, Boats, 3 March 2031",
        "Is this the Alda Mail | Sport?", "End of Watch: Friday, June 24, 2005", "a | b", "|||",
    ],
)  # fmt: skip
def test_headline_is_no_masthead(line: str) -> None:
    assert read_masthead(line) is None


@pytest.mark.parametrize(
    ("line", "menu"),
    [
        ("Donate | Unsubscribe | Forward to a friend", True),
        ("Home · About us · Archive", True),
        ("Support this blog | RSS | About me", True),
        ("Contact | Ferry hits pier | Eleven hurt", False),
        ("Home", False),
        ("Ferry | Pier | Harbour", False),
        ("Subscribe", False),
        ("", False),
    ],
)
def test_menu_is_a_row_of_links(line: str, *, menu: bool) -> None:
    assert is_menu(line) is menu


@given(st.text(alphabet="Aa1 .,|-–·No", max_size=400))
def test_any_line_can_be_read(line: str) -> None:
    plate = read_masthead(line)
    assert plate is None or plate.outlet is None or plate.outlet in line
    assert is_menu(line) in (True, False)
