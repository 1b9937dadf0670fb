"""Roles that the form of the phrase gives away: margins, more and less, people aboard, how long and how deep."""

from __future__ import annotations

from comparer.analysis.numbers.scene import BEFORE_LEVELS, REACH_BEHIND, Scene
from comparer.analysis.numbers.words import LEVEL, START

_COMPARED = {
    "more": "rise",
    "higher": "rise",
    "extra": "rise",
    "up": "rise",
    "less": "fall",
    "lower": "fall",
    "fewer": "fall",
    "down": "fall",
}
# What only measures are: "900 grams lighter", "two metres higher"; "ten people longer" is nothing.
_COMPARED_MEASURES = {
    "more": "rise", "higher": "rise", "less": "fall", "lower": "fall",
    "longer": "rise", "heavier": "rise", "wider": "rise", "deeper": "rise", "taller": "rise", "larger": "rise", "warmer": "rise",
    "faster": "rise", "shorter": "fall", "lighter": "fall", "smaller": "fall", "cheaper": "fall", "colder": "fall", "slower": "fall",
    "cooler": "fall",
}  # fmt: skip
_REACH_OF_WAY = 12
# They say that a figure changed, and not which way: "went from 3 euros to 5".
_MOVES = frozenset({"go", "change", "move", "shift", "swing", "come", "turn", "switch", "take", "bring"})
_REACH_OF_CHANGE = 6


def special_role(scene: Scene) -> str | None:
    """Return the role that needs no verb: "margin", a rise or fall, "aboard" or "capacity", a way of measuring length; or None."""
    way = way_of_length(scene) if scene.dimension == "length" else None
    return way or _lost_lives(scene) or _margin(scene) or _compared(scene) or _on_board(scene) or _end_of_change(scene)


def _lost_lives(scene: Scene) -> str | None:
    """Return "killed" for "seven residents and two firefighters lost their lives"."""
    subject = scene.anchor
    while subject.dep_ == "conj" and subject.head.i != subject.i:
        subject = subject.head
    lost = subject.dep_ == "nsubj" and subject.head.lemma_ == "lose"
    return (
        "killed"
        if lost and any(child.dep_ == "dobj" and child.lemma_ == "life" for child in subject.head.children)
        else None
    )


def _margin(scene: Scene) -> str | None:
    """Return "margin" for "won by 212 votes" and "a 12-vote majority"."""
    if scene.dimension not in ("", "points", "share"):
        return None
    before = scene.doc[max(scene.first - REACH_BEHIND, 0) : scene.first]
    by = next((token for token in reversed(before) if token.lower_ not in BEFORE_LEVELS), None)
    won = by is not None and by.lower_ == "by" and by.head.lemma_.lower() in scene.words.contests
    return "margin" if won else None


def _compared(scene: Scene) -> str | None:
    """Return the rise of "5 percent more pay" and "two metres higher", and the fall of "5 percent fewer jobs"."""
    if scene.dimension in ("", "age", "score") or scene.last >= scene.end:
        return None
    table = _COMPARED if scene.dimension in ("share", "points") else _COMPARED_MEASURES
    return table.get(scene.doc[scene.last].lower_)


def _end_of_change(scene: Scene) -> str | None:
    """Return the roles of the 3 and the 5 of "went from 3 euros to 5"."""
    place = scene.first - 1
    while place > 0 and scene.doc[place].lower_ in BEFORE_LEVELS:
        place -= 1
    word = scene.doc[max(place, 0)].lower_
    if word not in ("from", "to"):
        return None
    near = scene.doc[scene.last : min(scene.last + _REACH_OF_CHANGE, scene.end)]
    if word == "to":
        near = scene.doc[max(place - _REACH_OF_CHANGE, 0) : place]
    other = next((token for token in near if token.lower_ == ("to" if word == "from" else "from")), None)
    start = scene.doc[place] if word == "from" else other
    if other is None or start is None or start.i == 0 or start.head.lemma_.lower() not in _MOVES:
        return None
    return START if word == "from" else LEVEL


def _on_board(scene: Scene) -> str | None:
    """Return the role of "188 passengers and crew aboard", and the capacity of "room for 900 visitors"."""
    before = [token.lower_ for token in scene.doc[max(scene.first - 2, 0) : scene.first]]
    if before in (["room", "for"], ["space", "for"]):
        return "capacity"
    if not scene.people:
        return None
    for token in scene.doc[scene.last : min(scene.last + REACH_BEHIND, scene.end)]:
        if token.lower_ in ("aboard", "board"):
            return "aboard"
        if token.pos_ in ("PUNCT", "VERB", "AUX"):
            break
    return None


def way_of_length(scene: Scene) -> str | None:
    """Return "long", "high" or "deep" behind "12 kilometres", or behind "12 metres in", and for "a length of 12 metres"."""
    near = [token.lower_ for token in scene.doc[scene.last : min(scene.last + 2, scene.end)]]
    if scene.counted.head is not None:
        near.append(scene.counted.head.lemma_.lower())
    near += _superlative(scene)
    return next((scene.words.dimensions[word] for word in near if word in scene.words.dimensions), None)


def _superlative(scene: Scene) -> list[str]:
    """The widest of "60 metres at its widest"."""
    near = [token.lower_ for token in scene.doc[max(scene.first - _REACH_OF_WAY, 0) : scene.end][: 2 * _REACH_OF_WAY]]
    return [word for at, its, word in zip(near, near[1:], near[2:], strict=False) if (at, its) == ("at", "its")]
