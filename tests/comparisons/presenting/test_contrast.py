"""Every ink on every paper and tint can be read: the contrast of WCAG 2, computed from the style sheets."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from comparer.comparisons.presenting.glossary import Style

CSS = Path(__file__).parents[3] / "static" / "css"
PAPERS = ("light", "dark")
TINTS = ("conflict", "wording", "naming", "attribution", "certainty", "agency", "minor", "only", "match")
# How much of a mark's line is mixed into its tint while it is lit up: see marks.css.
GLOW = 0.20
Colour = tuple[float, float, float]


def colours() -> dict[str, dict[str, Colour]]:
    """Return the colours of tokens.css by paper and name."""
    found = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", (CSS / "tokens.css").read_text())
    return {paper: {name: parse(values[number]) for name, *values in found} for number, paper in enumerate(PAPERS)}


def parse(written: str) -> Colour:
    red, green, blue = (int(written[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(tint: Colour, line: Colour) -> Colour:
    red, green, blue = (a + (b - a) * GLOW for a, b in zip(tint, line, strict=True))
    return red, green, blue


COLOURS = colours()


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast(parse("#000000"), parse("#ffffff")) == pytest.approx(21)


@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *product(("ink", "muted", "accent", "warn"), ("paper", "sheet", "shade")),
        ("on-accent", "accent"),
        ("ink", "accent-shade"),
        ("ink", "warn-shade"),
        *product(("ink", "muted"), ("left-words", "right-words")),
        *(("ink", f"{tint}-tint") for tint in TINTS),
    ],
)
@pytest.mark.parametrize("mode", PAPERS)
def test_words_can_be_read(mode: str, ink: str, paper: str) -> None:
    assert contrast(COLOURS[mode][ink], COLOURS[mode][paper]) >= 4.5


@pytest.mark.parametrize("tint", TINTS)
@pytest.mark.parametrize("mode", PAPERS)
def test_words_can_be_read_while_a_mark_is_lit_up(mode: str, tint: str) -> None:
    lit = mixed(COLOURS[mode][f"{tint}-tint"], COLOURS[mode][f"{tint}-line"])
    assert contrast(COLOURS[mode]["ink"], lit) >= 4.5


@pytest.mark.parametrize("tint", TINTS)
@pytest.mark.parametrize("mode", PAPERS)
def test_lines_can_be_seen_on_paper(mode: str, tint: str) -> None:
    """Lines carry meaning without words: 3:1 (WCAG 1.4.11)."""
    line = COLOURS[mode][f"{tint}-line"]
    assert min(contrast(line, COLOURS[mode][paper]) for paper in ("paper", "sheet")) >= 3


def test_the_glow_is_the_one_in_the_style_sheet() -> None:
    assert re.findall(r"var\(--line\) (\d+)%", (CSS / "marks.css").read_text()) == [f"{GLOW:.0%}".rstrip("%")]


def test_no_two_styles_share_tint_and_line() -> None:
    """Colour alone never tells two kinds apart, nor does a line alone have to."""
    sheet = (CSS / "marks.css").read_text()
    looks: dict[tuple[str, ...], str] = {}
    for style in get_args(Style):
        block = re.search(rf"^\.{style} {{\n(.*?)}}", sheet, re.MULTILINE | re.DOTALL)
        assert block, f"{style} has no look"
        values = dict(re.findall(r"--(\w+): ([^;]+);", block[1]))
        assert set(values) >= {"line", "tint", "stroke", "thick"}
        look = (values["stroke"], values["thick"])
        if style not in {"minor", "match", "only", "emphasis", "voice"}:
            assert look not in looks, f"{style} and {looks.get(look)} have the same line"
            looks[look] = style
