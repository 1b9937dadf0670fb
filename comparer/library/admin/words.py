"""Changes to the word lists, to look at: they are made and tried out on a page of their own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from comparer.library.lexicons.models import WordChange, WordVersion


class ToLookAt(admin.ModelAdmin[Any]):
    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _row: Any = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _row: Any = None) -> bool:
        return False


@admin.register(WordChange)
class WordChangeAdmin(ToLookAt):
    list_display = ["word", "part", "way", "meaning", "reason", "by_name", "made", "since", "until"]
    list_filter = ["part", "way", "since"]
    search_fields = ["word", "reason", "meaning"]


@admin.register(WordVersion)
class WordVersionAdmin(ToLookAt):
    list_display = ["number", "made", "by_name", "note"]
