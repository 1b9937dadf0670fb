"""Corrections in words: what was done, and to what."""

from __future__ import annotations

from comparer.comparisons.corrections.changes import ACTIONS, Action, Target
from comparer.comparisons.presenting.glossary import KINDS, VERDICTS
from comparer.comparisons.presenting.sides import Names, shorten

LONGEST_WORDS = 70


def say_deed(action: Action, value: str, names: Names) -> str:
    """Return what was done: "Marked wrong", "Verdict changed to “they disagree”", "Note: Ask the ministry."."""
    done = ACTIONS[action]
    match action:
        case "verdict":
            return f"{done} to “{names.fill(VERDICTS[value][0])}”" if value in VERDICTS else done
        case "kind":
            return f"{done} to “{KINDS[value].label}”" if value in KINDS else done
        case "outlet" | "title" | "published":
            return f"{done} to “{value}”" if value else done.replace("set", "taken away")
        case "note":
            return f"{done}: {value}"
        case _:
            return done


def say_target(target: Target, names: Names, *, limit: int = 0) -> str:
    """Return what it was done to: the kind of mark, and the words on both sides, at most `limit` characters of each.

    0 for no other limit than that of a line.
    """
    if target.what in ("left", "right"):
        return names.left if target.what == "left" else names.right
    if target.what == "comparison":
        return "the whole comparison"
    what = KINDS[target.kind].label if target.kind else {"pair": "Pair", "claim": "Told by one"}.get(target.what, "")
    sides = [" … ".join(one.exact for one in some) for some in (target.left, target.right) if some]
    words = " against ".join(
        f"“{shorten(side, min(limit or LONGEST_WORDS, LONGEST_WORDS)).strip('“”')}”" for side in sides
    )
    return f"{what}: {words}" if what else words
