"""Addresses of the whole site."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

from comparer.quality.views import quality
from comparer.web.health import health

urlpatterns = [
    path("", include("comparer.comparisons.urls")),
    path("account/", include("comparer.accounts.urls")),
    path("class/lti/", include("comparer.classroom.lti.urls")),
    path("", include("comparer.classroom.urls")),
    path("admin/", admin.site.urls),
    path("library/", include("comparer.library.importing.urls")),
    path("library/", include("comparer.library.keeping.urls")),
    path("library/", include("comparer.library.lexicons.urls")),
    path("library/", include("comparer.library.urls")),
    path("quality/", quality, name="quality"),
    path("health/", health, name="health"),
]

handler400 = "comparer.web.errors.bad_request"
