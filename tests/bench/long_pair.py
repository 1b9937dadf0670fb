"""Two long pieces about one invented winter: written by the same hand, filled with other names and numbers each time."""

from __future__ import annotations

from datetime import date
from itertools import count

from comparer.library.services import GivenArticle

TOWNS = (
    "Ulmsund",
    "Haverby",
    "Torrin",
    "Kessel Bridge",
    "Marrow Hill",
    "Osterlund",
    "Pellam",
    "Quarne",
    "Rydal",
    "Sarn",
)
PEOPLE = ("Ida Brenn", "Tomas Aarl", "Kirsten Vole", "Ruben Hask", "Lea Morand", "Emil Sorg", "Nora Fjeld", "Otto Lamb")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
LEFT = (
    "Snow closed the road to {town} on {day}, and {first} people spent the night in the school, the county said.",
    "{person}, who heads the road service, said that {second} ploughs had been sent out before midnight.",
    "“We reached the last houses at {hour} in the morning,” {person} said.",
    "The power failed in about {third} homes and came back in the afternoon.",
    "Two schools remained closed until {later}, according to the mayor’s office.",
    "A lorry carrying milk slid into a ditch near {town}; its driver was not hurt.",
    "The county put the damage at {cost} million crowns.",
)
RIGHT = (
    "On {day} some {more} residents of {town} were left to sleep on gym mats after the road was shut.",
    "Road chief {person} claimed that {second} ploughs had been on their way by midnight, but few people saw one.",
    "“We reached the last houses at {hour} in the morning,” {person} insisted.",
    "More than {third} homes went dark, and for many it lasted into the evening.",
    "Parents learned only on {later} that the two schools would open again.",
    "Families in {town} shared blankets, and a bakery handed out bread for nothing.",
    "The bill will be {dearer} million crowns, a sum that the county was slow to admit.",
)


def make_long_pair(*, words: int = 6_000) -> tuple[GivenArticle, GivenArticle]:
    """Return two pieces of about so many words each."""
    return (
        GivenArticle(raw=_write(LEFT, words), title="A winter of closed roads", outlet="The Ulmsund Gazette", published=date(2033, 2, 27)),
        GivenArticle(raw=_write(RIGHT, words), title="How a county froze", outlet="Northern Lamp", published=date(2033, 2, 28)),
    )  # fmt: skip


def _write(lines: tuple[str, ...], words: int) -> str:
    paragraphs: list[str] = []
    written = 0
    for number in count():
        told = [line.format(**_filled(number)) for line in lines]
        for part in (told[:3], told[3:5], told[5:]):
            paragraphs.append(" ".join(part))
            written += len(paragraphs[-1].split())
        if written >= words:
            return "\n\n".join(paragraphs)
    raise AssertionError("unreachable")


def _filled(number: int) -> dict[str, object]:
    """Return what one chapter is about; every third time the two pieces give different figures."""
    first, cost = 40 + number * 7, 2 + number % 9
    apart = number % 3 == 0
    return {
        "town": TOWNS[number % len(TOWNS)] if number < len(TOWNS) else f"{TOWNS[number % len(TOWNS)]} {_roman(number // len(TOWNS))}",
        "person": PEOPLE[number * 3 % len(PEOPLE)],
        "day": DAYS[number % 5],
        "later": DAYS[(number + 2) % 5],
        "hour": f"{3 + number % 6}:{10 + number % 50}",
        "first": first,
        "more": first + 11 * apart,
        "second": 3 + number % 8,
        "third": 1_000 + number * 130,
        "cost": cost,
        "dearer": cost + 3 * apart,
    }  # fmt: skip


def _roman(number: int) -> str:
    return ("", "West", "East", "North", "South", "Quay", "Mill", "Heath", "Ford", "Green")[number % 10]
