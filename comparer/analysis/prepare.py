"""Check the language models and build the sentence model: `python -m comparer.analysis.prepare`.

Nothing is downloaded: the packages are installed by `make setup`. Run again, it
checks and builds nothing that is there.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from safetensors.numpy import load_file

from comparer.analysis import minilm
from comparer.analysis.embedding import GRAPH, RECEIPT, RECIPE, TOKENIZER
from comparer.analysis.models import ENGLISH, MINILM, ModelMissingError, file_digest, models_folder, verify


def prepare(folder: Path) -> bool:
    """Verify both models and leave the sentence model in `folder`; True if it had to be built.

    Raises ModelMissingError if a package is absent or damaged.
    """
    verify(ENGLISH)
    source = verify(MINILM) / "model"
    if is_whole(folder):
        return False
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / TOKENIZER, (source / "tokenizer.json").read_bytes())
    _write(folder / GRAPH, minilm.build(load_file(source / "model.safetensors")).SerializeToString())
    # Last, so that an interrupted run leaves nothing that looks finished.
    _write(folder / RECEIPT, json.dumps(_receipt(folder), indent=1).encode())
    return True


def is_whole(folder: Path) -> bool:
    """Return whether the prepared files are those that their receipt describes."""
    try:
        return bool(json.loads((folder / RECEIPT).read_text()) == _receipt(folder))
    except (OSError, ValueError):
        return False


def _receipt(folder: Path) -> dict[str, str]:
    return {"recipe": RECIPE} | {name: file_digest(folder / name) for name in (GRAPH, TOKENIZER)}


def _write(path: Path, content: bytes) -> None:
    """Write under another name and rename, so that a reader never meets half a file."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)


def main() -> int:
    folder = models_folder()
    try:
        built = prepare(folder)
    except ModelMissingError as missing:
        print(missing, file=sys.stderr)
        return 1
    print(f"Language models: {'built in' if built else 'ready in'} {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
