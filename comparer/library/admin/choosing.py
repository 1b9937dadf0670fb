"""Actions on many rows that first ask for one thing: which tag, which collection, which outlet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse

GIVEN = ("action", "index", "select_across", ACTION_CHECKBOX_NAME)


class ChoiceForm(forms.Form):
    """One thing out of those that the person may choose."""

    def __init__(self, data: Any, *, queryset: models.QuerySet[Any], label: str) -> None:
        super().__init__(data)
        self.fields["choice"] = forms.ModelChoiceField(queryset=queryset, label=label, empty_label="Choose …")


def ask(request: HttpRequest, *, title: str, button: str, label: str, out_of: models.QuerySet[Any]) -> Any:
    """Return what was chosen, or the page that asks for it. The rows ticked before come along."""
    form = ChoiceForm(request.POST if "choice" in request.POST else None, queryset=out_of, label=label)
    if form.is_valid():
        return form.cleaned_data["choice"]
    given = [(name, value) for name in GIVEN for value in request.POST.getlist(name)]
    context = {**admin.site.each_context(request), "title": title, "button": button, "form": form, "given": given}
    return TemplateResponse(request, "admin/library/choose.html", context)
