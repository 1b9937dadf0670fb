"""The pipeline: every step named, in order."""

from __future__ import annotations

from collections.abc import Callable

from comparer.analysis.align import align
from comparer.analysis.attribution import read_attributions
from comparer.analysis.claims import read_claims
from comparer.analysis.differences.find import Differences, find_differences
from comparer.analysis.differences.summary import summarise
from comparer.analysis.events.identities import read_identities
from comparer.analysis.events.read import read_events
from comparer.analysis.framing.hedges import read_hedges
from comparer.analysis.framing.loaded import read_loaded
from comparer.analysis.framing.names import read_names
from comparer.analysis.framing.predications import read_predications
from comparer.analysis.index import read_index
from comparer.analysis.lexicons import Lexicons
from comparer.analysis.numbers.read import read_quantities
from comparer.analysis.places.read import read_places
from comparer.analysis.quotes import read_quotes
from comparer.analysis.report import Reading, Report
from comparer.analysis.sentences import parse, read_sentences
from comparer.analysis.text import clean_article
from comparer.analysis.times.read import read_times
from comparer.analysis.tools import Tools

ENGINE = "0.6.1"
"""Version of the analysis. Raise it when a reading or a report would come out differently."""

Progress = Callable[[str], None]


def _silently(_step: str) -> None:
    """Hear the name of a step and do nothing."""


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
    words = tools.lexicons
    progress("Cleaning the text")
    article = clean_article(raw, title=title, outlet=outlet, published=published)
    progress("Finding sentences")
    doc = parse(article, tools.nlp)
    sentences = read_sentences(doc, article.paragraphs)
    progress("Finding who says what")
    quotes = read_quotes(article.text, article.paragraphs)
    attributions = read_attributions(doc, paragraphs=article.paragraphs, quotes=quotes, cues=words.cues)
    claims = read_claims(doc, sentences=sentences, paragraphs=article.paragraphs, attributions=attributions)
    progress("Reading numbers, dates and places")
    times = read_times(doc, published=article.published)
    places = read_places(doc, gazetteer=words.gazetteer)
    quantities = read_quantities(doc, times=times, words=words.numbers)
    progress("Reading events and wording")
    events = read_events(doc, claims=claims, words=words.events)
    identities = read_identities(doc, claims=claims, offices=words.offices)
    names = read_names(doc, attributions=attributions, quotes=quotes, labels=words.labels, actors=words.actors)
    predications = read_predications(doc, attributions=attributions, quotes=quotes)
    loaded = read_loaded(doc, quotes=quotes, words=words.loaded, labels=words.labels)
    hedges = read_hedges(doc, words=words.hedges)
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
        attributions=attributions,
        quantities=quantities,
        times=times,
        places=places,
        names=names,
        predications=predications,
        loaded=loaded,
        hedges=hedges,
        quotes=quotes,
        events=events,
        identities=identities,
        index=index,
    )


def compare_readings(left: Reading, right: Reading, *, lexicons: Lexicons) -> Report:
    """Compare two readings that carry their index; needs no language model."""
    alignment = align(left, right, lexicons=lexicons)
    found: Differences = find_differences(left, right, alignment, lexicons=lexicons)
    return Report(
        engine=ENGINE,
        left=left,
        right=right,
        pairs=found.pairs,
        differences=found.differences,
        only_left=found.only_left,
        only_right=found.only_right,
        nearest_left=found.nearest_left,
        nearest_right=found.nearest_right,
        summary=summarise(found.pairs, found.differences, found.only_left, found.only_right),
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
        lexicons=tools.lexicons,
    )
