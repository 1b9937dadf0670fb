"""What is known of pieces as a table: out for work elsewhere, in again by their keys. No text goes this way."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from import_export.fields import Field
from import_export.widgets import ForeignKeyWidget, ManyToManyWidget

from comparer.library.admin.exchange import PlainResource
from comparer.library.catalogue.models import Item, Outlet, Tag
from comparer.library.finding.indexing import index_words


class ItemResource(PlainResource):
    outlet = Field(attribute="outlet", column_name="outlet", widget=ForeignKeyWidget(Outlet, field="name"))
    tags = Field(attribute="tags", column_name="tags", widget=ManyToManyWidget(Tag, field="name", separator=";"))
    collection = Field(attribute="collection", column_name="collection", readonly=True)

    class Meta(PlainResource.Meta):
        model = Item
        import_id_fields = ("key",)
        fields = (
            "key",
            "title",
            "outlet",
            "byline",
            "published",
            "updated",
            "language",
            "address",
            "tags",
            "collection",
        )
        export_order = fields

    def after_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        super().after_save_instance(instance, row, **kwargs)
        index_words([instance.pk])

    def get_queryset(self) -> QuerySet[Item]:
        rows = Item.objects.in_collections_of(self.person)
        return rows.select_related("outlet", "collection").prefetch_related("tags")

    def filter_export(self, queryset: QuerySet[Item], **_kwargs: Any) -> QuerySet[Item]:
        """Bring along what the columns name, not one by one."""
        return queryset.select_related("outlet", "collection").prefetch_related("tags")

    def get_instance(self, _instance_loader: Any, row: Any) -> Item | None:
        found: Item | None = self.get_queryset().filter(key=row.get("key") or "").first()
        if found is None:
            raise ValidationError(
                {"key": "No piece that you see has this key. Pieces come in by importing their texts."}
            )
        return found
