"""Pure Python between a report and the templates: runs of marks, rows, cards, counts, word differences."""

from comparer.comparisons.presenting.page import Page, present

__all__ = ["Page", "present"]
