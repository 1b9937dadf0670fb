"""Versions of the library's pieces: to be read, never to be edited. What people brought for themselves is not shown."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from comparer.library.admin.reachable import ValueFilter
from comparer.library.catalogue.models import Collection
from comparer.library.models import Article
from comparer.web.people import person_asking


@admin.register(Article)
class VersionAdmin(admin.ModelAdmin[Article]):
    list_display = ["headline", "number", "outlet", "published", "engine", "words", "created"]
    list_filter = [("engine", ValueFilter), "words", "created"]
    search_fields = ["headline", "outlet", "address", "=file_sha256"]
    readonly_fields = [
        "item", "number", "title", "headline", "outlet", "published", "address", "file_name", "file_sha256",
        "engine", "words", "created", "taken_down", "raw",
    ]  # fmt: skip
    fields = tuple(readonly_fields)
    list_per_page = 50
    show_full_result_count = False
    ordering = ["-pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        mine = Collection.objects.visible_to(person_asking(request))
        rows = super().get_queryset(request).filter(item__collection__in=mine.values("pk")).select_related("item")
        return rows.defer(
            "file_bytes",
            "reading",
            *(() if request.resolver_match and "object_id" in request.resolver_match.kwargs else ("raw",)),
        )

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _article: Article | None = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _article: Article | None = None) -> bool:
        return False
