"""Reading linked articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comparer.evaluation.news_ecb import read_news_ecb
from comparer.evaluation.tasks import BadDataError
from tests.evaluation.news_ecb import ARTICLES, LINKS, write_news


def test_read_news_ecb_gives_articles_and_links(tmp_path: Path) -> None:
    data = read_news_ecb(write_news(tmp_path))
    assert data.articles["1_1x"]["0"].startswith("Two boats")
    assert [(pair.topic, dict(pair.links)) for pair in data.pairs] == [(1, {"0": ("1",)}), (2, {"0": ("0",)})]


@pytest.mark.parametrize(
    ("articles", "links", "words"),
    [
        ([], LINKS, "not as they should be"),
        (ARTICLES, {"a": {"doc1": "1_1x"}}, "not as they should be"),
        (ARTICLES, {}, "do not belong"),
        (ARTICLES, {"a": {"doc1": "1_1x", "doc2": "9_9x", "links": {}}}, "do not belong"),
        (ARTICLES | {"x": {}}, {"a": {"doc1": "x", "doc2": "x", "links": {}}}, "not as they should be"),
    ],
)
def test_read_news_ecb_refuses_other_files(tmp_path: Path, articles: object, links: object, words: str) -> None:
    (tmp_path / "docs.json").write_text(json.dumps(articles), encoding="utf-8")
    (tmp_path / "news_ecb_links.json").write_text(json.dumps(links), encoding="utf-8")
    with pytest.raises(BadDataError, match=words):
        read_news_ecb(tmp_path)
