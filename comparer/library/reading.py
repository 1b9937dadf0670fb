"""An article is read once; the stored reading serves every comparison of it."""

from __future__ import annotations

import logging
from dataclasses import replace

from comparer.analysis.compare import ENGINE, read_article
from comparer.analysis.report import Reading, reading_from_json, reading_to_json
from comparer.analysis.tools import Tools
from comparer.library.lexicons.live import LiveWords, live_words
from comparer.library.models import Article
from comparer.library.services import shorten

log = logging.getLogger(__name__)


def read_once(article: Article, *, tools: Tools, words: LiveWords | None = None) -> Reading:
    """Return what the analysis reads in the article, from its row where the same engine has read it before.

    `words` are the word lists to read it with: those at work where none are given.
    """
    words = words or live_words()
    if stored := _stored(article, words):
        return stored
    reading = read_article(
        article.raw,
        tools=replace(tools, lexicons=words.lexicons) if words.changes else tools,
        title=article.title or None,
        outlet=article.outlet or None,
        published=article.published.isoformat() if article.published else None,
    )
    article.reading = reading_to_json(reading, with_index=True)
    article.engine, article.words = reading.engine, words.number
    article.headline = shorten(article.title or reading.title or article.headline)
    # Not save(): the row may be gone since, when its person's last comparison was forgotten, or its text taken down.
    Article.objects.filter(pk=article.pk, taken_down__isnull=True).update(
        reading=article.reading, engine=article.engine, words=article.words, headline=article.headline
    )
    return reading


def _stored(article: Article, words: LiveWords) -> Reading | None:
    if not article.reading or (article.engine, article.words) != (ENGINE, words.number):
        return None
    try:
        return reading_from_json(article.reading)
    except ValueError:
        log.warning("The stored reading of article %s has another form; it is read again.", article.pk)
        return None
