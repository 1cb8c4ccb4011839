"""The one download of a model: cut, gone on with, wrong, too large for the disk, and whole."""

import hashlib
import shutil
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.local.download import DownloadError, fetched
from adapters.local.offers import OFFERS, Offer
from tests.setting_up import Listener

WHOLE = bytes(range(256)) * 40
OFFER = replace(
    OFFERS[0],
    file="model.gguf",
    size=len(WHOLE),
    sha256=hashlib.sha256(WHOLE).hexdigest(),
)


def answer(body: bytes, status: str, length: int) -> bytes:
    head = f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
    return head.encode() + body


def at(server: Listener, offer: Offer = OFFER) -> Offer:
    return replace(offer, address=f"{server.url}/model.gguf")


def names(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


def untold(_here: int, _whole: int) -> None:
    """Tells nothing."""


async def test_a_cut_download_goes_on_where_it_was(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    async with Listener(answer(WHOLE[:4000], "200 OK", len(WHOLE))) as cut:
        with pytest.raises(DownloadError, match="goes on from there"):
            await fetched(at(cut), tmp_path, untold)
    assert (tmp_path / "model.gguf.part").read_bytes() == WHOLE[:4000]
    assert not (tmp_path / "model.gguf").exists()
    rest = answer(WHOLE[4000:], "206 Partial Content", len(WHOLE) - 4000)
    async with Listener(rest) as server:
        file = await fetched(at(server), tmp_path, lambda *part: told.append(part))
        assert b"range: bytes=4000-\r\n" in server.asked[0].lower()
    assert file.read_bytes() == WHOLE
    assert told[-1] == (len(WHOLE), len(WHOLE))
    assert names(tmp_path) == ["model.gguf"]


async def test_a_server_that_gives_all_again_is_taken_from_the_start(tmp_path: Path) -> None:
    (tmp_path / "model.gguf.part").write_bytes(b"something older")
    async with Listener(answer(WHOLE, "200 OK", len(WHOLE))) as server:
        file = await fetched(at(server), tmp_path, untold)
    assert file.read_bytes() == WHOLE


async def test_another_file_than_the_published_one_is_deleted(tmp_path: Path) -> None:
    async with Listener(answer(WHOLE[::-1], "200 OK", len(WHOLE))) as server:
        with pytest.raises(DownloadError, match="checksum"):
            await fetched(at(server), tmp_path, untold)
    assert names(tmp_path) == []


async def test_no_more_is_written_than_the_file_holds(tmp_path: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
    async with Listener(head + WHOLE, goes_on=WHOLE) as server:
        file = await fetched(at(server), tmp_path, untold)
    assert file.read_bytes() == WHOLE


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "416 Range Not Satisfiable"])
async def test_an_address_without_the_file_says_so_and_keeps_what_came(
    tmp_path: Path, status: str
) -> None:
    (tmp_path / "model.gguf.part").write_bytes(WHOLE[:10])
    async with Listener(answer(b"", status, 0)) as server:
        with pytest.raises(DownloadError, match=status[:3]):
            await fetched(at(server), tmp_path, untold)
    assert (tmp_path / "model.gguf.part").read_bytes() == WHOLE[:10]


async def test_a_full_disk_is_told_before_anything_is_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage(free=10**8))
    async with Listener(answer(WHOLE, "200 OK", len(WHOLE))) as server:
        with pytest.raises(DownloadError, match=r"0\.1 GB free"):
            await fetched(at(server), tmp_path, untold)
        assert not server.asked


async def test_a_file_that_is_here_is_not_fetched_again(tmp_path: Path) -> None:
    (tmp_path / "model.gguf").write_bytes(WHOLE)
    async with Listener(None) as server:
        assert await fetched(at(server), tmp_path, untold) == tmp_path / "model.gguf"
        assert not server.asked
