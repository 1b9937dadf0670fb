"""Forms of those who keep the library."""

from __future__ import annotations

from typing import Any

from django import forms

from comparer.library.keeping.history import Sought, acts
from comparer.web.forms import PlainCharField

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TrailForm(forms.Form):
    """What the trail is narrowed to."""

    who = PlainCharField(label="Who", required=False, max_length=150)
    act = forms.ChoiceField(label="Did what", required=False)
    words = PlainCharField(label="To what", required=False, max_length=100)
    since = forms.DateField(label="From", required=False, widget=DAY)
    until = forms.DateField(label="To", required=False, widget=DAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["act"] = forms.ChoiceField(label="Did what", required=False, choices=[("", "anything"), *acts()])

    def sought(self) -> Sought:
        """Return what was asked for; what cannot be read narrows nothing and is said beside its field."""
        self.is_valid()
        given = self.cleaned_data
        return Sought(
            who=given.get("who", ""),
            act=given.get("act", ""),
            words=given.get("words", ""),
            since=given.get("since"),
            until=given.get("until"),
        )


class TakedownForm(forms.Form):
    """Why a piece is taken down."""

    reason = PlainCharField(
        label="Why it is taken down",
        max_length=300,
        help_text="Who asked for it and on what ground. This is kept and shown in the place of the text.",
        error_messages={
            "required": "Say why: the reason is all that will be left beside title, outlet, day and address."
        },
    )
