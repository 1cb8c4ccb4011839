"""A large file, fetched once: it goes on where it was cut, and is what it must be, or is not kept.

What is here so far stands beside the file, with ".part" after its name. The file has its own name
only once its checksum was right.
"""

import asyncio
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from adapters.local.offers import Offer
from bot.errors import AttuneError
from bot.folder import made
from bot.logs import reason

SILENT_S = 60.0  # without a byte for so long it is cut; it may take as long as it takes
PIECE = 2**20
SPARE = 2**28  # bytes that the disk keeps free
ELSEWHERE, REST = 200, 206  # answers: the whole file, or the rest of it
Progress = Callable[[int, int], None]  # bytes that are here, bytes in all


class DownloadError(AttuneError):
    """A file could not be fetched; what came so far is kept, unless it was wrong."""


async def fetched(offer: Offer, folder: Path, progress: Progress) -> Path:
    """Gives the file of a model, fetching what is not here yet. Raises DownloadError."""
    whole, part = folder / offer.file, folder / f"{offer.file}.part"
    if whole.is_file() and whole.stat().st_size == offer.size:
        return whole
    await asyncio.to_thread(made, folder)
    _has_room(offer, folder, _size(part))
    if _size(part) < offer.size:
        await _rest(offer, part, progress)
    if await asyncio.to_thread(_checksum, part) != offer.sha256:
        part.unlink()
        raise DownloadError(
            "What came is not the file that was published: its checksum is another. It was deleted."
        )
    return part.replace(whole)


def _has_room(offer: Offer, folder: Path, here: int) -> None:
    needed, free = offer.size - here + SPARE, shutil.disk_usage(folder).free
    if free < needed:
        raise DownloadError(
            f"The disk has {free / 1e9:.1f} GB free there, and it needs {needed / 1e9:.1f} GB."
        )


async def _rest(offer: Offer, part: Path, progress: Progress) -> None:
    """Appends what is not here yet. Raises DownloadError, and then the part is what came."""
    timeout = ClientTimeout(total=None, connect=SILENT_S, sock_read=SILENT_S)
    headers = {"Accept-Encoding": "identity", "Range": f"bytes={_size(part)}-"}
    try:
        async with (
            ClientSession(timeout=timeout, headers=headers) as web,
            web.get(offer.address) as answer,
        ):
            await _kept(answer, offer, part, progress)
    except (ClientError, OSError) as failure:  # a timeout is an OSError
        raise DownloadError(
            f"The download ended early: {reason(failure)}. What came is kept, and it goes on from "
            "there."
        ) from None
    if _size(part) < offer.size:
        raise DownloadError("The download ended early. What came is kept; it goes on from there.")


async def _kept(answer: ClientResponse, offer: Offer, part: Path, progress: Progress) -> None:
    """Writes what comes, never more than the file must hold."""
    if answer.status not in (ELSEWHERE, REST):
        raise DownloadError(f"The address answered with {answer.status}, and no file.")
    with part.open("ab" if answer.status == REST else "wb") as file:
        async for piece in answer.content.iter_chunked(PIECE):
            file.write(piece[: offer.size - file.tell()])
            progress(file.tell(), offer.size)
            if file.tell() >= offer.size:
                return


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0


def _checksum(file: Path) -> str:
    with file.open("rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest()
