"""The words that a student may look up while reading: a few of journalism, and those of the comparisons."""

from __future__ import annotations

from comparer.comparisons.presenting.glossary import KINDS

_JOURNALISM = (
    ("Piece", "One news report as it was published. You read two about the same event."),
    ("Outlet", "Who published it: a newspaper, a station, a website."),
    ("Claim", "Something that a piece says is so. It can be right or wrong."),
    ("Source", "The person, office or paper that the outlet has it from."),
    ("Loaded word", "A word that judges while it tells: “disaster” where “accident” would do."),
    ("Unnamed source", "Somebody whose words are told, but not their name: “an official”, “people say”."),
)

GLOSSARY: tuple[tuple[str, str], ...] = (*_JOURNALISM, *((term.label, term.meaning) for term in KINDS.values()))
"""(word, what it means), the most needed first."""
