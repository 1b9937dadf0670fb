"""The downloads that a result page offers."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from comparer.comparisons.exporting.formats import FORMATS
from comparer.comparisons.ledgers import LEDGERS, LedgerName
from comparer.comparisons.ledgers.titles import TITLES
from comparer.comparisons.models import Comparison, ShareLink


@dataclass(frozen=True, slots=True)
class Download:
    label: str
    good_for: str
    href: str


@dataclass(frozen=True, slots=True)
class Downloads:
    """Files with all of it, and each ledger as a CSV file of its own."""

    files: tuple[Download, ...]
    ledgers: tuple[Download, ...]


def list_downloads(comparison: Comparison, link: ShareLink | None) -> Downloads:
    """Return every format and ledger with its address; for the reader of a link, under that link."""
    name, key = ("shared_export", link.key) if link else ("comparison_export", comparison.key)
    files = (Download(one.label, one.good_for, reverse(name, args=[key, form])) for form, one in FORMATS.items())
    ledgers = (Download(TITLES[one].label, "CSV", ledger_address(comparison, link, one)) for one in LEDGERS)
    return Downloads(tuple(files), tuple(ledgers))


def ledger_address(comparison: Comparison, link: ShareLink | None, name: LedgerName) -> str:
    """Return where a ledger is handed out as CSV; for the reader of a link, under that link."""
    where, key = ("shared_ledger_csv", link.key) if link else ("comparison_ledger_csv", comparison.key)
    return reverse(where, args=[key, name])
