"""Addresses of those who keep the library."""

from __future__ import annotations

from django.urls import path

from comparer.library.keeping.views.bin import item_bin, item_restore, library_bin
from comparer.library.keeping.views.health import job_retry, library_health, library_reread
from comparer.library.keeping.views.trail import library_trail, library_trail_csv

urlpatterns = [
    path("bin/", library_bin, name="library_bin"),
    path("pieces/<slug:key>/bin/", item_bin, name="item_bin"),
    path("pieces/<slug:key>/restore/", item_restore, name="item_restore"),
    path("trail/", library_trail, name="library_trail"),
    path("trail/trail.csv", library_trail_csv, name="library_trail_csv"),
    path("health/", library_health, name="library_health"),
    path("health/jobs/<uuid:job>/retry/", job_retry, name="job_retry"),
    path("health/read-again/", library_reread, name="library_reread"),
]
