"""What the bot stores on the homeserver: a picture of itself, and files that people take along.

A file for an encrypted room is encrypted before it leaves this process, and its name with it.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import Any

from nio.crypto.attachments import encrypt_attachment

from adapters.matrix import ids
from adapters.matrix.errors import BREAKS, MatrixRefused, Transient, fault, patiently
from adapters.matrix.form import OwnMessage, content, related
from adapters.matrix.homeserver import Homeserver
from bot.errors import FileRefused
from bot.ids import SendKey
from bot.logs import reason
from bot.words import TextFile

JSON = dict[str, Any]
UPLOAD = "/_matrix/media/v3/upload"
LARGEST = 10 * 1024 * 1024  # bytes: less than homeservers take by default
PATIENCE_S = 30.0
WITH = "org.attune.with"  # the message that a file came with
SEALED = "application/octet-stream"


async def uploaded(home: Homeserver, data: bytes, kind: str) -> str:
    """Stores bytes on the homeserver, and gives their address. Raises PlatformError."""

    async def once() -> str:
        headers = {"Authorization": f"Bearer {home.client.access_token}", "Content-Type": kind}
        try:
            answer = await home.client.send("POST", UPLOAD, BytesIO(data), headers)
            found = await answer.json(content_type=None)
        except BREAKS as broken:
            raise Transient(f"It was not taken: {reason(broken)}.") from None
        said = found if isinstance(found, dict) else {}
        if answer.status < 300 and isinstance(said.get("content_uri"), str):
            return str(said["content_uri"])
        raise fault(said.get("errcode"), answer.status, said.get("retry_after_ms"))

    return await patiently(once, PATIENCE_S)


async def _most(home: Homeserver) -> int:
    """Gives the most bytes that the homeserver takes, or LARGEST where it does not tell."""
    config = partial(home.once, "GET", "/media/config", None, "v1")
    with suppress(MatrixRefused):
        told = (await patiently(config, PATIENCE_S)).get("m.upload.size")
        return told if isinstance(told, int) else LARGEST
    return LARGEST


@dataclass(frozen=True, slots=True)
class Held:
    """A file that the homeserver holds for a room.

    Args:
        where: what an event says of where it is, and of how it is opened.
    """

    home: Homeserver
    file: TextFile
    where: JSON = field(repr=False)

    async def send_after(self, event: str, key: SendKey, there: ids.Address) -> None:
        """Sends its event below that of the message it came with, under a key of its own.

        It is an event of its own: few clients show words that stand within one of a file.
        """
        said = content(OwnMessage(self.file.name, is_private=True))
        kept = {name: said[name] for name in said if name not in ("format", "formatted_body")}
        kind = "m.image" if self.file.is_picture else "m.file"
        words = self.file.alternative or self.file.name  # with another name it is a caption
        named = {"msgtype": kind, "body": words, "filename": self.file.name}
        body = {**kept, **named, **self.where, WITH: event, **related(there.thread, None)}
        await self.home.send(there.room, "m.room.message", body, ids.transaction(key))


async def held(home: Homeserver, room: str, file: TextFile) -> Held:
    """Stores a file for a room. Raises FileRefused where the homeserver takes no such file."""
    await home.check_there(room)
    if len(file.bytes) > await _most(home):  # else it breaks the connection in the middle
        raise FileRefused("The homeserver takes no file that large.")
    data, sealed = file.bytes, dict[str, Any]()
    if home.client.rooms[room].encrypted:
        data, sealed = await asyncio.to_thread(encrypt_attachment, data)
    try:
        address = await uploaded(home, data, SEALED if sealed else file.media_type)
    except MatrixRefused as refused:
        raise FileRefused(f"The homeserver takes no such file: {refused.code}.") from None
    where: JSON = {"file": {**sealed, "url": address}} if sealed else {"url": address}
    info = {"mimetype": file.media_type, "size": len(file.bytes)}
    return Held(home, file, {**where, "info": info})


def key_of(key: SendKey, place: int) -> SendKey:
    """Gives the key of a file of a message; the first has the one that a release before gave it."""
    return SendKey(f"{key}:file{place or ''}")
