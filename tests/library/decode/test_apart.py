"""A hostile file costs the process that reads it, and nothing else."""

from __future__ import annotations

import os
import signal

import pytest

from comparer.library.decode import FoundArticle, UnreadableFileError, decode_file
from comparer.library.decode.apart import Reader, decode_apart
from tests.library.decode.documents import FERRY, MAIL, make_pdf, make_word


def test_reading_apart_gives_the_same() -> None:
    with Reader() as reader:
        for name, data in (("a.docx", make_word()), ("a.pdf", make_pdf()), ("a.eml", MAIL), ("a.txt", FERRY.encode())):
            assert reader.decode(name, data) == decode_file(name, data)


def test_a_refusal_keeps_the_process() -> None:
    with Reader() as reader:
        with pytest.raises(UnreadableFileError, match="empty"):
            reader.decode("a.txt", b"")
        child = reader._child
        assert reader.decode("a.txt", FERRY.encode()) == FoundArticle(FERRY)
        assert reader._child is child


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    with Reader(seconds=0.6) as reader:
        reader.decode("a.txt", FERRY.encode())
        with pytest.raises(UnreadableFileError, match="took too long"):
            reader.decode("a.md", b"[" * 400_000)
    with Reader() as reader:
        assert reader.decode("a.txt", FERRY.encode()).text == FERRY


def test_a_file_that_ends_the_process_is_refused_and_the_next_is_read() -> None:
    with Reader() as reader:
        reader.decode("a.txt", FERRY.encode())
        assert reader._child is not None
        os.kill(reader._child.pid, signal.SIGKILL)
        with pytest.raises(UnreadableFileError, match="more than an article should"):
            reader.decode("a.txt", FERRY.encode())
        assert reader.decode("a.txt", FERRY.encode()).text == FERRY


def test_a_file_that_needs_too_much_memory_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match=r"memory|more than an article should"):
        decode_apart("a.txt", b"word " * 52_000_000)


def test_the_process_knows_nothing_of_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "hush")
    with Reader() as reader:
        reader.decode("a.txt", FERRY.encode())
        assert reader._child is not None
        with open(f"/proc/{reader._child.pid}/environ", "rb") as environment:  # noqa: PTH123 -- no file of ours
            assert b"hush" not in environment.read()


def test_the_process_ends_with_its_reader() -> None:
    with Reader() as reader:
        reader.decode("a.txt", FERRY.encode())
        child = reader._child
        assert child is not None
    assert child.returncode is not None
