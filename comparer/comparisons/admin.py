from __future__ import annotations

from django.contrib import admin

from comparer.comparisons.models import Comparison


@admin.register(Comparison)
class ComparisonAdmin(admin.ModelAdmin[Comparison]):
    """How the work goes; people's names for their comparisons and the texts are not shown to staff."""

    list_display = ["key", "state", "step", "trouble", "attempts", "engine", "created", "heartbeat", "deleted"]
    list_filter = ["state", "trouble", "engine"]
    readonly_fields = [
        "key",
        "state",
        "step",
        "trouble",
        "attempts",
        "engine",
        "created",
        "heartbeat",
        "deleted",
        "owner",
        "is_example",
    ]
    fields = tuple(readonly_fields)
