"""How every form here is drawn, text fields that refuse what no text holds, and naming somebody."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, ClassVar

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.forms.renderers import TemplatesSetting

NO_NULL = ProhibitNullCharactersValidator(
    message="This holds characters that belong to no text (null characters). Copy the text again from its source."
)

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of what is read after them, beyond the field's own words."""


class FieldRenderer(TemplatesSetting):
    """Draws one field as templates/field.html does: label, control, help, errors."""

    field_template_name = "field.html"


def _is_about_null(validator: object) -> bool:
    return isinstance(validator, ProhibitNullCharactersValidator)


class PlainCharField(forms.CharField):
    """Says in plain words that null characters cannot be kept, and leaves out invisible ones that turn words around.

    Letters of any script bring their own direction. A field that keeps its words as they are (strip=False) keeps all.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators = [NO_NULL if _is_about_null(validator) else validator for validator in self.validators]

    def to_python(self, value: Any) -> Any:
        if self.strip and isinstance(value, str):
            value = TURNING.sub("", value)
        return super().to_python(value)


class PlainURLField(PlainCharField, forms.URLField):
    """An address, with the same plain words."""


class SomebodyForm(forms.Form):
    """Names somebody by their account, which is never looked up here: nobody learns who has one.

    `own_names` are the user name and address of whoever asks; `yours` is what is said where they name themselves.
    """

    yours: ClassVar[str]

    name = PlainCharField(
        label="User name or e-mail address",
        max_length=254,
        error_messages={"required": "Write the user name or the e-mail address of the person."},
        help_text="A user name is surer: nobody checks here whose an address is.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, own_names: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._own_names = {name.casefold() for name in own_names if name}

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if name.casefold() in self._own_names:
            raise forms.ValidationError(self.yours)
        return name
