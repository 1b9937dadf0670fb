"""From a clean article to one spaCy document, and its sentences."""

from __future__ import annotations

import re
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token
from thinc.types import Ints2d

from comparer.analysis.casing import read_as_sentence
from comparer.analysis.report import Paragraph, Sentence
from comparer.analysis.tables import load_table
from comparer.analysis.text import CleanArticle

LONGEST_SENTENCE = 250
"""Tokens after which a text without full stops is cut, so that nothing later meets an endless sentence."""

_LONGEST_WORD = 200
_ENDLESS = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
_LISTS = {name: frozenset(words) for name, words in load_table("abbreviations").items()}
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
"""The parser knows "country's" far better than "country’s"."""
_END = re.compile(r"[.!?…]")
_CLOSING = frozenset(["”", "’", '"', "'", "''", ")", "]", "»"])
_STARTS, _GOES_ON, _OPEN = np.array([1, -1, 0]).astype(np.uint64)
_CLOSING_MARKS = 4
_ASKED = 5
"""How many tokens after “…?” the verb of speaking may follow."""


def parse(article: CleanArticle, nlp: Language) -> Doc:
    """Return one Doc of the whole article; `doc[i].idx` is an offset into `article.text`.

    Each paragraph is parsed alone, so that a heading never sticks to the next
    paragraph, and headlines without their capitals: the Doc's words differ from
    the text in case there, and in the shape of apostrophes. The model says where sentences end, except where the
    words leave no choice.
    """
    slices = [article.text[paragraph.start : paragraph.end] for paragraph in article.paragraphs]
    headlines = [paragraph.role in ("title", "heading") for paragraph in article.paragraphs]
    body = "\n".join(text for text, headline in zip(slices, headlines, strict=True) if not headline)
    texts = [
        read_as_sentence(text, body) if headline else text for text, headline in zip(slices, headlines, strict=True)
    ]
    if not texts:
        return Doc(nlp.vocab)
    doc = Doc.from_docs(list(nlp.pipe(_prepared(text, nlp) for text in texts)), ensure_whitespace=True)
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


def _prepared(text: str, nlp: Language) -> Doc:
    """Cut the text into tokens and settle the sure sentence ends, before the model sees it."""
    doc = _tokens(_APOSTROPHE.sub("'", text), nlp)
    starts = np.zeros((len(doc), 1), dtype=np.uint64)
    length = 0
    for token in doc:
        sure = True if token.i == 0 or length == LONGEST_SENTENCE else _starts_sentence(token)
        length = 1 if sure else length + 1
        starts[token.i] = {True: _STARTS, False: _GOES_ON, None: _OPEN}[sure]
    return doc.from_array(["SENT_START"], cast(Ints2d, starts))


def _tokens(text: str, nlp: Language) -> Doc:
    """Cut the text into tokens. Endless words are cut by length: the tokenizer's time on one grows by its square."""
    docs: list[Doc] = []
    start = 0
    for match in _ENDLESS.finditer(text):
        if match.start() > start:
            docs.append(nlp.make_doc(text[start : match.start()]))
        words = [match[0][i : i + _LONGEST_WORD] for i in range(0, len(match[0]), _LONGEST_WORD)]
        docs.append(Doc(nlp.vocab, words=words, spaces=[False] * len(words)))
        start = match.end()
    joined = Doc.from_docs([*docs, nlp.make_doc(text[start:])], ensure_whitespace=False) if docs else None
    return joined if joined is not None else nlp.make_doc(text)


def _starts_sentence(token: Token) -> bool | None:
    """Return True or False where that is sure, None where the model decides."""
    end = _last_mark(token)
    if end is None or token.is_space:
        return False
    quoted = end.i < token.i - 1
    if token.text[0].islower():
        return False if quoted or end.text not in {"?", "!"} else None
    word = _with_stop(end)
    if word in _LISTS["before_more"] or (word in _LISTS["before_number"] and token.text[0].isdigit()):
        return False
    if quoted and end.text in {"?", "!"} and _speech_follows(token):
        return False
    glued = not token.doc[token.i - 1].whitespace_
    return True if end.text == word == "." and not glued and not token.is_punct else None


def _last_mark(token: Token) -> Token | None:
    """The full stop, question or exclamation mark that stands before the token, closing marks aside."""
    nearest = token.i - 1
    for position in range(nearest, max(-1, nearest - _CLOSING_MARKS), -1):
        mark = token.doc[position]
        if mark.text not in _CLOSING:
            return mark if _END.search(mark.text[-1]) else None
    return None


def _with_stop(mark: Token) -> str:
    """The abbreviation with its stop, which may be a token of its own; "." after a longer word."""
    if mark.text != "." or mark.i == 0:
        return mark.text
    word = mark.nbor(-1)
    whole = word.text + "."
    known = whole in _LISTS["before_more"] or whole in _LISTS["before_number"]
    return whole if known and not word.whitespace_ else "."


def _speech_follows(token: Token) -> bool:
    """“Why?” Mara Lund asked."""
    ahead = token.doc[token.i : token.i + _ASKED]
    return any(word.text in _LISTS["speech_verbs"] for word in ahead) and all(
        word.text[0].isupper() or word.text in _LISTS["speech_verbs"] for word in ahead[:2]
    )
