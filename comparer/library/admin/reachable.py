"""What Django's admin leaves without a name for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class ValueFilter(admin.AllValuesFieldListFilter):
    """A filter by the values that are there, where none is one of them and has a name, too."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or "not known"}


class NamedInline(admin.TabularInline[Any, Any]):
    """Rows in columns, where each field says its name itself: the column's heading is not tied to it."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget.attrs["aria-label"] = str(db_field.verbose_name)
        return field
