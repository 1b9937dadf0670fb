"""Several pieces about one event: claims as rows, outlets as columns."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from comparer.library.catalogue.models import Item
from comparer.library.finding.events import (
    FEWEST,
    MOST,
    delete_event,
    is_current,
    look_after,
    request_event,
    restore_event,
)
from comparer.library.finding.folding import words_of
from comparer.library.finding.models import Event, EventQuerySet, EventState
from comparer.library.finding.picking import read_picked
from comparer.library.models import Article
from comparer.web.htmx import HtmxRequest, go_to, render_page_or_part, wants_part
from comparer.web.people import person_asking

PAGE, LIST = "library/event_detail.html", "library/event_list.html"
LISTED = 100
KINDS = {
    "number": "a number",
    "date": "a date",
    "place": "a place",
    "person": "a person",
    "polarity": "whether it happened",
}

FEW_WORDS = 8
"""What is shorter may be alike by chance."""


@dataclass(frozen=True, slots=True)
class Column:
    item: Item
    place: int
    only: list[str]
    """What no other piece of the event tells."""


@dataclass(frozen=True, slots=True)
class Told:
    """The text of a piece as it was read, and the words of each of its claims."""

    text: str
    claims: dict[str, str]
    spans: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words that disagree, with those of their claim around them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Point:
    """On what two pieces disagree, in the words of each; None where these are no longer found."""

    about: str
    left: Quoted | None
    right: Quoted | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    left: Item
    right: Item
    points: list[Point]

    @property
    def about(self) -> str:
        return " and ".join(dict.fromkeys(point.about for point in self.points))


@dataclass(frozen=True, slots=True)
class Line:
    """One row: for each column what that piece says, and who disagrees with whom."""

    cells: list[tuple[Column, list[str]]]
    against: list[Disagreement]
    carried_by: int
    same_words: list[list[Item]]
    """Pieces that tell it word for word alike: they are one source, not several."""


@require_POST
def event_make(request: HtmxRequest) -> HttpResponse:
    """Lay the chosen pieces (pick=KEY, at least three) beside each other."""
    if not request.user.has_perm("library.compare_item"):
        raise PermissionDenied
    picked = read_picked(request.POST, person=person_asking(request))
    items = [item for item in picked.items if item.current_id]
    if not FEWEST <= len(items) <= MOST:
        messages.error(request, f"Choose {FEWEST} to {MOST} pieces about the same event.")
        return go_to(request, reverse("item_list", query={"pick": picked.keys}))
    event = request_event(items=items, owner_id=cast(int, request.user.pk))
    return go_to(request, event.get_absolute_url())


def _mine(request: HtmxRequest) -> EventQuerySet:
    return Event.objects.of(request.user.pk).for_list(person_asking(request))


@require_safe
def event_list(request: HtmxRequest) -> HttpResponse:
    """List the account's events, the newest first. ?deleted=KEY offers to undo."""
    mine = _mine(request)
    just_deleted = request.GET.get("deleted", "")
    deleted_after = timezone.now() - timedelta(hours=settings.COMPARER_UNDO_HOURS)
    deleted = list(mine.deleted_since(deleted_after)[:LISTED])
    context = {
        "events": mine.live()[:LISTED],
        "deleted": next((event for event in deleted if event.key == just_deleted), None),
        "deleted_lately": [event for event in deleted if event.key != just_deleted],
    }
    return render(request, LIST, context)


@require_POST
def event_delete(request: HtmxRequest, key: str) -> HttpResponse:
    """Take it out of the list, with the chance to undo."""
    event = get_object_or_404(_mine(request).live(), key=key)
    delete_event(event=event)
    if wants_part(request):
        return render(request, f"{LIST}#deleted-row", {"event": event})
    return go_to(request, reverse("event_list", query={"deleted": key}))


@require_POST
def event_restore(request: HtmxRequest, key: str) -> HttpResponse:
    """Undo a deletion."""
    event = restore_event(event=get_object_or_404(_mine(request), key=key))
    if wants_part(request):
        # Where it was made anew, that one has come without its pieces.
        event = _mine(request).get(pk=event.pk)
        return render(request, f"{LIST}#row", {"event": event, "focus": True})
    return go_to(request, reverse("event_list"))


@never_cache
@require_safe
def event_detail(request: HtmxRequest, key: str) -> HttpResponse:
    """Show the table, or how far it has come. Pieces that the person may no longer see are left out."""
    event = get_object_or_404(Event.objects.of(request.user.pk).live(), key=key)
    if look_after(event=event):
        event.refresh_from_db()
    if wants_part(request) and event.is_under_way and request.GET.get("seen") == f"{event.state}-{event.done}":
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    if wants_part(request) and not event.is_under_way:
        return go_to(request, event.get_absolute_url())
    context: dict[str, Any] = {"event": event}
    if event.state == EventState.DONE:
        context |= _laid_out(request, event)
    return render_page_or_part(request, PAGE, "progress", context)


def _laid_out(request: HtmxRequest, event: Event) -> dict[str, Any]:
    table = event.table
    visible = Item.objects.visible_to(person_asking(request)).for_list().filter(events=event)
    items = {item.pk: item for item in visible}
    texts = _texts([column["article"] for column in table["columns"] if column["item"] in items])
    said = {
        place: texts[column["article"]] for place, column in enumerate(table["columns"]) if column["article"] in texts
    }
    columns = [
        Column(
            items[table["columns"][place]["item"]],
            place,
            [told.claims[one] for one in table["only"].get(str(place), ()) if one in told.claims],
        )
        for place, told in said.items()
    ]
    lines = [line for row in table["rows"] if (line := _line(row, columns, said)) and line.carried_by > 1]
    return {
        "columns": columns,
        "lines": lines,
        "disagreeing": [line for line in lines if line.against],
        "pairs": _pairs(table["pairs"], columns),
        "missing": len(table["columns"]) - len(columns),
        "is_current": is_current(event, list(items.values())),
        "picked": [column.item.key for column in columns],
    }


def _line(row: dict[str, Any], columns: list[Column], said: dict[int, Told]) -> Line:
    cells = [(column, _words(row["cells"].get(str(column.place), ()), said[column.place])) for column in columns]
    item_at = {column.place: column.item for column in columns}
    against = [
        Disagreement(item_at[one["left"]], item_at[one["right"]], _points(one, said))
        for one in row["against"]
        if one["left"] in item_at and one["right"] in item_at
    ]
    return Line(cells, against, sum(bool(claims) for _, claims in cells), _alike(cells))


def _words(claims: Iterable[str], told: Told) -> list[str]:
    # A piece that was read anew since may have lost a claim.
    return [told.claims[claim] for claim in claims if claim in told.claims]


def _points(one: dict[str, Any], said: dict[int, Told]) -> list[Point]:
    if "points" not in one:
        # Laid out by an earlier version, which kept only the kinds.
        return [Point(KINDS.get(kind, kind), None, None) for kind in one["kinds"]]
    left, right = said[one["left"]], said[one["right"]]
    return [
        Point(KINDS.get(point["kind"], point["kind"]), _quote(point["left"], left), _quote(point["right"], right))
        for point in one["points"]
    ]


def _quote(spans: list[list[int]], told: Told) -> Quoted | None:
    if not spans or spans[-1][1] > len(told.text):
        return None
    start, end = spans[0][0], spans[-1][1]
    around = [span for span in told.spans if span[0] <= start and end <= span[1]]
    first, last = min(around, key=lambda span: span[1] - span[0], default=(start, end))
    return Quoted(told.text[first:start].lstrip(), told.text[start:end], told.text[end:last].rstrip())


def _alike(cells: list[tuple[Column, list[str]]]) -> list[list[Item]]:
    said: dict[tuple[str, ...], list[Item]] = {}
    for column, claims in cells:
        for words in {tuple(words_of(claim)) for claim in claims}:
            said.setdefault(words, []).append(column.item)
    alike = (items for words, items in said.items() if len(items) > 1 and len(words) >= FEW_WORDS)
    return list({tuple(item.pk for item in items): items for items in alike}.values())


def _pairs(pairs: list[dict[str, int]], columns: list[Column]) -> list[dict[str, Any]]:
    item_at = {column.place: column.item for column in columns}
    return [
        {**pair, "first": item_at[pair["left"]], "second": item_at[pair["right"]]}
        for pair in pairs
        if pair["left"] in item_at and pair["right"] in item_at
    ]


def _texts(articles: list[int]) -> dict[int, Told]:
    """Return what these articles tell, out of their stored readings."""
    rows = Article.objects.filter(pk__in=articles).exclude(reading="").values_list("pk", "reading")
    return {pk: _told(json.loads(reading)) for pk, reading in rows}


def _told(reading: dict[str, Any]) -> Told:
    text, claims = reading["text"], reading["claims"]
    words = {one["id"]: text[one["start"] : one["end"]] for one in claims}
    return Told(text, words, [(one["start"], one["end"]) for one in claims])
