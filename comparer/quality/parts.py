"""The parts of the page, and the files of figures that each draws on."""

from __future__ import annotations

from dataclasses import dataclass

from comparer.quality.questions import (
    AMONG,
    BOILERPLATE,
    CALLED_SO,
    CONFLICTS,
    COUNTERPARTS,
    JUDGED,
    JUDGED_REPORTS,
    LOADED,
    NAMING,
    NUMBERS,
    PROPOSITIONS,
    RANKING,
    REAL_COUNTERPARTS,
    SLOTS,
    TELLING,
    WHO_SAYS_WHAT,
    Question,
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One file of figures: on which texts, with the file's counts by name, and how the analysis stands to them."""

    file: str
    called: str
    """In a few words, for the README."""
    texts: str
    standing: str
    questions: tuple[Question, ...]
    floor: str = "simple method"
    """What the floor of its figures is called."""
    optional: bool = False
    """Nothing is said where the file is missing."""


@dataclass(frozen=True, slots=True)
class Part:
    id: str
    title: str
    intro: str
    samples: tuple[Sample, ...]


SEEN = "The analysis was developed on them, so expect less on others."
UNSEEN = "Whoever works on the analysis sees only these figures, never the texts."
LABELS_UNSEEN = (
    "Nobody who works on the analysis has seen what the readers marked. What it marks itself in news of the same two "
    "public sets, these reports among them, was looked at while it was developed."
)
HALF = "The analysis was developed on the other half of this public set; nobody looked at this one."
PARTLY = "A public set that was at hand while the analysis was developed."
MARKED = "A language-model assistant wrote and marked them for this project, about invented events."
TWICE = "Another marked five of the pairs apart; trained people would agree less than these two do."
PIECES = f"{{article pairs}} pairs of whole articles, {{sentences}} sentences. {MARKED}"
SHORT = f"{{pairs}} pairs of short texts, {{negatives}} of them traps. {MARKED}"
PLAIN = f"{{pairs}} pairs of sentences that differ in one word or two, {{negatives}} of them traps. {MARKED}"
AMONG_OTHERS = (
    f"The same {{pairs}} pairs, twelve in two articles, their sentences in another order on each side. {MARKED}"
)
SENTENCES = "{pairs} pairs of sentences from the articles above; in {judged 1} of them both report the same."
POLNEAR = "{articles} news articles with {gold} statements that trained annotators marked (PolNeAR)."
BABE = "{sentences} sentences from the news in which experts marked the words that judge (BABE)."
NEWS_ECB = "{linked sentences} sentences of news articles, and their counterparts in another on the same event (ABCD-Link, news_ecb)."
QA_ALIGN = "{sentence pairs} pairs of news sentences whose statements annotators aligned (QA-ALIGN)."
REAL = "{article pairs} pairs of real articles, {lines} sentences and headlines, which two annotators marked apart."
REPORTS = (
    "{article pairs} pairs of real news reports, which two language-model assistants searched apart for contradictions."
)
REPORTED = "{judged pairs} pairs of sentences from real news reports, which two language-model assistants judged apart; in {judged 1} of them both report the same."
NEWSWCL = "{mentions} mentions of people, things and places in {articles} news articles on {events} events (NewsWCL50)."
WORDS = "whatever the word"
CALLED = "{pairs} pairs of claims and {conflicts} conflicts that it found in {article pairs} pairs of articles."
EQUATE = "{NewsNLI pairs} and {RTE_Quant pairs} pairs of sentences with numbers, and whether one follows from the other (EQUATE)."


# A sentence alone has no prominence, and hardly a word that judges.
IN_A_SENTENCE = tuple(question for question in TELLING if question.figure not in {"emphasis", "wording"})


def _on_pieces(questions: tuple[Question, ...]) -> tuple[Sample, ...]:
    unseen = Sample("articles_unseen", "own article pairs, never seen", PIECES, UNSEEN, questions, optional=True)
    return unseen, Sample("articles", "own article pairs, developed on", PIECES, f"{SEEN} {TWICE}", questions)


def _on_plain(questions: tuple[Question, ...]) -> tuple[Sample, ...]:
    unseen = Sample(
        "plain_unseen", "own sentences alike but for one thing, never seen", PLAIN, UNSEEN, questions, optional=True
    )
    return unseen, Sample(
        "plain", "own sentences alike but for one thing, developed on", PLAIN, SEEN, questions, optional=True
    )


def _on_short(questions: tuple[Question, ...]) -> tuple[Sample, ...]:
    unseen = Sample(
        "minimal_unseen", "own short texts in other words, never seen", SHORT, UNSEEN, questions, optional=True
    )
    return unseen, Sample("minimal", "own short texts in other words, developed on", SHORT, SEEN, questions)


PARTS = (
    Part(
        "counterparts",
        "Finding counterparts",
        "Before two pieces can be compared, the sentences that report the same must find each other.",
        (
            *_on_pieces(COUNTERPARTS + BOILERPLATE),
            Sample("annotated", "real article pairs, developed on", REAL, SEEN, REAL_COUNTERPARTS, optional=True),
            Sample("ranking", "ABCD-Link, news_ecb", NEWS_ECB, PARTLY, RANKING, optional=True),
            Sample("propositions", "QA-ALIGN, dev", QA_ALIGN, PARTLY, PROPOSITIONS, optional=True),
            Sample("reports_unseen", "sentences of real reports, labels never seen", REPORTED, LABELS_UNSEEN, JUDGED_REPORTS, optional=True),
            Sample("reports", "sentences of real reports, developed on", REPORTED, SEEN, JUDGED_REPORTS, optional=True),
            Sample("judged", "sentences of own articles, developed on", SENTENCES, SEEN, JUDGED),
        ),
    ),
    Part(
        "facts",
        "Numbers, dates, places, people",
        "A conflict should be marked where both can’t be true, and nowhere else. Whole articles are the hard case: two sentences must find each other first, and most of their numbers count different things.",
        (
            *_on_pieces(CONFLICTS),
            Sample("reports_unseen", "pairs of real reports, labels never seen", REPORTS, LABELS_UNSEEN, CONFLICTS[:1], optional=True),
            Sample("reports", "pairs of real reports, developed on", REPORTS, SEEN, CONFLICTS[:1], optional=True),
            Sample("annotated", "real article pairs, developed on", REAL, SEEN, CONFLICTS[:1], optional=True),
            *_on_plain(SLOTS),
            Sample("among_unseen", "own sentences alike but for one thing, never seen", AMONG_OTHERS, UNSEEN, AMONG, optional=True),
            Sample("among", "own sentences alike but for one thing, developed on", AMONG_OTHERS, SEEN, AMONG, optional=True),
            *_on_short(SLOTS),
            Sample("among_short_unseen", "own short texts in other words, never seen", AMONG_OTHERS, UNSEEN, AMONG, optional=True),
            Sample("among_short", "own short texts in other words, developed on", AMONG_OTHERS, SEEN, AMONG, optional=True),
            Sample("numbers", "EQUATE", EQUATE, PARTLY, NUMBERS, optional=True),
        ),
    ),
    Part(
        "telling",
        "How it is told",
        "The same thing in other words, in another voice, more or less certain. Few cases each, so the ranges are wide.",
        (*_on_plain(IN_A_SENTENCE), *_on_short(TELLING), Sample("naming", "NewsWCL50", NEWSWCL, PARTLY, NAMING, optional=True)),
    ),
    Part(
        "voices",
        "Who says what",
        "Which words of an article are somebody’s, and whose.",
        (Sample("attribution", "PolNeAR, data/dev, half never looked at", POLNEAR, HALF, WHO_SAYS_WHAT),),
    ),
    Part(
        "loaded",
        "Loaded words",
        "Words that judge. Even experts agree on them only in part.",
        (Sample("loaded", "BABE, half never looked at", BABE, HALF, LOADED),),
    ),
    Part(
        "sureness",
        "Sure, likely, possible",
        "What is called sure should be right more often than what is called likely. These words stand on every card.",
        (
            Sample("confidence_unseen", "own article pairs, never seen", f"{CALLED} {MARKED}", UNSEEN, CALLED_SO, floor=WORDS, optional=True),
            Sample("confidence", "own article pairs, developed on", f"{CALLED} {MARKED}", SEEN, CALLED_SO, floor=WORDS, optional=True),
        ),
    ),
)  # fmt: skip
