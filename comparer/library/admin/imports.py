"""What was brought in at once, to look at; each import has a page of its own."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from comparer.library.admin.words import ToLookAt
from comparer.library.importing.models import ImportBatch
from comparer.web.people import person_asking


@admin.register(ImportBatch)
class ImportBatchAdmin(ToLookAt):
    list_display = [
        "key",
        "collection",
        "by",
        "total",
        "added",
        "versions",
        "duplicates",
        "refused",
        "created",
        "finished",
        "page",
    ]
    list_filter = ["created", "finished"]
    list_select_related = ["collection", "by"]
    search_fields = ["=key", "collection__name", "by__username"]
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportBatch]:
        return ImportBatch.objects.visible_to(person_asking(request))

    @admin.display(description="page")
    def page(self, batch: ImportBatch) -> str:
        return format_html('<a href="{}">What became of each</a>', batch.get_absolute_url())
