"""One HTML file that needs nothing else: no server, no script, no font, no second file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from comparer.comparisons.exporting.export import Export
from comparer.comparisons.exporting.sheet import lay_out
from comparer.comparisons.presenting.panes import make_pane
from comparer.comparisons.presenting.runs import Look
from comparer.comparisons.presenting.sides import SIDES

STYLES = ("css/tokens.css", "css/marks.css", "css/export.css")


def write_page(export: Export) -> str:
    """Return the comparison as a page: summary, both texts with numbered marks, and the tables of differences."""
    sheet = lay_out(export)
    shown = {line.id: Look(line.style, line.number) for table in sheet.tables for line in table.lines}
    panes = [make_pane(export.reading(side), side, export.names, export.items, shown) for side in SIDES]
    columns = list(zip(sheet.pieces, panes, strict=True))
    context = {"sheet": sheet, "columns": columns, "style": read_styles()}
    return render_to_string("comparisons/export/page.html", context)


@cache
def read_styles() -> str:
    """Return the style sheets of such a page as one."""
    return "\n".join(Path(str(finders.find(name))).read_text() for name in STYLES)
