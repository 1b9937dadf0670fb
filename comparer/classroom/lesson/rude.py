"""A short list of words that do not belong on a classroom wall. It stops the careless; the teacher can remove the rest."""

from __future__ import annotations

import re
from itertools import groupby

# Nothing harmless holds these.
ANYWHERE = (
    "fuck", "motherf", "nigger", "nigga", "faggot", "bitch", "bastard", "wanker", "asshole", "arsehole", "bullshit",
    "dickhead", "hitler", "heilh", "whore", "retard", "rapist", "blowjob", "dumbass", "tosser", "pedophil", "paedophil",
)  # fmt: skip
# Real names and harmless words hold these (Scunthorpe, Cassidy, Takashita), so they count as whole words only.
ALONE = frozenset({
    "shit", "shits", "shitty", "cunt", "cock", "cocks", "arse", "ass", "tit", "tits", "penis", "vagina", "sex", "sexy",
    "slut", "twat", "wank", "piss", "fag", "fags", "nazi", "spastic", "spaz", "cum", "anus", "porn", "dildo", "boobs",
    "rape", "slag", "crap", "turd", "pussy", "kkk", "isis",
})  # fmt: skip


def is_rude(folded: str) -> bool:
    """Return True where the name, folded to what it looks like, holds a word of the list, also s p a c e d or streeetched."""
    words = re.findall(r"[^\W\d_]+", folded)
    together = "".join(words)
    if any(_once(word) in _once(together) for word in ANYWHERE):
        return True
    return any(spelt in ALONE for word in (*words, together) for spelt in (word, _once(word)) if spelt)


def _once(word: str) -> str:
    """Return the word with runs of a letter written once: "fuuuck" as "fuck"."""
    return "".join(letter for letter, _ in groupby(word))
