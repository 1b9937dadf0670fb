"""How long a link works, and who is invited."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from comparer.comparisons.sharing.models import Role
from comparer.web.forms import SomebodyForm


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


class InviteForm(SomebodyForm):
    yours = "That is you, and this comparison is yours already."

    role = forms.ChoiceField(
        label="What they may do",
        choices=Role.choices,
        initial=Role.VIEWER,
        error_messages={"invalid_choice": "Choose what they may do."},
    )

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class RoleForm(forms.Form):
    role = forms.ChoiceField(choices=Role.choices)

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])
