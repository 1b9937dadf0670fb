"""How long a link works, and who is invited."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from comparer.comparisons.sharing.models import Role
from comparer.web.forms import PlainCharField


class LinkForm(forms.Form):
    last_day = forms.DateField(
        label="Works until the end of",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y"],
        error_messages={"invalid": "This is not a date. Write it like 2027-04-09 or 9 April 2027."},
        help_text="Leave it empty, and it works until you switch it off.",
    )

    def clean_last_day(self) -> date | None:
        last_day: date | None = self.cleaned_data["last_day"]
        if last_day and last_day < timezone.localdate():
            raise ValidationError("This day is over. Choose today or a later day.")
        return last_day


class InviteForm(forms.Form):
    """`own_names` are the user name and address of the person who invites: they need no invitation."""

    name = PlainCharField(
        label="User name or e-mail address",
        max_length=254,
        error_messages={"required": "Write the user name or the e-mail address of the person."},
        help_text="A user name is surer: nobody checks here whose an address is.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    role = forms.ChoiceField(
        label="What they may do",
        choices=Role.choices,
        initial=Role.VIEWER,
        error_messages={"invalid_choice": "Choose what they may do."},
    )

    def __init__(self, *args: Any, own_names: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._own_names = {name.casefold() for name in own_names if name}

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if name.casefold() in self._own_names:
            raise ValidationError("That is you, and this comparison is yours already.")
        return name

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class RoleForm(forms.Form):
    role = forms.ChoiceField(choices=Role.choices)

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])
