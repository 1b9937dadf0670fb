"""The library in Django's admin: one file for each table and what it brings along."""

from __future__ import annotations

from comparer.library.admin import collections, imports, items, jobs, outlets, tags, versions, words  # noqa: F401 -- registers them
