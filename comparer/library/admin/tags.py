"""Topics."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet
from django.http import HttpRequest

from comparer.library.admin.counting import count_items
from comparer.library.admin.exchange import Exchange, PlainResource
from comparer.library.admin.history import HistoryAdmin
from comparer.library.catalogue.models import Item, Tag
from comparer.library.keeping.trail import count_pieces


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

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Say from how many pieces the tags are taken, and not from each."""
        tags = list(objs)
        pieces = Item.objects.filter(tags__in=tags).distinct().count()
        said = [*(f"The tag “{tag}”" for tag in tags), f"It is taken off {count_pieces(pieces)}; the pieces stay."]
        lacking = set() if self.has_delete_permission(request) else {str(self.opts.verbose_name)}
        return said, {str(self.opts.verbose_name_plural): len(tags)}, lacking, []

    @admin.display(description="pieces", ordering="number")
    def pieces(self, tag: Any) -> int:
        return int(tag.number)
