"""Reading attributions from plain text, every line a paragraph of the body."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.language import Language

from comparer.analysis.attribution import read_attributions
from comparer.analysis.lexicons import load_lexicons
from comparer.analysis.quotes import read_quotes
from comparer.analysis.report import Attribution, Paragraph, Role
from comparer.analysis.sentences import parse
from comparer.analysis.text import CleanArticle


@dataclass(frozen=True)
class Read:
    text: str
    attributions: tuple[Attribution, ...]

    def words(self, span: tuple[int, int] | None) -> str:
        return self.text[span[0] : span[1]] if span else ""

    def with_cue(self, cue: str) -> list[Attribution]:
        return [found for found in self.attributions if self.words(found.cue) == cue]


Reader = Callable[..., Read]


def article(text: str, roles: dict[int, Role] | None = None) -> CleanArticle:
    """Return `text` as an article, each line a paragraph, of the body unless `roles` says otherwise."""
    paragraphs: list[Paragraph] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        paragraphs.append(Paragraph(start, start + len(line), (roles or {}).get(number, "body")))
        start += len(line) + 1
    return CleanArticle(text, None, None, None, "en", (), (), tuple(paragraphs))


@pytest.fixture(scope="session")
def read(nlp: Language) -> Reader:
    cues = load_lexicons().cues

    def reader(text: str, roles: dict[int, Role] | None = None) -> Read:
        whole = article(text, roles)
        doc = parse(whole, nlp)
        found = read_attributions(
            doc,
            paragraphs=whole.paragraphs,
            quotes=read_quotes(text, whole.paragraphs),
            cues=cues,
        )
        return Read(text, found)

    return reader
