"""Versions of the library's pieces: to be read, never to be edited. What people brought for themselves is not shown."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from comparer.library.catalogue.models import Item
from comparer.library.models import Article
from comparer.web.people import person_asking

SUM = re.compile("[0-9a-f]{64}")


class EngineFilter(admin.SimpleListFilter):
    """Which version of the analysis read it. Asks the index of the library alone, for the rows hold whole texts."""

    title = "version of the analysis"
    parameter_name = "engine"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, str]]:
        engines = (
            Article.objects.filter(item__isnull=False).order_by("engine").values_list("engine", flat=True).distinct()
        )
        return [(engine or "none", engine or "not read yet") for engine in engines]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        engine = self.value()
        return queryset.filter(engine="" if engine == "none" else engine) if engine else queryset


@admin.register(Article)
class VersionAdmin(admin.ModelAdmin[Article]):
    list_display = ["headline", "number", "outlet", "published", "engine", "words", "created"]
    list_filter = [EngineFilter, "created"]
    # Of the piece, and not of the version: the rows of versions hold whole texts and files.
    search_fields = ["item__title", "item__outlet__name", "item__address"]
    readonly_fields = [
        "item", "number", "title", "headline", "outlet", "published", "address", "file_name", "file_sha256",
        "text_sha256", "engine", "words", "created", "taken_down", "raw",
    ]  # fmt: skip
    fields = tuple(readonly_fields)
    list_per_page = 50
    list_max_show_all = 50
    show_facets = admin.ShowFacets.NEVER
    ordering = ["-pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        mine = Item.objects.in_collections_of(person_asking(request))
        # No join: the newest are found by walking back along their numbers, not by sorting whole texts.
        rows = super().get_queryset(request).filter(item__in=mine.values("pk")).defer("file_bytes", "reading")
        is_one = request.resolver_match and "object_id" in request.resolver_match.kwargs
        return rows.select_related("item") if is_one else rows.defer("raw")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Article], search_term: str) -> Any:
        """Find a sum by the indexes; anything else by the words of the piece."""
        if SUM.fullmatch(sha256 := search_term.strip().lower()):
            return queryset.filter(Q(file_sha256=sha256) | Q(text_sha256=sha256)), False
        return super().get_search_results(request, queryset, search_term)

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _article: Article | None = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _article: Article | None = None) -> bool:
        return False
