"""Reading the corpus format."""

from __future__ import annotations

from pathlib import Path

import pytest

from comparer.evaluation.polnear import read_polnear
from comparer.evaluation.tasks import BadDataError
from tests.evaluation.polnear import TEXT, annotation, write_corpus


def test_polnear_is_read_with_discontinuous_content(tmp_path: Path) -> None:
    (article,) = read_polnear(write_corpus(tmp_path, {"a": (TEXT, annotation())}))
    words = [[TEXT[start:end] for start, end in one.content] for one in article.attributions]
    assert words == [["two crew members were missing"], ["The pier", "is shut"]]
    assert [TEXT[slice(*one.cue[0])] for one in article.attributions] == ["said", "said,"]


def test_polnear_first_annotator_counts(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {"a": (TEXT, annotation())})
    (folder / "attributions" / "a_ff00.ann").write_text("", encoding="utf-8")
    assert len(read_polnear(folder)[0].attributions) == 2


def test_polnear_event_without_a_cue_is_left_out(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {"a": (TEXT, "T1\tSource 0 5\tFerry\nE1\tAttribution:T9 Source:T1")})
    with pytest.raises(BadDataError, match="holds no attribution"):
        read_polnear(folder)


@pytest.mark.parametrize(
    "stand_off", ["T1\tCue zero 5\tFerry", "T1", "E1\tno colon here", "T1\tCue 0 5 9\tx"], ids=str.split
)
def test_polnear_damaged_annotation_is_one_sentence(stand_off: str, tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {"a": (TEXT, stand_off)})
    with pytest.raises(BadDataError, match=r"^The annotation of a\.txt cannot be read: .*\.$"):
        read_polnear(folder)


def test_polnear_text_without_annotation_is_named(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {"a": (TEXT, annotation())})
    (folder / "text" / "b.txt").write_text("More.", encoding="utf-8")
    with pytest.raises(BadDataError, match=r"^There is no annotation for b\.txt\.$"):
        read_polnear(folder)


def test_polnear_other_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadDataError, match="is no part of PolNeAR"):
        read_polnear(tmp_path)
