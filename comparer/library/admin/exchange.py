"""Tables in and out of the admin: who may, what is noted, and rows that a spreadsheet cannot run."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from import_export.admin import ExportActionMixin, ImportExportMixin
from import_export.formats.base_formats import CSV, JSON
from import_export.resources import ModelResource

from comparer.library.keeping.models import Act
from comparer.library.keeping.trail import note_deed
from comparer.web.people import Person, person_asking


class PlainResource(ModelResource):  # type: ignore[misc]  # the package carries no types
    """A table whose errors name the row, and whose unchanged rows are left alone. Knows who asks."""

    person = Person()

    class Meta:
        skip_unchanged = True
        report_skipped = False
        clean_model_instances = True

    def __init__(self, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.person = person or Person()


class Exchange(ImportExportMixin, ExportActionMixin):  # type: ignore[misc]  # likewise
    """CSV and JSON in and out, for those who may change the rows; each export is noted."""

    import_formats = (CSV, JSON)
    export_formats = (CSV, JSON)
    skip_export_form_from_action = True

    def get_resource_kwargs(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> dict[str, Any]:
        return {"person": person_asking(request)}

    def get_import_resource_kwargs(self, request: HttpRequest, **_kwargs: Any) -> dict[str, Any]:
        return {"person": person_asking(request)}

    def get_export_resource_kwargs(self, request: HttpRequest, **_kwargs: Any) -> dict[str, Any]:
        return {"person": person_asking(request)}

    def get_export_data(self, file_format: Any, request: HttpRequest, queryset: Any, **kwargs: Any) -> Any:
        data = super().get_export_data(file_format, request, queryset, **kwargs)
        about = f"{queryset.count():,} of {self.opts.verbose_name_plural}"
        note_deed(act=Act.EXPORTED, about=about, by=request.user, note=f"as {file_format.get_title().upper()}")
        return data

    def has_import_permission(self, request: HttpRequest) -> bool:
        return bool(self.has_change_permission(request))
