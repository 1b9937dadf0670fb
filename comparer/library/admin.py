from __future__ import annotations

from django.contrib import admin

from comparer.library.models import Article


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin[Article]):
    """Who brought what when; the texts themselves are not shown to staff."""

    list_display = ["headline", "outlet", "published", "engine", "created"]
    readonly_fields = ["headline", "outlet", "published", "engine", "created", "owner", "is_example"]
    fields = tuple(readonly_fields)
    list_select_related = ["owner"]
