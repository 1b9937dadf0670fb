"""Read NewsWCL50: articles of five outlets on each of ten events, with who and what is mentioned where.

Repository anastasia-zhukova/Diverse_CDCR_datasets, file NewsWCL50-prep/output_data/NewsWCL50.conll: a
token a line, with article, sentence, position, token and mentions ("(chain", "chain)", "(chain)",
several parted by "|"). Chains are the same in all articles of an event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from comparer.analysis.report import Range
from comparer.evaluation.files import text_of
from comparer.evaluation.tasks import BadDataError

NEEDED = "NewsWCL50.conll"
_FIELDS = 5
_NO_WORDS = {"", "\\n"}


@dataclass(frozen=True, slots=True)
class Mention:
    chain: str
    tokens: Range
    """First token and the one after the last, by position in the article."""


@dataclass(slots=True)
class Article:
    """One article: its sentences as tokens, and its mentions in the order of their ends."""

    event: str
    name: str
    sentences: list[list[str]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    @property
    def tokens(self) -> list[str]:
        return [token for sentence in self.sentences for token in sentence]


def read_newswcl(path: Path) -> list[Article]:
    """Return the articles in order. BadDataError for other files."""
    try:
        articles = [_article(rows) for rows in _documents(text_of(path, NEEDED))]
    except ValueError as problem:
        raise BadDataError(f"{path} is not as it should be ({problem}); {NEEDED} is needed.") from None
    if not articles:
        raise BadDataError(f"{path} holds no articles; {NEEDED} is needed.")
    return articles


def _documents(text: str) -> Iterator[list[list[str]]]:
    """Yield the rows of each article. Empty tokens and ends of lines that are tokens are left out."""
    rows: list[list[str]] = []
    for line in text.split("\n"):
        if line.startswith("#begin document"):
            rows = []
        elif line.startswith("#end document") and rows:
            yield rows
        elif line.strip() and not line.startswith("#"):
            fields = line.rstrip("\r").split("\t")
            if len(fields) >= _FIELDS and fields[3].strip() not in _NO_WORDS:
                rows.append(fields)


def _article(rows: list[list[str]]) -> Article:
    event, _, name = rows[0][0].split("/")
    article = Article(event, name)
    last, opened = "", list[tuple[str, int]]()
    for position, (_, sentence, _, token, marks, *_) in enumerate(rows):
        if sentence != last:
            article.sentences.append([])
            last = sentence
        article.sentences[-1].append(token.strip())
        for mark in marks.split("|"):
            _note(mark.strip(), position, article, opened)
    return article


def _note(mark: str, position: int, article: Article, opened: list[tuple[str, int]]) -> None:
    """Open or close a mention; a closing mark that nothing opened is left out."""
    chain = mark.strip("()")
    if mark.startswith("("):
        opened.append((chain, position))
    if mark.endswith(")"):
        start = next((number for number in range(len(opened) - 1, -1, -1) if opened[number][0] == chain), None)
        if start is not None:
            article.mentions.append(Mention(chain, (opened.pop(start)[1], position + 1)))
