"""The parts of the library: who sees them, and how long they keep things."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet
from django.http import HttpRequest

from comparer.library.admin.counting import count_items
from comparer.library.admin.history import HistoryAdmin, say_lists
from comparer.library.catalogue.models import Collection
from comparer.web.people import person_asking


@admin.register(Collection)
class CollectionAdmin(HistoryAdmin):
    list_display = ["name", "seen", "keep_days", "pieces", "created"]
    list_filter = ["seen"]
    search_fields = ["name", "about"]
    filter_horizontal = ["groups", "owners"]
    fields = ("name", "about", "seen", "groups", "owners", "keep_days")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Collection]:
        mine = Collection.objects.visible_to(person_asking(request))
        return mine.annotate(number=count_items(collection=OuterRef("pk"))).order_by("name")

    def get_form(self, request: HttpRequest, obj: Collection | None = None, change: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 -- Django's own
        help_texts = {
            "keep_days": "Days after which a piece goes to the bin by itself. Empty: pieces are kept until somebody deletes them."
        }
        return super().get_form(request, obj, change=change, help_texts=help_texts, **kwargs)

    def save_model(self, request: HttpRequest, obj: Collection, form: Any, change: bool) -> None:  # noqa: FBT001 -- Django's own
        obj._change_reason = say_lists(form, ["groups", "owners"])  # type: ignore[attr-defined]  # noqa: SLF001 -- as simple_history asks for it
        super().save_model(request, obj, form, change)

    @admin.display(description="pieces", ordering="number")
    def pieces(self, collection: Any) -> int:
        return int(collection.number)
