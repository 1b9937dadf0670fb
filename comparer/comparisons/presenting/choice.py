"""What the reader chose to see; it lives in the address, so that links, filters and the back button are one thing.

?show=conflict          which marks: see SHOWS; without it, "main"
&kind=number&kind=date  only these kinds; without it, all
&view=rows              see VIEWS; without it, the texts: both where there is room, else one
&side=right             which text is shown where there is one only; without it, left
&card=d7                the difference, pair (p3, m3 if a person made it) or claim (left-c9) in focus
&mark=5be1c0d2f4        the same by what it says: what a link to a card holds (permalink.py), and
&version=0.2.0          the version of the analysis that made the link
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
View = Literal["texts", "both", "one", "rows", "told", "map"]
"""Both texts or one as the width allows, both, one with its marks opening in it, pairs in rows, what only one tells,
and where in both texts the pairs stand."""
SHOWS: tuple[Show, ...] = get_args(Show)
VIEWS: tuple[View, ...] = get_args(View)
TEXTS: frozenset[View] = frozenset({"texts", "both", "one"})
CARD = re.compile(r"(?:[dpm]|(?:left|right)-c)[1-9][0-9]{0,6}\Z")
MARK = re.compile(r"[0-9a-f]{10}\Z")
VERSION = re.compile(r"[0-9A-Za-z][\w.+/-]{0,39}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Choice:
    show: Show = "main"
    kinds: tuple[Kind, ...] = ()
    view: View = "texts"
    side: Side = "left"
    card: str | None = None
    mark: str | None = None
    """A link's name for a card, until it is known which card that is."""
    version: str | None = None

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> Choice:
        """Read a query string's lists (`dict(request.GET.lists())`). What isn't understood is left out."""
        card, mark, version = (_last(query, name) for name in ("card", "mark", "version"))
        wanted = query.get("kind", ())
        return cls(
            show=cast(Show, _one_of(SHOWS, _last(query, "show"))),
            kinds=tuple(kind for kind in get_args(Kind) if kind in wanted),
            view=cast(View, _one_of(VIEWS, _last(query, "view"))),
            side=cast(Side, _one_of(get_args(Side), _last(query, "side"))),
            card=card if CARD.match(card) else None,
            mark=mark if MARK.match(mark) else None,
            version=version if VERSION.match(version) else None,
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
        named = (("card", wanted.card), ("mark", wanted.mark), ("version", wanted.version))
        fields += [(name, value) for name, value in named if value]
        return "?" + urlencode(fields)

    @property
    def shows_texts(self) -> bool:
        return self.view in TEXTS

    @property
    def section(self) -> str:
        """The part of the page that shows: "texts", "rows", "told" or "map"."""
        return "texts" if self.shows_texts else self.view

    @property
    def layout(self) -> str:
        """How many texts show: "both", "one", or "auto" as the width allows."""
        return self.view if self.view in ("both", "one") else "auto"

    @property
    def has_list(self) -> bool:
        """Whether what shows is listed beside it."""
        return self.shows_texts or self.view == "map"

    @property
    def card_prefix(self) -> str:
        """What a card's id is put behind to make its address."""
        address = replace(self, card=None, mark=None, version=None).address()
        return f"{address}{'&' if len(address) > 1 else ''}card="

    def toggled(self, kind: Kind) -> tuple[Kind, ...]:
        """Return the kinds with this one added, or taken out if it was there."""
        return tuple(one for one in get_args(Kind) if (one in self.kinds) != (one == kind))


def _last(query: Mapping[str, Sequence[str]], name: str) -> str:
    values = query.get(name) or [""]
    return values[-1]


def _one_of(known: Sequence[str], value: str) -> str:
    return value if value in known else known[0]
