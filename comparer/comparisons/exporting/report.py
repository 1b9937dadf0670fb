"""The report as JSON, as people corrected it, and what they did."""

from __future__ import annotations

import json

from comparer.analysis.report import report_to_json
from comparer.comparisons.exporting.export import Export


def write_report(export: Export) -> str:
    """Return the report; `corrections` lists by mark what people did there, where they did anything."""
    report = report_to_json(export.report)
    if not export.changes:
        return report
    corrections = {
        mark: [{"action": one.action, "value": one.value, "made_at": one.made_at.isoformat()} for one in changes]
        for mark, changes in export.changes.items()
    }
    return json.dumps(json.loads(report) | {"corrections": corrections}, ensure_ascii=False)
