"""Lines from a file or a pipe."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from adapters.console.script import lines, run
from tests.console_stage import stage


@contextmanager
def _pipe(data: bytes) -> Iterator[int]:
    reads, writes = os.pipe()
    try:
        os.write(writes, data)
        os.close(writes)
        yield reads
    finally:
        os.close(reads)


@contextmanager
def _file(path: Path, data: bytes) -> Iterator[int]:
    path.write_bytes(data)
    fd = os.open(path, os.O_RDONLY)
    try:
        yield fd
    finally:
        os.close(fd)


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"", []),
        (b"hello\n", ["hello"]),
        (b"one\n\ntwo", ["one", "", "two"]),
        (b"one\r\ntwo\r\n", ["one", "two"]),
        (b"\xef\xbb\xbfhello\n", ["hello"]),
        (b"\xff\xfe\n", ["\ufffd\ufffd"]),
        ("é😀\n".encode(), ["é😀"]),
    ],
)
async def test_a_pipe_and_a_file_give_their_lines(
    tmp_path: Path, data: bytes, read: list[str]
) -> None:
    with _pipe(data) as pipe, _file(tmp_path / "in", data) as file:
        assert [line async for line in lines(pipe)] == read
        assert [line async for line in lines(file)] == read


async def test_a_line_longer_than_one_reading_is_one_line(tmp_path: Path) -> None:
    long = ("é" * 100_000).encode()
    with _file(tmp_path / "in", long + b"\nend") as file:
        assert [len(line) async for line in lines(file)] == [100_000, 3]


async def test_the_device_that_is_always_empty_gives_none() -> None:
    fd = os.open(os.devnull, os.O_RDONLY)
    try:
        assert [line async for line in lines(fd)] == []
    finally:
        os.close(fd)


async def test_a_script_is_obeyed_to_its_end_and_then_waited_for(tmp_path: Path) -> None:
    with stage(tmp_path) as at, _pipe(b"hello\n/frobnicate\n/go there") as pipe:
        await run(at.session, pipe)
        assert [did["do"] for did in at.shown] == ["seen", "error", "seen"]
        assert at.order == ["handle", "settled", "handle", "settled"]


async def test_a_script_ends_at_quit(tmp_path: Path) -> None:
    with stage(tmp_path) as at, _pipe(b"one\n/quit\ntwo\n") as pipe:
        await run(at.session, pipe)
        assert [did["text"] for did in at.shown] == ["one"]
