"""What a verb of saying adds to "said": a claim, an admission, a boast, a sob."""

from __future__ import annotations

from typing import Literal

from comparer.analysis.report import Attribution

Shade = Literal["plain", "doubt", "insist", "admit", "reveal", "boast", "promise", "warn", "deny", "feeling"]

IN_WORDS: dict[Shade, str] = {
    "plain": "a plain word",
    "doubt": "a word that leaves open whether it is so",
    "insist": "a word that says it against doubts",
    "admit": "a word that takes it to be so and unwelcome",
    "reveal": "a word that takes it to be so",
    "boast": "a word that calls it boasting",
    "promise": "a promise",
    "warn": "a warning",
    "deny": "a denial",
    "feeling": "a word that shows feeling",
}
_LEMMAS: dict[Shade, str] = {
    "doubt": """
        claim allege purport profess insinuate rumor rumour speculate theorize theorise surmise suppose posit accuse
        assertion allegation accusation insinuation suspect suspicion allegedly reportedly purportedly supposedly
        ostensibly pretend
        """,
    "insist": """
        insist maintain contend assert stress emphasize emphasise underline underscore reiterate affirm reaffirm vouch
        attest proclaim protest insistence contention repeat
        """,
    "admit": "admit concede acknowledge confess own grant allow admission confession concession acknowledgement",
    "reveal": "reveal confirm disclose expose divulge leak revelation disclosure confirmation",
    "boast": "boast brag crow gloat trumpet boastfully swagger",
    "promise": "promise pledge vow swear assure reassure guarantee assurance promise pledge vow",
    "warn": "warn caution threaten warning",
    "feeling": """
        sob storm rage fume thunder scream shout yell shriek bark snap snarl growl roar bellow rant wail weep cry moan
        groan whine gripe grumble grouse complain lament bemoan gush rave beam exclaim sneer scoff jeer quip joke chuckle laugh
        rail lash blast hiss splutter whimper plead beg spit seethe bristle enthuse
        """,
}
_SHADES: dict[str, Shade] = {lemma: shade for shade, lemmas in _LEMMAS.items() for lemma in lemmas.split()}


def shade_of(said: Attribution) -> Shade:
    """Return what the cue of an attribution adds; "plain" where it adds nothing."""
    if said.stance == "deny":
        return "deny"
    unlisted: Shade = "doubt" if said.stance == "doubt" else "plain"
    return _SHADES.get((said.cue_lemma or "").split(" ")[0], unlisted)
