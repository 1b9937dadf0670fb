"""Who is speaking? The outlet itself, a person with a name, somebody unnamed, an institution, a document."""

from __future__ import annotations

from itertools import chain, zip_longest

from comparer.analysis.report import Voice
from comparer.classroom.content import Choice, Item, Line
from comparer.classroom.making.material import Material, Told

MOST = 8
LABELS: dict[Voice, str] = {
    "own": "The newspaper itself",
    "named": "A person with a name",
    "unnamed": "Somebody without a name",
    "institution": "An office, a company or another institution",
    "document": "A document",
}
CHOICES = tuple(Choice(voice, words) for voice, words in LABELS.items())
NEAR: dict[Voice, tuple[Voice, ...]] = {
    "named": ("institution",),
    "institution": ("named", "document"),
    "document": ("institution",),
    "unnamed": ("institution",),
}
WORTH = 0.5
MIN_WORDS = 6


def make_speaker(material: Material) -> tuple[Item, ...]:
    """Return sentences told in one voice each, as many voices and both pieces as there are."""
    by_voice: dict[Voice, list[tuple[Told, Line]]] = {voice: [] for voice in LABELS}
    for at in zip_longest(*(_one_voice(told) for told in material.sides)):
        for found in filter(None, at):
            by_voice[found[2]].append(found[:2])
    rounds = zip_longest(*([(voice, *one) for one in lines] for voice, lines in by_voice.items()))
    asked = [one for one in chain.from_iterable(rounds) if one is not None][:MOST]
    if len({voice for voice, _, _ in asked}) < 2:
        return ()  # nothing to tell apart
    asked.sort(key=lambda one: (one[1].side, int(one[2].id[1:])))
    return tuple(_item(material, at, *one) for at, one in enumerate(asked, start=1))


def _one_voice(told: Told) -> list[tuple[Told, Line, Voice]]:
    """Return the sentences whose claims all have one voice; the outlet's own only where nobody is quoted."""
    found = []
    for line in told.by_sentence.values():
        voice = _voice(told, line)
        if voice is None or len(line.text.split()) < MIN_WORDS or not told.is_askable(line):
            continue
        if voice != "own" and not _shows_source(told, line):
            continue
        if voice != "own" or not any(mark in line.text for mark in '“”"'):
            found.append((told, line, voice))
    return found


def _shows_source(told: Told, line: Line) -> bool:
    """Whether the sentence itself reports a statement and says whose: nobody can tell from "They knew it" alone."""
    whole = told.reading.sentences[int(line.id[1:]) - 1]
    numbers = {one.attribution for one in told.claims_of(line)} - {None}
    found = [one for number, one in enumerate(told.reading.attributions) if number in numbers]
    return bool(found) and all(
        one.kind == "statement" and one.cue is not None and whole.start <= one.cue[0] < whole.end for one in found
    )


def _voice(told: Told, line: Line) -> Voice | None:
    voices = {one.voice for one in told.claims_of(line)}
    return voices.pop() if len(voices) == 1 else None


def _item(material: Material, number: int, voice: Voice, told: Told, line: Line) -> Item:
    said = _voice(material.told_before(told.side), line)
    near: dict[str, float] = {one: WORTH for one in NEAR.get(voice, ())}  # noqa: C420 -- mypy loses the type else
    return Item(
        f"i{number}",
        "one",
        line.text,
        CHOICES,
        (voice,),
        near,
        (said,) if said else (),
        (line.id,),
        _why(told, line, voice),
    )


def _why(told: Told, line: Line, voice: Voice) -> str:
    if voice == "own":
        return "Nobody else is named as the source: the newspaper says it itself."
    at = next((one.attribution for one in told.claims_of(line) if one.attribution is not None), None)
    said = told.reading.attributions[at] if at is not None and at < len(told.reading.attributions) else None
    speaker = said.speaker if said else None
    if said and said.source:
        speaker = " ".join(told.reading.text[slice(*said.source)].split())
    kind = LABELS[voice]
    return f"The source is “{speaker}”: {kind[0].lower()}{kind[1:]}." if speaker else f"{kind}."
