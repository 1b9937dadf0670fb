"""A corrected comparison as a folder of a test set, in one file."""

from __future__ import annotations

import io
import json
from zipfile import ZIP_DEFLATED, ZipFile

from comparer.comparisons.corrections.apply import Corrected
from comparer.comparisons.corrections.gold import make_gold


def pack_gold(corrected: Corrected, name: str) -> bytes:
    """Return a ZIP with the folder `name`, as `python -m comparer.evaluation articles` reads it once unpacked."""
    gold = json.dumps(make_gold(corrected), ensure_ascii=False, indent=1)
    texts = {"left.txt": corrected.before.left.text, "right.txt": corrected.before.right.text, "gold.json": gold}
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for file, text in texts.items():
            archive.writestr(f"{name}/{file}", text)
    return packed.getvalue()
