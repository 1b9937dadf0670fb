"""A tiny set in the form of ABCD-Link's news_ecb, about invented events."""

from __future__ import annotations

import json
from pathlib import Path

ARTICLES = {
    "1_1x": {"0": "Two boats sank off Kolby on Monday .", "1": "The harbour of Kolby is shut ."},
    "1_2x": {"0": "Wheat is dearer than in May .", "1": "Off Kolby , two boats sank on Monday ."},
    "2_1x": {"0": "The court in Orsa freed the clerk ."},
    "2_2x": {"0": "A clerk was freed by the court in Orsa .", "1": "It rained ."},
}
LINKS = {
    "1_1x_1_2x": {"doc1": "1_1x", "doc2": "1_2x", "links": {"0": ["1"]}},
    "2_1x_2_2x": {"doc1": "2_1x", "doc2": "2_2x", "links": {"0": ["0"]}},
}


def write_news(folder: Path) -> Path:
    (folder / "docs.json").write_text(json.dumps(ARTICLES), encoding="utf-8")
    (folder / "news_ecb_links.json").write_text(json.dumps(LINKS), encoding="utf-8")
    return folder
