"""Reading what two people marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.evaluation.annotations import read_annotations
from comparer.evaluation.tasks import BadDataError
from tests.evaluation.annotations import A, X, Y, write_pair


def test_read_annotations_makes_core_links_of_what_both_list(tmp_path: Path) -> None:
    (pair,) = read_annotations(write_pair(tmp_path))
    assert pair.links == {(0, 0): 2, (1, 2): 1, (2, 1): 1}
    assert [A[slice(*line)] for line in pair.sentences[0]] == [line for line in A.splitlines() if line]


def test_read_annotations_takes_texts_from_another_folder(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    write_pair(tmp_path, texts=texts)
    assert read_annotations(tmp_path, texts)[0].name == "00_boats"
    with pytest.raises(BadDataError, match=r"^There is no file .*00_boats\.a\.txt; the text of the article"):
        read_annotations(tmp_path)
    with pytest.raises(BadDataError, match="is no folder"):
        read_annotations(tmp_path, tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        (X | {"matches": [{"a": "a9", "b": "b1", "grade": 2}]}, "joins a9 and b1, but its texts have fewer lines"),
        (X | {"matches": [{"a": "1", "b": "b1", "grade": 2}]}, r"damaged at matches\.0\.a"),
        (X | {"matches": [{"a": "a1", "b": "b1", "grade": 3}]}, r"damaged at matches\.0\.grade"),
        (X | {"disagreements": [{"a": "a1"}]}, r"damaged at disagreements\.0"),
        (X | {"published": {"a": "in May"}}, r"damaged at published\.a"),
        ([], "damaged at its start"),
    ],
)
def test_read_annotations_says_what_is_wrong(tmp_path: Path, marks: object, words: str) -> None:
    with pytest.raises(BadDataError, match=words):
        read_annotations(write_pair(tmp_path, x=marks))


def test_read_annotations_takes_the_days_of_publication_from_either(tmp_path: Path) -> None:
    assert read_annotations(write_pair(tmp_path))[0].published == (None, None)
    write_pair(tmp_path, y=Y | {"published": {"b": "2026-03-02"}})
    assert read_annotations(tmp_path)[0].published == (None, "2026-03-02")


def test_read_annotations_needs_both_annotators(tmp_path: Path) -> None:
    (write_pair(tmp_path, y=Y) / "00_boats.Y.json").unlink()
    with pytest.raises(BadDataError, match=r"00_boats\.Y\.json"):
        read_annotations(tmp_path)


def test_read_annotations_finds_the_lines_in_the_whole_article(tmp_path: Path) -> None:
    write_pair(tmp_path)
    whole = "Two boats sank off Kolby on Monday. The harbour is shut.\n\nBy Ann Lee\n\nWheat is dearer."
    (tmp_path / "00_boats.a.whole.txt").write_text(whole, encoding="utf-8")
    (pair,) = read_annotations(tmp_path)
    assert pair.texts[0] == whole
    assert [whole[slice(*line)] for line in pair.sentences[0]] == [line for line in A.splitlines() if line]
    (tmp_path / "00_boats.a.whole.txt").write_text("Wheat is dearer.", encoding="utf-8")
    with pytest.raises(BadDataError, match=r"^Line 1 of 00_boats\.a\.txt is not found in .*00_boats\.a\.whole\.txt\.$"):
        read_annotations(tmp_path)
