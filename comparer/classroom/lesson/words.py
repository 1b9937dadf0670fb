"""Personal words: two plain words with which a student comes back on another device."""

from __future__ import annotations

import secrets
import unicodedata

FIRST = tuple(
    "amber brave bright calm clever cosy curly dusty early fair fancy fresh gentle giant golden green happy hidden humble "  # noqa: SIM905 -- shorter than 70 words in quotes
    "jolly kind lively lucky mellow merry misty modest mossy narrow noble orange patient plain polite proud quick quiet "
    "rapid round rusty sandy shiny silent silver simple sleepy smooth snowy soft solid spotted steady stormy striped "
    "sunny swift tall tidy tiny velvet warm wild windy wooden".split()
)
SECOND = tuple(
    "acorn anchor apple arrow badge banjo barrel basket beacon bell bottle branch bridge brush bucket button cabin candle "  # noqa: SIM905 -- the same
    "canoe castle chalk cherry clock cloud comet compass cookie copper crayon cushion dragon drum eagle feather fiddle "
    "flag forest fountain garden ginger glove guitar hammer harbour hazel heron island jacket kettle kite ladder lantern "
    "lemon magnet maple marble meadow mirror mountain needle olive paddle parrot pebble pencil pepper piano pillow planet "
    "pocket pumpkin puzzle quilt rabbit ribbon river robin rocket saddle saucer shell shovel spoon squirrel stamp "
    "sparrow sponge tent thimble ticket tower tractor trumpet tulip tunnel turtle umbrella valley violin wagon walnut "
    "whistle willow window zebra".split()
)


def make_word() -> str:
    """Return such as "quiet-lantern": about 8,000 are possible, and guesses are limited to ten in ten minutes."""
    return f"{secrets.choice(FIRST)}-{secrets.choice(SECOND)}"


def same_word(typed: str, word: str) -> bool:
    """Return True for the same word in any case, with blanks or hyphens."""
    return secrets.compare_digest(_plain(typed), _plain(word))


def _plain(word: str) -> bytes:
    kept = unicodedata.normalize("NFKC", word).casefold()
    return "".join(letter for letter in kept if letter.isalnum()).encode()
