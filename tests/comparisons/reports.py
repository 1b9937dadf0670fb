"""A report written by hand about an invented event, with every kind and verdict in it.

`make_report()` is what the analysis would say of LEFT and RIGHT; pages and
presenting are tested with it, so that they need no language model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from comparer.analysis.report import (
    Attribution,
    Claim,
    ClaimPair,
    Difference,
    Excerpt,
    Kind,
    Nearest,
    Paragraph,
    Reading,
    Removed,
    Repair,
    Report,
    Sentence,
    Slot,
    Stance,
    Summary,
    Sureness,
    Verdict,
    Voice,
)
from tests.comparisons.texts import LEFT, RIGHT, Text

ENGINE = "test/1"


def make_reading(text: Text, *, title: str | None, outlet: str | None, published: str | None = None) -> Reading:
    """Return a reading in which each sentence of `text` is one claim, in the outlet's own voice."""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    body = ""
    for number, (role, lines) in enumerate(text):
        start = len(body) + bool(body)
        body += "\n" * bool(body) + " ".join(lines)
        paragraphs.append(Paragraph(start, len(body), role))
        for line in lines:
            found = body.index(line, start)
            sentences.append(Sentence(found, found + len(line), number))
    claims = tuple(
        Claim(one.start, one.end, f"c{number + 1}", number, one.paragraph) for number, one in enumerate(sentences)
    )
    return Reading(
        body,
        title,
        outlet,
        published,
        "en",
        ENGINE,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        claims=claims,
    )


def span(reading: Reading, words: str) -> tuple[int, int]:
    """Return where `words` stand, once and only once."""
    assert reading.text.count(words) == 1, words
    start = reading.text.index(words)
    return start, start + len(words)


def excerpts(reading: Reading, words: Sequence[str]) -> tuple[Excerpt, ...]:
    return tuple(Excerpt(*span(reading, one), one) for one in words)


def claim_at(reading: Reading, words: str) -> str:
    start, _ = span(reading, words)
    return next(claim.id for claim in reading.claims if claim.start <= start < claim.end)


def say(
    reading: Reading, words: str, *, speaker: str | None, cue: str, stance: Stance, voice: Voice, quoted: bool = False
) -> Reading:
    """Return the reading with the claim that holds `words` attributed to somebody."""
    claim = reading.claim(claim_at(reading, words))
    start = reading.text.index(cue, claim.start)
    said = Attribution(None, speaker, (start, start + len(cue)), stance, (span(reading, words),), quoted, voice, cue)
    claims = tuple(
        replace(one, voice=voice, attribution=len(reading.attributions)) if one.id == claim.id else one
        for one in reading.claims
    )
    return replace(reading, attributions=(*reading.attributions, said), claims=claims)


def summarise(pairs: Iterable[ClaimPair], differences: Iterable[Difference], only: tuple[int, int]) -> Summary:
    tiers = Counter(pair.tier for pair in pairs)
    kinds: dict[str, dict[str, int]] = {}
    for one in differences:
        counts = kinds.setdefault(one.kind, {})
        counts[one.verdict] = counts.get(one.verdict, 0) + 1
    return Summary(tiers["match"], tiers["possible"], *only, kinds)


def _readings() -> tuple[Reading, Reading]:
    left = make_reading(LEFT, title=LEFT[0][1][0], outlet="The Harbour Post", published="2031-05-07")
    right = make_reading(RIGHT, title=RIGHT[0][1][0], outlet="Northern Chronicle", published="2031-05-08")
    damaged = left.text.index("\ufffd")
    left = replace(
        left,
        repairs=(
            Repair(
                *span(left, "“The vessel"),
                "â€œThe vessel",
                "“The vessel",
                "a quotation mark came in the wrong encoding",
            ),
            Repair(damaged, damaged + 1, "\ufffd", None, "one letter was lost before the text came here"),
        ),
        removed=(
            Removed("Share this article", "a line for sharing, not part of the article"),
            Removed("By Ana Lund, maritime reporter", "the author’s line"),
        ),
    )
    right = replace(right, removed=(Removed("Already a member? Log in to comment.", "a line for logging in"),))
    for words, speaker, cue, stance, voice, quoted in LEFT_SAID:
        left = say(left, words, speaker=speaker, cue=cue, stance=stance, voice=voice, quoted=quoted)
    for words, speaker, cue, stance, voice, quoted in RIGHT_SAID:
        right = say(right, words, speaker=speaker, cue=cue, stance=stance, voice=voice, quoted=quoted)
    return left, right


Said = tuple[str, str | None, str, Stance, Voice, bool]
LEFT_SAID: tuple[Said, ...] = (
    ("injuring at least 14", "the coastguard", "said", "neutral", "institution", False),
    ("The vessel was sound", "Mara Ostrel", "said", "neutral", "named", True),
    ("yearly inspection in March", "Mara Ostrel", "said", "neutral", "named", False),
    ("did not delay its call", "the company", "according to", "neutral", "institution", False),
    ("Jonas Feld, 58", "the coastguard", "said", "neutral", "institution", False),
    ("an autopilot fault was likely", "a person familiar with the inquiry", "said", "neutral", "unnamed", False),
    ("Salvage will cost", "Ilse Brandt", "said", "neutral", "named", False),
    ("a serious accident", "Ilse Brandt", "called", "neutral", "named", True),
)
RIGHT_SAID: tuple[Said, ...] = (
    ("At least 19 people were hurt", "the island’s hospital", "said", "neutral", "institution", False),
    ("vessel was sound", "Velmar Lines", "claimed", "doubt", "institution", True),
    ("an inspection in April", "Mara Ostrel", "insisted", "assert", "named", False),
    ("inspectors listed eleven faults", "records seen by the Chronicle", "show", "neutral", "document", False),
    ("alone on the bridge", "two crew members", "said", "neutral", "unnamed", False),
    ("a very serious accident", "Ilse Brandt", "admitted", "assert", "named", True),
)

# what stands left, what stands right, tier, sureness, why paired, slots compared
PAIRS: tuple[tuple[str, str, str, Sureness, tuple[str, ...], tuple[tuple[str, str | None, str | None, str], ...]], ...] = (
    ("Ferry runs aground", "‘An accident waiting", "match", "sure", ("both are headlines", "shared names: Karsund"), (("what happened", "runs aground", "hits reef", "same"),)),
    ("A passenger ferry carrying 212", "At least 19 people were hurt", "match", "sure", ("shared number of people hurt", "shared names: Karsund", "similar wording"), (("number of people hurt", "at least 14", "at least 19", "compatible"), ("when", "Tuesday (6 May 2031)", "6 May 2031", "same"), ("where", "off Karsund", "near Karsund", "same"), ("who says it", "the coastguard", "the island’s hospital", "differs"))),
    ("A passenger ferry carrying 212", "The ship was carrying more than 200", "match", "likely", ("shared number of people on board",), (("number of people on board", "212", "more than 200", "compatible"), ("from where", None, "Lindhavn", "only_right"))),
    ("The Aurelia struck the Grey Teeth", "It hit the Widow’s Rock", "match", "likely", ("shared event: striking a reef", "next to each other in both texts"), (("where", "Grey Teeth reef", "Widow’s Rock reef", "conflict"), ("when", "5:40 a.m.", "shortly before dawn", "compatible"))),
    ("Rescue boats brought all", "It took nearly five hours", "match", "likely", ("shared event: bringing passengers ashore",), (("how long", "within three hours", "nearly five hours", "conflict"),)),
    ("“The vessel was sound", "claimed that the “vessel was sound", "match", "sure", ("the same quotation", "shared names: Velmar Lines"), (("who says it", "Mara Ostrel, quoted", "Velmar Lines, quoted", "differs"), ("how it is told", "said", "claimed", "differs"))),
    ("She said that the ship had passed", "insisted that the ship had passed", "match", "sure", ("same speaker: Mara Ostrel", "similar wording"), (("when", "in March", "in April", "conflict"), ("how it is told", "said", "insisted", "differs"))),
    ("did not delay its call", "The company waited 25 minutes", "match", "likely", ("shared event: calling for help",), (("does it happen", "no delay", "waited", "conflict"), ("who says it", "the company", "Northern Chronicle itself", "differs"))),
    ("The captain, Jonas Feld", "The first mate, Tomas Reik", "possible", "possible", ("shared place: the bridge", "each other’s nearest sentence"), (("who", "the captain, Jonas Feld", "the first mate, Tomas Reik", "conflict"),)),
    ("an autopilot fault was likely", "An autopilot fault caused", "match", "sure", ("shared event: autopilot fault",), (("how certain", "likely", "stated as fact", "differs"), ("who says it", "a person familiar with the inquiry", "Northern Chronicle itself", "differs"))),
    ("Fog had cut visibility", "There was thick fog", "match", "likely", ("similar wording",), (("who says it", "the weather service", "Northern Chronicle itself", "differs"),)),
    ("Two smaller boats stayed", "There was thick fog", "match", "likely", ("shared event: staying in harbour",), (("who decides", "the boats", "told to stay", "differs"),)),
    ("Ferries on the route are required", "The so-called fog rule", "match", "likely", ("shared event: slowing down in fog",), (("speed", "no limit written", "six knots", "conflict"),)),
    ("Salvage will cost", "She put the bill", "match", "sure", ("shared event: cost of salvage", "same speaker: Ilse Brandt"), (("cost", "about 4 million crowns", "6 million crowns", "conflict"),)),
    ("Brandt called the grounding", "Transport Minister Ilse Brandt admitted", "match", "sure", ("the same quotation", "same speaker: Ilse Brandt"), (("how it is told", "called", "admitted", "differs"),)),
    ("Some 30 islanders", "Hundreds of furious islanders", "match", "sure", ("shared place: the quay", "shared demand: a second lifeboat"), (("number of people", "some 30", "hundreds", "conflict"), ("what they do", "ask", "demand", "differs"))),
    ("Velmar Lines has run the route", "The firm, which has held", "match", "sure", ("shared numbers: 1998, 150,000",), (("since", "1998", "1998", "same"), ("people a year", "more than 150,000", "over 150,000", "same"))),
    ("has offered each passenger", "It has offered those on board", "match", "likely", ("shared event: a refund",), (("what is offered", "a refund and a free crossing", "money back", "only_left"),)),
    ("The wreck was leaking", "By Thursday oil had spread", "match", "likely", ("same speaker: the environment agency",), (("as of", "Wednesday", "Thursday", "update"), ("how much", "a small amount", "three kilometres of the shore", "update"))),
)  # fmt: skip

# kind, verdict, pair (its place above) or None, words left, words right, explanation, sureness
DIFFERENCES: tuple[tuple[Kind, Verdict, int | None, tuple[str, ...], tuple[str, ...], str, Sureness], ...] = (
    ("number", "conflict", 13, ("about 4 million crowns",), ("6 million crowns",), "Left says that the salvage costs about 4 million crowns; right says 6 million.", "sure"),
    ("number", "conflict", 15, ("Some 30 islanders",), ("Hundreds of furious islanders",), "Left counts some 30 islanders at the quay; right counts hundreds.", "sure"),
    ("number", "conflict", 4, ("within three hours",), ("nearly five hours",), "Left says that the rescue took three hours at most; right says nearly five.", "likely"),
    ("number", "compatible", 1, ("at least 14",), ("At least 19 people",), "“At least 14” and “at least 19” can both be true.", "sure"),
    ("number", "compatible", 2, ("212 people",), ("more than 200 passengers",), "212 is more than 200.", "sure"),
    ("number", "update", 18, ("a small amount of fuel",), ("three kilometres of the shore",), "Right speaks of Thursday, left of Wednesday: the spill grew in between.", "likely"),
    ("date", "conflict", 6, ("in March",), ("in April",), "Left dates the inspection to March; right to April.", "sure"),
    ("date", "compatible", 1, ("early on Tuesday",), ("on 6 May",), "Tuesday was 6 May 2031.", "sure"),
    ("place", "conflict", 3, ("Grey Teeth reef",), ("Widow’s Rock reef",), "Left puts the ship on the Grey Teeth reef; right on Widow’s Rock.", "sure"),
    ("person", "conflict", 8, ("The captain, Jonas Feld,",), ("The first mate, Tomas Reik,",), "Left has the captain on the bridge; right has the first mate there, alone.", "possible"),
    ("polarity", "conflict", 7, ("did not delay its call for help",), ("waited 25 minutes before it called for help",), "Left says that the company didn’t delay its call for help; right says that it did.", "likely"),
    ("quote", "differs", 5, ("The vessel was sound, and the crew did what they were trained to do",), ("vessel was sound and the crew did as they were trained",), "The same words are quoted differently.", "sure"),
    ("quote", "differs", 14, ("a serious accident",), ("a very serious accident",), "Right’s quotation has one word more: “very”.", "sure"),
    ("naming", "differs", 5, ("Velmar Lines.",), ("the island’s monopoly operator",), "Left calls the company by its name; right adds “the island’s monopoly operator”.", "likely"),
    ("naming", "only_right", None, (), ("A floating relic",), "Only right calls the ship this; the words are its own.", "likely"),
    ("naming", "only_right", 12, (), ("so-called fog rule",), "Only right speaks of a “so-called fog rule”, which holds the rule at arm’s length.", "possible"),
    ("wording", "differs", 1, ("ran aground on a reef",), ("smashed into a reef",), "“Smashed into” is stronger than “ran aground on”.", "likely"),
    ("wording", "differs", 15, ("gathered at the quay to ask",), ("marched to the quay on Wednesday evening to demand",), "“Marched” and “demand” are stronger than “gathered” and “ask”.", "likely"),
    ("wording", "compatible", 16, ("has run the route",), ("has held the route",), "The same in other words.", "sure"),
    ("attribution", "differs", 5, ("said Mara Ostrel",), ("claimed",), "Left reports this with “said”; right with “claimed”, which doubts it.", "sure"),
    ("attribution", "differs", 6, ("She said",), ("insisted",), "Left reports this with “said”; right with “insisted”, as if it were disputed.", "sure"),
    ("attribution", "differs", 14, ("called",), ("admitted",), "“Admitted” treats the words as a confession; “called” doesn’t.", "likely"),
    ("certainty", "differs", 9, ("was likely",), ("caused",), "Left calls the fault likely; right states it as a fact.", "sure"),
    ("voice", "differs", 9, ("A person familiar with the inquiry said",), ("An autopilot fault caused the grounding.",), "Left gives an unnamed source; right says it in its own voice.", "sure"),
    ("agency", "differs", 11, ("Two smaller boats stayed in harbour",), ("had been told to stay in port",), "Left has the boats decide; right has somebody tell them.", "likely"),
    ("emphasis", "differs", 1, ("injuring at least 14 of them",), ("At least 19 people were hurt",), "Right opens with the injured; left mentions them after the ship.", "likely"),
    ("omission", "only_right", None, (), ("Records seen by the Chronicle show that inspectors listed eleven faults, among them a worn steering gear.",), "Only right tells of the faults that inspectors listed.", "likely"),
    ("omission", "only_left", 17, ("and a free crossing",), (), "Only left mentions the free crossing.", "likely"),
)  # fmt: skip

ONLY_LEFT = (
    "Officials have not ruled",
    "Divers from",
    "The ministry has ordered",
    "Booms were laid",
    "The agency expects",
)
ONLY_RIGHT = ("Passengers described chaos", "Nobody told us", "Records seen by", "The captain was asleep", "We have begged", "Brandt ignored", "Velmar has been criticised", "Volunteers were washing")  # fmt: skip


def make_report() -> Report:
    """Return the whole comparison of the two invented pieces."""
    left, right = _readings()
    pairs = tuple(
        ClaimPair(
            f"p{number}",
            (claim_at(left, in_left),),
            (claim_at(right, in_right),),
            0.8 if tier == "match" else 0.4,
            "match" if tier == "match" else "possible",
            why,
            tuple(Slot(*slot) for slot in slots),  # type: ignore[arg-type]
            sureness,
        )
        for number, (in_left, in_right, tier, sureness, why, slots) in enumerate(PAIRS, start=1)
    )
    differences = tuple(
        Difference(
            f"d{number}",
            kind,
            verdict,
            None if pair is None else f"p{pair + 1}",
            excerpts(left, in_left),
            excerpts(right, in_right),
            explanation,
            sureness,
        )
        for number, (kind, verdict, pair, in_left, in_right, explanation, sureness) in enumerate(DIFFERENCES, start=1)
    )
    only_left = tuple(claim_at(left, words) for words in ONLY_LEFT)
    only_right = tuple(claim_at(right, words) for words in ONLY_RIGHT)
    return Report(
        ENGINE,
        left,
        right,
        pairs,
        differences,
        only_left,
        only_right,
        tuple(
            Nearest(claim, right.claims[-2].id, 0.31, "both speak of the shore, but of different events")
            for claim in only_left
        ),
        tuple(Nearest(claim, left.claims[3].id, 0.28, "no shared number, name or event") for claim in only_right),
        summarise(pairs, differences, (len(only_left), len(only_right))),
    )
