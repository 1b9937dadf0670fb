"""Outlets with their domains and the ratings that others give them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.db.models import OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from import_export.fields import Field

from comparer.library.admin.choosing import ask
from comparer.library.admin.counting import count_items
from comparer.library.admin.exchange import Exchange, PlainResource
from comparer.library.admin.history import HistoryAdmin
from comparer.library.admin.reachable import NamedInline, ValueFilter
from comparer.library.catalogue.models import Outlet, OutletDomain, OutletRating
from comparer.library.finding.indexing import index_words
from comparer.library.keeping.merging import merge_outlets


class OutletResource(PlainResource):
    domains = Field(column_name="domains", readonly=True)

    class Meta(PlainResource.Meta):
        model = Outlet
        import_id_fields = ("name",)
        fields = ("name", "country", "owned_by", "language", "notes", "domains")

    def get_queryset(self) -> QuerySet[Outlet]:
        return Outlet.objects.prefetch_related("domains")

    def filter_export(self, queryset: QuerySet[Outlet], **_kwargs: Any) -> QuerySet[Outlet]:
        """Bring along the domains, not one by one."""
        return queryset.prefetch_related("domains")

    def dehydrate_domains(self, outlet: Outlet) -> str:
        return "; ".join(str(domain) for domain in outlet.domains.all())


class DomainInline(NamedInline):
    model = OutletDomain
    extra = 1


class RatingInline(NamedInline):
    model = OutletRating
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    extra = 0
    verbose_name = "rating by others"
    verbose_name_plural = "ratings by others, cited with source and date"


@admin.register(Outlet)
class OutletAdmin(Exchange, HistoryAdmin):
    resource_classes = [OutletResource]
    list_display = ["name", "country", "owned_by", "language", "domain_list", "pieces"]
    list_filter = [("country", ValueFilter), ("language", ValueFilter)]
    search_fields = ["name", "owned_by", "domains__domain"]
    inlines = [DomainInline, RatingInline]
    actions = ["merge"]
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        rows: QuerySet[Outlet] = super().get_queryset(request)
        return rows.prefetch_related("domains").annotate(number=count_items(outlet=OuterRef("pk")))

    def save_model(self, request: HttpRequest, obj: Outlet, form: Any, change: bool) -> None:  # noqa: FBT001 -- Django's own
        super().save_model(request, obj, form, change)
        index_words(obj.items.values_list("pk", flat=True))

    def has_delete_permission(self, request: HttpRequest, obj: Outlet | None = None) -> bool:
        """An outlet of which there are pieces becomes part of another: else nobody would know any more who published them."""
        return super().has_delete_permission(request, obj) and (obj is None or not obj.items.exists())

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.display(description="domains")
    def domain_list(self, outlet: Outlet) -> str:
        return ", ".join(str(domain) for domain in outlet.domains.all())

    @admin.display(description="pieces", ordering="number")
    def pieces(self, outlet: Any) -> int:
        return int(outlet.number)

    @admin.action(description="Merge into one outlet", permissions=["change"])
    def merge(self, request: HttpRequest, outlets: QuerySet[Outlet]) -> HttpResponse | None:
        if outlets.count() < 2:
            messages.error(request, "Tick at least two outlets: the one that stays, and those that become part of it.")
            return None
        ticked = Outlet.objects.filter(pk__in=outlets.values("pk"))
        kept = ask(request, title="Merge outlets", button="Merge", label="The one that stays", out_of=ticked)
        if isinstance(kept, HttpResponse):
            return kept
        moved = merge_outlets(kept=kept, others=ticked.exclude(pk=kept.pk), by=request.user)
        messages.success(request, f"Merged into {kept}; {moved} pieces moved.")
        return None
