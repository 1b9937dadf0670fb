"""What to bring in, and where to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from comparer.library.catalogue.models import Collection
from comparer.library.decode import KINDS
from comparer.library.importing.opening.opener import HOLDING_MANY
from comparer.web.forms import PlainCharField
from comparer.web.limits import say_size
from comparer.web.people import Person

MOST_ADDRESSES = 200


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__(attrs={"multiple": True, "accept": ",".join((*KINDS, *HOLDING_MANY))})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[UploadedFile[bytes]]:  # noqa: ARG002 -- its interface
        return list(files.getlist(name))


class ManyFilesField(forms.FileField):
    """Any number of files. An empty one is told of where its outcome stands."""

    widget = ManyFilesInput

    def clean(self, data: list[UploadedFile[bytes]], initial: Any = None) -> list[UploadedFile[bytes]]:
        return [file for one in data if (file := super(ManyFilesField, self).clean(one, initial))]


class ImportForm(forms.Form):
    chosen = ManyFilesField(
        label="Files",
        required=False,
        allow_empty_file=True,
        help_text="As many as you like. You can also drop them here.",
    )
    addresses = PlainCharField(
        label="Web addresses",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false", "class": "addresses"}),
        help_text="One a line. Each page, or feed, is fetched once, from the public web only.",
    )
    collection = forms.ModelChoiceField(
        label="Into the collection",
        queryset=Collection.objects.none(),
        required=False,
        empty_label="Choose a collection",
    )
    new_collection = PlainCharField(
        label="or a new collection",
        required=False,
        max_length=120,
        help_text="Everybody sees it at first; that can be changed.",
    )

    def __init__(self, *args: Any, person: Person, may_fetch: bool, may_add: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        collections = Collection.objects.visible_to(person)
        into = self.fields["collection"]
        assert isinstance(into, forms.ModelChoiceField)  # noqa: S101 -- by its declaration
        into.queryset = collections
        if len(only := list(collections[:2])) == 1:
            into.initial = only[0].pk
        if not may_fetch:
            del self.fields["addresses"]
        if not may_add:
            del self.fields["new_collection"]

    def clean_addresses(self) -> list[str]:
        lines = [line.strip() for line in str(self.cleaned_data["addresses"]).splitlines() if line.strip()]
        if len(lines) > MOST_ADDRESSES:
            raise forms.ValidationError(f"These are {len(lines)} addresses; {MOST_ADDRESSES} is the most at once.")
        wrong = next((line for line in lines if not line.lower().startswith(("http://", "https://"))), "")
        if wrong:
            raise forms.ValidationError(f"“{wrong[:80]}” is no web address. It looks like https://example.org/story.")
        return list(dict.fromkeys(lines))

    def clean_chosen(self) -> list[UploadedFile[bytes]]:
        files: list[UploadedFile[bytes]] = self.cleaned_data["chosen"]
        size = sum(file.size or 0 for file in files)
        if size > settings.COMPARER_MAX_IMPORT_BYTES:
            most = say_size(settings.COMPARER_MAX_IMPORT_BYTES)
            raise forms.ValidationError(f"These files have {say_size(size)} together; {most} is the most at once.")
        return files

    def clean_new_collection(self) -> str:
        name = " ".join(str(self.cleaned_data["new_collection"]).split())
        if name and Collection.objects.filter(name__iexact=name).exists():
            raise forms.ValidationError("There is a collection of this name. Choose it above, or take another name.")
        return name

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not cleaned.get("chosen") and not cleaned.get("addresses"):
            self.add_error("chosen", "Choose at least one file.")
        if not self.errors and not cleaned.get("collection") and not cleaned.get("new_collection"):
            self.add_error("collection", "Choose where they go.")
        for name in list(self.errors)[:1]:
            self.fields[name].widget.attrs["autofocus"] = True
        return cleaned
