"""The library in Django's admin: one file for each table and what it brings along."""

from __future__ import annotations

from django.contrib import admin

from comparer.library.admin import collections, imports, items, jobs, outlets, tags, versions, words  # noqa: F401 -- registers them

admin.site.site_header = "Comparer: admin"
admin.site.site_title = "Comparer"
admin.site.index_title = "What this site holds"
