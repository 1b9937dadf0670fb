"""Labels of real reports laid over their texts, and scores against them; the texts here are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from comparer.evaluation.labelled_reports import LABELS, NEWS_ECB, read_reports
from comparer.evaluation.reports import PARTS, evaluate_reports, part_of
from comparer.evaluation.tasks import BadDataError, Progress
from tests.evaluation.news_ecb import ARTICLES, write_news

STORY = {"title": "Boats sink", "body-paragraphs": [["Three boats sank off Kolby on Monday.", "Nobody was hurt."]]}
MARK = {"a": "a1", "b": "b2", "kind": "number", "verdict": "conflict", "a_span": [0, 3], "b_span": [0, 5]}
QUOTE = MARK | {"kind": "quote"}


def labels(**changed: Any) -> dict[str, Any]:
    first, second = ARTICLES["1_1x"].values()
    return {
        "part": "unseen",
        "left": {
            "source": "news_ecb",
            "name": "1_1x",
            "lines": [[0, len(first)], [len(first) + 1, len(first) + 1 + len(second)]],
        },
        "right": {"source": "BASIL", "name": "articles/story.json", "lines": [[0, 10], [11, 48], [49, 65]]},
        "disagreements": [[MARK, QUOTE], [MARK]],
        "judged": [["a1", "b2", 2, 2], ["a2", "b3", 0, 1], ["a2", "b2", 2, 1]],
    } | changed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    news = tmp_path / NEWS_ECB
    news.mkdir(parents=True)
    write_news(news)
    story = tmp_path / "BASIL" / "articles" / "story.json"
    story.parent.mkdir(parents=True)
    story.write_text(json.dumps(STORY), encoding="utf-8")
    return tmp_path / "BASIL"


def written(folder: Path, **pairs: Any) -> Path:
    path = folder / "labels.json"
    path.write_text(json.dumps(pairs), encoding="utf-8")
    return path


def test_read_reports_lays_the_labels_over_the_texts(folder: Path) -> None:
    (one,) = read_reports(folder, "unseen", written(folder, x1=labels(), x2=labels(part="developed")))
    assert one.pair.name == "x1"
    assert [one.pair.texts[1][a:b] for a, b in one.pair.sentences[1]] == [
        "Boats sink", "Three boats sank off Kolby on Monday.", "Nobody was hurt.",
    ]  # fmt: skip
    # Quotations are left out, and what the two grade otherwise.
    assert [len(reader.disagreements) for reader in one.pair.annotators] == [1, 1]
    assert [(pair.left, pair.right, pair.label) for pair in one.judged] == [
        (ARTICLES["1_1x"]["0"], "Three boats sank off Kolby on Monday.", 1),
        (ARTICLES["1_1x"]["1"], "Nobody was hurt.", 0),
    ]


def test_evaluate_reports_scores_conflicts_and_judged_sentences(
    folder: Path, silent: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = written(folder, x1=labels(), x2=labels(disagreements=[[], [MARK]]))
    monkeypatch.setattr("comparer.evaluation.reports.read_reports", lambda path, part: read_reports(path, part, given))
    table = evaluate_reports(folder, "all", silent)
    assert table.counts == {
        "article pairs": 2, "conflicts": 1, "conflicts found": 1, "marked": 2, "marked rightly": 2, "judged pairs": 4,
        "judged 1": 2,
    }  # fmt: skip
    figures = {one.name: one for one in table.figures}
    # The second reader of x2 marks it too: right there, though not missed without it.
    assert (figures["conflicts"].precision, figures["conflicts"].recall) == (1, 1)
    assert figures["judged, matches"].value == 1
    assert table.agreement == {"conflicts": pytest.approx(2 / 3)}


def test_a_text_that_is_not_the_one_that_was_marked_is_refused(folder: Path) -> None:
    (folder / "articles" / "story.json").write_text(json.dumps(STORY | {"body-paragraphs": []}))
    with pytest.raises(BadDataError, match="not the one that was marked"):
        read_reports(folder, "unseen", written(folder, x1=labels()))


@pytest.mark.parametrize("content", ["[]", "{}", '{"title": 3, "body-paragraphs": [["a"]]}'])
def test_other_files_in_the_place_of_an_article_are_refused(folder: Path, content: str) -> None:
    (folder / "articles" / "story.json").write_text(content)
    with pytest.raises(BadDataError, match="no article of BASIL"):
        read_reports(folder, "unseen", written(folder, x1=labels()))


def test_part_of_knows_the_parts() -> None:
    assert [part_of(name) for name in PARTS] == ["developed", "unseen", "searched_once"]
    with pytest.raises(ValueError, match="other"):
        part_of("other")


def test_the_labels_hold_no_words_of_the_texts() -> None:
    known = json.loads(LABELS.read_text(encoding="utf-8"))
    keys = {key for one in known.values() for reader in one["disagreements"] for mark in reader for key in mark}
    assert keys == {"a", "b", "kind", "verdict", "a_span", "b_span"}


def test_nothing_of_an_event_of_the_unseen_pairs_was_developed_on() -> None:
    known = json.loads(LABELS.read_text(encoding="utf-8")).values()
    events = {part: {_event(one["left"]) for one in known if one["part"] == part} for part in PARTS}
    assert len(events["unseen"]) > 30
    assert not events["unseen"] & (events["developed"] | events["searched_once"])


def _event(side: dict[str, str]) -> str:
    """ECB+ numbers its topics; BASIL has three articles of one event."""
    parting = "_" if side["source"] == "news_ecb" else ".json"
    name = side["name"].split(parting)[0]
    return name if side["source"] == "news_ecb" else name.rpartition("_")[0]
