"""How to cite a comparison: a sentence, BibTeX and CSL-JSON, each with the version of the analysis and the day."""

from __future__ import annotations

import json
import re
from typing import Any

from comparer.comparisons.exporting.export import Export, say_date
from comparer.comparisons.presenting.sides import Side

# What TeX reads as a command. BibTeX counts even escaped braces, hence names for them.
TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&",
    "#": r"\#", "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip


def cite_in_words(export: Export) -> str:
    """Return one sentence that can stand in a list of sources."""
    where = f" {export.address}" if export.address else ""
    return f"{cite_title(export)}. Comparer, version {export.report.engine}, {say_date(export.made)}.{where}\n"


def cite_title(export: Export) -> str:
    """Return what is cited: 'Comparison of “A” (Outlet, 7 May 2031) and “B” (Other, 8 May 2031)'."""
    return f"Comparison of {_piece(export, 'left')} and {_piece(export, 'right')}"


def _piece(export: Export, side: Side) -> str:
    origin = export.origin(side)
    return f"“{export.title(side).strip('“”')}”" + (f" ({origin})" if origin else "")


def cite_as_bibtex(export: Export) -> str:
    """Return one @misc entry; what TeX would take for commands is escaped."""
    fields = {
        "author": "{Comparer}",
        "title": f"{{{_tex(cite_title(export))}}}",
        "year": str(export.made.year),
        "month": str(export.made.month),
        "day": str(export.made.day),
        "version": _tex(export.report.engine),
        "note": f"Made by Comparer, version {_tex(export.report.engine)}, on {export.made:%Y-%m-%d}",
    }
    if export.address:
        fields["url"] = export.address
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{_cite_key(export)},\n{lines}}}\n"


def _tex(words: str) -> str:
    return "".join(TEX.get(character, character) for character in words)


def _cite_key(export: Export) -> str:
    """Return a key of letters, digits and hyphens only: comparer-2031-the-harbour-post."""
    name = re.sub(r"[^a-z0-9]+", "-", export.names.left.lower()).strip("-")[:40]
    return "-".join(filter(None, ("comparer", str(export.made.year), name)))


def cite_as_csl(export: Export) -> str:
    """Return a list with one item of CSL-JSON, as reference managers import it."""
    item: dict[str, Any] = {
        "id": _cite_key(export),
        "type": "webpage" if export.address else "document",
        "title": cite_title(export),
        "author": [{"literal": "Comparer"}],
        "issued": {"date-parts": [[export.made.year, export.made.month, export.made.day]]},
        "version": export.report.engine,
    }
    if export.address:
        item["URL"] = export.address
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"
