"""From a clean article to one spaCy document, and its sentences."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from comparer.analysis.casing import read_as_sentence
from comparer.analysis.report import Paragraph, Sentence
from comparer.analysis.text import CleanArticle


def parse(article: CleanArticle, nlp: Language) -> Doc:
    """Return one Doc of the whole article; `doc[i].idx` is an offset into `article.text`.

    Each paragraph is parsed alone, so that a heading never sticks to the next
    paragraph, and headlines without their capitals: the Doc's words differ from
    the text in case there.
    """
    slices = [article.text[paragraph.start : paragraph.end] for paragraph in article.paragraphs]
    headlines = [paragraph.role in ("title", "heading") for paragraph in article.paragraphs]
    body = "\n".join(text for text, headline in zip(slices, headlines, strict=True) if not headline)
    texts = [
        read_as_sentence(text, body) if headline else text for text, headline in zip(slices, headlines, strict=True)
    ]
    if not texts:
        return Doc(nlp.vocab)
    doc = Doc.from_docs(list(nlp.pipe(texts)), ensure_whitespace=True)
    if doc is None:
        raise ValueError("No paragraph to parse.")
    return doc


def read_sentences(doc: Doc, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """Return the sentences in order, each inside one paragraph."""
    sentences: list[Sentence] = []
    position = 0
    for span in doc.sents if len(doc) else ():
        while span.start_char >= paragraphs[position].end:
            position += 1
        sentences.append(Sentence(span.start_char, span.end_char, position))
    return tuple(sentences)
