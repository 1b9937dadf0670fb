"""Addresses of the library. A view, its address's name and its page's template share one name."""

from __future__ import annotations

from django.urls import path, re_path

from comparer.library.views.editing import item_edit, item_undo
from comparer.library.views.events import event_delete, event_detail, event_list, event_make, event_restore
from comparer.library.views.items import item_detail, item_original, item_versions
from comparer.library.views.listing import item_list
from comparer.library.views.outlets import outlet_detail
from comparer.library.views.saved import saved_search_delete, saved_search_make, saved_search_restore

# The letters of `make_item_key`, so that no other page of the library is taken for a piece.
KEY = r"^(?P<key>[2-9a-hjkmnp-z]{10})/"

urlpatterns = [
    path("", item_list, name="item_list"),
    path("outlets/<int:pk>/", outlet_detail, name="outlet_detail"),
    path("searches/", saved_search_make, name="saved_search_make"),
    path("searches/<int:pk>/delete/", saved_search_delete, name="saved_search_delete"),
    path("searches/<int:pk>/restore/", saved_search_restore, name="saved_search_restore"),
    path("events/", event_list, name="event_list"),
    path("events/make/", event_make, name="event_make"),
    path("events/<slug:key>/", event_detail, name="event_detail"),
    path("events/<slug:key>/delete/", event_delete, name="event_delete"),
    path("events/<slug:key>/restore/", event_restore, name="event_restore"),
    re_path(rf"{KEY}$", item_detail, name="item_detail"),
    re_path(rf"{KEY}edit/$", item_edit, name="item_edit"),
    re_path(rf"{KEY}undo/$", item_undo, name="item_undo"),
    re_path(rf"{KEY}versions/$", item_versions, name="item_versions"),
    re_path(rf"{KEY}versions/(?P<number>\d{{1,5}})/original/$", item_original, name="item_original"),
]
