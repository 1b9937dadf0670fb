"""`manage.py import_articles`: folders and files in, one line for each, and on where it was stopped."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from comparer.accounts.models import User
from comparer.library.catalogue.models import Collection, Item
from comparer.library.importing.models import ImportBatch
from comparer.library.importing.working import bring_in
from tests.library.decode.documents import FERRY, make_zip

pytestmark = pytest.mark.django_db


def run(*arguments: object, **options: object) -> str:
    out = io.StringIO()
    call_command("import_articles", *map(str, arguments), stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text(f"{FERRY} One.", encoding="utf-8")
    (tmp_path / "b.TXT").write_text(f"{FERRY} One.", encoding="utf-8")
    (tmp_path / "deep" / "c.txt").write_text("too short", encoding="utf-8")
    (tmp_path / "deep" / "d.zip").write_bytes(make_zip({"e.txt": f"{FERRY} Two.", "f.zip": "PK"}))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".git" / "g.txt").write_text(FERRY, encoding="utf-8")
    return tmp_path


def test_each_file_is_reported(folder: Path) -> None:
    said = run(folder, collection="Harbour")
    item = Item.objects.earliest("pk")
    assert f"[1/4] added: {folder}/a.txt -> {item.get_absolute_url()}\n" in said
    assert (
        f"already here: {folder}/b.TXT -> {item.get_absolute_url()} (The library has this very file already.)" in said
    )
    assert f"refused: {folder}/deep/c.txt (This holds fewer than 5 words" in said
    assert f"opened: {folder}/deep/d.zip, 2 found in it" in said
    assert f"added: {folder}/deep/d.zip: e.txt" in said
    assert "2 added, 0 as new versions, 1 here already, 2 refused." in said
    assert ".git" not in said
    assert "png" not in said


def test_a_file_named_is_tried_whatever_its_kind(folder: Path) -> None:
    assert "Files of this kind cannot be read" in run(folder / "picture.png", collection="Harbour")


def test_only_what_was_refused_can_be_asked_for(folder: Path) -> None:
    said = run(folder, collection="Harbour", only_refused=True)
    assert "refused:" in said
    assert "added:" not in said


def test_it_goes_on_where_it_was_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(batch: ImportBatch, **_more: object) -> bool:
        bring_in(batch, seconds=0)
        raise KeyboardInterrupt

    monkeypatch.setattr("comparer.library.management.commands.import_articles.bring_in", stop)
    with pytest.raises(SystemExit) as end:
        run(folder, collection="Harbour")
    assert end.value.code == 130
    monkeypatch.undo()
    said = run(folder, collection="HARBOUR")
    assert "Going on: 1 of 4 were done before." in said
    assert "a.txt ->" not in said.replace("b.TXT ->", "")
    assert "2 added" in said
    assert Collection.objects.count() == ImportBatch.objects.count() == 1


def test_who_brought_it_in_is_kept(folder: Path) -> None:
    user = User.objects.create_user("ana")
    run(folder / "a.txt", collection="Harbour", by="ana")
    assert Item.objects.get().added_by == user


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["/nowhere/at/all", "--collection", "x"], "There is no /nowhere"),
        ([".", "--collection", " "], "Name a collection"),
        ([".", "--collection", "x", "--by", "nobody"], "no account called nobody"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], says: str) -> None:
    with pytest.raises(CommandError, match=says):
        call_command("import_articles", *arguments)
