from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from comparer.quality.__main__ import main
from comparer.quality.measured import Figure, read_shelf
from comparer.quality.readme import END, START, NoPlaceError, with_figures
from tests.quality.making import make_measured

README = Path(__file__).parents[2] / "README.md"
PLACE = f"# Title\n\n{START}\nold\n{END}\n\nAfter.\n"


def test_the_readme_tells_the_figures_that_were_measured() -> None:
    """`python -m comparer.quality README.md` brings them together again."""
    written = README.read_text(encoding="utf-8")
    assert with_figures(written, read_shelf().measured) == written


def test_another_figure_makes_another_readme() -> None:
    written = README.read_text(encoding="utf-8")
    measured = dict(read_shelf().measured)
    measured["articles"] = make_measured(Figure("conflicts", 0.123, 0.1, 0.2, 0.4, 0.1))
    assert with_figures(written, measured) != written


def test_a_figure_stands_with_its_interval_floor_and_agreement() -> None:
    conflicts = Figure("conflicts", 0.294, 0.187, 0.414, 0.6, 0.191)
    counts = {"article pairs": 13, "conflicts": 47}
    measured = make_measured(conflicts, counts=counts, floor={"conflicts": 0.14}, date=dt.date(2026, 3, 4))
    written = with_figures(PLACE, {"articles": measured})
    assert "| F1 .29 (.19–.41); P .60, R .19 | .14 | – |" in written
    words = " ".join(written.split())
    assert "9 of the 15 conflicts that it marked were right" in words
    assert "Measured 4 March 2026, version 1.0" in words
    assert f"    {measured.command}\n" in written
    assert written.startswith("# Title\n")
    assert written.endswith("\n\nAfter.\n")
    assert "\nold\n" not in written


def test_days_apart_are_told_as_first_and_last() -> None:
    measured = {"articles": make_measured(date=dt.date(2026, 3, 4)), "minimal": make_measured(date=dt.date(2026, 5, 6))}
    assert "Measured 4 March 2026 to 6 May 2026" in " ".join(with_figures(PLACE, measured).split())


@pytest.mark.parametrize("readme", ["", "# Title\n", f"{START}\nno end", f"no start\n{END}"])
def test_a_readme_without_a_place_is_refused(readme: str) -> None:
    with pytest.raises(NoPlaceError):
        with_figures(readme, {})


def test_the_command_writes_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(PLACE, encoding="utf-8")
    assert main([str(path)]) == 0
    assert path.read_text(encoding="utf-8") == with_figures(PLACE, read_shelf().measured)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff", b"# No place"], ids=["missing", "no UTF-8", "no place"])
def test_the_command_refuses_other_files_in_a_sentence(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "README.md"
    if content is not None:
        path.write_bytes(content)
    assert main([str(path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert content is None or path.read_bytes() == content
