"""Topics."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet
from django.http import HttpRequest

from comparer.library.admin.counting import count_items
from comparer.library.admin.exchange import Exchange, PlainResource
from comparer.library.admin.history import HistoryAdmin
from comparer.library.catalogue.models import Tag


class TagResource(PlainResource):
    class Meta(PlainResource.Meta):
        model = Tag
        import_id_fields = ("name",)
        fields = ("name",)


@admin.register(Tag)
class TagAdmin(Exchange, HistoryAdmin):
    resource_classes = [TagResource]
    list_display = ["name", "pieces"]
    search_fields = ["name"]
    list_per_page = 100

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        rows: QuerySet[Tag] = super().get_queryset(request)
        return rows.annotate(number=count_items(tags=OuterRef("pk")))

    @admin.display(description="pieces", ordering="number")
    def pieces(self, tag: Any) -> int:
        return int(tag.number)
