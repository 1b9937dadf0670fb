"""What the analysis gives: immutable documents, JSON in and out.

A `Reading` is what was understood of one article; a `Report` compares two.
All offsets are Python code-point offsets into `Reading.text`, end exclusive.
Field names follow the public contract of the commands `read`, `compare` and
`pairs`; add fields freely, raise the schema when one changes its meaning.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import Literal

from pydantic import TypeAdapter

READING_SCHEMA = "reading/1"
REPORT_SCHEMA = "report/1"

Range = tuple[int, int]
Role = Literal["title", "heading", "body", "post"]
Voice = Literal["own", "named", "unnamed", "institution", "document"]
Stance = Literal["neutral", "doubt", "assert", "deny", "demand"]
AttributionKind = Literal["statement", "belief", "intention", "attitude"]
Precision = Literal["minute", "hour", "part of day", "day", "week", "month", "season", "year", "decade", "span"]
TWELVE_HOURS = "12h"
Bound = Literal["at", "since", "until", "by", "before", "after"]
PlaceKind = Literal["country", "region", "city", "area", "site", "part", "unknown"]
Relation = Literal["in", "near", "from", "to", "of", "through"]
Whose = Literal["own", "quoted", "attributed"]
Tier = Literal["match", "possible"]
Kind = Literal[
    "number", "date", "place", "person", "polarity", "quote", "naming", "wording",
    "attribution", "certainty", "voice", "agency", "emphasis", "omission",
]  # fmt: skip
Verdict = Literal["conflict", "compatible", "update", "differs", "only_left", "only_right"]
Sureness = Literal["sure", "likely", "possible"]
Part = Literal["of", "among"]
Form = Literal["exact", "bound", "approximate", "range", "vague", "implied"]
Modality = Literal["asserted", "future", "possible", "demanded", "conditional"]
RoleKind = Literal["person", "place", "group", "noun", "pronoun", "name", "clause", ""]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open stretch of `Reading.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repair(Span):
    """Damaged characters: `before` as they came, `after` as mended, None if beyond repair.

    The span lies in the cleaned text: over what stands there now (the mended
    text, or the damaged text left in place and flagged).
    """

    before: str
    after: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A passage of the input that is not article, set aside, and the reason in plain words."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Paragraph(Span):
    """One line of the cleaned text; paragraphs are joined by a single newline."""

    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    paragraph: int
    """Position in `Reading.paragraphs`."""


@dataclass(frozen=True, slots=True)
class Claim(Span):
    """One assertion; a sentence may hold several. `attribution` is a position in `Reading.attributions`."""

    id: str
    sentence: int
    paragraph: int
    voice: Voice = "own"
    attribution: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to say what (after PolNeAR: source, cue, content).

    `source` and `cue` are None where the text shows none there (a quotation
    that goes on in the next sentence); `speaker` is the resolved name then.
    `voice` is the kind of source; `quoted` is true for direct speech.
    """

    source: Range | None
    speaker: str | None
    cue: Range | None
    stance: Stance
    content: tuple[Range, ...]
    quoted: bool
    voice: Voice = "named"
    cue_lemma: str | None = None
    kind: AttributionKind = "statement"
    """What is attributed: words or evidence, a belief, an intention, or an attitude such as support.

    Only statements put a claim into somebody else's mouth.
    """


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """An interval with unit and counted thing: "more than 150 people" is (150, inf).

    `high` None is unbounded above, `low` None below. `measures` is the counted
    or measured noun phrase, `role` what happens to it (killed, wounded,
    fighting, cost), both lower-cased lemmas where they are words of the text.
    """

    low: float | None
    high: float | None
    low_inclusive: bool
    high_inclusive: bool
    unit: str
    measures: str | None
    role: str | None
    hedge: str | None
    head: str = ""
    """Lemma of the counted or measured noun: "citizen"; "" where the text names none."""
    qualifiers: tuple[str, ...] = ()
    """Lemmas of what narrows the noun down: ("chinese",)."""
    about: tuple[str, ...] = ()
    """Content lemmas around the number in its sentence, nearest first: what it is said of. Names keep their capital."""
    step: float = 1.0
    """Place of the last digit that counts: 10 for "150", 100000 for "1.5 million"."""
    form: Form = "exact"
    part: Part | None = None
    """Counted out of a larger number: "of" the same things ("six of them"), or "among" others ("including three children")."""
    extra: bool = False
    """Counted on top of another number: "30 more"."""
    overall: bool = False
    """A sum over many occasions: "so far", "this season"."""
    actor: str = ""
    """Who does it by name, where the sentence says so: the Norvale of "Norvale fired 40 officials"."""


@dataclass(frozen=True, slots=True)
class Time(Span):
    """ISO dates (earliest and latest day that the words allow) and how precise the words are.

    None where the words cannot be resolved without a publication date.
    """

    earliest: str | None
    latest: str | None
    precision: Precision
    weekday: int | None = None
    """0 (Monday) to 6 where a weekday is named."""
    month_day: str | None = None
    """"04-09" where month and day are named and the year is not; "04" where only the month is, "04-01/04-07" for a stretch of it."""
    bound: Bound = "at"
    """How the named time limits what happens: "since March" is March and "since"."""
    clock: str | None = None
    """Hours of the day, "15:15-15:15" or "18:00-30:00" (night, to six the next morning), then a zone if named.

    TWELVE_HOURS in place of the zone where they may be of either half of the day: "03:15-03:15 12h".
    """
    relative: str | None = None
    """Distance where the day it counts from is not known: "-1 day", or "+2 day after vote"."""
    events: tuple[str, ...] = ()
    """Lemmas of what happens then, from the governing word outwards: ("fight", "capture")."""
    of_saying: bool = False
    """The time of a statement ("said on Tuesday"), not of what it tells."""
    about: tuple[str, ...] = ()
    """Lemmas of the things and names that take part, as far as the clause says."""
    tense: Literal["past", "future", ""] = ""
    """Whether what happens then is told as past or as still to come."""
    moved: Literal["from", "to", ""] = ""
    """The text itself tells that a plan was changed: from the day that was first set, to another."""
    as_of: bool = False
    """The day of a count: "by Monday 40 had been found"."""


@dataclass(frozen=True, slots=True)
class Place(Span):
    name: str
    """Canonical name: "Kyiv" for "Kiev"."""
    within: tuple[str, ...]
    """What contains it, from near to far: ("Ukraine",)."""
    kind: PlaceKind = "unknown"
    relation: Relation | None = None
    """How what happens relates to it; None for a bare mention ("Ukraine is at war")."""
    events: tuple[str, ...] = ()
    """Lemmas of what happens there, from the governing word outwards: ("fight", "capture")."""
    of_saying: bool = False
    """The place of a statement ("told reporters in Geneva"), not of what it tells."""
    about: tuple[str, ...] = ()
    """Lemmas of the things and names that take part, as far as the clause says."""
    spot: tuple[float, float] | None = None
    """Latitude and longitude in degrees, where the place is a known city."""
    guessed: bool = False
    """The text does not tell which of several places of the name is meant; the largest is taken."""
    metonym: bool = False
    """The name stands for a government or people ("Kyiv said"), not for a place."""


@dataclass(frozen=True, slots=True)
class Name(Span):
    """What a referent is called here, and in whose words."""

    referent: str
    text: str
    whose: Whose
    distanced: bool
    """Held at arm's length: scare quotes or "so-called"."""
    head: str = ""
    """Lower-cased lemma of the head noun, or the canonical proper name."""
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Predication(Span):
    """What somebody says that something is: the "house of mercy" of "called the clinic a house of mercy"."""

    head: str
    """Lower-case lemma of the noun."""
    of: str
    """Name, or lower-case lemma, of what it is said of."""
    of_words: tuple[str, ...]
    """Lemmas of all that names it."""
    speaker: str
    source: Range
    """Where the speaker is named; else the phrase itself."""


@dataclass(frozen=True, slots=True)
class Loaded(Span):
    term: str
    why: str


@dataclass(frozen=True, slots=True)
class Hedge(Span):
    term: str
    direction: Literal["hedge", "booster"]


@dataclass(frozen=True, slots=True)
class Quote(Span):
    """Quoted words without their marks; `attribution` is a position in `Reading.attributions`."""

    attribution: int | None = None


@dataclass(frozen=True, slots=True)
class Companion(Span):
    """One more participant of an event, beside agent and patient."""

    role: str
    """The words that bring it in: "to", "from", "out of"; "as" for an office, "object" for a second object."""
    head: str
    words: tuple[str, ...] = ()
    kind: RoleKind = ""


@dataclass(frozen=True, slots=True)
class Identity(Span):
    """Who is said to be what: "the mayor, Ana Ruiz", "Ruiz was named as the driver". The span is the name's."""

    claim: str
    name: str
    head: str
    """Lemma of the noun: "mayor"."""
    words: tuple[str, ...] = ()
    """Lemmas of what narrows it down, names in lower case: ("orsa", "former")."""
    definite: bool = False
    """"The driver", "Orsa's mayor", "Mayor Ruiz": one only; not "a driver"."""


@dataclass(frozen=True, slots=True)
class Event(Span):
    """A predicate with its roles: who did what to whom, whether denied, how certain."""

    claim: str
    predicate: str
    """Lemma, particle included: "carry out"."""
    agent: Range | None
    patient: Range | None
    negated: bool
    passive: bool
    modality: Modality
    agent_head: str = ""
    """Name, or lower-cased lemma of the head noun; empty where unknown, or a pronoun that was not resolved."""
    patient_head: str = ""
    agent_words: tuple[str, ...] = ()
    """Lower-cased lemmas of the content words of the phrase, head included."""
    patient_words: tuple[str, ...] = ()
    agent_kind: RoleKind = ""
    patient_kind: RoleKind = ""
    obliques: tuple[str, ...] = ()
    """Prepositions with the head of what follows: ("for Russia", "on Tuesday")."""
    tense: Literal["past", "present", "future", ""] = ""
    nominal: bool = False
    """Told by a noun: "the capture of the men"."""
    of_saying: bool = False
    """The event is a statement ("said", "denied")."""
    denied: bool = False
    """Told only as what `source` denies: "denied sending troops"."""
    source: str = ""
    """Head of the subject of the verb of saying or denying right above, as far as the sentence shows it."""
    negation: Range | None = None
    """The word that negates or denies: "not", "failed", "no", "denied"."""
    modal: Range | None = None
    """The word that takes certainty away: "will", "may", "likely", "urged"."""
    parts: tuple[Companion, ...] = ()
    """Who or what else takes part: "to Ana Ruiz", "from the bank"."""


@dataclass(frozen=True, slots=True)
class Token(Span):
    lemma: str
    pos: str
    """Universal part of speech; PROPN for names."""


@dataclass(frozen=True, slots=True)
class Index:
    """What comparing needs beside the public reading, so that it needs no language model.

    `vectors` holds one unit-length float16 row for each claim, in order, then
    one for each sentence: little-endian bytes in base64, `width` numbers a row.
    """

    tokens: tuple[Token, ...]
    vectors: str
    width: int


@dataclass(frozen=True, slots=True)
class Reading:
    text: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str
    engine: str
    repairs: tuple[Repair, ...] = ()
    removed: tuple[Removed, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    names: tuple[Name, ...] = ()
    predications: tuple[Predication, ...] = ()
    loaded: tuple[Loaded, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    identities: tuple[Identity, ...] = ()
    index: Index | None = None
    schema: str = READING_SCHEMA

    def claim(self, claim_id: str) -> Claim:
        """Return the claim `c7`. KeyError if there is none.

        Ids count from c1 in order. Where people split or joined claims, some are missing and others come last.
        """
        number = int(claim_id[1:])
        at = number - 1
        if not (0 <= at < len(self.claims) and self.claims[at].id == claim_id):
            at = bisect_left(self.claims, number, key=lambda one: int(one.id[1:]))
        if at == len(self.claims) or self.claims[at].id != claim_id:
            raise KeyError(claim_id)
        return self.claims[at]


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing compared inside a pair, in words for the card, whether or not it differs."""

    name: str
    """Plain label: "number of people", "where", "who says it"."""
    left: str | None
    right: str | None
    verdict: Literal["same", "compatible", "conflict", "update", "differs", "only_left", "only_right"]


@dataclass(frozen=True, slots=True)
class ClaimPair:
    id: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    score: float
    tier: Tier
    why: tuple[str, ...]
    slots: tuple[Slot, ...] = ()
    sureness: Sureness = "likely"


@dataclass(frozen=True, slots=True)
class Excerpt(Span):
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    id: str
    kind: Kind
    verdict: Verdict
    pair: str | None
    left: tuple[Excerpt, ...]
    right: tuple[Excerpt, ...]
    explanation: str
    sureness: Sureness = "likely"


@dataclass(frozen=True, slots=True)
class Nearest:
    """For a claim told on one side only: the other side's closest claim, and why it was not paired."""

    claim: str
    other: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts. `kinds[kind][verdict]` counts differences."""

    matches: int = 0
    possible: int = 0
    only_left: int = 0
    only_right: int = 0
    kinds: dict[str, dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    engine: str
    left: Reading
    right: Reading
    pairs: tuple[ClaimPair, ...] = ()
    differences: tuple[Difference, ...] = ()
    only_left: tuple[str, ...] = ()
    only_right: tuple[str, ...] = ()
    nearest_left: tuple[Nearest, ...] = ()
    nearest_right: tuple[Nearest, ...] = ()
    summary: Summary = field(default_factory=Summary)
    schema: str = REPORT_SCHEMA


_READING = TypeAdapter(Reading)
_REPORT = TypeAdapter(Report)


def reading_to_json(reading: Reading, *, with_index: bool = False) -> str:
    """Return the reading as one line of JSON; the index only where a later comparison will need it."""
    kept = reading if with_index else replace(reading, index=None)
    return _READING.dump_json(kept, exclude=None if with_index else {"index"}).decode()


def reading_from_json(document: str | bytes) -> Reading:
    """Inverse of `reading_to_json`. ValueError where the document is not a reading of this schema."""
    reading = _READING.validate_json(document)
    if reading.schema != READING_SCHEMA:
        raise ValueError(
            f"This reading has the schema {reading.schema}; {READING_SCHEMA} is needed. Read the article again."
        )
    return reading


def report_to_json(report: Report) -> str:
    """Return the report as one line of JSON, without the readings' indexes."""
    return _REPORT.dump_json(report, exclude={"left": {"index"}, "right": {"index"}}).decode()


def report_from_json(document: str | bytes) -> Report:
    """Inverse of `report_to_json`. ValueError where the document is not a report of this schema."""
    report = _REPORT.validate_json(document)
    if report.schema != REPORT_SCHEMA:
        raise ValueError(
            f"This report has the schema {report.schema}; {REPORT_SCHEMA} is needed. Compare the articles again."
        )
    return report
