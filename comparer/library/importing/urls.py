"""Addresses of bringing articles in."""

from __future__ import annotations

from django.urls import path

from comparer.library.importing.views import import_detail, import_make, import_report, import_undo

urlpatterns = [
    path("import/", import_make, name="import_make"),
    path("import/<slug:key>/", import_detail, name="import_detail"),
    path("import/<slug:key>/undo/", import_undo, name="import_undo"),
    path("import/<slug:key>/not-taken.csv", import_report, name="import_report"),
]
