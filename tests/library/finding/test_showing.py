"""Words found, marked in plain parts."""

from __future__ import annotations

import pytest

from comparer.library.finding.search import terms_of
from comparer.library.finding.showing import excerpt, mark
from comparer.library.finding.versions import compare_versions


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("The ferry and the Ferries", "ferries", ["ferry", "Ferries"]),
        ("Café prices", "cafe", ["Café"]),
        ("to be or not to become", "to be", ["to", "be", "to", "become"]),
        ("a cat and a dog", "a dog", ["a", "a", "dog"]),
        ("undone", "done", []),
        ("<b>bold</b>", "bold", ["bold"]),
        ("nothing", "", []),
        ("İstanbul and straße", "straße", ["straße"]),
    ],
)
def test_mark_finds_what_search_finds(text: str, words: str, hits: list[str]) -> None:
    parts = mark(text, terms_of(words))
    assert "".join(part.text for part in parts) == text
    assert [part.text for part in parts if part.is_hit] == hits


def test_excerpt_shows_the_first_word_found() -> None:
    text = f"{'before ' * 100}the needle lies here {'after ' * 100}"
    parts = excerpt(text, terms_of("needle"))
    shown = "".join(part.text for part in parts)
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "needle" in [part.text for part in parts]
    assert len(shown) < 250


@pytest.mark.parametrize("text", ["", "word", "x" * 5000, " \n "])
def test_excerpt_of_odd_texts_is_short(text: str) -> None:
    assert isinstance(excerpt(text, terms_of("word")), list)


def test_versions_pair_the_paragraphs_that_changed() -> None:
    parts = compare_versions("One.\n\nForty people came.\n\nEnd.", "One.\n\nFifty people came.\n\nMore.\n\nEnd.")
    told = ["".join(p.text for p in part.pieces) if part.is_change else part.paragraphs for part in parts]  # type: ignore[union-attr]
    assert told[0] == ("One.",)
    assert told[1] == "FortyFifty people came."
    assert told[-1] == ("End.",)
    assert any("More." in one for one in told if isinstance(one, str))


def test_versions_that_are_alike_have_no_change() -> None:
    assert not any(part.is_change for part in compare_versions("One.\nTwo.", "One.\n\nTwo."))
