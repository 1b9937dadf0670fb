"""The pipeline: every step named, in order."""

from __future__ import annotations

from collections.abc import Callable

from comparer.analysis.align import align
from comparer.analysis.index import read_index
from comparer.analysis.report import Claim, Reading, Report, Summary
from comparer.analysis.sentences import parse, read_sentences
from comparer.analysis.text import clean_article
from comparer.analysis.tools import Tools

ENGINE = "0.1.0"

Progress = Callable[[str], None]


def _silently(step: str) -> None:
    del step


def read_article(
    raw: str,
    *,
    tools: Tools,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    progress: Progress = _silently,
) -> Reading:
    """Read one article: `raw` text as it came, `published` an ISO date. `progress` hears each step's name."""
    progress("Cleaning the text")
    article = clean_article(raw, title=title, outlet=outlet, published=published)
    progress("Finding sentences and claims")
    doc = parse(article, tools.nlp)
    sentences = read_sentences(doc, article.paragraphs)
    claims = tuple(
        Claim(s.start, s.end, f"c{number + 1}", number, s.paragraph) for number, s in enumerate(sentences)
    )
    index = read_index(doc, claims=claims, sentences=sentences, embedder=tools.embedder)
    return Reading(
        text=article.text,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        language=article.language,
        engine=ENGINE,
        repairs=article.repairs,
        removed=article.removed,
        paragraphs=article.paragraphs,
        sentences=sentences,
        claims=claims,
        index=index,
    )


def compare_readings(left: Reading, right: Reading) -> Report:
    """Compare two readings that carry their index; needs no language model."""
    pairs = align(left, right)
    paired_left = {claim for pair in pairs for claim in pair.left}
    paired_right = {claim for pair in pairs for claim in pair.right}
    only_left = tuple(claim.id for claim in left.claims if claim.id not in paired_left)
    only_right = tuple(claim.id for claim in right.claims if claim.id not in paired_right)
    return Report(
        engine=ENGINE,
        left=left,
        right=right,
        pairs=pairs,
        only_left=only_left,
        only_right=only_right,
        summary=Summary(len([p for p in pairs if p.tier == "match"]), 0, len(only_left), len(only_right)),
    )


def compare_articles(
    left: str,
    right: str,
    *,
    tools: Tools,
    left_published: str | None = None,
    right_published: str | None = None,
) -> Report:
    """Read two articles and compare them."""
    return compare_readings(
        read_article(left, tools=tools, published=left_published),
        read_article(right, tools=tools, published=right_published),
    )
