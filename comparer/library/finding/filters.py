"""The filters of the library's list, as they stand in its address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Exists, F, OuterRef
from django.http import QueryDict

from comparer.library.catalogue.models import Collection, Item, ItemState, Outlet, Tag
from comparer.library.catalogue.querysets import ItemQuerySet
from comparer.library.finding.search import search
from comparer.web.forms import PlainCharField
from comparer.web.people import Person

BY_DAY, BY_RELEVANCE, BY_ARRIVAL = "day", "relevance", "added"
_SORTS = [
    ("", "Best first, or newest"),
    (BY_DAY, "Newest first"),
    (BY_RELEVANCE, "Best match first"),
    (BY_ARRIVAL, "Added last"),
]
_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_WRONG_DAY = {"invalid": "Write the day as 2031-05-02. It is left out of the search as it is."}
_GONE = {"invalid_choice": "There is nothing of that kind any more. It is left out of the search."}


class ItemFilter(forms.Form):
    """What to list. Whatever is wrong in the address is said at its field, and the rest holds."""

    q = PlainCharField(
        required=False,
        label="Search",
        strip=True,
        widget=forms.TextInput(
            attrs={"type": "search", "placeholder": "Words of a title, outlet or text", "autocomplete": "off"}
        ),
    )
    outlet = forms.ModelChoiceField(Outlet.objects.none(), required=False, empty_label="Any", error_messages=_GONE)
    since = forms.DateField(required=False, label="Published since", widget=_DAY, error_messages=_WRONG_DAY)
    until = forms.DateField(required=False, label="until", widget=_DAY, error_messages=_WRONG_DAY)
    tag = forms.ModelChoiceField(
        Tag.objects.none(), required=False, label="Topic", empty_label="Any", error_messages=_GONE
    )
    language = forms.ChoiceField(required=False, error_messages=_GONE)
    collection = forms.ModelChoiceField(
        Collection.objects.none(), required=False, empty_label="Any", error_messages=_GONE
    )
    state = forms.ChoiceField(required=False, choices=[("", "Any"), *ItemState.choices], error_messages=_GONE)
    sort = forms.ChoiceField(required=False, label="Order", choices=_SORTS, error_messages=_GONE)

    def __init__(self, data: QueryDict, *, person: Person) -> None:
        super().__init__(data, prefix=None)
        self.items = Item.objects.visible_to(person)
        of_outlet = self.items.filter(outlet=OuterRef("pk"))
        of_tag = Item.tags.through.objects.filter(tag=OuterRef("pk"), item__in=self.items)
        self._offer("outlet", Outlet.objects.filter(Exists(of_outlet)))
        self._offer("tag", Tag.objects.filter(Exists(of_tag)))
        self._offer("collection", Collection.objects.visible_to(person))
        languages = self.items.exclude(language="").order_by("language").values_list("language", flat=True).distinct()
        self.fields["language"].choices = [("", "Any"), *((code, code) for code in languages)]  # type: ignore[attr-defined]

    def _offer(self, name: str, rows: Any) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Days the wrong way round find nothing: say so."""
        given = super().clean() or {}
        if given.get("since") and given.get("until") and given["since"] > given["until"]:
            self.add_error("until", "This day lies before the first one. Exchange the two, or leave one empty.")
        return given

    @property
    def words(self) -> str:
        return str(self.cleaned_data.get("q", ""))

    @property
    def narrowing(self) -> int:
        """How many filters beside the words are set."""
        names = ("outlet", "since", "until", "tag", "language", "collection", "state")
        return sum(bool(self.cleaned_data.get(name)) for name in names)

    def found(self) -> ItemQuerySet:
        """Return the pieces in the order asked for; call `is_valid` first."""
        given = self.cleaned_data
        items = self.items.for_list()
        exact = ("outlet", "language", "collection", "state")
        items = items.filter(**{name: given[name] for name in exact if given.get(name)})
        if given.get("tag"):
            items = items.filter(tags=given["tag"])
        if given.get("since"):
            items = items.filter(published__gte=given["since"])
        if given.get("until"):
            items = items.filter(published__lte=given["until"])
        sort = given.get("sort") or (BY_RELEVANCE if self.words else BY_DAY)
        if self.words and sort == BY_RELEVANCE:
            return search(self.words, items).order_by("rank", "-pk")  # type: ignore[misc] # `search` adds it
        if self.words:
            items = search(self.words, items, is_ranked=False)
        if sort == BY_ARRIVAL:
            return items.order_by("-pk")
        return items.order_by(F("published").desc(nulls_last=True), "-pk")
