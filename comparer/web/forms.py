"""How every form here is drawn, and text fields that refuse what no text holds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.forms.renderers import TemplatesSetting

NO_NULL = ProhibitNullCharactersValidator(
    message="This holds characters that belong to no text (null characters). Copy the text again from its source."
)


class FieldRenderer(TemplatesSetting):
    """Draws one field as templates/field.html does: label, control, help, errors."""

    field_template_name = "field.html"


class PlainCharField(forms.CharField):
    """Says in plain words that null characters cannot be kept."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators = [NO_NULL if _is_about_null(validator) else validator for validator in self.validators]


class PlainURLField(PlainCharField, forms.URLField):
    """An address, with the same plain words."""


def _is_about_null(validator: object) -> bool:
    return isinstance(validator, ProhibitNullCharactersValidator)
