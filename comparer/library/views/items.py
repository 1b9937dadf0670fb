"""One piece of the library: its text, what is known of it, its versions."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from comparer.analysis.wording import diff_words
from comparer.library.catalogue.models import Item
from comparer.library.catalogue.same import same_texts
from comparer.library.finding.coverage import Coverage, other_coverage
from comparer.library.finding.events import FEWEST, MOST
from comparer.library.finding.families import near_duplicates
from comparer.library.finding.versions import Change, Same, compare_versions
from comparer.library.models import Article
from comparer.library.services import without_headline
from comparer.web.htmx import HtmxRequest
from comparer.web.people import person_asking

UNDO = "library_undo"
"""Where the session holds the last change of a piece until its page has offered to take it back."""
MOST_COPIES = 20
SHORT = ("pk", "item", "number", "headline", "published", "created", "file_name", "file_sha256", "engine")


@dataclass(frozen=True, slots=True)
class Shown:
    """A version's text as the analysis cleaned it; as it came where it is not read yet."""

    paragraphs: list[tuple[str, str]]
    """Role (title, heading, body, post) and text."""
    removed: list[dict[str, str]] = field(default_factory=list)
    repairs: int = 0
    is_clean: bool = False


@login_not_required
@require_safe
def item_detail(request: HtmxRequest, key: str) -> HttpResponse:
    """Show one piece. The texts of other versions stay in the database."""
    person = person_asking(request)
    item = find_item(request, key)
    versions = list(item.versions.only(*SHORT).order_by("-number"))
    undo = request.session.pop(UNDO, None) if request.session.get(UNDO, {}).get("key") == key else None
    coverage = other_coverage(item, person=person)
    same = same_texts([item], person=person).get(item.pk, [])
    near = near_duplicates(item, person=person).exclude(pk__in=[one.pk for one in same])
    context = {
        "item": item,
        "undo": undo,
        "shown": show_text(item.current),
        "tags": item.tags.all(),
        "ratings": item.outlet.ratings.all() if item.outlet else [],
        "versions": versions,
        "coverage": coverage,
        "event": _event_of(item, coverage),
        "same": same[:MOST_COPIES],
        "duplicates": near[:MOST_COPIES],
        **rights(request),
    }
    return render(request, "library/item_detail.html", context)


def _event_of(item: Item, coverage: list[Coverage]) -> list[str]:
    """Return the keys of the pieces that make its event: the likely ones, and where these are too few the next best."""
    likely = sum(one.sureness == "likely" for one in coverage)
    others = [one.item.key for one in coverage[: max(likely, FEWEST - 1)]]
    return [item.key, *others][:MOST] if len(others) >= FEWEST - 1 else []


def rights(request: HtmxRequest) -> dict[str, bool]:
    """Return what the person may do with a piece, for templates."""
    return {
        "may_change": request.user.has_perm("library.change_item"),
        "may_compare": request.user.has_perm("library.compare_item"),
        "may_download": request.user.has_perm("library.import_item"),
    }


def find_item(request: HtmxRequest, key: str) -> Item:
    """Return the piece, if this person may see it; else 404."""
    visible = Item.objects.visible_to(person_asking(request)).for_list().select_related("current", "added_by")
    # The original may be many megabytes; only its download needs it.
    return get_object_or_404(visible.defer("current__file_bytes"), key=key)


def show_text(article: Article | None) -> Shown:
    """Return the text of a version as paragraphs. Nothing of it is markup: the template escapes it all."""
    if article is None:
        return Shown([])
    if not article.reading:
        return Shown([("body", line) for line in article.raw.splitlines() if line.strip()])
    read: dict[str, Any] = json.loads(article.reading)
    text = read["text"]
    paragraphs = [(line["role"], text[line["start"] : line["end"]]) for line in read["paragraphs"]]
    return Shown(paragraphs, read["removed"], len(read["repairs"]), is_clean=True)


@login_not_required
@require_safe
def item_versions(request: HtmxRequest, key: str) -> HttpResponse:
    """Show what changed from version ?a to version ?b: from the one before the last to the last if not said."""
    item = find_item(request, key)
    versions = list(item.versions.only(*SHORT).order_by("number"))
    if len(versions) < 2:
        raise Http404
    a, b = _numbers(request, [version.number for version in versions])
    two = item.versions.filter(number__in=(a, b)).values_list("number", "headline", "raw")
    headlines = {number: headline for number, headline, _ in two}
    texts = {number: without_headline(raw, headline) for number, headline, raw in two}
    parts = compare_versions(texts[a], texts[b])
    context = {
        "item": item,
        "versions": versions,
        "a": a,
        "b": b,
        "headline": diff_words(headlines[a], headlines[b]),
        "is_headline_new": headlines[a] != headlines[b],
        "parts": parts,
        "changes": _count(parts),
    }
    return render(request, "library/item_versions.html", context)


def _count(parts: list[Same | Change]) -> int:
    return sum(part.is_change for part in parts)


def _numbers(request: HtmxRequest, known: list[int]) -> tuple[int, int]:
    asked = [request.GET.get(name, "") for name in ("a", "b")]
    a, b = (int(one) if one.isdecimal() and len(one) < 6 else 0 for one in asked)
    return a if a in known else known[-2], b if b in known else known[-1]


@require_safe
def item_original(request: HtmxRequest, key: str, number: int) -> HttpResponse:
    """Hand out the file as it came, to those who bring pieces in: as a download, never as a page."""
    item = find_item(request, key)
    if not request.user.has_perm("library.import_item"):
        raise PermissionDenied
    version = get_object_or_404(item.versions.filter(file_bytes__isnull=False), number=number)
    name = quote(version.file_name or f"{key}-{number}")
    return HttpResponse(
        bytes(version.file_bytes or b""),
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
