"""What the reader chose to see; it lives in the address, so that links, filters and the back button are one thing.

?show=conflict          which marks: see SHOWS; without it, "main"
&kind=number&kind=date  only these kinds; without it, all
&view=rows              claims in rows, or what only one tells; without it, the texts
&side=right             which text a narrow screen shows first; without it, left
&card=d7                the difference, pair (p3, m3 if a person made it) or claim (left-c9) in focus
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args
from urllib.parse import urlencode

from comparer.analysis.report import Kind
from comparer.comparisons.presenting.sides import Side

Show = Literal["main", "conflict", "framing", "minor", "only", "only_left", "only_right", "match", "all"]
View = Literal["texts", "rows", "told"]
SHOWS: tuple[Show, ...] = get_args(Show)
CARD = re.compile(r"(?:[dpm]|(?:left|right)-c)[1-9][0-9]{0,6}\Z")


@dataclass(frozen=True, slots=True)
class Choice:
    show: Show = "main"
    kinds: tuple[Kind, ...] = ()
    view: View = "texts"
    side: Side = "left"
    card: str | None = None

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> Choice:
        """Read a query string's lists (`dict(request.GET.lists())`). What isn't understood is left out."""
        card = _last(query, "card")
        wanted = query.get("kind", ())
        return cls(
            show=cast(Show, _one_of(SHOWS, _last(query, "show"))),
            kinds=tuple(kind for kind in get_args(Kind) if kind in wanted),
            view=cast(View, _one_of(get_args(View), _last(query, "view"))),
            side=cast(Side, _one_of(get_args(Side), _last(query, "side"))),
            card=card if CARD.match(card) else None,
        )

    def address(self, **changes: Any) -> str:
        """Return the query string of this choice with some fields changed: "?show=conflict&card=d7"."""
        wanted = replace(self, **changes) if changes else self
        fields: list[tuple[str, str]] = []
        for name, usual in (("show", "main"), ("view", "texts"), ("side", "left")):
            value = getattr(wanted, name)
            if value != usual:
                fields.append((name, value))
        fields += [("kind", kind) for kind in wanted.kinds]
        if wanted.card:
            fields.append(("card", wanted.card))
        return "?" + urlencode(fields)

    @property
    def card_prefix(self) -> str:
        """What a card's id is put behind to make its address."""
        address = replace(self, card=None).address()
        return f"{address}{'&' if len(address) > 1 else ''}card="

    def toggled(self, kind: Kind) -> tuple[Kind, ...]:
        """Return the kinds with this one added, or taken out if it was there."""
        return tuple(one for one in get_args(Kind) if (one in self.kinds) != (one == kind))


def _last(query: Mapping[str, Sequence[str]], name: str) -> str:
    values = query.get(name) or [""]
    return values[-1]


def _one_of(known: Sequence[str], value: str) -> str:
    return value if value in known else known[0]
