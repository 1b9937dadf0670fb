"""The downloads that a result page offers."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from comparer.comparisons.exporting.formats import FORMATS
from comparer.comparisons.models import Comparison, ShareLink


@dataclass(frozen=True, slots=True)
class Download:
    label: str
    good_for: str
    href: str


def list_downloads(comparison: Comparison, link: ShareLink | None) -> list[Download]:
    """Return every format with its address; for the reader of a link, under that link."""
    name, key = ("shared_export", link.key) if link else ("comparison_export", comparison.key)
    return [Download(one.label, one.good_for, reverse(name, args=[key, form])) for form, one in FORMATS.items()]
