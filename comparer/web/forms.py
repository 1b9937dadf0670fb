"""How every form here is drawn, and text fields that refuse what no text holds."""

from __future__ import annotations

import re
from typing import Any

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


def _is_about_null(validator: object) -> bool:
    return isinstance(validator, ProhibitNullCharactersValidator)
