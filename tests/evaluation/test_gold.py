"""Reading the project's article pairs, and refusing what is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comparer.evaluation.gold import read_gold, sentence_at, split
from comparer.evaluation.tasks import BadDataError

LEFT = "Ferry sinks\nBy Ann Lee\n\nTwo people died. A third is missing, police said.\n"
RIGHT = "Boat lost\nThree people died when the boat sank.\n"
MARKS: dict[str, Any] = {
    "left": {"style": "wire report", "published": "2029-05-14", "boilerplate": ["By Ann Lee"]},
    "right": {"style": "blog", "published": "2029-05-15"},
    "links": [{"left": "Two people", "right": "Three people", "grade": 2}],
    "conflicts": [{"kind": "number", "left": ["Two people"], "right": ["Three people"]}],
    **{name: [] for name in ("compatible", "open", "naming", "attribution", "only_left", "only_right")},
}


def write(folder: Path, **changed: Any) -> Path:
    pair = folder / "01_ferry"
    pair.mkdir(exist_ok=True)
    (pair / "left.txt").write_text(LEFT, encoding="utf-8")
    (pair / "right.txt").write_text(RIGHT, encoding="utf-8")
    (pair / "gold.json").write_text(json.dumps(MARKS | changed), encoding="utf-8")
    return pair


def test_read_gold_returns_sentences_and_links_without_boilerplate(tmp_path: Path) -> None:
    write(tmp_path)
    (pair,) = read_gold(tmp_path)
    assert pair.name == "01_ferry"
    assert [LEFT[start:end] for start, end in pair.sentences[0]] == [
        "Ferry sinks",
        "Two people died. ",
        "A third is missing, police said.",
    ]
    assert pair.links == {(1, 1): 2}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (
            {"links": [{"left": "Nobody", "right": "Three", "grade": 2}]},
            r"gold\.json does not fit its texts: 0 sentences begin with “Nobody”",
        ),
        ({"links": [{"left": "Two", "right": "Three", "grade": 3}]}, "links.0.grade"),
        ({"conflicts": [{"kind": "colour", "left": ["Two"], "right": ["Three"]}]}, "conflicts.0.kind"),
        ({"conflicts": [{"kind": "number", "left": [""], "right": ["Three"]}]}, "conflicts.0.left.0"),
        ({"only_right": ["Two people"]}, "0 sentences begin with “Two people”"),
        ({"naming": None}, "naming"),
        ({"open": [{"kind": "number", "left": ["Two cats"], "right": ["Three"]}]}, "“Two cats”, which its text"),
        ({"left": {"style": "wire", "published": "in May"}}, "left.published"),
    ],
)
def test_read_gold_says_what_is_damaged(tmp_path: Path, changed: dict[str, Any], words: str) -> None:
    write(tmp_path, **changed)
    with pytest.raises(BadDataError, match=words):
        read_gold(tmp_path)


@pytest.mark.parametrize("unknown", ["", None])
def test_read_gold_takes_a_text_of_an_unknown_day(tmp_path: Path, unknown: str | None) -> None:
    write(tmp_path, left={"style": "wire", "published": unknown})
    assert read_gold(tmp_path)[0].marks.left.published is None


def test_read_gold_refuses_missing_and_unreadable_texts(tmp_path: Path) -> None:
    with pytest.raises(BadDataError, match="holds no folders"):
        read_gold(tmp_path)
    pair = write(tmp_path)
    (pair / "left.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(BadDataError, match="cannot be read"):
        read_gold(tmp_path)
    (pair / "left.txt").unlink()
    with pytest.raises(BadDataError, match="cannot be read"):
        read_gold(tmp_path)


def test_split_keeps_titles_and_quotations_whole() -> None:
    text = "“Go!” he said. “Now.” Dr. Lee left at 4 p.m. in haste. Was it No. 7? Yes."
    assert [text[start:end].strip() for start, end in split(text)] == [
        "“Go!” he said.",
        "“Now.”",
        "Dr. Lee left at 4 p.m. in haste.",
        "Was it No. 7?",
        "Yes.",
    ]


def test_sentence_at_refuses_words_that_begin_two_sentences() -> None:
    text = "He came. He saw."
    with pytest.raises(BadDataError, match="2 sentences"):
        sentence_at(text, split(text), "He")
