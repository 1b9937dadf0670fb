"""The report as JSON, as people corrected it, and what they did."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from comparer.analysis.report import report_to_json
from comparer.comparisons.corrections.anchors import to_web_annotation
from comparer.comparisons.exporting.export import Export
from comparer.comparisons.exporting.people import Remark, list_remarks


def write_report(export: Export) -> str:
    """Return the report, and where people did anything three more fields.

    `corrections`   by the id of a mark, what people did and wrote there; marks taken out are in it, too
    `beyond_marks`  what they did and wrote on passages, one piece or the whole
    `orphaned`      what has no place in the report any more
    """
    report = report_to_json(export.report)
    if export.corrected is None or not (remarks := list_remarks(export)):
        return report
    by_mark: dict[str, list[dict[str, Any]]] = defaultdict(list)
    numbered = {one.change.number: one for one in remarks}
    for mark, said in export.corrected.said.items():
        by_mark[mark] += [_on_mark(numbered[change.number]) for change in said]
    people = {
        "corrections": by_mark,
        "beyond_marks": [_beyond(export, one) for one in remarks if not one.mark and one.sort != "orphaned"],
        "orphaned": [_beyond(export, one) for one in remarks if one.sort == "orphaned"],
    }
    return json.dumps(json.loads(report) | people, ensure_ascii=False)


def _on_mark(one: Remark) -> dict[str, Any]:
    return {"action": one.change.action, "value": one.change.value, "made_at": one.made.isoformat()}


def _beyond(export: Export, one: Remark) -> dict[str, Any]:
    """Name what it is about by its words; as selectors of Web Annotations where the whole texts may be given."""
    about = {"about": one.about, "what": one.change.target.what}
    if export.is_limited:
        return _on_mark(one) | about
    sides = {"left": one.change.target.left, "right": one.change.target.right}
    return _on_mark(one) | about | {side: [to_web_annotation(words) for words in some] for side, some in sides.items()}
