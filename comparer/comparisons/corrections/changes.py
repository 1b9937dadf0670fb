"""What a person can put right, as plain data: an action on a target that is named by its words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import TypeAdapter

from comparer.analysis.report import Kind, Verdict
from comparer.comparisons.corrections.anchors import Selector

Action = Literal[
    "confirm", "reject", "verdict", "kind", "unpair", "pair", "split", "join", "set_aside",
    "outlet", "title", "published", "note",
]  # fmt: skip
What = Literal["difference", "pair", "claim", "passages", "left", "right", "comparison"]

ACTIONS: dict[Action, str] = {
    "confirm": "Marked right",
    "reject": "Marked wrong",
    "verdict": "Verdict changed",
    "kind": "Kind changed",
    "unpair": "Unpaired",
    "pair": "Paired",
    "split": "Split into two claims",
    "join": "Joined into one claim",
    "set_aside": "Marked as not article",
    "outlet": "Outlet set",
    "title": "Title set",
    "published": "Date set",
    "note": "Note",
}
ALLOWED: dict[What, tuple[Action, ...]] = {
    "difference": ("confirm", "reject", "verdict", "kind", "note"),
    "pair": ("confirm", "unpair", "note"),
    "claim": ("confirm", "reject", "note"),
    "passages": ("pair", "split", "join", "set_aside", "note"),
    "left": ("outlet", "title", "published", "note"),
    "right": ("outlet", "title", "published", "note"),
    "comparison": ("note",),
}
"""What can be done to what."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a correction is about. `left` and `right` name its words on each side; "left" and "right" are whole pieces.

    A difference is told from others at the same words by the kind and verdict that the analysis gave it.
    """

    what: What
    left: tuple[Selector, ...] = ()
    right: tuple[Selector, ...] = ()
    kind: Kind | None = None
    verdict: Verdict | None = None

    @property
    def key(self) -> str:
        """Equal for equal targets: 32 hexadecimal digits."""
        return hashlib.sha256(target_to_json(self).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Change:
    """One correction that stands. `number` counts through all of them; `value` is what `action` sets, if anything."""

    number: int
    action: Action
    target: Target
    value: str
    made_by: str
    made_at: datetime
    after: str = ""
    """Whose correction this one replaces or brings back; "" where it does not."""


_TARGET = TypeAdapter(Target)


def target_to_json(target: Target) -> str:
    return _TARGET.dump_json(target, exclude_defaults=True).decode()


def target_from_json(document: str | bytes) -> Target:
    """Inverse of `target_to_json`. ValueError where the document is not a target."""
    return _TARGET.validate_json(document)
