"""Read news_ecb of ABCD-Link: articles on the same events, with links between their sentences.

Repository UKPLab/arxiv2025-abcd-link, folder datasets/news_ecb: docs.json holds the sentences of each
article by number, news_ecb_links.json for some sentences of one article those of the other that tell
the same. The articles are those of ECB+; the number before the underscore is the topic.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from comparer.evaluation.files import json_of
from comparer.evaluation.tasks import BadDataError

NEEDED = "the folder datasets/news_ecb of ABCD-Link with docs.json and news_ecb_links.json"


@checked(frozen=True)
class LinkedArticles:
    """Two articles by name; `links` maps sentences of the first to those of the second, all by number."""

    doc1: str
    doc2: str
    links: Mapping[str, tuple[str, ...]]

    @property
    def topic(self) -> int:
        return topic_of(self.doc1)


@dataclass(frozen=True, slots=True)
class NewsEcb:
    articles: Mapping[str, Mapping[str, str]]
    pairs: tuple[LinkedArticles, ...]


_ARTICLES = TypeAdapter(dict[str, dict[str, str]])
_PAIRS = TypeAdapter(dict[str, LinkedArticles])


def topic_of(name: str) -> int:
    """Return the topic of an article by its name: 7 for "7_12ecbplus". ValueError for other names."""
    return int(name.partition("_")[0])


def read_news_ecb(folder: Path) -> NewsEcb:
    """Return the set in `folder`. BadDataError for other folders."""
    if not folder.is_dir():
        raise BadDataError(f"{folder} is no folder; {NEEDED} is needed.")
    try:
        articles = _ARTICLES.validate_python(json_of(folder / "docs.json", NEEDED))
        pairs = tuple(_PAIRS.validate_python(json_of(folder / "news_ecb_links.json", NEEDED)).values())
        known = all(_is_known(pair, articles) for pair in pairs)
    except (ValidationError, ValueError):
        raise BadDataError(f"The files in {folder} are not as they should be; {NEEDED} is needed.") from None
    if not pairs or not known:
        raise BadDataError(f"The links in {folder} do not belong to its articles; {NEEDED} is needed.")
    return NewsEcb(articles, pairs)


def _is_known(pair: LinkedArticles, articles: Mapping[str, Mapping[str, str]]) -> bool:
    return topic_of(pair.doc1) >= 0 and pair.doc1 in articles and pair.doc2 in articles
