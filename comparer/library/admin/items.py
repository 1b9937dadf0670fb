"""The pieces of the library."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from comparer.library.admin.choosing import ask
from comparer.library.admin.exchange import Exchange
from comparer.library.admin.history import HistoryAdmin, say_lists
from comparer.library.admin.item_table import ItemResource
from comparer.library.admin.reachable import ValueFilter
from comparer.library.catalogue.models import Collection, Item, ItemState, Tag
from comparer.library.finding.indexing import index_words
from comparer.library.keeping.bin import bin_items, restore_items
from comparer.library.keeping.bulk import move_items, reread_items, tag_items
from comparer.library.keeping.trail import count_pieces
from comparer.library.models import Article
from comparer.web.people import person_asking

KNOWN_OF_IT = ("title", "outlet", "byline", "published", "updated", "language", "address", "collection", "tags")
MOST_SAID = 5
HOW_IT_STANDS = ("key", "state", "trouble", "added_by", "created", "changed", "binned", "taken_down", "takedown_reason")


class WhereFilter(admin.SimpleListFilter):
    title = "place"
    parameter_name = "place"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, str]]:
        return [("live", "in the library"), ("bin", "in the bin"), ("down", "taken down")]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Item]) -> QuerySet[Item]:
        narrowed = {
            "live": {"binned__isnull": True, "taken_down__isnull": True},
            "bin": {"binned__isnull": False, "taken_down__isnull": True},
            "down": {"taken_down__isnull": False},
        }
        return queryset.filter(**narrowed.get(self.value() or "", {}))


class VersionInline(admin.TabularInline[Article, Item]):
    """Its texts over time, each by a link; none is ever edited."""

    model = Article
    fields = ("version", "headline", "published", "engine", "created")
    readonly_fields = fields
    extra = 0
    can_delete = False
    verbose_name_plural = "versions"
    ordering = ["-number"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).defer("raw", "file_bytes", "reading")

    def has_add_permission(self, _request: HttpRequest, _item: Item | None = None) -> bool:
        return False

    @admin.display(description="version")
    def version(self, article: Article) -> str:
        return format_html(
            '<a href="{}">Version {}</a>', reverse("admin:library_article_change", args=[article.pk]), article.number
        )


@admin.register(Item)
class ItemAdmin(Exchange, HistoryAdmin):
    resource_classes = [ItemResource]
    change_form_template = "admin/library/item/change_form.html"
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_display = ["title", "outlet", "published", "collection", "language", "version_count", "stands"]
    list_filter = [
        WhereFilter,
        "state",
        ("collection", admin.RelatedOnlyFieldListFilter),
        ("language", ValueFilter),
        "published",
    ]
    list_select_related = ["outlet", "collection"]
    search_fields = ["title", "outlet__name", "byline", "address", "=key"]
    # Tags not: what Django draws for several at once has no names for those who do not see it.
    autocomplete_fields = ["outlet", "collection"]
    filter_horizontal = ["tags"]
    readonly_fields = HOW_IT_STANDS
    fieldsets = [("What is known of it", {"fields": KNOWN_OF_IT}), ("How it stands", {"fields": HOW_IT_STANDS})]
    inlines = [VersionInline]
    actions = ["read_again", "tag", "move", "put_in_bin", "bring_back"]
    list_per_page = 50
    list_max_show_all = 50
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request: HttpRequest) -> QuerySet[Item]:
        rows = Item.objects.in_collections_of(person_asking(request))
        # Versions are numbered from 1 and none is ever taken out, so the last one's number is how many there are.
        # Asked for each row shown: a join would be made for all of them, and to count them, too.
        last = Article.objects.filter(pk=OuterRef("current_id")).values("number")
        return rows.annotate(number=Subquery(last))

    def has_add_permission(self, _request: HttpRequest) -> bool:
        """A piece comes in with its text, by importing it."""
        return False

    def has_delete_permission(self, _request: HttpRequest, _item: Item | None = None) -> bool:
        """What is deleted goes to the bin, by an action of its own."""
        return False

    def has_bin_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("library.delete_item")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "collection":
            kwargs["queryset"] = Collection.objects.visible_to(person_asking(request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Outlets and collections are deleted on pages of their own, not by a slip beside a piece."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and hasattr(field.widget, "can_delete_related"):
            field.widget.can_delete_related = False
        return field

    def save_model(self, request: HttpRequest, obj: Item, form: Any, change: bool) -> None:  # noqa: FBT001 -- Django's own
        obj._change_reason = say_lists(form, ["tags"])  # type: ignore[attr-defined]  # noqa: SLF001 -- as simple_history asks for it
        super().save_model(request, obj, form, change)
        index_words([obj.pk])

    @admin.display(description="versions", ordering="number")
    def version_count(self, item: Any) -> int | None:
        return None if item.number is None else int(item.number)

    @admin.display(description="how it stands", ordering="state")
    def stands(self, item: Item) -> str:
        if item.taken_down or item.binned:
            return "taken down" if item.taken_down else "in the bin"
        return item.trouble or ("waits to be read" if item.state == ItemState.WAITING else "read")

    @admin.action(description="Read again with the current engine", permissions=["change"])
    def read_again(self, request: HttpRequest, items: QuerySet[Item]) -> None:
        number = reread_items(items=self._these(items), by=request.user)
        messages.success(request, f"{count_pieces(number)} will be read again in the background.")

    @admin.action(description="Tag …", permissions=["change"])
    def tag(self, request: HttpRequest, items: QuerySet[Item]) -> HttpResponse | None:
        tag = ask(
            request, title=f"Tag {count_pieces(items.count())}", button="Tag", label="Tag", out_of=Tag.objects.all()
        )
        if isinstance(tag, HttpResponse):
            return tag
        number = tag_items(items=self._these(items), tag=tag, by=request.user)
        messages.success(request, f"“{tag}” is on {count_pieces(number)} more.")
        return None

    @admin.action(description="Move to another collection …", permissions=["change"])
    def move(self, request: HttpRequest, items: QuerySet[Item]) -> HttpResponse | None:
        mine = Collection.objects.visible_to(person_asking(request))
        collection = ask(
            request, title=f"Move {count_pieces(items.count())}", button="Move", label="To the collection", out_of=mine
        )
        if isinstance(collection, HttpResponse):
            return collection
        done = move_items(items=self._these(items), collection=collection, by=request.user)
        messages.success(request, f"{count_pieces(done.moved)} moved to “{collection}”.")
        if done.refused:
            messages.warning(
                request, f"{count_pieces(done.refused)} stay where they are: “{collection}” has their address already."
            )
        return None

    @admin.action(description="Delete (into the bin)", permissions=["bin"])
    def put_in_bin(self, request: HttpRequest, items: QuerySet[Item]) -> None:
        number = bin_items(items=self._these(items), by=request.user)
        link = reverse("library_bin")
        messages.success(
            request,
            format_html(
                '{} in the <a href="{}">bin</a>, from where you can bring them back.', count_pieces(number), link
            ),
        )

    @admin.action(description="Bring back from the bin", permissions=["bin"])
    def bring_back(self, request: HttpRequest, items: QuerySet[Item]) -> None:
        back = restore_items(items=self._these(items), by=request.user)
        messages.success(request, f"{count_pieces(len(back.items))} brought back.")
        refused = Item.objects.filter(pk__in=back.refused[:MOST_SAID]).select_related("collection")
        for item in refused:
            messages.warning(request, f"“{item.title}” stays in the bin: its address is taken in “{item.collection}”.")
        if len(back.refused) > MOST_SAID:
            messages.warning(request, f"So do {len(back.refused) - MOST_SAID:,} more, for the same reason.")

    def _these(self, items: QuerySet[Item]) -> Any:
        """The ticked rows without what the list counts beside them."""
        return Item.objects.filter(pk__in=items.values("pk"))
