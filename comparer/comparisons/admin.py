"""Comparisons in Django's admin: how the work goes. People's names for theirs, and the texts, are not shown to staff."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from comparer.comparisons.models import Comparison
from comparer.comparisons.services import retry_comparison
from comparer.library.admin.reachable import ValueFilter


@admin.register(Comparison)
class ComparisonAdmin(admin.ModelAdmin[Comparison]):
    list_display = ["key", "state", "step", "trouble", "attempts", "engine", "created", "heartbeat", "deleted"]
    list_filter = ["state", "trouble", ("engine", ValueFilter), "created"]
    search_fields = ["=key", "=owner__username"]
    readonly_fields = [
        "key", "state", "step", "trouble", "attempts", "engine", "created", "heartbeat", "deleted", "owner", "is_example",
    ]  # fmt: skip
    fields = tuple(readonly_fields)
    actions = ["try_again"]
    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Comparison]:
        return (
            super().get_queryset(request).defer("report", "earlier_report", "name", "summary").select_related("owner")
        )

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _comparison: Comparison | None = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _comparison: Comparison | None = None) -> bool:
        return False

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Comparison | None:
        """Return the row under its key, so that no heading of the page says its name. Nothing here saves it."""
        comparison = super().get_object(request, object_id, from_field)
        if comparison:
            comparison.name = comparison.key
        return comparison

    def action_checkbox(self, obj: Comparison) -> SafeString:
        """Django labels the box with the row's name."""
        obj.name = obj.key
        return super().action_checkbox(obj)

    @admin.action(description="Try failed ones again", permissions=["view"])
    def try_again(self, request: HttpRequest, comparisons: QuerySet[Comparison]) -> None:
        again = sum(retry_comparison(comparison=one) for one in comparisons if one.can_be_retried)
        messages.success(request, f"In the queue again: {again}.")
