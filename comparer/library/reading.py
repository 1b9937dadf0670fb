"""An article is read once; the stored reading serves every comparison of it."""

from __future__ import annotations

import logging

from comparer.analysis.compare import ENGINE, read_article
from comparer.analysis.report import Reading, reading_from_json, reading_to_json
from comparer.analysis.tools import Tools
from comparer.library.models import Article
from comparer.library.services import shorten

log = logging.getLogger(__name__)


def read_once(article: Article, *, tools: Tools) -> Reading:
    """Return what the analysis reads in the article, from its row where the same engine has read it before."""
    if stored := _stored(article):
        return stored
    reading = read_article(
        article.raw,
        tools=tools,
        title=article.title or None,
        outlet=article.outlet or None,
        published=article.published.isoformat() if article.published else None,
    )
    article.reading = reading_to_json(reading, with_index=True)
    article.engine = reading.engine
    article.headline = shorten(article.title or reading.title or article.headline)
    # Not save(): the row may be gone since, when its person's last comparison was forgotten.
    Article.objects.filter(pk=article.pk).update(
        reading=article.reading, engine=article.engine, headline=article.headline
    )
    return reading


def _stored(article: Article) -> Reading | None:
    if not article.reading or article.engine != ENGINE:
        return None
    try:
        return reading_from_json(article.reading)
    except ValueError:
        log.warning("The stored reading of article %s has another form; it is read again.", article.pk)
        return None
