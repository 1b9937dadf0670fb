"""The admin as those who keep the library meet it: the library first, and everything under a name that people use."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest

NAMES = {
    "Tasks Database Backend": "Background work",
    "Task Results": "Jobs",
    "Authentication and Authorization": "Roles",
}
FIRST = "library"


class KeepersSite(AdminSite):
    site_header = "Comparer: admin"
    site_title = "Comparer"
    index_title = "What this site holds"

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Return what there is, the library first."""
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["name"] = NAMES.get(str(app["name"]), app["name"])
            for model in app["models"]:
                model["name"] = NAMES.get(str(model["name"]), model["name"])
        return sorted(apps, key=lambda app: (app["app_label"] != FIRST, str(app["name"])))


class KeepersAdminConfig(AdminConfig):
    default_site = "comparer.config.admin.KeepersSite"
