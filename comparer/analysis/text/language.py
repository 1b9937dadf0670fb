"""Which language a text is in, by the share of its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

from comparer.analysis.tables import load_table

UNDETERMINED = "und"
FUNCTION_WORDS = {code: frozenset(words) for code, words in load_table("languages").items()}
_ENOUGH = 0.12
_READ = 20_000
_SHORT = 12


def guess_language(text: str) -> str:
    """Return an ISO 639 code, or "und". Running English has 35 to 50% of these words, headlines far fewer.

    A short text in plain letters counts as English unless another language's words show.
    """
    words = re.findall(r"[^\W\d_]+", text[:_READ].lower())
    counts = Counter(words)
    shares = {code: sum(counts[word] for word in known) / max(1, len(words)) for code, known in FUNCTION_WORDS.items()}
    best = max(shares, key=lambda code: shares[code])
    if shares[best] >= _ENOUGH:
        return best
    short = 0 < len(words) <= _SHORT and "".join(words).isascii()
    return "en" if short and shares["en"] == shares[best] else UNDETERMINED
